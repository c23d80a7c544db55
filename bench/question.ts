import type { Table } from './report/table.ts'
import type { Verdict } from './report/target.ts'
import type { Setting } from './setting.ts'

/** What is measured by one file of questions/. */
export interface Question {
  /** by which it is asked for: `npm run bench -- notebook` */
  readonly name: string
  readonly title: string
  readonly measure: (setting: Setting) => Promise<Findings>
}

export interface Findings {
  /** how it was measured, and what to know of the figures; paragraphs */
  readonly notes: readonly string[]
  readonly tables: readonly Table[]
  readonly verdicts: readonly Verdict[]
}
