import type { GraphQLResolveInfo } from 'graphql'
import type { SessionTables } from '../../../domain/session/session-tables.ts'
import type { CatalogSession } from '../../../sessions/session-catalog.ts'
import type { GraphQLContext } from '../../context.ts'
import type { UnitModel } from '../../models.ts'
import { fieldsBelow } from '../lists/fields-below.ts'

export interface WithUnitColumns {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly unitRows: Uint32Array
}

/** The fields of whatever has a unit a column. */
export const unitColumns = {
  units(
    { session, tables, unitRows }: WithUnitColumns,
    _args: object,
    { budget }: GraphQLContext,
    info: GraphQLResolveInfo,
  ): UnitModel[] {
    budget.chargeList(unitRows.length, fieldsBelow(info))
    return Array.from(unitRows, (row) => ({ session, tables, row }))
  },

  unitIds({ tables, unitRows }: WithUnitColumns, _args: object, { budget }: GraphQLContext) {
    budget.chargeList(unitRows.length)
    return Array.from(unitRows, (row) => String(tables.units.ids[row]))
  },
}
