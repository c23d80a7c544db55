import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { findChromium } from './test/support/chromium.ts'
import { goldenFolder } from './test/support/golden.ts'
import { findPython } from './test/support/python.ts'

// What a machine lacks is left out and said, never skipped test by test; CI has both (see .ci/run).
const exclude: string[] = []
if (!existsSync(goldenFolder)) {
  exclude.push('test/golden/**', 'test/docs/**')
  console.log(
    'golden tests, and those of the docs, left out: no ../shared/golden beside the project',
  )
}
if (!findPython()) {
  exclude.push('test/**/*.python.test.ts')
  console.log('python tests left out: no python3 with numpy and h5py')
}
if (!findChromium()) {
  exclude.push('test/**/*.browser.test.ts')
  console.log('browser tests left out: no Chromium; name one in CHROMIUM_PATH')
}

export default defineConfig({
  // Two copies of graphql would load otherwise: "Cannot use GraphQLSchema from another module".
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude,
    globalSetup: ['test/support/build.ts'],
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: '.test-results/results.json' }]]
      : ['default'],
    testTimeout: 60_000,
    // Pages in a browser take their time on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})
