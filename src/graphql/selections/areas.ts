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
  context: GraphQLContext,
  info: GraphQLResolveInfo,
): AreaModel[] {
  const { areas } = session
  const known = areas.map(({ acronym }) => acronym)
  context.budget.chargeList(acronyms?.length ?? known.length, fieldsBelow(info))
  const wanted = acronyms?.map((area) => resolveArea(area, known)) ?? known
  const open: OpenArea = async (acronym) => {
    const tables = await context.loaders.tables(session)
    const unitRows = context.selections.rowsInArea(tables, units, acronym)
    return { session, tables, units, unitRows }
  }
  return wanted.map(
    (acronym) => new ListedArea(session, acronym, areas[known.indexOf(acronym)], open),
  )
}

type OpenArea = (acronym: string) => Promise<OpenedArea>

/** A list of sessions has thousands: what they share is in one function. */
class ListedArea implements AreaModel {
  readonly session: CatalogSession
  readonly acronym: string
  readonly channelCount: number
  readonly unitCount: number
  readonly #open: OpenArea

  constructor(
    session: CatalogSession,
    acronym: string,
    listed: CatalogSession['areas'][number] | undefined,
    open: OpenArea,
  ) {
    this.session = session
    this.acronym = acronym
    this.channelCount = listed?.channelCount ?? 0
    this.unitCount = listed?.passingUnitCount ?? 0
    this.#open = open
  }

  open(): Promise<OpenedArea> {
    return this.#open(this.acronym)
  }
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
