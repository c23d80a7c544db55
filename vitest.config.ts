import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig, type TestUserConfig } from 'vitest/config'
import { changeSource } from './test/mutation/change-source.ts'
import { findChromium } from './test/support/browser/chromium.ts'
import { LongestFirst } from './test/support/longest-first.ts'
import { findPython } from './test/support/python/python.ts'
import { missingDebianPackages } from './test/support/servers/debian-programs.ts'
import { wholeGoldenFolder } from './test/support/shared.ts'

const python = 'test/**/*.python.test.ts'
const browser = 'test/**/*.browser.test.ts'
const debian = 'test/**/*.debian.test.ts'
const shared = 'test/shared/**/*.test.ts'
/** Test files that mock modules, which others in their process would get too. */
const mocking = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file}`)
  .filter((file) => readFileSync(file, 'utf8').includes('vi.mock('))

// What a machine lacks is left out and reported, never skipped test by test; CI has all of it
// (see .ci/run).
const lacks: string[] = []
if (!findPython()) {
  lacks.push(python)
  console.log('python tests left out: no python3 with numpy and h5py')
}
if (!findChromium()) {
  lacks.push(browser)
  console.log('browser tests left out: no Chromium; name one in CHROMIUM_PATH')
}
const missing = missingDebianPackages()
if (missing.length > 0) {
  lacks.push(debian)
  console.log(`tests with Debian's servers left out: no ${missing.join(', ')}`)
}
if (!existsSync(wholeGoldenFolder)) {
  lacks.push(shared)
  console.log('golden tests run on the small set: no ../shared/golden beside the project')
}

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
      // package.
      isolate: false,
      // Pages in a browser, and commands, take their time on a busy machine.
      expect: { poll: { timeout: 60_000 } },
      // Against hanging, not a measure of speed: a busy machine takes its time.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      ...options,
    },
  }
}

const projects = [
  project('plain', ['test/**/*.test.ts'], {
    exclude: [python, browser, debian, shared, ...mocking],
  }),
  project('mocking', mocking, { isolate: true }),
]
if (!lacks.includes(python)) projects.push(project('python', [python], { exclude: [shared] }))
if (!lacks.includes(browser)) projects.push(project('browser', [browser]))
if (!lacks.includes(debian)) projects.push(project('debian', [debian]))
if (!lacks.includes(shared)) {
  // The golden tests once more, on whole sessions, and what needs other data of ../shared.
  const golden = 'test/golden/**/*.test.ts'
  projects.push(
    project('shared', [golden, shared], { exclude: lacks, env: { GOLDEN_SET: 'whole' } }),
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
