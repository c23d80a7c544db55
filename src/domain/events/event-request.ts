import type { SignalReference } from '../signals/signal-source.ts'
import type { RequestedValue } from '../stimuli/parameter-match.ts'
import type { EventFilter } from './select-events.ts'

/** Where events come from: exactly one of these. */
export interface EventSourceRequest {
  /** seconds; null: not known */
  readonly times?: readonly (number | null)[] | null
  readonly intervals?: IntervalEvents | null
  readonly timeSeries?: TimeSeriesEvents | null
  readonly optogenetic?: OptogeneticFilter | null
  readonly crossings?: CrossingsRequest | null
}

/** A column of times of a table of intervals. */
export interface IntervalEvents {
  readonly table: string
  readonly column?: string | null
  /** START: from the start of the row */
  readonly timesFrom?: 'SESSION' | 'START' | null
  readonly where?: readonly ColumnValues[] | null
  readonly valueColumn?: string | null
}

/** A column, and the values one of which it must have. */
interface ColumnValues {
  readonly column: string
  readonly values: readonly RequestedValue[]
}

/** Samples of a time series. */
export interface TimeSeriesEvents {
  readonly path: string
  readonly column?: number | null
  readonly min?: number | null
  readonly max?: number | null
}

/** Light pulses. */
export interface OptogeneticFilter {
  readonly conditions?: readonly string[] | null
  readonly levels?: readonly number[] | null
  readonly minDuration?: number | null
  readonly maxDuration?: number | null
}

/** Moments at which a signal rises above a threshold; see findCrossings. */
export interface CrossingsRequest {
  readonly of: SignalReference
  readonly threshold: number
  readonly hold?: number | null
  readonly minDuration?: number | null
}

/** Which events of a source are wanted. */
export interface EventSelection extends EventFilter {
  readonly excludeInvalidTimes?: boolean | null
}
