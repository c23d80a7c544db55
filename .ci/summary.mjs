// Ends a CI run: fails where tests that belong to CI did not run, and
// closes with one line of counts.
//
//     node .ci/summary.mjs STATUS OF THE TESTS [STATUS IN THE BARE CLONE, ITS RESULTS]
import { existsSync, readFileSync } from 'node:fs'

const [status, bareStatus, bareFile] = process.argv.slice(2)
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
const results = read('.test-results/results.json')
const bare = read(bareFile)

const files = (part, from = results) =>
  from?.testResults.filter(({ name }) => name.includes(part)).map(({ name }) => name) ?? []
const faults = []

if (!results) faults.push('no test was run: types, lint or generated code stopped it')
else {
  const golden = files('/test/golden/')
  // Each once on the small set, once on the whole one.
  if (new Set(golden).size * 2 !== golden.length)
    faults.push('golden tests did not run on both sets')
  for (const part of [
    '/test/golden/',
    '/test/shared/real-',
    '/test/shared/cases.',
    '.python.test.ts',
    '.browser.test.ts',
  ])
    if (files(part).length === 0) faults.push(`no test of ${part} was run`)
  if (results.numPendingTests > 0) faults.push(`${results.numPendingTests} tests were skipped`)
}

if (Number(bareStatus) !== 0) faults.push('the commands of the README failed in a bare clone')
else {
  const tested = new Set(files('/test/', bare).map((name) => name.replace(/^.*?\/test\//, '')))
  if (tested.size === 0) faults.push('no test was run in the bare clone')
  for (const name of files('/test/')) {
    const path = name.replace(/^.*?\/test\//, '')
    const needs = /^shared\/|\.(python|browser)\.test\.ts$/.test(path)
    if (needs === tested.has(path))
      faults.push(`${path} in the bare clone: ${needs ? 'run' : 'left out'}`)
  }
}
for (const fault of faults) console.error(`CI: ${fault}`)

const sum = (count) => (results?.[count] ?? 0) + (bare?.[count] ?? 0)
const failed = sum('numFailedTests') + faults.length
console.log(`${sum('numPassedTests')} passed, ${failed} failed`)
process.exit(Number(status) || (failed > 0 ? 1 : 0))
