import type { Address } from '../../app/address.ts'
import { useQuery } from '../../app/use-query.ts'
import { RasterUnitsDocument, type RasterUnitsQuery } from '../../gql/graphql.ts'
import { oneUnit } from '../../unit/one-unit.ts'
import type { EventRequest } from '../loading/event-request.ts'

/** A unit to choose. */
export type ListedUnit = NonNullable<RasterUnitsQuery['session']>['units']['nodes'][number]

/** The units of the chosen areas, and which of them rasters are of: at first the first. */
export function useRasterUnits(
  { shared }: EventRequest,
  { unit, target }: Address,
  isWanted: boolean,
) {
  const { session, units } = shared
  const { data, error, isLoading, retry } = useQuery(
    RasterUnitsDocument,
    isWanted ? { session, where: units } : null,
  )
  const listed = isLoading || !isWanted ? null : (data?.session?.units.nodes ?? null)
  const first = unit ?? listed?.[0]?.unitId ?? null
  const shown = first === null ? listed && [] : [...new Set([first, target ?? first])]
  return { listed, shown: isWanted ? shown : null, error: isWanted ? error : null, retry }
}

/** The same request, of these units alone, whether or not they pass the quality filter. */
export function ofUnits(request: EventRequest, ids: readonly string[]): EventRequest {
  const [first = ''] = ids
  return {
    ...request,
    shared: { ...request.shared, units: { ...oneUnit(first), ids: [...ids] } },
  }
}
