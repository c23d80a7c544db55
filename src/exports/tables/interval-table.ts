import type { AddressField } from '../../addresses/address-field.ts'
import { readColumnCondition, writeColumnCondition } from '../../addresses/column-filter-text.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { codedTableColumn } from '../../formats/tables/coded-table-column.ts'
import { type Table, tableOf } from '../../formats/tables/table.ts'
import {
  type ColumnFilter,
  columnValues,
  findIntervalTable,
  passingRows,
} from '../../request/interval-tables.ts'
import type { ExportSource } from '../export-kind.ts'
import { tableExport } from './table-export.ts'

export interface IntervalTableRequest {
  /** name of the table */
  readonly table: string
  readonly where: readonly ColumnFilter[]
}

const tableField: AddressField<string> = {
  write: (table, name) => [[name, table]],
  read(fields, name) {
    const table = fields.text(name)
    if (table !== undefined) return table
    throw new InvalidArgumentError(
      `The address names no ${name} of intervals. Query href for an address.`,
    )
  },
}

const whereField: AddressField<readonly ColumnFilter[]> = {
  write: (filters, name) => [
    [name, filters.length > 0 ? filters.map(writeColumnCondition) : undefined],
  ],
  read: (fields, name) =>
    (fields.list(name) ?? []).map((text) => {
      const { column, values } = readColumnCondition(text)
      if (values) return { column, values }
      throw new InvalidArgumentError(
        `A condition is "${text.slice(0, 100)}"; it must have values, such as response=["hit"].`,
      )
    }),
}

/** A table of intervals, such as trials: its rows that pass, with all of its columns. */
export const intervalTableExport = tableExport<IntervalTableRequest>({
  name: 'intervals',
  fields: { table: tableField, where: whereField },
  tableOf: ({ table }) => table,
  async plan({ table: name, where }, source) {
    const table = await findIntervalTable(source.session, name, source)
    const passes = await passingRows(source.session, table, where, source)
    const rows = [...passes.keys()].filter((row) => passes[row])
    const reason = `No row is left to export, of the ${table.rowCount} of ${name}.`
    return {
      rowCount: rows.length,
      emptiness: rows.length === 0 ? { missing: null, reason } : null,
      load: () => rowsTable(name, rows, source),
    }
  },
})

async function rowsTable(
  name: string,
  rows: readonly number[],
  source: ExportSource,
): Promise<Table> {
  const { session } = source
  const table = await findIntervalTable(session, name, source)
  const columns = await Promise.all(
    table.columns.map(async (column) => ({
      ...(await columnValues(session, table, column.name, source)),
      kind: column.kind,
    })),
  )
  const index = { name: 'row', type: 'integer' as const, cells: Float64Array.from(rows) }
  const names = new Set(columns.map((column) => column.name))
  return tableOf([
    names.has('row') ? { ...index, name: 'table_row' } : index,
    ...columns.map((column) => codedTableColumn(column, rows)),
  ])
}
