import type { GraphQLResolveInfo } from 'graphql'
import type { GraphQLContext } from '../../context.ts'
import type { OpenedArea } from '../../models.ts'
import { cutPage, type PageArguments, toConnection } from './connection.ts'
import { fieldsBelow } from './fields-below.ts'

/** Units and channels: more than any session has, so that one page can hold all of them. */
export const MAX_ROWS_A_PAGE = 10_000

type RowsOfSession = Pick<OpenedArea, 'session' | 'tables'>

/** A page of rows of the units or the channels table. */
export function rowsPage(
  { session, tables }: RowsOfSession,
  table: 'units' | 'channels',
  rows: ArrayLike<number>,
  page: PageArguments,
  { budget }: GraphQLContext,
  info: GraphQLResolveInfo,
) {
  const { ids } = tables[table]
  const cut = cutPage(rows, (row) => String(ids[row]), page, MAX_ROWS_A_PAGE)
  budget.chargeList(cut.entries.length, fieldsBelow(info))
  return toConnection(cut, (row) => ({ session, tables, row }))
}
