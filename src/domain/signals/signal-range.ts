import type { EdgeRule } from '../alignment/edge-rule.ts'
import type { SignalReference } from './signal-source.ts'

/** The values that a signal must have in a window: `min <= value < max`. */
export interface ValueRange {
  /** null: no lower limit */
  readonly min: number | null
  /** null: no upper limit */
  readonly max: number | null
}

/** A range of the mean of a signal over a window of each presentation. */
export interface SignalRange extends ValueRange {
  readonly of: SignalReference
  /** seconds before the start of the presentation */
  readonly before: number
  /** seconds after it; null: to the stop of the presentation */
  readonly after: number | null
  readonly edgeRule: EdgeRule
}

/** Whether a value lies in a range; a missing one (NaN) lies in none, even one without limits. */
export function isInRange(value: number, { min, max }: ValueRange): boolean {
  if (Number.isNaN(value)) return false
  return (min === null || value >= min) && (max === null || value < max)
}
