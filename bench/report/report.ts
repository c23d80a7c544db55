import { BASELINE_MISSING } from '../baseline/notebook-baseline.ts'
import { machineLines } from '../machine/machine.ts'
import { version } from '../project.ts'
import type { Findings, Question } from '../question.ts'
import { ROUNDS } from '../rounds.ts'
import type { Setting } from '../setting.ts'
import { markdown } from './table.ts'
import { type Verdict, verdictText } from './target.ts'
import { threeDigits } from './texts.ts'

export interface Answer {
  readonly question: Question
  readonly findings: Findings
}

/** One question's part of the report. */
export function section({ question, findings }: Answer): string {
  const { notes, tables, verdicts } = findings
  return [
    `## ${question.title}`,
    `\`npm run bench -- ${question.name}\``,
    ...notes,
    ...tables.map(markdown),
    ...(verdicts.length > 0 ? [markdown(verdictTable(verdicts))] : []),
  ].join('\n\n')
}

/** docs/benchmarks.md. */
export function fullReport(setting: Setting, answers: readonly Answer[]): string {
  const { python, sessionOrigin } = setting
  const introduction = [
    '# Benchmarks',
    'Written by `npm run bench`, which builds SpikeQL, makes its data once (2.3 GB, twice, below node_modules/.cache), asks every question, and writes this page. `npm run bench -- notebook light` asks some of them; `--session FILE` takes a session of yours.',
    machineLines(python?.versions ?? null)
      .concat(`SpikeQL ${version}`, `full-scale session, ${sessionOrigin}`)
      .map((line) => `- ${line}`)
      .join('\n'),
    `Figures are medians, with the quartiles, of ${ROUNDS} rounds or more in which all that a table compares take turns; each runs twice in its turn, and the second run counts. Servers are processes started as \`npm start\` does, asked over loopback by one client in another process; the page cache is warm unless a table says otherwise. The baseline is what an expert would write by hand with h5py and numpy; its time is that of the job alone, without the start of Python. Every answer to the notebook’s job, to a window, to an export and on compressed spikes is compared with it cell by cell.${python ? '' : ` Here: ${BASELINE_MISSING}.`}`,
  ]
  const verdicts = answers.flatMap(({ findings }) => findings.verdicts)
  return `${[
    ...introduction,
    '## What is to be reached',
    markdown(verdictTable(verdicts)),
    ...answers.map(section),
  ].join('\n\n')}\n`
}

function verdictTable(verdicts: readonly Verdict[]) {
  return {
    headings: ['to reach', 'limit', 'measured', ''],
    rows: verdicts.map((verdict) => [
      verdict.what,
      `${verdict.bound === 'atMost' ? 'at most' : 'at least'} ${verdict.limit}${verdict.unit}`,
      verdict.measured === null ? '' : `${threeDigits(verdict.measured)}${verdict.unit}`,
      verdictText(verdict),
    ]),
  }
}
