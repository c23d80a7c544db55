import type { GraphQLResolveInfo } from 'graphql'
import { resolveArea } from '../../domain/areas/area-names.ts'
import { sessionAreas, validChannelCounts } from '../../domain/areas/session-areas.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { GraphQLContext } from '../context.ts'
import { fieldsBelow } from '../fields/lists/fields-below.ts'
import type { AreaModel, OpenedArea } from '../models.ts'

interface AreasRequest {
  /** null: all areas of the session */
  readonly acronyms: readonly string[] | null
  readonly units: UnitFilter
}

/**
 * Areas with their units that pass the default filter: the list of sessions knows their counts.
 *
 * @throws AreaNotFoundError
 */
export function listedAreas(
  session: CatalogSession,
  { acronyms, units }: AreasRequest,
  { loaders, selections, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
): AreaModel[] {
  const known = session.areas.map(({ acronym }) => acronym)
  budget.chargeList(acronyms?.length ?? known.length, fieldsBelow(info))
  const wanted = acronyms?.map((area) => resolveArea(area, known)) ?? known
  return wanted.map((acronym) => {
    const listed = session.areas[known.indexOf(acronym)]
    return {
      session,
      acronym,
      channelCount: listed?.channelCount ?? 0,
      unitCount: listed?.passingUnitCount ?? 0,
      async open() {
        const tables = await loaders.tables(session)
        return { session, tables, units, unitRows: selections.rowsInArea(tables, units, acronym) }
      },
    }
  })
}

/**
 * Areas with their units that pass a filter.
 *
 * @throws AreaNotFoundError, and what the unit filter throws
 */
export async function filteredAreas(
  session: CatalogSession,
  { acronyms, units }: AreasRequest,
  { loaders, selections, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
): Promise<AreaModel[]> {
  const tables = await loaders.tables(session)
  const known = sessionAreas(tables)
  budget.chargeList(acronyms?.length ?? known.length, fieldsBelow(info))
  const wanted = acronyms?.map((area) => resolveArea(area, known)) ?? known
  return wanted.map((acronym) => {
    const unitRows = selections.rowsInArea(tables, units, acronym)
    return openedArea({ session, tables, units, unitRows }, acronym)
  })
}

/** An area of a session whose tables are there. */
export function openedArea(opened: OpenedArea, acronym: string): AreaModel {
  return {
    session: opened.session,
    acronym,
    channelCount: validChannelCounts(opened.tables).get(acronym) ?? 0,
    unitCount: opened.unitRows.length,
    open: async () => opened,
  }
}
