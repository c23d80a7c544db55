import type { AlignedResult, AlignRequest } from '../domain/alignment/align-request.ts'
import type { CorrelationRequest } from '../domain/analyses/correlations/correlation-request.ts'
import type { PearsonMatrix } from '../domain/analyses/correlations/pearson-matrix.ts'
import type {
  CorrelogramRequest,
  CorrelogramResponse,
} from '../domain/analyses/correlograms/correlogram-request.ts'
import type {
  JitterRequest,
  JitterResponse,
} from '../domain/analyses/correlograms/jitter-counter.ts'
import type {
  TilingRequest,
  TilingResponse,
} from '../domain/analyses/correlograms/tiling-counter.ts'
import type { SampleStatistics } from '../domain/analyses/lfp/group-means.ts'
import type {
  AlignedSamplesRequest,
  SampleSpectra,
  SampleStatisticsRequest,
  SpectrumRequest,
  SpikeTriggeredRequest,
  SpikeTriggeredSamples,
} from '../domain/analyses/lfp/sample-requests.ts'
import type { SlidingRequest } from '../domain/analyses/rates/sliding-counts.ts'
import type {
  SmoothingRequest,
  SmoothingResponse,
} from '../domain/analyses/rates/smoothed-rates.ts'
import {
  joinReceptiveFields,
  type ReceptiveFieldsRequest,
  type ReceptiveFieldsResult,
} from '../domain/analyses/receptive-fields/receptive-fields.ts'
import {
  joinResponseMetrics,
  type ResponseMetricsRequest,
  type ResponseMetricsResult,
} from '../domain/analyses/responses/response-metrics.ts'
import type { TrainRequest, TrainResponse } from '../domain/analyses/trains/train-request.ts'
import type { TuningRequest } from '../domain/analyses/tuning/tuning-counter.ts'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import {
  isInProbeFile,
  type SamplesRequest,
  type SeriesId,
  type SeriesSpan,
  type SeriesWindow,
  type StoredSeries,
} from '../domain/series/series.ts'
import type {
  AttributesRequest,
  DatasetStorage,
  FileAttribute,
  FileObject,
  FileValues,
  GroupMembers,
  MembersRequest,
  Readable,
  ValuesRequest,
} from '../domain/session/file-object.ts'
import type {
  IntervalColumnRequest,
  IntervalTable,
  IntervalValues,
} from '../domain/session/interval-table.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { PresentationList, PresentationRows } from '../domain/stimuli/presentations.ts'
import type { ParameterRows } from '../domain/stimuli/stimulus-parameters.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import type { BatchRule } from './batch-rule.ts'
import {
  correlogramKey,
  matrixKey,
  spikesKey,
  textKey,
  trainKey,
  waveformKey,
} from './request-keys.ts'
import { splitAligned } from './splitting/split-aligned.ts'
import { splitByUnits } from './splitting/split-by-units.ts'
import { splitCorrelograms } from './splitting/split-correlograms.ts'
import { splitOneRequest } from './splitting/split-one-request.ts'
import { splitTrains } from './splitting/split-trains.ts'
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
  /** Every table of intervals, in order of their names; without its rows. */
  intervalTables: readonly IntervalTable[]
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
   * About how many bytes of the file a batch that needs nothing but spikes would read, whether or
   * not they are kept already. Reads at most a few spikes, by which the span of the recording is
   * estimated.
   */
  estimateSpikes: { request: SpikeBatch; response: number }
  /** The same of one request that needs samples or waveforms. */
  estimateSamples: { request: SampleRead; response: number }
  /**
   * Spikes around presentations: counts, statistics or the spikes themselves. Each unit is read
   * once for all requests, in file order; of spikes that are only summed up no counts are held.
   */
  alignSpikes: { request: AlignRequest; response: AlignedResult }
  /** Metrics of responses to a stimulus. Each unit is read once, in file order. */
  responseMetrics: { request: ResponseMetricsRequest; response: ResponseMetricsResult }
  /** Maps of responses by the place of the stimulus. Each unit is read once, in file order. */
  receptiveFields: { request: ReceptiveFieldsRequest; response: ReceptiveFieldsResult }
  /** Statistics of spike trains. Each unit is read once for all requests. */
  summarizeTrains: { request: TrainRequest; response: TrainResponse }
  /** Correlograms of pairs of units. The spikes of all units are held while they are counted. */
  correlateSpikes: { request: CorrelogramRequest; response: CorrelogramResponse }
  /** Jitter-corrected correlograms of spikes around presentations; held as for correlateSpikes. */
  correctForJitter: { request: JitterRequest; response: JitterResponse }
  /** Spike time tiling coefficients of pairs of units; held as for correlateSpikes. */
  tileSpikes: { request: TilingRequest; response: TilingResponse }
  /** Correlations of the counts of units, which are held while they are correlated. */
  correlateCounts: { request: CorrelationRequest; response: PearsonMatrix }
  /** Rates in bins, smoothed with a kernel. */
  smoothRates: { request: SmoothingRequest; response: SmoothingResponse }
  /** Counts in bins that overlap. */
  slideCounts: { request: SlidingRequest; response: CountMatrix }
  /** Spikes in the bins of signals; each response of shape [units, bins]. */
  countTuning: { request: TuningRequest; response: Float64Array }
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
   * Rows of a column of an intervals table that is listed. Reads only these rows; a request that
   * the table does not have is FILE_CHANGED.
   */
  intervalColumns: { request: IntervalColumnRequest; response: IntervalValues }
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
  /**
   * Means of a series that was located in bins around events: shape [events, bins, channels]. Reads
   * only the samples of the spans, in pieces; so do the following.
   */
  alignedSamples: { request: AlignedSamplesRequest; response: Float64Array }
  /** Statistics of these means over groups of events: shape [groups, bins, channels]. */
  sampleStatistics: { request: SampleStatisticsRequest; response: SampleStatistics }
  /** Mean of a series around spikes. */
  spikeTriggeredSamples: { request: SpikeTriggeredRequest; response: SpikeTriggeredSamples }
  /** Power spectra of a series. */
  sampleSpectra: { request: SpectrumRequest; response: SampleSpectra }
  /** What stands at a path of the session's file; null: nothing. */
  fileObjects: { request: { readonly path: string }; response: Readable<FileObject | null> }
  /**
   * Names of some members of a group; null: there is no such group, or it does not have the member
   * after which they are wanted.
   */
  fileMembers: { request: MembersRequest; response: Readable<GroupMembers | null> }
  /** The first attributes of an object. */
  fileAttributes: { request: AttributesRequest; response: Readable<readonly FileAttribute[]> }
  /** How a dataset is stored; null: there is none. Reads the whole index of its chunks. */
  fileStorage: { request: { readonly path: string }; response: Readable<DatasetStorage | null> }
  /** A block of a dataset; null: there is none. Reads only the chunks that it lies in. */
  fileValues: { request: ValuesRequest; response: Readable<FileValues | null> }
}

export type BatchName = keyof SessionBatches
export type BatchRequest<Name extends BatchName> = SessionBatches[Name]['request']
export type BatchResponse<Name extends BatchName> = SessionBatches[Name]['response']
export type BatchResponses = { readonly [Name in BatchName]: BatchResponse<Name> }

/** Kinds that read nothing but spikes. */
export const spikeBatches = [
  'countSpikes',
  'alignSpikes',
  'responseMetrics',
  'receptiveFields',
  'summarizeTrains',
  'correlateSpikes',
  'correctForJitter',
  'tileSpikes',
  'correlateCounts',
  'smoothRates',
  'slideCounts',
  'countTuning',
  'spikeTimes',
  'spikeAmplitudes',
] as const satisfies readonly BatchName[]

/** Kinds that read samples of time series, or of mean waveforms. */
export const sampleBatches = [
  'meanWaveforms',
  'samples',
  'alignedSamples',
  'sampleStatistics',
  'spikeTriggeredSamples',
  'sampleSpectra',
] as const satisfies readonly BatchName[]

export type SpikeBatchName = (typeof spikeBatches)[number]
export type SampleBatchName = (typeof sampleBatches)[number]

/** A batch of one kind. */
export type SpikeBatch = {
  [Name in SpikeBatchName]: {
    readonly name: Name
    readonly requests: readonly BatchRequest<Name>[]
  }
}[SpikeBatchName]

/** One request of a kind. */
export type SampleRead = {
  [Name in SampleBatchName]: { readonly name: Name; readonly request: BatchRequest<Name> }
}[SampleBatchName]

/** Of a response, besides its numbers: its key and the objects that hold it. */
const RESPONSE_BYTES = 400

const probeOf = ({ series }: { readonly series: SeriesId }) =>
  isInProbeFile(series) ? series.probeId : undefined

/** How each kind of batch is split, kept and gathered. */
export const batchRules: {
  readonly [Name in BatchName]: BatchRule<BatchRequest<Name>, BatchResponse<Name>>
} = {
  countSpikes: {
    keyOf: matrixKey,
    split: splitByUnits,
    keptBytes: ({ counts }) => counts.byteLength + RESPONSE_BYTES,
  },
  estimateSpikes: { keyOf: (request) => request },
  estimateSamples: {
    keyOf: (request) => request,
    failsAlone: true,
    probeOf: ({ request }) => ('series' in request ? probeOf(request) : undefined),
  },
  alignSpikes: { keyOf: (request) => request, split: splitAligned },
  responseMetrics: { keyOf: (request) => request, split: splitOneRequest(joinResponseMetrics) },
  receptiveFields: { keyOf: (request) => request, split: splitOneRequest(joinReceptiveFields) },
  summarizeTrains: {
    keyOf: trainKey,
    split: splitTrains,
    keptBytes: ({ value }) =>
      Object.values(value).reduce((sum, { byteLength }) => sum + byteLength, RESPONSE_BYTES),
  },
  correlateSpikes: {
    keyOf: correlogramKey,
    split: splitCorrelograms,
    keptBytes: ({ counts, spikeCounts, squares }) =>
      counts.byteLength + spikeCounts.byteLength + squares.byteLength + RESPONSE_BYTES,
  },
  correctForJitter: { keyOf: (request) => request },
  tileSpikes: { keyOf: (request) => request },
  correlateCounts: { keyOf: (request) => request },
  smoothRates: { keyOf: (request) => request },
  slideCounts: { keyOf: (request) => request },
  countTuning: { keyOf: (request) => request },
  spikeTimes: { keyOf: spikesKey },
  spikeAmplitudes: { keyOf: spikesKey },
  meanWaveforms: { keyOf: waveformKey },
  presentationParameters: { keyOf: (request) => request },
  intervalColumns: { keyOf: textKey, isLookup: true },
  locateSamples: { keyOf: textKey, isLookup: true, failsAlone: true, probeOf, nowhere: null },
  samples: { keyOf: textKey, failsAlone: true, probeOf },
  alignedSamples: { keyOf: (request) => request, failsAlone: true, probeOf },
  sampleStatistics: { keyOf: (request) => request, failsAlone: true, probeOf },
  spikeTriggeredSamples: { keyOf: (request) => request, failsAlone: true, probeOf },
  sampleSpectra: { keyOf: (request) => request, failsAlone: true, probeOf },
  fileObjects: { keyOf: textKey, isLookup: true },
  fileMembers: { keyOf: textKey, isLookup: true },
  fileAttributes: { keyOf: textKey },
  fileStorage: { keyOf: textKey },
  fileValues: { keyOf: textKey },
}
