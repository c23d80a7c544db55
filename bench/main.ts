// `npm run bench [-- NAME… --session FILE --compressed FILE]`: measure, print, and, when all is
// asked, write docs/benchmarks.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Findings } from './benchmark.ts'
import { benchmarks } from './benchmarks.ts'
import { projectFolder } from './project.ts'
import { type BenchmarkResult, fullReport, section } from './report/report.ts'
import { prepare } from './setting.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { session: { type: 'string' }, compressed: { type: 'string' } },
})
const unknown = positionals.filter(
  (name) => !benchmarks.some((benchmark) => benchmark.name === name),
)
if (unknown.length > 0) {
  const names = benchmarks.map(({ name }) => name).join(', ')
  console.error(`No benchmark "${unknown[0]}". There are: ${names}.`)
  process.exit(2)
}
const selected = benchmarks.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)
// A stop by a signal ends the servers too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const setting = await prepare(values)
const results: BenchmarkResult[] = []
for (const benchmark of selected) {
  console.error(`${benchmark.title} ...`)
  const findings = await benchmark.measure(setting).catch((error: unknown): Findings => {
    // The others are answered all the same; this one says why it is not.
    console.error(error)
    process.exitCode = 1
    return { notes: [`**Failed:** ${String(error)}`], tables: [], verdicts: [] }
  })
  const result = { benchmark, findings }
  console.log(`\n${section(result)}\n`)
  results.push(result)
}
if (positionals.length === 0) {
  const file = join(projectFolder, 'docs', 'benchmarks.md')
  writeFileSync(file, fullReport(setting, results))
  console.error(`Wrote ${file}.`)
}
