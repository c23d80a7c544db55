import type { SessionTables } from '../session/session-tables.ts'
import { everyUnit, selectUnits, type UnitFilter } from './unit-filter.ts'

/** The conditions that the AllenSDK applies by default, in its order. */
const conditions = [
  'validOnly',
  'inBrainOnly',
  'amplitudeCutoffMax',
  'presenceRatioMin',
  'isiViolationsMax',
  'requireMetrics',
] as const satisfies readonly (keyof UnitFilter)[]

export interface ConditionEffect {
  readonly condition: (typeof conditions)[number]
  readonly value: number | boolean
  /** units that fail this condition, whether or not they fail others too */
  readonly dropped: number
}

/** How many units each condition that is switched on drops, taken alone. */
export function filterEffect(tables: SessionTables, filter: UnitFilter): ConditionEffect[] {
  return conditions.flatMap((condition) => {
    const value = filter[condition]
    if (value === null || value === false) return []
    const passing = selectUnits(tables, { ...everyUnit, [condition]: value })
    return [{ condition, value, dropped: tables.units.count - passing.length }]
  })
}
