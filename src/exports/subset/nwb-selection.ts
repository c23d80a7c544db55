import type { IntervalTable } from '../../domain/session/interval-table.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { columnValues, findIntervalTable, numbersOf } from '../../request/interval-tables.ts'
import type { ExportSource } from '../export-kind.ts'

/** Which part of a session is written as a file of its own. */
export interface NwbSubsetRequest {
  readonly units: UnitFilter
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
  /** names of the tables of intervals; null: all */
  readonly tables: readonly string[] | null
}

/** Rows of a table of intervals that a subset has. */
export interface SelectedIntervals {
  readonly table: IntervalTable
  readonly rows: readonly number[]
}

/**
 * The rows that reach into the span. One without a stop is kept if it starts there.
 *
 * @throws InvalidArgumentError for a table that the session does not have
 */
export async function selectIntervals(
  { span, tables }: NwbSubsetRequest,
  source: ExportSource,
): Promise<SelectedIntervals[]> {
  const { session, loaders } = source
  const all = await loaders.load(session, 'intervalTables')
  const wanted = tables
    ? await Promise.all(tables.map((name) => findIntervalTable(session, name, source)))
    : all
  const selected = await Promise.all(
    wanted.map(async (table) => ({ table, rows: await rowsIn(table, span, source) })),
  )
  return selected.filter(({ rows }) => rows.length > 0)
}

async function rowsIn(
  table: IntervalTable,
  span: TimeSpan,
  source: ExportSource,
): Promise<number[]> {
  const times = async (column: string) =>
    table.columns.some(({ name }) => name === column)
      ? numbersOf(await columnValues(source.session, table, column, source))
      : new Float64Array(table.rowCount).fill(Number.NaN)
  const [starts, stops] = await Promise.all([times('start_time'), times('stop_time')])
  return Array.from(starts.keys()).filter((row) => {
    const stop = Number.isNaN(stops[row]) ? starts[row] : stops[row]
    return starts[row] <= span.stopTime && stop >= span.startTime
  })
}
