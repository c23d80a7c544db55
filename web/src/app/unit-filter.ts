import type { UnitFilter } from '../gql/graphql.ts'
import type { QualityLimits } from './address.ts'
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
