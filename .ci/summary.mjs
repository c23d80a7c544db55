// Ends a CI run: fails where tests that belong to CI did not run, and closes with one line of counts.
import { existsSync, readFileSync } from 'node:fs'

const status = Number(process.argv[2])
const file = '.test-results/results.json'
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
const ran = (part) => results?.testResults.some(({ name }) => name.includes(part)) ?? false

const faults = []
if (!results) faults.push('no test was run: types, lint or generated code stopped it')
else {
  if (existsSync('../shared/golden') && !ran('/test/golden/'))
    faults.push('the golden tests did not run')
  if (!ran('.python.test.ts')) faults.push('the tests against Python did not run')
  if (!ran('.browser.test.ts')) faults.push('the tests in a browser did not run')
  if (results.numPendingTests > 0) faults.push(`${results.numPendingTests} tests were skipped`)
}
for (const fault of faults) console.error(`CI: ${fault}`)

const failed = (results?.numFailedTests ?? 0) + faults.length
console.log(`${results?.numPassedTests ?? 0} passed, ${failed} failed`)
process.exit(status || (failed > 0 ? 1 : 0))
