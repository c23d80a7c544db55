import { codedValue } from '../../domain/stimuli/coded-column.ts'
import { exportHref } from '../../exports/addressed-export.ts'
import { intervalTableExport } from '../../exports/tables/interval-table.ts'
import { columnValues, findColumn, numbersOf, passingRows } from '../../request/interval-tables.ts'
import type { GraphQLContext } from '../context.ts'
import { columnKinds } from '../fields/column-kinds.ts'
import { finiteOrNull } from '../fields/columns.ts'
import { encodeArray } from '../fields/encode-array.ts'
import { fileFormatOf } from '../fields/file-formats.ts'
import { cutPage, toConnection } from '../fields/lists/connection.ts'
import { fieldsBelow } from '../fields/lists/fields-below.ts'
import type {
  IntervalColumnResolvers,
  IntervalRowResolvers,
  IntervalTableResolvers,
} from '../generated.ts'
import type { IntervalColumnModel, IntervalRowModel } from '../models.ts'

/** As of presentations. */
const MAX_ROWS_A_PAGE = 1000

export const IntervalTable: IntervalTableResolvers = {
  name: ({ table }) => table.name,
  description: ({ table }) => table.description,
  rowCount: ({ table }) => table.rowCount,

  columns(model, _args, { budget }, info) {
    const { columns } = model.table
    budget.chargeList(columns.length, fieldsBelow(info))
    return columns.map((column) => ({ ...model, column }))
  },

  async column(model, { name }) {
    return { ...model, column: findColumn(model.table, name) }
  },

  href: ({ session, table }, { where, format }, { loaders }) =>
    exportHref(
      intervalTableExport,
      session,
      { table: table.name, where: where ?? [] },
      fileFormatOf[format],
      loaders,
    ),

  async rows(model, { where, ...page }, context, info) {
    const { session, table } = model
    const passes = await passingRows(session, table, where ?? [], context)
    const rows = Int32Array.from(passes.keys()).filter((row) => passes[row])
    const cut = cutPage(rows, String, page, MAX_ROWS_A_PAGE)
    context.budget.chargeList(cut.entries.length, fieldsBelow(info))
    const [first = 0] = cut.entries
    const last = cut.entries.at(-1) ?? -1
    const ofPage = { from: first, count: last + 1 - first }
    return toConnection(cut, (row) => ({ ...model, row, page: ofPage }))
  },
}

export const IntervalColumn: IntervalColumnResolvers = {
  name: ({ column }) => column.name,
  description: ({ column }) => column.description,
  kind: ({ column }) => columnKinds[column.kind],

  async values({ session, table, column }, _args, context) {
    context.budget.chargeList(table.rowCount)
    const values = await columnValues(session, table, column.name, context)
    return Array.from(values.codes, (_, row) => codedValue(values, row))
  },

  numbers: (model, _args, context) => numbersIn(model, context),

  async data(model, _args, context) {
    const numbers = await numbersIn(model, context)
    return numbers && encodeArray(numbers)
  },
}

async function numbersIn(
  { session, table, column }: IntervalColumnModel,
  context: GraphQLContext,
): Promise<Float64Array | null> {
  if (column.kind === 'list') return null
  return numbersOf(await columnValues(session, table, column.name, context))
}

export const IntervalRow: IntervalRowResolvers = {
  index: ({ row }) => row,
  startTime: (model, _args, context) => timeOf(model, 'start_time', context),
  stopTime: (model, _args, context) => timeOf(model, 'stop_time', context),

  async values(model, { names }, context) {
    const { session, table, row, page } = model
    const wanted = names ?? table.columns.map(({ name }) => name)
    context.budget.chargeList(wanted.length, 2)
    const columns = await Promise.all(
      wanted.map((name) => columnValues(session, table, name, context, page)),
    )
    return columns.flatMap((column) => {
      const value = codedValue(column, row - page.from)
      return value === null ? [] : [{ name: column.name, value }]
    })
  },
}

async function timeOf(
  { session, table, row, page }: IntervalRowModel,
  name: string,
  context: GraphQLContext,
): Promise<number | null> {
  if (!table.columns.some((column) => column.name === name)) return null
  const times = numbersOf(await columnValues(session, table, name, context, page))
  return finiteOrNull(times[row - page.from])
}
