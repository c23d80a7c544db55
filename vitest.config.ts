import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig, type TestUserConfig } from 'vitest/config'
import { changeSource } from './test/mutation/change-source.ts'
import { findChromium } from './test/support/browser/chromium.ts'
import { LongestFirst } from './test/support/longest-first.ts'
import { findPython } from './test/support/python/python.ts'
import { missingDebianPackages } from './test/support/servers/debian-programs.ts'
import { wholeGoldenFolder } from './test/support/shared.ts'

const python = findPython()
const missingPackages = missingDebianPackages().join(', ')
const hasWholeGolden = existsSync(wholeGoldenFolder)
const shared = 'test/shared/**/*.test.ts'
/** Tests that need what not every machine has, each with how one says that it is missing. */
const needs = [
  {
    tests: 'test/**/*.python.test.ts',
    lack: python ? '' : 'no python3 with numpy and h5py; name one in PYTHON_PATH',
  },
  {
    tests: 'test/**/*.browser.test.ts',
    lack: findChromium() ? '' : 'no Chromium; name one in CHROMIUM_PATH',
  },
  {
    tests: 'test/**/*.debian.test.ts',
    lack: missingPackages ? `no ${missingPackages}` : '',
  },
  {
    tests: shared,
    lack: hasWholeGolden ? '' : 'no ../shared/golden beside the project',
  },
]

// What a machine lacks is left out and reported, never skipped test by test; CI has all of it.
const missing = needs.filter(({ lack }) => lack)
for (const { tests, lack } of missing) console.log(`${tests} left out: ${lack}`)
if (missing.length > 0 && process.env.CI) throw new Error('nothing is to be left out here')

function project(name: string, include: string[], options: TestUserConfig = {}) {
  return {
    // Two copies of graphql would load otherwise: "Cannot use GraphQLSchema from another module".
    resolve: { alias: { graphql: 'graphql/index.js' } },
    plugins: [changeSource()],
    test: {
      name,
      include,
      setupFiles: ['test/support/load-hdf5.ts', 'test/support/array-equality.ts'],
      // Test files share what a process has loaded and started: SharedFolder, the browser, the
      // package. So none may mock a module.
      isolate: false,
      // Pages in a browser, and commands, take their time on a busy machine; and each look at a page
      // takes some of it.
      expect: { poll: { timeout: 60_000, interval: 150 } },
      // Against hanging, not a measure of speed: a busy machine takes its time.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      ...options,
    },
  }
}

const golden = 'test/golden/**/*.test.ts'
const here = needs.filter(({ lack }) => !lack).map(({ tests }) => tests)
const nowhere = '/nonexistent'
const projects = [
  // All other tests, which run everywhere as if there were nothing but the project.
  project('plain', ['test/**/*.test.ts'], {
    exclude: needs.map(({ tests }) => tests),
    env: {
      PYTHON_PATH: nowhere,
      CHROMIUM_PATH: nowhere,
      DEBIAN_ROOT: nowhere,
      SHARED_FOLDER: nowhere,
    },
  }),
]
if (here.length > 0) {
  // First those that take the longest; among them the golden tests once more, on whole sessions.
  projects.unshift(
    project('equipped', hasWholeGolden ? [...here, golden] : here, {
      exclude: missing.map(({ tests }) => tests),
      // Python is found once, for all processes.
      env: { PYTHON_PATH: python ?? nowhere, ...(hasWholeGolden && { GOLDEN_SET: 'whole' }) },
    }),
  )
}

export default defineConfig({
  test: {
    // A third of the time, a worker waits for commands, servers and pages of its tests.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Projects, and later runs, take over what was compiled of the same text.
    experimental: { fsModuleCache: true },
    projects,
    globalSetup: [
      'test/support/global-setup/temporary-cache.ts',
      'test/support/global-setup/build.ts',
      'test/support/global-setup/unpack-golden.ts',
      'test/support/global-setup/write-sample.ts',
    ],
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: '.test-results/results.json' }]]
      : ['default'],
  },
})
