import type { SessionTables } from '../session/session-tables.ts'
import { findEpoch } from '../stimuli/epochs.ts'
import { knownEpochs } from '../stimuli/known-epochs.ts'
import type { UnitFilter } from '../units/unit-filter.ts'
import { type Bins, cutIntoBins } from './bins.ts'
import { type EpochWindow, epochBins } from './epoch-window.ts'

/** A request for one matrix of binned spike counts of a session. */
export interface BinnedActivityRequest {
  /** acronym; null: the units of all areas as one matrix */
  readonly area: string | null
  readonly window: RequestedWindow
  readonly units: UnitFilter
}

/** A window around the start of an epoch, or from one time of the session's clock to another. */
export type RequestedWindow =
  | (EpochWindow & { readonly epochIndex: number })
  | { readonly start: number; readonly stop: number; readonly binSize: number }

/**
 * The bins of a window.
 *
 * @throws EpochNotFoundError, InvalidBinSizeError, InvalidWindowError, TooManyBinsError
 */
export function windowBins(tables: SessionTables, window: RequestedWindow): Bins {
  // Epochs only where they are requested: a session without a file has none.
  if ('epochIndex' in window) {
    return epochBins(findEpoch(knownEpochs(tables), window.epochIndex), window)
  }
  return cutIntoBins({ startTime: window.start, stopTime: window.stop }, window.binSize)
}
