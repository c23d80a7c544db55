import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { useQuery } from '../app/use-query.ts'
import { IntervalTableColumnsDocument, IntervalTableRowsDocument } from '../gql/graphql.ts'
import {
  type IntervalTable,
  parseTableOrder,
  rowsOfColumns,
  sortRows,
  type TableRow,
} from './table-rows.ts'

/** Rows on a page. */
const PAGE = 100

/** Largest table, in cells, that is requested as a whole, so that it can be sorted: some 3 MB. */
const MOST_CELLS = 300_000

/** A way to another page. */
export interface PageLink {
  readonly label: string
  /** of the address; null: the first */
  readonly page: string | null
}

export interface TablePage {
  /** null: not there yet */
  readonly rows: readonly TableRow[] | null
  /** places of the first and last of them among all, from 1 */
  readonly first: number
  readonly last: number
  readonly canSort: boolean
  readonly links: readonly PageLink[]
  readonly error: Error | null
  readonly retry: () => void
}

/** The rows of a table that the address names. */
export function useTablePage(session: string, table: IntervalTable, address: Address): TablePage {
  const { name, columns, rowCount } = table
  const canSort = rowCount * columns.length <= MOST_CELLS
  const whole = useQuery(IntervalTableColumnsDocument, canSort ? { session, table: name } : null)
  const some = useQuery(
    IntervalTableRowsDocument,
    canSort ? null : { session, table: name, first: PAGE, after: address.page },
  )
  const received = whole.data?.session?.intervalTables.find((other) => other.name === name)
  const sorted = useMemo(() => {
    const order = parseTableOrder(address.order, columns)
    return received ? sortRows(rowsOfColumns(received.columns, rowCount), order) : null
  }, [received, address.order, columns, rowCount])
  if (canSort) return numberedPage(sorted, address.page, whole)
  const rows = some.isLoading
    ? null
    : some.data?.session?.intervalTables.find((other) => other.name === name)?.rows
  const shown = rows?.nodes.map(({ index, values }) => ({
    index,
    values: new Map(values.map(({ name, value }) => [name, value])),
  }))
  return {
    rows: shown ?? null,
    first: (shown?.[0]?.index ?? 0) + 1,
    last: (shown?.at(-1)?.index ?? -1) + 1,
    canSort,
    links: [
      ...(address.page === null ? [] : [{ label: 'First rows', page: null }]),
      ...(rows?.pageInfo.hasNextPage
        ? [{ label: 'Next rows', page: rows.pageInfo.endCursor ?? null }]
        : []),
    ],
    error: some.error,
    retry: some.retry,
  }
}

function numberedPage(
  rows: readonly TableRow[] | null,
  requested: string | null,
  { error, retry }: Pick<TablePage, 'error' | 'retry'>,
): TablePage {
  const count = rows?.length ?? 0
  const lastPage = Math.max(Math.ceil(count / PAGE), 1)
  const number = /^\d{1,9}$/.test(requested ?? '') ? Number(requested) : 1
  const page = Math.min(Math.max(number, 1), lastPage)
  const textOf = (other: number) => (other === 1 ? null : String(other))
  return {
    rows: rows?.slice((page - 1) * PAGE, page * PAGE) ?? null,
    first: (page - 1) * PAGE + 1,
    last: Math.min(page * PAGE, count),
    canSort: true,
    links: [
      ...(page > 1 ? [{ label: 'Previous rows', page: textOf(page - 1) }] : []),
      ...(page < lastPage ? [{ label: 'Next rows', page: textOf(page + 1) }] : []),
    ],
    error,
    retry,
  }
}
