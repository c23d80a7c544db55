import type { AlignedResult, AlignRequest } from '../domain/alignment/align-request.ts'
import {
  joinReceptiveFields,
  type ReceptiveFieldsAnswer,
  type ReceptiveFieldsRequest,
} from '../domain/analyses/receptive-fields/receptive-fields.ts'
import {
  joinResponseMetrics,
  type ResponseMetricsAnswer,
  type ResponseMetricsRequest,
} from '../domain/analyses/responses/response-metrics.ts'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import {
  isInProbeFile,
  type SamplesRequest,
  type SeriesId,
  type SeriesSpan,
  type SeriesWindow,
  type StoredSeries,
} from '../domain/series/series.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { PresentationList, PresentationRows } from '../domain/stimuli/presentations.ts'
import type { ParameterRows } from '../domain/stimuli/stimulus-parameters.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import type { BatchRule } from './batch-rule.ts'
import { matrixKey, spikesKey, textKey, waveformKey } from './request-keys.ts'
import { splitAligned } from './split-aligned.ts'
import { splitByUnits } from './split-by-units.ts'
import { splitUnits } from './split-units.ts'
import type { MatrixRequest, SpikeTimesRequest, WaveformRequest } from './unit-requests.ts'

/**
 * What a session holds as a whole, besides its tables. Each is read when it is first wanted, and
 * kept while the file stays as it is; reading it is not cancelled, as others may wait for it.
 */
export interface SessionContents {
  /**
   * What the file holds and no response has, in order of the paths. Reads whatever can warn: the
   * tables, the presentations with all their parameters, the list of series.
   */
  warnings: readonly SessionWarning[]
  /**
   * A short name of what the file holds, fit for an address: equal for equal bytes, on every
   * server. See contentVersion for what it notices.
   */
  fileVersion: string
  /** All stimulus presentations, in order of start time, without their parameters. */
  presentations: PresentationList
  /** The conditions of all presentations. Reads all of their parameters. */
  stimulusConditions: StimulusConditions
  /** NWB's TimeSeries of the session's file, in order of their paths; without their samples. */
  storedSeries: readonly StoredSeries[]
  /** From the first to the last spike of any unit; null without spikes. */
  spikeSpan: TimeSpan | null
}

export type ContentName = keyof SessionContents

/**
 * Requests that a reader takes in batches: one response each, in the order of the requests. Reading
 * stops when the signal is aborted. Time grows with the distinct units and samples requested,
 * memory with the responses.
 */
export interface SessionBatches {
  /** Spikes counted into matrices. Each unit is read once for all matrices, in file order. */
  countSpikes: { request: MatrixRequest; response: CountMatrix }
  /**
   * Spikes around presentations: counts, statistics or the spikes themselves. Each unit is read
   * once for all requests, in file order; of spikes that are only summed up no counts are held.
   */
  alignSpikes: { request: AlignRequest; response: AlignedResult }
  /** Metrics of responses to a stimulus. Each unit is read once, in file order. */
  responseMetrics: { request: ResponseMetricsRequest; response: ResponseMetricsAnswer }
  /** Maps of responses by the place of the stimulus. Each unit is read once, in file order. */
  receptiveFields: { request: ReceptiveFieldsRequest; response: ReceptiveFieldsAnswer }
  /** Spike times of a unit: seconds, ascending. */
  spikeTimes: { request: SpikeTimesRequest; response: Float64Array }
  /**
   * Amplitudes, in V, of the spikes whose times `spikeTimes` gives for the same request, in the
   * same order. Request them only where `hasSpikeAmplitudes`.
   */
  spikeAmplitudes: { request: SpikeTimesRequest; response: Float64Array }
  /**
   * Rows of mean waveforms, each response of shape [rows, samples]. Request them only where there
   * are `waveforms`.
   */
  meanWaveforms: { request: WaveformRequest; response: Float64Array }
  /** Parameters of some presentations, in the order of the rows. Reads only these rows. */
  presentationParameters: { request: PresentationRows; response: ParameterRows }
  /**
   * Where the samples of a time series lie in a span; null for a series that the session does not
   * have. Reads its times, the first time all of them, so that the cost of reading the samples is
   * known before.
   */
  locateSamples: { request: SeriesSpan; response: SeriesWindow | null }
  /**
   * Samples of a time series that was located, resampled: shape [points], or [points, channels] of
   * `values`. Reads only the samples requested, in pieces.
   */
  samples: { request: SamplesRequest; response: Float64Array }
}

export type BatchName = keyof SessionBatches
export type BatchRequest<Name extends BatchName> = SessionBatches[Name]['request']
export type BatchResponse<Name extends BatchName> = SessionBatches[Name]['response']
export type BatchResponses = { readonly [Name in BatchName]: BatchResponse<Name> }

/** Of a matrix, besides its counts: its key and the objects that hold it. */
const MATRIX_BYTES = 400

const probeOf = ({ series }: { readonly series: SeriesId }) =>
  isInProbeFile(series) ? series.probeId : undefined

/** How each kind of batch is split, kept and gathered. */
export const batchRules: {
  readonly [Name in BatchName]: BatchRule<BatchRequest<Name>, BatchResponse<Name>>
} = {
  countSpikes: {
    keyOf: matrixKey,
    split: splitByUnits,
    keptBytes: ({ counts }) => counts.byteLength + MATRIX_BYTES,
  },
  alignSpikes: { keyOf: (request) => request, split: splitAligned },
  responseMetrics: { keyOf: (request) => request, split: splitUnits(joinResponseMetrics) },
  receptiveFields: { keyOf: (request) => request, split: splitUnits(joinReceptiveFields) },
  spikeTimes: { keyOf: spikesKey },
  spikeAmplitudes: { keyOf: spikesKey },
  meanWaveforms: { keyOf: waveformKey },
  presentationParameters: { keyOf: (request) => request },
  locateSamples: { keyOf: textKey, isLookup: true, failsAlone: true, probeOf, nowhere: null },
  samples: { keyOf: textKey, failsAlone: true, probeOf },
}
