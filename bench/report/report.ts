import { BASELINE_MISSING } from '../baseline/notebook-baseline.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { machineLines } from '../machine/machine.ts'
import { version } from '../project.ts'
import { ROUNDS } from '../rounds.ts'
import type { Setting } from '../setting.ts'
import { markdown } from './table.ts'
import { type Verdict, verdictText } from './target.ts'
import { threeDigits } from './texts.ts'

export interface BenchmarkResult {
  readonly benchmark: Benchmark
  readonly findings: Findings
}

/** One benchmark's part of the report. */
export function section({ benchmark, findings }: BenchmarkResult): string {
  const { notes, tables, verdicts } = findings
  return [
    `## ${benchmark.title}`,
    `\`npm run bench -- ${benchmark.name}\``,
    ...notes,
    ...tables.map(markdown),
    ...(verdicts.length > 0 ? [markdown(verdictTable(verdicts))] : []),
  ].join('\n\n')
}

/** docs/benchmarks.md. */
export function fullReport(setting: Setting, results: readonly BenchmarkResult[]): string {
  const { python, sessionOrigin } = setting
  const introduction = [
    '# Benchmarks',
    'Written by `npm run bench`, which builds SpikeQL, makes its data once (2.3 GB, twice, below node_modules/.cache), runs every benchmark, and writes this page. `npm run bench -- notebook light` runs some of them; `--session FILE` uses a session of yours.',
    machineLines(python?.versions ?? null)
      .concat(`SpikeQL ${version}`, `full-scale session, ${sessionOrigin}`)
      .map((line) => `- ${line}`)
      .join('\n'),
    `Figures are medians, with the quartiles, of ${ROUNDS} rounds or more in which all that a table compares take turns; each runs twice in its turn, and the second run counts. Servers are processes started as \`npm start\` does, queried over loopback by one client in another process; the page cache is warm unless a table says otherwise. The baseline is what an expert would write by hand with h5py and numpy; its time is that of the job alone, without the start of Python. Every response to the notebook’s job, to a window, to an export and on compressed spikes is compared with it cell by cell.${python ? '' : ` Here: ${BASELINE_MISSING}.`}`,
  ]
  const verdicts = results.flatMap(({ findings }) => findings.verdicts)
  return `${[
    ...introduction,
    '## Targets',
    markdown(verdictTable(verdicts)),
    ...results.map(section),
  ].join('\n\n')}\n`
}

function verdictTable(verdicts: readonly Verdict[]) {
  return {
    headings: ['target', 'limit', 'measured', ''],
    rows: verdicts.map((verdict) => [
      verdict.what,
      `${verdict.bound === 'atMost' ? 'at most' : 'at least'} ${verdict.limit}${verdict.unit}`,
      verdict.measured === null ? '' : `${threeDigits(verdict.measured)}${verdict.unit}`,
      verdictText(verdict),
    ]),
  }
}
