// Ends a CI run: fails where tests did not run, names what failed, and closes with one line of counts.
//
//     node .ci/summary.mjs STATUS OF THE RUN
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const [status] = process.argv.slice(2)
const file = '.test-results/results.json'
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
const faults = []
if (!results) faults.push('no test was run: types, lint or generated code stopped it')

/** How often each test file was run, by its name from test/ on. */
const runs = new Map()
for (const { name } of results?.testResults ?? []) {
  const test = name.replace(/^.*?\/(?=test\/)/, '')
  runs.set(test, (runs.get(test) ?? 0) + 1)
}
for (const name of readdirSync('test', { recursive: true })) {
  if (!name.endsWith('.test.ts')) continue
  // Where a test needs no Python, it runs on the small and on the whole golden set.
  const expected = /^golden\//.test(name) && !/\.python\.test\.ts$/.test(name) ? 2 : 1
  const count = runs.get(`test/${name}`) ?? 0
  if (count !== expected) faults.push(`test/${name} was run ${count} times, not ${expected}`)
}
const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = results ?? {}
if (numPendingTests > 0) faults.push(`${numPendingTests} tests were skipped`)

/** Each failed test in a few lines: its place, its file, its name, and how its message begins. */
function failuresOf(results) {
  return (results?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*?\/(?=test\/)/, '')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const failures = failed.map((test) => [test.fullName, test.failureMessages.join('\n')])
    if (failed.length === 0 && message) failures.push(['the file itself', message])
    return failures.map(([test, text]) => `${file}: ${test}\n${beginningOf(text)}`)
  })
}

function beginningOf(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n')
}

for (const failure of failuresOf(results)) console.error(`CI: ${failure}`)
for (const fault of faults) console.error(`CI: ${fault}`)

const failed = numFailedTests + faults.length
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(Number(status) || (failed > 0 ? 1 : 0))
