import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { changeSource } from './test/mutation/change-source.ts'
import { findChromium } from './test/support/chromium.ts'
import { findPython } from './test/support/python.ts'
import { wholeGoldenFolder } from './test/support/shared.ts'

// What a machine lacks is left out and said, never skipped test by test; CI has all of it (see .ci/run).
const exclude: string[] = []
if (!findPython()) {
  exclude.push('test/**/*.python.test.ts')
  console.log('python tests left out: no python3 with numpy and h5py')
}
if (!findChromium()) {
  exclude.push('test/**/*.browser.test.ts')
  console.log('browser tests left out: no Chromium; name one in CHROMIUM_PATH')
}
const hasWholeSet = existsSync(wholeGoldenFolder)
if (!hasWholeSet) {
  console.log('golden tests run on the small set: no ../shared/golden beside the project')
}

// Two copies of graphql would load otherwise: "Cannot use GraphQLSchema from another module".
const resolve = { alias: { graphql: 'graphql/index.js' } }
const common = {
  // Test files share what a process has loaded and started: SharedFolder, the browser, the package.
  isolate: false,
  // Pages in a browser take their time on a busy machine.
  expect: { poll: { timeout: 20_000 } },
  // Against hanging, not a measure of speed: a busy machine takes its time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
}
/** Test files that mock modules, which others in their process would get too. */
const mocking = ['test/catalog/folder/find-files.test.ts']
const everywhere = {
  resolve,
  plugins: [changeSource()],
  test: {
    ...common,
    name: 'everywhere',
    include: ['test/**/*.test.ts'],
    exclude: [...exclude, ...mocking, 'test/shared/**'],
  },
}
const mockingModules = {
  resolve,
  test: { ...common, name: 'mocking', include: mocking, isolate: true },
}
/** The golden tests once more, on whole sessions, and what needs other data of ../shared. */
const withShared = {
  resolve,
  test: {
    ...common,
    name: 'shared',
    include: ['test/golden/**/*.test.ts', 'test/shared/**/*.test.ts'],
    exclude,
    env: { GOLDEN_SET: 'whole' },
  },
}

export default defineConfig({
  test: {
    // One fewer than there are cores would be the default.
    maxWorkers: availableParallelism(),
    projects: [everywhere, mockingModules, ...(hasWholeSet ? [withShared] : [])],
    globalSetup: [
      'test/support/build.ts',
      'test/support/unpack-golden.ts',
      'test/support/write-sample.ts',
    ],
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: '.test-results/results.json' }]]
      : ['default'],
  },
})
