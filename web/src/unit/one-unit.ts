import type { UnitFilter } from '../gql/graphql.ts'

/** One unit, whether or not it passes the quality filter. */
export function oneUnit(unitId: string): UnitFilter {
  return {
    ids: [unitId],
    amplitudeCutoffMax: null,
    presenceRatioMin: null,
    isiViolationsMax: null,
    requireMetrics: false,
    validOnly: false,
    inBrainOnly: false,
  }
}
