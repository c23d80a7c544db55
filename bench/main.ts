// `npm run bench [-- NAME… --session FILE --compressed FILE]`: measure, print, and, when all is
// asked, write docs/benchmarks.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from './project.ts'
import type { Findings } from './question.ts'
import { questions } from './questions.ts'
import { type Answer, fullReport, section } from './report/report.ts'
import { prepare } from './setting.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { session: { type: 'string' }, compressed: { type: 'string' } },
})
const unknown = positionals.filter((name) => !questions.some((question) => question.name === name))
if (unknown.length > 0) {
  const names = questions.map(({ name }) => name).join(', ')
  console.error(`No question "${unknown[0]}". There are: ${names}.`)
  process.exit(2)
}
const asked = questions.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
// A stop by a signal ends the servers too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const setting = await prepare(values)
const answers: Answer[] = []
for (const question of asked) {
  console.error(`${question.title} ...`)
  const findings = await question.measure(setting).catch((error: unknown): Findings => {
    // The others are answered all the same; this one says why it is not.
    console.error(error)
    process.exitCode = 1
    return { notes: [`**Failed:** ${String(error)}`], tables: [], verdicts: [] }
  })
  const answer = { question, findings }
  console.log(`\n${section(answer)}\n`)
  answers.push(answer)
}
if (positionals.length === 0) {
  const file = join(projectFolder, 'docs', 'benchmarks.md')
  writeFileSync(file, fullReport(setting, answers))
  console.error(`Wrote ${file}.`)
}
