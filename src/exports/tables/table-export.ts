import type { FieldsOf } from '../../addresses/address-field.ts'
import { amount } from '../../formats/amounts.ts'
import type { Table } from '../../formats/tables/table.ts'
import { encodeTable, tableFormats } from '../../formats/tables/table-file.ts'
import { downloadName } from '../download-name.ts'
import {
  type Emptiness,
  type EncodingOptions,
  ExportKind,
  type ExportSource,
} from '../export-kind.ts'
import { attributesOfSource } from '../source-attributes.ts'

interface TableExportDefinition<Request> {
  /** of its files, without the ending: `units` */
  readonly name: string
  /** the parts of its request, in the order of an address */
  readonly fields: FieldsOf<Request>
  /** which of several tables a request means, for the names of files; left out: there is one */
  readonly tableOf?: (request: Request) => string
  /**
   * Checks a request, and decides what is to be read for it.
   *
   * @param request canonical
   */
  readonly plan: (request: Request, source: ExportSource) => Promise<TablePlan>
}

interface TablePlan {
  readonly rowCount: number
  /** null: there are rows */
  readonly emptiness: Emptiness | null
  /** Reads what the table needs. Charged by its cells. */
  readonly load: () => Promise<Table>
}

/** A kind of table: in every format of tables. */
export function tableExport<Request extends object>({
  name,
  fields,
  tableOf,
  plan,
}: TableExportDefinition<Request>): ExportKind<Request> {
  return new ExportKind({
    name,
    formats: tableFormats,
    fields,
    async plan(request, source) {
      const { rowCount, emptiness, load } = await plan(request, source)
      let columnCount = 0
      return {
        downloadName: downloadName(
          source.session.id,
          tableOf ? `${name}_${tableOf(request)}` : name,
        ),
        emptiness,
        summary: () => [`${amount(rowCount, 'row')} of ${amount(columnCount, 'column')}`],
        async encode(format, options) {
          const table = await load()
          columnCount = table.columns.length
          source.budget.chargeCells(rowCount * columnCount)
          source.budget.assertWithin()
          return encodeTable(
            format,
            withProgress(table, options),
            options,
            attributesOfSource(source),
          )
        },
      }
    },
  })
}

function withProgress(table: Table, { onProgress }: EncodingOptions): Table {
  return {
    ...table,
    async *chunks() {
      let done = 0
      for await (const chunk of table.chunks()) {
        yield chunk
        done += chunk[0]?.length ?? 0
        onProgress(done, table.rowCount)
      }
    },
  }
}
