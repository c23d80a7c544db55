import type { UnitFilter } from '../gql/graphql.ts'
import type { Address, QualityLimits } from './address.ts'
import { defaultLimits } from './defaults.ts'

/**
 * The limits as the API's filter; `{}` where they are the AllenSDK's. A limit that is off lets
 * units pass whose metric is missing: the AllenSDK would drop them all the same.
 */
export function unitFilter(limits: QualityLimits): UnitFilter {
  const changed = Object.entries(limits).filter(
    ([name, limit]) => limit !== defaultLimits[name as keyof QualityLimits],
  )
  const isOneOff = changed.some(([, limit]) => limit === null)
  return { ...Object.fromEntries(changed), ...(isOneOff && { requireMetrics: false }) }
}

/** The units that the table lists: those that pass, of the chosen areas and probe. */
export function listedUnits({ limits, areas, probe }: Address): UnitFilter {
  return {
    ...unitFilter(limits),
    areas: areas.length > 0 ? [...areas] : null,
    probes: probe === null ? null : [probe],
  }
}
