// Runs test files with a changed source, again and again in one process: what vitest has loaded and
// transformed once is kept. `mutate.mjs` sends { tests, mutant }, hears of each test that ends, and
// gets { failed }.
import { createVitest } from 'vitest/node'

const vitest = await createVitest('test', {
  watch: false,
  // One failure is enough.
  bail: 1,
  // To load modules takes longer than most tests; others run side by side.
  maxWorkers: 1,
  // It is found by the text of the file, which stays as it is.
  experimental: { fsModuleCache: false },
  reporters: [{ onTestCaseResult: () => process.send('a test has ended') }],
  project: ['plain', 'equipped*'],
})
const specifications = await vitest.globTestSpecifications()
let changedFile = null

process.on('message', async ({ tests, mutant }) => {
  if (mutant) process.env.SPIKEQL_MUTANT = JSON.stringify(mutant)
  else delete process.env.SPIKEQL_MUTANT
  for (const file of [changedFile, mutant?.file]) if (file) vitest.invalidateFile(file)
  changedFile = mutant?.file ?? null
  const modules = specifications.filter(({ moduleId }) => tests.includes(moduleId))
  const { testModules } = await vitest.runTestSpecifications(modules)
  // Those of earlier runs are among them.
  const ofRun = testModules.filter(({ moduleId }) => tests.includes(moduleId))
  const failed = ofRun.filter((module) => module.state() === 'failed')
  // One whose process ended came to no state at all.
  if (failed.length === 0) failed.push(...ofRun.filter((module) => module.state() !== 'passed'))
  process.send({ failed: failed.map((module) => module.moduleId) })
})
// With the processes that run its tests, one of which may never end by itself.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'))
process.send('ready')
