import type { IntervalTable, IntervalValues } from '../domain/session/interval-table.ts'
import { matchValues, type RequestedValue } from '../domain/stimuli/parameter-match.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { RequestContext } from './request-context.ts'

/** A column that must have one of some values. */
export interface ColumnFilter {
  readonly column: string
  readonly values: readonly RequestedValue[]
}

/** @throws InvalidArgumentError for a name that the session does not have */
export async function findIntervalTable(
  session: CatalogSession,
  name: string,
  { loaders }: RequestContext,
): Promise<IntervalTable> {
  const tables = await loaders.load(session, 'intervalTables')
  const table = tables.find((candidate) => candidate.name === name)
  if (table) return table
  const known = tables.map((candidate) => candidate.name).join(', ')
  throw new InvalidArgumentError(
    `No table of intervals "${name.slice(0, 100)}" in this session. Available: ${known || 'none'}.`,
  )
}

/** @throws InvalidArgumentError for a name that the table does not have */
export function findColumn({ name, columns }: IntervalTable, columnName: string) {
  const column = columns.find((candidate) => candidate.name === columnName)
  if (column) return column
  const known = columns.map((candidate) => candidate.name).join(', ')
  throw new InvalidArgumentError(
    `No column "${columnName.slice(0, 100)}" in ${name}. Available: ${known || 'none'}.`,
  )
}

/** Some rows of a column; all when left out. Charges the budget. */
export async function columnValues(
  session: CatalogSession,
  table: IntervalTable,
  name: string,
  { budget, loaders }: RequestContext,
  rows = { from: 0, count: table.rowCount },
): Promise<IntervalValues> {
  const column = findColumn(table, name)
  budget.chargeCells(rows.count)
  return loaders.read(session, 'intervalColumns', {
    table: table.name,
    column: column.name,
    ...rows,
  })
}

/** The values as numbers; NaN for what is missing, or not a number. */
export function numbersOf({ codes, values }: IntervalValues): Float64Array {
  const numbers = values.map((value) => (typeof value === 'object' ? Number.NaN : Number(value)))
  return Float64Array.from(codes, (code) => numbers[code] ?? Number.NaN)
}

/**
 * Times of each row of a table, in seconds; NaN where they are missing.
 *
 * @param isOffset whether the file counts them from the start of the row
 */
export async function timesInColumn(
  session: CatalogSession,
  table: IntervalTable,
  column: string,
  isOffset: boolean,
  context: RequestContext,
): Promise<Float64Array> {
  const times = numbersOf(await columnValues(session, table, column, context))
  if (!isOffset) return times
  const starts = numbersOf(await columnValues(session, table, 'start_time', context))
  return times.map((time, row) => time + starts[row])
}

/**
 * Which rows pass all filters.
 *
 * @returns shape [rows]
 * @throws InvalidArgumentError for a column that there is not, or a value that no row has
 */
export async function passingRows(
  session: CatalogSession,
  table: IntervalTable,
  filters: readonly ColumnFilter[],
  context: RequestContext,
): Promise<boolean[]> {
  const columns = await Promise.all(
    filters.map(({ column }) => columnValues(session, table, column, context)),
  )
  const wanted = columns.map((column, i) =>
    matchValues(column, filters[i].values, `row of ${table.name}`),
  )
  return Array.from({ length: table.rowCount }, (_, row) =>
    columns.every(({ codes }, i) => wanted[i].has(codes[row])),
  )
}
