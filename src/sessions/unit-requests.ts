import type { Bins } from '../domain/counting/bins.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'

/** One matrix to count: a window cut into bins, and the units that are its columns. */
export interface MatrixRequest {
  readonly bins: Bins
  /** rows of the units table, one per column, in the order of the columns */
  readonly unitRows: Uint32Array
}

/** Which spikes of a unit are wanted. */
export interface SpikeTimesRequest {
  readonly unitRow: number
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
}

/** Rows of a unit's mean waveform, each a channel; below `rowCounts` of its StoredWaveforms. */
export interface WaveformRequest {
  readonly unitRow: number
  readonly rows: Uint32Array
}
