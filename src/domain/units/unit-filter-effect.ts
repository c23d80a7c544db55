import type { SessionTables } from '../session/session-tables.ts'
import { everyUnit, gradesAsAllen, selectUnits, type UnitFilter } from './unit-filter.ts'

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
  /** false where the file lacks what the condition is about, so that it excludes no unit */
  readonly applies: boolean
  /** units that fail this condition, whether or not they fail others too */
  readonly excludedCount: number
}

/** How many units each condition that is switched on excludes, taken alone. */
export function filterEffect(tables: SessionTables, filter: UnitFilter): ConditionEffect[] {
  return conditions.flatMap((condition) => {
    const value = filter[condition]
    if (value === null || value === false) return []
    const passing = selectUnits(tables, { ...everyUnit, [condition]: value })
    const excludedCount = tables.units.count - passing.length
    return [{ condition, value, applies: applies(tables, condition), excludedCount }]
  })
}

function applies(
  { units, channels }: SessionTables,
  condition: ConditionEffect['condition'],
): boolean {
  const { amplitudeCutoff, presenceRatio, isiViolations } = units.metrics
  switch (condition) {
    case 'validOnly':
      return gradesAsAllen(units.quality) || channels.valid !== null
    case 'inBrainOnly':
      return units.areaSources.some((source) => source !== null)
    case 'amplitudeCutoffMax':
      return amplitudeCutoff !== null
    case 'presenceRatioMin':
      return presenceRatio !== null
    case 'isiViolationsMax':
      return isiViolations !== null
    case 'requireMetrics':
      return (amplitudeCutoff ?? presenceRatio ?? isiViolations) !== null
  }
}
