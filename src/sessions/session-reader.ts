import type { AlignAnswer, AlignRequest } from '../domain/alignment/align-request.ts'
import type { Bins } from '../domain/counting/bins.ts'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type {
  SamplesRequest,
  SeriesSpan,
  SeriesWindow,
  StoredSeries,
} from '../domain/series/series.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { PresentationList } from '../domain/stimuli/presentations.ts'
import type { ParameterTable } from '../domain/stimuli/stimulus-parameters.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'

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

/** Rows of a unit's mean waveform, each a channel; below `rowCounts` of its StoredWaveforms. */
export interface WaveformRequest {
  readonly unitRow: number
  readonly rows: Uint32Array
}

/** Where presentations are stored, as a PresentationList tells. Shape of both: [presentations]. */
export interface ParametersRequest {
  readonly tableNumbers: Int32Array
  readonly tableRows: Int32Array
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  /**
   * answers of this reader that the question builds on: the tables whose rows it names, the
   * presentations. When they do not all come from one state of the file, or the file has changed
   * since, the answer is the error FILE_CHANGED
   */
  readonly from?: readonly object[] | undefined
}

/**
 * The questions one may ask of a recording. Every method fails with a RecordingError when the file
 * is missing, damaged or changed, and with a RequestAbortedError when the signal is aborted.
 */
export interface SessionReader {
  /**
   * Structure: everything but the spikes. Read once; later calls give the same tables
   * while the file stays as it is.
   */
  tables(): Promise<SessionTables>

  /**
   * What the file holds and the answers leave out, in order of the paths. Reads whatever
   * can warn (the tables, the presentations with all their parameters, the list of
   * series), once, as the tables are.
   */
  warnings(options?: ReadOptions): Promise<readonly SessionWarning[]>

  /**
   * A short name of what the file that the tables came from holds, fit for an address:
   * equal for equal bytes, on every server. See contentVersion for what it notices. Read
   * once; the file is read for it.
   */
  fileVersion(tables: SessionTables): Promise<string>

  /**
   * Count spikes into matrices, in the order asked. One read plan serves all: each unit
   * is read once, in file order. Time grows with the spikes of the distinct units
   * asked, memory with the answer.
   */
  countSpikes(requests: readonly MatrixRequest[], options?: ReadOptions): Promise<CountMatrix[]>

  /**
   * Gather spikes around presentations: counts, statistics or the spikes themselves, in the order
   * asked. One read plan serves all: each unit is read once, in file order. Memory grows with the
   * answers; of spikes that are only summed up no counts are held.
   */
  alignSpikes(requests: readonly AlignRequest[], options?: ReadOptions): Promise<AlignAnswer[]>

  /** Spike times of units, in the order asked: seconds, ascending. */
  spikeTimes(requests: readonly SpikeTimesRequest[], options?: ReadOptions): Promise<Float64Array[]>

  /**
   * Amplitudes of those spikes whose times `spikeTimes` gives for the same requests, in the same
   * order, in V. Ask only where `hasSpikeAmplitudes`.
   */
  spikeAmplitudes(
    requests: readonly SpikeTimesRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]>

  /**
   * Rows of mean waveforms, in the order asked, each of shape [rows, samples]. Ask only
   * where there are `waveforms`.
   */
  meanWaveforms(
    requests: readonly WaveformRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]>

  /**
   * All stimulus presentations, in order of start time, without their parameters.
   * Read once, as the tables are.
   */
  presentations(options?: ReadOptions): Promise<PresentationList>

  /** The conditions of all presentations. Reads all of their parameters, once. */
  stimulusConditions(options?: ReadOptions): Promise<StimulusConditions>

  /** Parameters of some presentations, in the order asked. Reads only their rows. */
  presentationParameters(request: ParametersRequest, options?: ReadOptions): Promise<ParameterTable>

  /**
   * NWB's TimeSeries of the session's file, in order of their paths; without their samples.
   * Read once, as the tables are.
   */
  storedSeries(options?: ReadOptions): Promise<readonly StoredSeries[]>

  /**
   * Where the samples of a time series lie in a span, in the order asked; null for a series that
   * the session does not have. Reads its times, the first time all of them, so that what it would
   * cost to read the samples is known before.
   */
  locateSamples(
    requests: readonly SeriesSpan[],
    options?: ReadOptions,
  ): Promise<(SeriesWindow | null)[]>

  /**
   * Samples of time series that were located, brought to points, in the order asked: shape
   * [points], or [points, channels] of `values`. Reads only the window asked, in pieces;
   * memory grows with the answer.
   */
  samples(requests: readonly SamplesRequest[], options?: ReadOptions): Promise<Float64Array[]>

  /**
   * From the first to the last moment that the file records: spikes of any unit,
   * and intervals. Null: neither.
   */
  recordedSpan(options?: ReadOptions): Promise<TimeSpan | null>
}
