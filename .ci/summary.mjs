// Ends a CI run: fails where tests that belong to CI did not run, names what failed, and closes with
// one line of counts.
//
//     node .ci/summary.mjs STATUS OF THE TESTS HERE, STATUS IN THE BARE CLONE, RESULTS OF THE BARE CLONE
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const [status, bareStatus, bareFile] = process.argv.slice(2)
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
const here = read('.test-results/results.json')
const bare = read(bareFile)
const faults = []

/** The test files that were run, from test/ on. */
function filesOf(results) {
  return (results?.testResults ?? []).map(({ name }) => name.replace(/^.*?\/(?=test\/)/, ''))
}

const ranHere = new Set(filesOf(here))
const ranBare = new Set(filesOf(bare))
if (!here) faults.push('no test was run: types, lint or generated code stopped it')
if (Number(bareStatus) !== 0) faults.push('the commands of the README failed in a bare clone')

for (const name of readdirSync('test', { recursive: true })) {
  if (!name.endsWith('.test.ts')) continue
  const file = `test/${name}`
  const needs = /^test\/shared\/|\.(python|browser|debian)\.test\.ts$/.test(file)
  if (needs && !ranHere.has(file)) faults.push(`${file} was not run`)
  if (needs && ranBare.has(file))
    faults.push(`${file} was run in the bare clone, which lacks what it needs`)
  if (!needs && !ranBare.has(file)) faults.push(`${file} was not run in the bare clone`)
  if (file.startsWith('test/golden/') && !ranHere.has(file)) {
    faults.push(`${file} was not run on the whole golden set`)
  }
}
for (const results of [here, bare]) {
  const { numPendingTests = 0 } = results ?? {}
  if (numPendingTests > 0) faults.push(`${numPendingTests} tests were skipped`)
}

/** Each failed test in a few lines: its place, its file, its name, and how its message begins. */
function failuresOf(results, place) {
  return (results?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*?\/(?=test\/)/, '')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const failures = failed.map((test) => [test.fullName, test.failureMessages.join('\n')])
    if (failed.length === 0 && message) failures.push(['the file itself', message])
    return failures.map(([test, text]) => `${place}: ${file}: ${test}\n${beginningOf(text)}`)
  })
}

function beginningOf(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n')
}

for (const failure of failuresOf(bare, 'in the bare clone')) console.error(`CI: ${failure}`)
for (const failure of failuresOf(here, 'here')) console.error(`CI: ${failure}`)
for (const fault of faults) console.error(`CI: ${fault}`)

const sum = (count) => (here?.[count] ?? 0) + (bare?.[count] ?? 0)
const failed = sum('numFailedTests') + faults.length
console.log(`${sum('numPassedTests')} passed, ${failed} failed`)
process.exit(Number(status) || (failed > 0 ? 1 : 0))
