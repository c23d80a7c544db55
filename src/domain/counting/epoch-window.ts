import { InvalidWindowError } from '../../errors.ts'
import type { StimulusEpoch } from '../session/session-tables.ts'
import { type Bins, cutIntoBins } from './bins.ts'

/** A window around the start of an epoch. */
export interface EpochWindow {
  /** seconds */
  readonly before: number
  /** seconds; null: to the epoch's end */
  readonly after: number | null
  /** seconds */
  readonly binSize: number
}

/**
 * The bins of a window around an epoch's start: from `start - before` to `start + after`. Their
 * number follows from `before + after`, which is exact where
 * `(start + after) - (start - before)` is off by a rounding.
 *
 * @throws InvalidBinSizeError, InvalidWindowError, TooManyBinsError
 */
export function epochBins(epoch: StimulusEpoch, { before, after, binSize }: EpochWindow): Bins {
  const startTime = epoch.startTime - before
  if (after === null) return cutIntoBins({ startTime, stopTime: epoch.stopTime }, binSize)
  if (!(before + after > 0)) {
    throw new InvalidWindowError(
      `before ${before} s and after ${after} s leave no window; their sum must be greater than 0.`,
    )
  }
  return cutIntoBins({ startTime, stopTime: epoch.startTime + after }, binSize, before + after)
}
