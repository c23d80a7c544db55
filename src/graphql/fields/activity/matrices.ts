import type { GraphQLResolveInfo } from 'graphql'
import { resolveArea } from '../../../domain/areas/area-names.ts'
import { sessionAreas } from '../../../domain/areas/session-areas.ts'
import { type RequestedWindow, windowBins } from '../../../domain/counting/matrix-request.ts'
import type { GraphQLContext } from '../../context.ts'
import type { UnitFilter } from '../../generated.ts'
import type { BinnedActivityModel, SessionModel, StimulusEpochModel } from '../../models.ts'
import { openedArea } from '../../selections/areas.ts'
import { fieldsBelow } from '../lists/fields-below.ts'
import { toUnitFilter } from '../units/unit-arguments.ts'

/** A window of a session, and the matrices requested of it. */
export interface WindowRequest {
  readonly session: SessionModel
  /** the epoch that the window is aligned to */
  readonly epoch: StimulusEpochModel | null
  readonly window: RequestedWindow
  /** one matrix for each; null: for all areas of the session; empty: one of all units */
  readonly areas: readonly string[] | null | undefined
  readonly units: UnitFilter
}

/**
 * One matrix per area, in the order requested. Nothing is read until their counts are needed.
 *
 * @throws AreaNotFoundError, and what the unit filter throws
 */
export async function matricesByArea(
  { session, epoch, window, areas, units: requested }: WindowRequest,
  { loaders, selections, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
): Promise<BinnedActivityModel[]> {
  const tables = await loaders.tables(session)
  const bins = windowBins(tables, window)
  const units = toUnitFilter(requested)
  if (areas?.length === 0) {
    budget.chargeList(1, fieldsBelow(info))
    const unitRows = selections.rows(tables, units)
    return [{ session, tables, area: null, epoch, window, units, bins, unitRows }]
  }
  const known = sessionAreas(tables)
  budget.chargeList(areas?.length ?? known.length, fieldsBelow(info))
  const acronyms = areas?.map((area) => resolveArea(area, known)) ?? known
  return acronyms.map((acronym) => {
    const unitRows = selections.rowsInArea(tables, units, acronym)
    const area = openedArea({ session, tables, units, unitRows }, acronym)
    return { session, tables, area, epoch, window, units, bins, unitRows }
  })
}
