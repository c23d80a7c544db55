import type { GraphQLResolveInfo } from 'graphql'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import { type AskedWindow, windowBins } from '../../domain/counting/matrix-request.ts'
import { resolveArea, sessionAreas } from '../../domain/session/areas.ts'
import type { MatrixRequest } from '../../sessions/session-reader.ts'
import type { GraphQLContext } from '../context.ts'
import type { UnitFilter } from '../generated.ts'
import type { BinnedActivityModel, SessionModel, StimulusEpochModel } from '../models.ts'
import { openedArea } from '../selections/areas.ts'
import { fieldsBelow } from './fields-below.ts'
import { toUnitFilter } from './unit-arguments.ts'

/** A window of a session, and which matrices are asked of it. */
export interface WindowRequest {
  readonly session: SessionModel
  /** the epoch that the window is aligned to */
  readonly epoch: StimulusEpochModel | null
  readonly window: AskedWindow
  /** one matrix for each; null: for all areas of the session; empty: one of all units */
  readonly areas: readonly string[] | null | undefined
  readonly units: UnitFilter
}

/**
 * One matrix an area, in the order asked. Nothing is read for them until their counts are wanted.
 *
 * @throws AreaNotFoundError, and what the unit filter throws
 */
export async function matricesByArea(
  { session, epoch, window, areas, units: asked }: WindowRequest,
  { loaders, selections, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
): Promise<BinnedActivityModel[]> {
  const tables = await loaders.tables(session)
  const bins = windowBins(tables, window)
  const units = toUnitFilter(asked)
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

/** The counts for a field that writes every cell. */
export async function countsToWrite(
  matrix: BinnedActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<CountMatrix> {
  budget.chargeCopy(matrix, cellCount(matrix))
  budget.assertWithin()
  return loaders.counts(matrix.session, matrix)
}

/** The counts of several matrices of a session, in the order asked. */
export async function countsToWriteTogether(
  session: SessionModel,
  requests: readonly MatrixRequest[],
  { budget, loaders }: GraphQLContext,
): Promise<CountMatrix[]> {
  for (const request of requests) budget.chargeCopy(request, cellCount(request))
  budget.assertWithin()
  return Promise.all(requests.map((request) => loaders.counts(session, request)))
}

/** The counts for a field that only sums them up. */
export async function countsToSummarize(
  matrix: BinnedActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<CountMatrix> {
  budget.chargeSummary(matrix, cellCount(matrix))
  budget.assertWithin()
  return loaders.counts(matrix.session, matrix)
}

/** At least one a bin: without units there is still a row to write. */
function cellCount({ bins, unitRows }: MatrixRequest): number {
  return bins.count * Math.max(1, unitRows.length)
}
