import type { Bins } from '../domain/bins.ts'
import type { CountMatrix } from '../domain/count-matrix.ts'
import type { SessionTables, TimeSpan } from '../domain/session-tables.ts'

/** One matrix to count: a window cut into bins, and the units that are its columns. */
export interface MatrixRequest {
  readonly bins: Bins
  /** rows of the units table, one a column, in the order of the columns */
  readonly unitRows: Uint32Array
}

/** What a unit's spikes are wanted for. */
export interface SpikeTimesRequest {
  readonly unitRow: number
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  /** the tables that the rows asked for come from; when the file has changed since, the answer is the error FILE_CHANGED */
  readonly tables?: SessionTables | undefined
}

/**
 * The questions one may ask of a recording. Every method fails with a RecordingError when the file is missing,
 * damaged or changed, and with a RequestAbortedError when the signal is aborted.
 */
export interface SessionReader {
  /** Structure: everything but the spikes. Read once; later calls give the same tables while the file stays as it is. */
  tables(): Promise<SessionTables>

  /**
   * Count spikes into matrices, in the order asked. One read plan serves all: each unit is read once, in file order.
   * Time grows with the spikes of the distinct units asked, memory with the answer.
   */
  countSpikes(requests: readonly MatrixRequest[], options?: ReadOptions): Promise<CountMatrix[]>

  /** Spike times of units, in the order asked: seconds, ascending. */
  spikeTimes(requests: readonly SpikeTimesRequest[], options?: ReadOptions): Promise<Float64Array[]>

  /** From the first to the last moment that the file records: spikes of any unit, and intervals. Null: neither. */
  recordedSpan(options?: ReadOptions): Promise<TimeSpan | null>
}
