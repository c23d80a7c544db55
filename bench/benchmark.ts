import type { Table } from './report/table.ts'
import type { Verdict } from './report/target.ts'
import type { Setting } from './setting.ts'

/** What one file of benchmarks/ measures. */
export interface Benchmark {
  /** argument that selects it: `npm run bench -- notebook` */
  readonly name: string
  readonly title: string
  readonly measure: (setting: Setting) => Promise<Findings>
}

export interface Findings {
  /** how it was measured, and how to read the figures; paragraphs */
  readonly notes: readonly string[]
  readonly tables: readonly Table[]
  readonly verdicts: readonly Verdict[]
}
