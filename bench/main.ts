// `npm run bench [-- NAME… --session FILE --compressed FILE]`: measure, print, and, when all is asked, write docs/benchmarks.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from './project.ts'
import { questions } from './questions.ts'
import { fullReport, section } from './report.ts'
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
const answers = []
for (const question of asked) {
  console.error(`${question.title} ...`)
  const answer = { question, findings: await question.measure(setting) }
  console.log(`\n${section(answer)}\n`)
  answers.push(answer)
}
if (positionals.length === 0) {
  const file = join(projectFolder, 'docs', 'benchmarks.md')
  writeFileSync(file, fullReport(setting, answers))
  console.error(`Wrote ${file}.`)
}
