import type { Address } from '../app/address.ts'
import { client } from '../app/client.ts'
import { Link } from '../app/link.tsx'
import { go } from '../app/use-address.ts'
import { useQuery } from '../app/use-query.ts'
import { SortHead } from '../components/controls/sort-head.tsx'
import { Panel } from '../components/layout/panel.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { amount, count } from '../components/texts/amounts.ts'
import { IntervalTableFilesDocument } from '../gql/graphql.ts'
import { aroundRow, aroundRows } from './around-row.ts'
import {
  cellText,
  type IntervalTable,
  nextTableOrder,
  orderColumns,
  parseTableOrder,
  type TableColumn,
  type TableRow,
} from './table-rows.ts'
import { type PageLink, useTablePage } from './use-table-page.ts'

interface TablePanelProps {
  readonly address: Address
  readonly session: string
  readonly table: IntervalTable
}

/** A table of intervals: its rows page by page, each leading to the activity around it. */
export function TablePanel({ address, session, table }: TablePanelProps) {
  const columns = orderColumns(table.columns)
  const page = useTablePage(session, table, address)
  const { rows, error, retry } = page
  const hasStarts = columns.some(({ name }) => name === 'start_time')
  return (
    <Panel
      title={table.name}
      aside={
        <p className="soft small">
          {amount(table.rowCount, 'row')}, {amount(columns.length, 'column')}
        </p>
      }
    >
      {table.description && <p className="soft table-about">{table.description}</p>}
      <div className="table-actions">
        {hasStarts && table.rowCount > 0 && (
          <Link className="button" to={aroundRows(table.name)}>
            Responses around all rows
          </Link>
        )}
        <TableFiles session={session} table={table.name} />
      </div>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!rows && !error && <Loading what="the rows" />}
      {rows && rows.length === 0 && <p className="soft">This table has no rows.</p>}
      {rows && rows.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys */}
          <section className="table-scroll" tabIndex={0} aria-label={`Rows of ${table.name}`}>
            <table className="table interval-table">
              <Heads {...{ columns, address }} canSort={page.canSort} />
              <tbody>
                {rows.map((row) => (
                  <Row key={row.index} {...{ row, columns }} table={table.name} />
                ))}
              </tbody>
            </table>
          </section>
          <Pager {...page} rowCount={table.rowCount} />
        </>
      )}
    </Panel>
  )
}

interface HeadsProps {
  readonly columns: readonly TableColumn[]
  readonly address: Address
  readonly canSort: boolean
}

function Heads({ columns, address, canSort }: HeadsProps) {
  const order = parseTableOrder(address.order, columns)
  const directionOf = (name: string) => {
    if (order?.column !== name) return null
    return order.isDescending ? ('descending' as const) : ('ascending' as const)
  }
  return (
    <thead>
      <tr>
        <th scope="col" className="number">
          Row
        </th>
        {columns.map((column) =>
          canSort ? (
            <SortHead
              key={column.name}
              title={titleOf(column)}
              isNumber={isNumber(column)}
              direction={directionOf(column.name)}
              about={column.description}
              onSort={() =>
                go({ order: nextTableOrder(order, column.name), page: null }, { replace: true })
              }
            />
          ) : (
            <th
              key={column.name}
              scope="col"
              className={isNumber(column) ? 'number' : undefined}
              title={column.description ?? undefined}
            >
              {titleOf(column)}
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}

const isNumber = ({ kind }: TableColumn) => kind === 'NUMBER'

/** The file's own name, and what NWB's own times are measured in. */
const titleOf = ({ name }: TableColumn) => (/^(start|stop)_time$/.test(name) ? `${name} (s)` : name)

interface RowProps {
  readonly table: string
  readonly row: TableRow
  readonly columns: readonly TableColumn[]
}

function Row({ table, row, columns }: RowProps) {
  const to = aroundRow(table, row)
  return (
    <tr>
      <th scope="row" className="number">
        {to ? (
          <Link to={to} aria-label={`Activity around row ${row.index}`}>
            {row.index}
          </Link>
        ) : (
          row.index
        )}
      </th>
      {columns.map((column) => {
        const text = cellText(row.values.get(column.name) ?? null, column)
        return (
          <td
            key={column.name}
            className={isNumber(column) ? 'number' : 'interval-text'}
            title={text.length > 30 ? text : undefined}
          >
            {text}
          </td>
        )
      })}
    </tr>
  )
}

interface PagerProps {
  readonly first: number
  readonly last: number
  readonly rowCount: number
  readonly canSort: boolean
  readonly links: readonly PageLink[]
}

/** Which rows these are, and the way to the others. */
function Pager({ first, last, rowCount, canSort, links }: PagerProps) {
  return (
    <div className="table-pager">
      <p className="soft small">
        {rowCount === last - first + 1
          ? `All ${amount(rowCount, 'row')}`
          : `Rows ${count(first)} to ${count(last)} of ${count(rowCount)}`}
        {!canSort && ', in the file’s order: the table is too long to be sorted here'}
      </p>
      {links.length > 0 && (
        <nav className="table-pages" aria-label="Pages">
          {links.map(({ label, page }) => (
            <Link key={label} className="button" to={{ page }}>
              {label}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}

interface TableFilesProps {
  readonly session: string
  readonly table: string
}

/** The whole table as a file. */
function TableFiles({ session, table }: TableFilesProps) {
  const { data, error, retry } = useQuery(IntervalTableFilesDocument, { session, table })
  const files = data?.session?.intervalTables.find(({ name }) => name === table)
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!files) return null
  return (['csv', 'parquet'] as const).map((format) => (
    <a key={format} className="button" href={client.urlOf(files[format])} download>
      Download .{format}
    </a>
  ))
}
