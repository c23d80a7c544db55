// Generated from schema.graphql by `npm run codegen`. Do not edit.
import type { CountMatrix } from '../domain/count-matrix.ts';
import type { Float64NdArray } from '../domain/nd-array.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnalysisMetricsModel, AreaModel, BinnedActivityModel, ChannelModel, ProbeModel, SessionModel, MeanWaveformModel, StimulusEpochModel, UnitModel } from './models.ts';
import type { GraphQLContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Bytes as a JSON string: RFC 4648, with padding. */
  Base64: { input: unknown; output: unknown; }
  /** Spike counts as a JSON list of rows, one a bin, each a list of one whole number a unit. */
  CountMatrix: { input: never; output: CountMatrix; }
  /** Float64 numbers of any shape as nested JSON lists, written so that they read back bit by bit; a missing one (NaN) is null. */
  Float64Array: { input: never; output: Float64NdArray; }
  /** A JSON list of float64 numbers, written so that they read back bit by bit. */
  Float64List: { input: never; output: Float64Array; }
  /** A JSON list of whole numbers. */
  Int32List: { input: never; output: Int32Array | Uint8Array | Uint16Array | Uint32Array; }
};

/** One metric of a unit under its table's name. */
export type AnalysisMetric = {
  readonly __typename?: 'AnalysisMetric';
  /** Name of the column: `g_osi_dg`. */
  readonly name: Scalars['String']['output'];
  /** Its value where the column does not hold numbers only, such as `(4929, 5021)` in `pref_images_multi_ns`. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Its value, in the table's unit; True is 1 and False is 0. Null where it is missing, or no number. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/**
 * Precomputed metrics of a unit's responses: the common ones by name, all of them in `all`. A metric that the table lacks, or that is
 * missing for the unit, is null. The name's end tells the stimulus: rf (gabors), dg (drifting gratings), sg (static gratings), fl (flashes), ns
 * (natural scenes), dm (moving dots).
 */
export type AnalysisMetrics = {
  readonly __typename?: 'AnalysisMetrics';
  /** All metrics of the table, in its order, under its names. */
  readonly all: ReadonlyArray<AnalysisMetric>;
  /** Area of the receptive field, in square degrees (`area_rf`). */
  readonly areaRf?: Maybe<Scalars['Float']['output']>;
  /** Azimuth of its centre, in degrees (`azimuth_rf`). */
  readonly azimuthRf?: Maybe<Scalars['Float']['output']>;
  /** Contrast of half the largest response to drifting gratings (`c50_dg`). */
  readonly c50Dg?: Maybe<Scalars['Float']['output']>;
  /** Elevation of its centre, in degrees (`elevation_rf`). */
  readonly elevationRf?: Maybe<Scalars['Float']['output']>;
  /** Ratio of the first harmonic to the mean of the response to drifting gratings (`f1_f0_dg`). */
  readonly f1F0Dg?: Maybe<Scalars['Float']['output']>;
  /** Fano factor during drifting gratings (`fano_dg`). */
  readonly fanoDg?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during drifting gratings, in Hz (`firing_rate_dg`). */
  readonly firingRateDg?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during moving dots, in Hz (`firing_rate_dm`). */
  readonly firingRateDm?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during flashes, in Hz (`firing_rate_fl`). */
  readonly firingRateFl?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during natural scenes, in Hz (`firing_rate_ns`). */
  readonly firingRateNs?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during gabors, in Hz (`firing_rate_rf`). */
  readonly firingRateRf?: Maybe<Scalars['Float']['output']>;
  /** Mean rate during static gratings, in Hz (`firing_rate_sg`). */
  readonly firingRateSg?: Maybe<Scalars['Float']['output']>;
  /** Global direction selectivity to drifting gratings, from 0 to 1 (`g_dsi_dg`). */
  readonly gDsiDg?: Maybe<Scalars['Float']['output']>;
  /** Global orientation selectivity to drifting gratings, from 0 to 1 (`g_osi_dg`). */
  readonly gOsiDg?: Maybe<Scalars['Float']['output']>;
  /** Global orientation selectivity to static gratings, from 0 to 1 (`g_osi_sg`). */
  readonly gOsiSg?: Maybe<Scalars['Float']['output']>;
  /** Height of the receptive field, in degrees (`height_rf`). */
  readonly heightRf?: Maybe<Scalars['Float']['output']>;
  /** Selectivity for natural scenes, from 0 to 1 (`image_selectivity_ns`). */
  readonly imageSelectivityNs?: Maybe<Scalars['Float']['output']>;
  /** Lifetime sparseness over drifting gratings, from 0 to 1 (`lifetime_sparseness_dg`). */
  readonly lifetimeSparsenessDg?: Maybe<Scalars['Float']['output']>;
  /** Lifetime sparseness over natural scenes, from 0 to 1 (`lifetime_sparseness_ns`). */
  readonly lifetimeSparsenessNs?: Maybe<Scalars['Float']['output']>;
  /** Modulation index of the response to drifting gratings (`mod_idx_dg`). */
  readonly modIdxDg?: Maybe<Scalars['Float']['output']>;
  /** Ratio of the responses to bright and dark flashes (`on_off_ratio_fl`). */
  readonly onOffRatioFl?: Maybe<Scalars['Float']['output']>;
  /** Whether its centre lies on the screen (`on_screen_rf`). Null where the table holds neither True nor False. */
  readonly onScreenRf?: Maybe<Scalars['Boolean']['output']>;
  /** p-value of the receptive field (`p_value_rf`). */
  readonly pValueRf?: Maybe<Scalars['Float']['output']>;
  /** Number of the preferred natural scene (`pref_image_ns`). */
  readonly prefImageNs?: Maybe<Scalars['Float']['output']>;
  /** Preferred direction of drifting gratings, in degrees (`pref_ori_dg`). */
  readonly prefOriDg?: Maybe<Scalars['Float']['output']>;
  /** Preferred orientation of static gratings, in degrees (`pref_ori_sg`). */
  readonly prefOriSg?: Maybe<Scalars['Float']['output']>;
  /** Preferred phase of static gratings (`pref_phase_sg`). */
  readonly prefPhaseSg?: Maybe<Scalars['Float']['output']>;
  /** Preferred spatial frequency of static gratings, in cycles per degree (`pref_sf_sg`). */
  readonly prefSfSg?: Maybe<Scalars['Float']['output']>;
  /** Preferred speed of moving dots, in degrees per second (`pref_speed_dm`). */
  readonly prefSpeedDm?: Maybe<Scalars['Float']['output']>;
  /** Preferred temporal frequency of drifting gratings, in Hz (`pref_tf_dg`). */
  readonly prefTfDg?: Maybe<Scalars['Float']['output']>;
  /** Modulation of the response to drifting gratings by running, from -1 to 1 (`run_mod_dg`). */
  readonly runModDg?: Maybe<Scalars['Float']['output']>;
  /** How sustained the response to flashes is (`sustained_idx_fl`). */
  readonly sustainedIdxFl?: Maybe<Scalars['Float']['output']>;
  /** Time to the peak of the response to flashes, in s (`time_to_peak_fl`). */
  readonly timeToPeakFl?: Maybe<Scalars['Float']['output']>;
  /** Time to the peak of the response to static gratings, in s (`time_to_peak_sg`). */
  readonly timeToPeakSg?: Maybe<Scalars['Float']['output']>;
  /** Width of the receptive field, in degrees (`width_rf`). */
  readonly widthRf?: Maybe<Scalars['Float']['output']>;
};


/**
 * Precomputed metrics of a unit's responses: the common ones by name, all of them in `all`. A metric that the table lacks, or that is
 * missing for the unit, is null. The name's end tells the stimulus: rf (gabors), dg (drifting gratings), sg (static gratings), fl (flashes), ns
 * (natural scenes), dm (moving dots).
 */
export type AnalysisMetricsAllArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A brain area of one session. */
export type Area = {
  readonly __typename?: 'Area';
  /** Atlas acronym, as the file names it: `VISp`. */
  readonly acronym: Scalars['String']['output'];
  /** The papers' short name: `V1` for `VISp`. Null where there is none. */
  readonly alias?: Maybe<Scalars['String']['output']>;
  /**
   * Spikes of those units counted in bins around the start of each epoch, one matrix an epoch, in order of time.
   * Cost: cells = bins x units x epochs, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /** How many valid channels lie in it. */
  readonly channelCount: Scalars['Int']['output'];
  /** The atlas's full name, where it is known here. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** How many units of it pass the filter that was given to `areas`. */
  readonly unitCount: Scalars['Int']['output'];
  /** Those units. */
  readonly units: UnitConnection;
};


/** A brain area of one session. */
export type AreaBinnedActivityArgs = {
  after?: InputMaybe<Scalars['Float']['input']>;
  before?: Scalars['Float']['input'];
  binSize?: Scalars['Float']['input'];
  epochs: InputMaybe<EpochFilter>;
};


/** A brain area of one session. */
export type AreaUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<UnitOrder>>;
};

/** A brain area over all sessions. */
export type AreaSummary = {
  readonly __typename?: 'AreaSummary';
  /** Atlas acronym, as the files name it: `VISp`. */
  readonly acronym: Scalars['String']['output'];
  /** The papers' short name: `V1` for `VISp`. Null where there is none. */
  readonly alias?: Maybe<Scalars['String']['output']>;
  /** How many valid channels lie there; all channels where no one says which are valid. */
  readonly channelCount: Scalars['Int']['output'];
  /** The atlas's full name, where it is known here. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** How many of them pass the AllenSDK's filter. */
  readonly passingUnitCount: Scalars['Int']['output'];
  /** How many sessions recorded it. */
  readonly sessionCount: Scalars['Int']['output'];
  /** Ids of the sessions that recorded it, ordered. */
  readonly sessionIds: ReadonlyArray<Scalars['ID']['output']>;
  /** How many units the sessions store there, before any filter (see Session.unitCount). */
  readonly unitCount: Scalars['Int']['output'];
};

/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64; the last bin also holds a
 * spike at exactly `binCount * binSize`; a spike outside of `start <= time <= stop` is not counted. This is what `numpy.histogram` counts, to
 * the last spike. Where binSize does not divide the window, the remainder at its end is left out: all bins are equally wide.
 *
 * An area without a passing unit, or one of the atlas that the session did not record, is a matrix of shape [bins, 0]. Bins outside of what was recorded hold zeros; `coverage` tells how much
 * of the window was recorded.
 */
export type BinnedActivity = {
  readonly __typename?: 'BinnedActivity';
  /** The area that the columns lie in; null when all areas were asked as one matrix. */
  readonly area?: Maybe<Area>;
  /** How many bins. */
  readonly binCount: Scalars['Int']['output'];
  /** Width of a bin, in seconds. */
  readonly binSize: Scalars['Float']['output'];
  /** The counts, as JSON: a list of rows, one a bin, each a list of one count a unit. Shape [bins, units]. */
  readonly counts: Scalars['CountMatrix']['output'];
  /** How much of the binned window was recorded (see Session.recordedSpan), from 0 to 1. Cost: two reads a unit of the session, once. */
  readonly coverage: Scalars['Float']['output'];
  /** The counts as bytes. */
  readonly data: EncodedMatrix;
  /** The epoch that the window is aligned to; null for a window given by its ends. */
  readonly epoch?: Maybe<StimulusEpoch>;
  /** Invalid times that overlap the window, ends included. Their spikes are counted all the same, as in the AllenSDK. */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /** Mean rate over the units in each bin, in Hz. Shape [bins]; null in a matrix without units. */
  readonly populationRate?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** The session. */
  readonly session: Session;
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Only the cells that are not 0, in compressed sparse rows. */
  readonly sparse: SparseMatrix;
  /** Sum of all cells. */
  readonly spikeCount: Scalars['Int']['output'];
  /** Start of the first bin, in seconds. */
  readonly start: Scalars['Float']['output'];
  /** End of the window as asked, in seconds. */
  readonly stop: Scalars['Float']['output'];
  /** Their ids, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Mean rate of each unit over the window, in Hz. Shape [units]. */
  readonly unitRates: ReadonlyArray<Scalars['Float']['output']>;
  /** The units that are the columns, in order. */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64; the last bin also holds a
 * spike at exactly `binCount * binSize`; a spike outside of `start <= time <= stop` is not counted. This is what `numpy.histogram` counts, to
 * the last spike. Where binSize does not divide the window, the remainder at its end is left out: all bins are equally wide.
 *
 * An area without a passing unit, or one of the atlas that the session did not record, is a matrix of shape [bins, 0]. Bins outside of what was recorded hold zeros; `coverage` tells how much
 * of the window was recorded.
 */
export type BinnedActivityDataArgs = {
  dtype?: MatrixDtype;
  encoding?: MatrixEncoding;
};

/** A recording channel: one electrode. */
export type Channel = {
  readonly __typename?: 'Channel';
  /** Anterior-posterior coordinate in the common coordinate framework, in µm: from channels.csv of an AllenSDK cache where it gives one, as in the AllenSDK; else x of the file. */
  readonly anteriorPosteriorCcf?: Maybe<Scalars['Float']['output']>;
  /** Acronym of the brain area it lies in, as the file names it: what all filters go by. Null outside of the brain. */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** Dorsal-ventral coordinate in the common coordinate framework, in µm: from channels.csv of an AllenSDK cache where it gives one, as in the AllenSDK; else y of the file. */
  readonly dorsalVentralCcf?: Maybe<Scalars['Float']['output']>;
  /** Hardware filters, in the file's words. */
  readonly filtering?: Maybe<Scalars['String']['output']>;
  /** Position across the probe, in µm. */
  readonly horizontalPosition?: Maybe<Scalars['Float']['output']>;
  /** The file's electrode id. */
  readonly id: Scalars['ID']['output'];
  /** Left-right coordinate in the common coordinate framework, in µm: from channels.csv of an AllenSDK cache where it gives one, as in the AllenSDK; else z of the file. */
  readonly leftRightCcf?: Maybe<Scalars['Float']['output']>;
  /** Number of the channel on its probe, from 0. */
  readonly localIndex?: Maybe<Scalars['Int']['output']>;
  /** Its probe. */
  readonly probe?: Maybe<Probe>;
  /** Acronym of the brain area that channels.csv of the AllenSDK cache names (`ecephys_structure_acronym`). Null outside of the brain, and where no such table lists the channel. */
  readonly publishedArea?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** The atlas's number of that area (`ecephys_structure_id`). */
  readonly structureId?: Maybe<Scalars['Int']['output']>;
  /** Whether its data are usable; null where the file does not say. */
  readonly valid?: Maybe<Scalars['Boolean']['output']>;
  /** Position along the probe, in µm from its tip. */
  readonly verticalPosition?: Maybe<Scalars['Float']['output']>;
};

/** A page of channels. */
export type ChannelConnection = {
  readonly __typename?: 'ChannelConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ChannelEdge>;
  /** The channels of this page, in order of the file. */
  readonly nodes: ReadonlyArray<Channel>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many channels match on all pages together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A channel and its place in the list. */
export type ChannelEdge = {
  readonly __typename?: 'ChannelEdge';
  /** Give it as `after` to go on behind this channel. */
  readonly cursor: Scalars['String']['output'];
  /** The channel. */
  readonly node: Channel;
};

/** Conditions on channels; all that are given must hold. */
export type ChannelFilter = {
  /** Only channels in one of these areas (acronyms or short names). */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only channels of one of these probes (ids or names). */
  readonly probes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only channels that the file marks as valid; a file that does not mark them has only valid ones. */
  readonly validOnly?: Scalars['Boolean']['input'];
};

/** An array as bytes: `numpy.frombuffer(base64.b64decode(bytes), dtype).reshape(shape)`. */
export type EncodedArray = {
  readonly __typename?: 'EncodedArray';
  /** The cells. */
  readonly bytes: Scalars['Base64']['output'];
  /** numpy's name of the number type, little-endian: `float64`, `uint8`, … */
  readonly dtype: Scalars['String']['output'];
  /** How `bytes` is written. */
  readonly encoding: MatrixEncoding;
  /** `C`: the last dimension runs fastest. */
  readonly order: Scalars['String']['output'];
  /** Length of each dimension. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** A matrix as bytes: `numpy.frombuffer(base64.b64decode(bytes), dtype).reshape(shape)`. */
export type EncodedMatrix = {
  readonly __typename?: 'EncodedMatrix';
  /** The cells. */
  readonly bytes: Scalars['Base64']['output'];
  /** numpy's name of the number type: `uint8`, `uint16` or `uint32`, little-endian. */
  readonly dtype: Scalars['String']['output'];
  /** How `bytes` is written. */
  readonly encoding: MatrixEncoding;
  /** `C`: row by row. */
  readonly order: Scalars['String']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** Conditions on epochs; all that are given must hold. */
export type EpochFilter = {
  /** Only epochs of none of these stimuli; one that the session does not have is no error. */
  readonly excludeStimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only epochs with one of these `index`es; one that is not there is the error EPOCH_NOT_FOUND. */
  readonly indexes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Only epochs at least so long, in seconds. */
  readonly minDuration?: InputMaybe<Scalars['Float']['input']>;
  /** Only epochs of one of these stimuli; one that the session does not have is the error EPOCH_NOT_FOUND. */
  readonly stimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A time that the file marks as invalid. */
export type InvalidTime = {
  readonly __typename?: 'InvalidTime';
  /** Seconds; included. */
  readonly startTime: Scalars['Float']['output'];
  /** Seconds; included. */
  readonly stopTime: Scalars['Float']['output'];
  /** What it concerns, in the file's words: `stimulus`, `all_probes`, `probeA`, … */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Number type of a matrix's cells. */
export type MatrixDtype =
  /** The narrowest unsigned type that holds the largest count. */
  | 'AUTO'
  /** Unsigned, 1 byte: to 255. */
  | 'UINT8'
  /** Unsigned, 2 bytes: to 65,535. */
  | 'UINT16'
  /** Unsigned, 4 bytes: to 4,294,967,295. */
  | 'UINT32';

/** How bytes are written as text. */
export type MatrixEncoding =
  /** RFC 4648 with padding. */
  | 'BASE64';

/**
 * A unit's mean waveform. Row `i` as stored is of the channel whose `localIndex` is `i` on the unit's probe, as the AllenSDK takes it;
 * a waveform of a single row is of the peak channel.
 */
export type MeanWaveform = {
  readonly __typename?: 'MeanWaveform';
  /** The file's ids of the channels that are the rows, in order of their numbers; null where the file has no such channel. Shape [channels]. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes. */
  readonly data: EncodedArray;
  /** [channels, samples] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Time of each sample, in seconds from the first: sample / samplingRate of the probe. Shape [samples]; null where the file does not give the rate. */
  readonly times?: Maybe<Scalars['Float64List']['output']>;
  /**
   * The samples in the file's unit (µV in the Allen Institute's files, V in NWB's own words), as a JSON list of rows, one a channel.
   * Shape [channels, samples]. Cost: one cell a sample, charged to the request's budget.
   */
  readonly values: Scalars['Float64Array']['output'];
};

/** A range of a metric. A unit in which the metric is missing (NaN) fails, even where neither end is given. */
export type MetricRange = {
  /** Highest value that passes; included. Left out: no upper end. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** Which metric. */
  readonly metric: UnitMetric;
  /** Lowest value that passes; included. Left out: no lower end. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
};

/** Where a page stands in its list (Relay's). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry: the next page's `after`; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** There are more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** There are more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A probe: an electrode group of the file. */
export type Probe = {
  readonly __typename?: 'Probe';
  /** How many channels of it the file stores. */
  readonly channelCount: Scalars['Int']['output'];
  /** What the file says of it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether a local field potential was recorded. */
  readonly hasLfpData?: Maybe<Scalars['Boolean']['output']>;
  /** The AllenSDK's probe id; where a file has none, the group's name. */
  readonly id: Scalars['ID']['output'];
  /** Sampling rate of the local field potential, in Hz. Where only probes.csv tells it: its lfp_sampling_rate divided by its subsampling factor, as in the AllenSDK. */
  readonly lfpSamplingRate?: Maybe<Scalars['Float']['output']>;
  /** Where it was, in the file's words. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Name of the electrode group: `probeA`. */
  readonly name: Scalars['String']['output'];
  /** Sampling rate of the spike band, in Hz. */
  readonly samplingRate?: Maybe<Scalars['Float']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
};

/** A page of probes. */
export type ProbeConnection = {
  readonly __typename?: 'ProbeConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ProbeEdge>;
  /** The probes of this page, in order. */
  readonly nodes: ReadonlyArray<Probe>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many probes match on all pages together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A probe and its place in the list. */
export type ProbeEdge = {
  readonly __typename?: 'ProbeEdge';
  /** Give it as `after` to go on behind this probe. */
  readonly cursor: Scalars['String']['output'];
  /** The probe. */
  readonly node: Probe;
};

/** Conditions on probes; all that are given must hold. */
export type ProbeFilter = {
  /** Only probes with (true) or without (false) a local field potential; one of which it is not known is neither. */
  readonly hasLfpData?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only probes with one of these ids; an unknown one is left out of the list, not an error. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only probes with one of these names; an unknown one is left out of the list, not an error. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What the tables of an AllenSDK cache (sessions.csv) tell of a session, and the file does not. */
export type PublishedSession = {
  readonly __typename?: 'PublishedSession';
  /** When it was recorded: ISO 8601. */
  readonly dateOfAcquisition?: Maybe<Scalars['String']['output']>;
  /** When it was published: ISO 8601. */
  readonly publishedAt?: Maybe<Scalars['String']['output']>;
  /** The Allen Institute's id of the animal. */
  readonly specimenId?: Maybe<Scalars['ID']['output']>;
};

/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** The ages among the sessions, in days, each once, ascending. */
  readonly ages: ReadonlyArray<Scalars['Float']['output']>;
  /** Every brain area that some session recorded (a valid channel lies in it), in order of the acronyms. */
  readonly areas: ReadonlyArray<AreaSummary>;
  /**
   * Channels of all sessions that match, in order of `sessions`, then of the file. An area or probe that a session does not have is no error
   * as long as another has it.
   */
  readonly channels: ChannelConnection;
  /** The full genotypes among the sessions, each once, in order of their names. */
  readonly genotypes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Probes of all sessions that match, in order of `sessions`, then of their names. Source, as for `channels` and `units` below: the session's
   * file; where it is absent, the tables of the AllenSDK cache. Cost: tables of the sessions whose files are there, read once and kept.
   */
  readonly probes: ProbeConnection;
  /** Files that look like recordings, or tables of an AllenSDK cache, but are not served, and why. Empty when all is well. */
  readonly refusedFiles: ReadonlyArray<RefusedFile>;
  /** This server: its version and the limits in force. */
  readonly server: ServerInfo;
  /** One session. An unknown id is the error SESSION_NOT_FOUND. */
  readonly session?: Maybe<Session>;
  /** The session types among the sessions, each once, in order of their names. */
  readonly sessionTypes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * The sessions that are listed, ordered by id: those whose files are served, and those that only the tables of an AllenSDK cache
   * (sessions.csv and its companions, where they lie beside the files) know; see Session.available. Cost: none of their files is opened again.
   */
  readonly sessions: SessionConnection;
  /** The sexes among the sessions (`F`, `M`, `U`, `O`), each once, ordered. */
  readonly sexes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Units of all sessions that match, in order of `sessions`, then of Session.units. An id, area or probe that a session does not have is no
   * error as long as another has it.
   */
  readonly units: UnitConnection;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type QueryChannelsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  sessions: InputMaybe<SessionFilter>;
  where: InputMaybe<ChannelFilter>;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type QueryProbesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  sessions: InputMaybe<SessionFilter>;
  where: InputMaybe<ProbeFilter>;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type QuerySessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type QuerySessionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<SessionFilter>;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Everywhere: times are seconds on the session's clock, rates Hz, positions µm. A value that the file does not give, or
 * gives as NaN, is null. Ids are those of the file. Nothing is cut short silently: long lists are connections that tell their
 * `totalCount`; an answer that would be too large is refused with the error TOO_MANY_CELLS before anything is read, or
 * TOO_MANY_VALUES where its lists and the fields of their entries come to more than the server writes at once.
 */
export type QueryUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  sessions: InputMaybe<SessionFilter>;
  where?: UnitFilter;
};

/** A file that looked like a recording and is not served. */
export type RefusedFile = {
  readonly __typename?: 'RefusedFile';
  /** What is wrong, for programs: NOT_HDF5, NWB_VERSION_UNSUPPORTED, NO_UNITS, FILE_TRUNCATED, … */
  readonly code: Scalars['String']['output'];
  /** The file's name, without its folder. */
  readonly fileName: Scalars['String']['output'];
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** This server. */
export type ServerInfo = {
  readonly __typename?: 'ServerInfo';
  /** How many bins one matrix may have. */
  readonly maxBins: Scalars['Int']['output'];
  /** How many cells (bins x units, over all windows) one request may ask for. */
  readonly maxCells: Scalars['Float']['output'];
  /** How deep a query may nest. */
  readonly maxDepth: Scalars['Int']['output'];
  /** How many values all lists of an answer may come to: entries, times the fields asked of each. Counts do not count here. */
  readonly maxValues: Scalars['Int']['output'];
  /** SpikeQL's version. */
  readonly version: Scalars['String']['output'];
};

/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type Session = {
  readonly __typename?: 'Session';
  /**
   * Brain areas. Without `acronyms`: all that a valid channel or a stored unit lies in, in order of the channels. With it: these,
   * in the order asked. An area of the atlas that the session did not record has no channels and no units; a name that neither
   * the session nor the atlas knows is the error AREA_NOT_FOUND, which lists those there are.
   */
  readonly areas: ReadonlyArray<Area>;
  /**
   * Whether the session's file is here. Of an absent one the tables of an AllenSDK cache tell subject, probes, channels, areas, units and their
   * metrics; whatever else is asked of it is the error SESSION_NOT_AVAILABLE, which says where to put the file.
   */
  readonly available: Scalars['Boolean']['output'];
  /**
   * Spikes counted in bins, over any window of the session: one matrix an area, in the order asked. All matrices of a request that belong to one
   * session are read in one pass. Cost: cells = bins x units, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /** How many channels the file stores, valid or not: `channel_count` of the AllenSDK's `get_session_table()`. */
  readonly channelCount: Scalars['Int']['output'];
  /** The channels, in order of the file. */
  readonly channels: ChannelConnection;
  /** What the file says of the session. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Who recorded it, in the file's order. */
  readonly experimenters: ReadonlyArray<Scalars['String']['output']>;
  /** The file's name, without its folder; of an absent file the name that it would have. */
  readonly fileName: Scalars['String']['output'];
  /** Size of the file in bytes (a Float: GraphQL's Int ends at 2 GiB). Null when it is absent. */
  readonly fileSize?: Maybe<Scalars['Float']['output']>;
  /** The NWB file's identifier; where two files share it, the later one's file name. */
  readonly id: Scalars['ID']['output'];
  /** Where it was recorded. */
  readonly institution?: Maybe<Scalars['String']['output']>;
  /** Times that the file marks as invalid, in order of the file. They never remove spikes. */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /** The laboratory. */
  readonly lab?: Maybe<Scalars['String']['output']>;
  /** Version of the NWB format. Null when the file is absent. */
  readonly nwbVersion?: Maybe<Scalars['String']['output']>;
  /** How many units pass the AllenSDK's filter: `unit_count` of its `get_session_table()`, `num_units` of its sessions. Of an absent file: by units.csv, which does not tell the validity of channels. */
  readonly passingUnitCount: Scalars['Int']['output'];
  /** How many probes (electrode groups) it has. */
  readonly probeCount: Scalars['Int']['output'];
  /** The probes, in order of their names. */
  readonly probes: ReadonlyArray<Probe>;
  /** What the tables of an AllenSDK cache tell of the session. Null where none here knows it. */
  readonly published?: Maybe<PublishedSession>;
  /** Acronyms of the areas that a valid channel lies in, in order of the channels: `ecephys_structure_acronyms` of the AllenSDK's `get_session_table()`, without its NaN for channels outside of the brain. */
  readonly recordedAreas: ReadonlyArray<Scalars['String']['output']>;
  /** From the first to the last moment recorded: spikes of any unit, and intervals. Null when there are neither. Cost: two reads a unit. */
  readonly recordedSpan?: Maybe<TimeSpan>;
  /** The AllenSDK's session type (`stimulus_notes` in the file), such as `brain_observatory_1.1`. */
  readonly sessionType?: Maybe<Scalars['String']['output']>;
  /** Start of the session's clock: ISO 8601 with time zone, as written in the file. */
  readonly startTime?: Maybe<Scalars['String']['output']>;
  /** One epoch by its `index`. One that is not there is the error EPOCH_NOT_FOUND. */
  readonly stimulusEpoch?: Maybe<StimulusEpoch>;
  /**
   * Stimulus epochs: runs of consecutive presentations of one stimulus block, in order of time, as `get_stimulus_epochs()` of the
   * AllenSDK gives them. A presentation that touches an invalid time tagged `stimulus` is renamed `invalid_presentation`, so such
   * a time splits a block in two epochs, and consecutive masked presentations are one epoch, even of different stimuli.
   * In files of other laboratories, which have no stimulus blocks: each table of intervals is one epoch, but every row of NWB's
   * own `epochs` table is one.
   */
  readonly stimulusEpochs: ReadonlyArray<StimulusEpoch>;
  /** Names of the stimuli shown, each once, in order of first appearance; `invalid_presentation` stands for presentations masked by an invalid time. */
  readonly stimulusNames: ReadonlyArray<Scalars['String']['output']>;
  /** The animal or person recorded from. */
  readonly subject?: Maybe<Subject>;
  /** One unit, whether or not it passes any filter. An unknown id is the error UNIT_NOT_FOUND. */
  readonly unit?: Maybe<Unit>;
  /** How many units the file stores, before any filter. Of an absent file: how many units.csv lists; it has none of the quality `noise`. */
  readonly unitCount: Scalars['Int']['output'];
  /** Sorted units that pass the filter, in the AllenSDK's order: probe name, then vertical, then horizontal position of the peak channel; ties in order of the file. */
  readonly units: UnitConnection;
  /** How many of them the file marks as valid: `num_channels` of the AllenSDK's sessions. Null where the file does not say, or is absent. */
  readonly validChannelCount?: Maybe<Scalars['Int']['output']>;
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionAreasArgs = {
  acronyms: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionBinnedActivityArgs = {
  areas: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  binSize?: Scalars['Float']['input'];
  start: Scalars['Float']['input'];
  stop: Scalars['Float']['input'];
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionChannelsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<ChannelFilter>;
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionStimulusEpochArgs = {
  index: Scalars['Int']['input'];
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionStimulusEpochsArgs = {
  where: InputMaybe<EpochFilter>;
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionUnitArgs = {
  id: Scalars['ID']['input'];
};


/**
 * One recording session: one NWB file, or, where only the tables of an AllenSDK cache know it, what they tell. Where both are there and
 * disagree, the file wins: a unit's area, metrics and validity are the same in every field and every filter. Only the coordinates of
 * channels are the tables', as in the AllenSDK (see Channel); what else the tables add has fields of its own.
 */
export type SessionUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<UnitOrder>>;
  where?: UnitFilter;
};

/** A page of sessions. */
export type SessionConnection = {
  readonly __typename?: 'SessionConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** The sessions of this page, in order. */
  readonly nodes: ReadonlyArray<Session>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many sessions match on all pages together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A session and its place in the list. */
export type SessionEdge = {
  readonly __typename?: 'SessionEdge';
  /** Give it as `after` to go on behind this session. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** Conditions on sessions; all that are given must hold. */
export type SessionFilter = {
  /** Only sessions of an animal at most so old, in days; an unknown age does not pass. */
  readonly ageInDaysMax?: InputMaybe<Scalars['Float']['input']>;
  /** Only sessions of an animal at least so old, in days; an unknown age does not pass. */
  readonly ageInDaysMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only sessions that recorded ALL of these areas: at least one valid channel lies there, whether or not a unit passes.
   * Atlas acronyms (`VISp`) or the papers' short names (`V1`).
   */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions whose file is there (true), or is not (false). */
  readonly available?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only sessions of an animal with one of these full genotypes, as `genotypes` lists them. */
  readonly genotypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions with one of these ids; an unknown id is left out of the list, not an error. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only sessions of one of these types, such as `brain_observatory_1.1`. */
  readonly sessionTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions of an animal of one of these sexes, as `sexes` lists them. */
  readonly sexes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest first; names by code unit. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** A matrix in compressed sparse rows: `scipy.sparse.csr_matrix((data, indices, indptr), shape)`. */
export type SparseMatrix = {
  readonly __typename?: 'SparseMatrix';
  /** Count of each cell that is not 0. Shape [nonzero]. */
  readonly data: Scalars['Int32List']['output'];
  /** Column of each cell that is not 0. Shape [nonzero]. */
  readonly indices: Scalars['Int32List']['output'];
  /** Where each row begins in `indices` and `data`. Shape [bins + 1]. */
  readonly indptr: Scalars['Int32List']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** A run of consecutive presentations of one stimulus block. */
export type StimulusEpoch = {
  readonly __typename?: 'StimulusEpoch';
  /**
   * Spikes counted in bins around the epoch's start: one matrix an area, in the order asked. The defaults are those of the notebook: 10 s before to
   * 90 s behind the start in bins of 100 ms, 1000 bins. Cost: cells = bins x units x areas, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /** Number of the stimulus block; null for spontaneous activity and for presentations masked by an invalid time. */
  readonly block?: Maybe<Scalars['Int']['output']>;
  /** stopTime - startTime, in seconds. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Its row among all epochs of the session, from 0, whatever filter was asked: the same as in the AllenSDK. */
  readonly index: Scalars['Int']['output'];
  /** The session it belongs to. */
  readonly session: Session;
  /** Start of its first presentation, in seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Name of the stimulus: `drifting_gratings`, `spontaneous`, `invalid_presentation`, … */
  readonly stimulusName: Scalars['String']['output'];
  /** End of its last presentation, in seconds; null where the file does not say. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
};


/** A run of consecutive presentations of one stimulus block. */
export type StimulusEpochBinnedActivityArgs = {
  after?: InputMaybe<Scalars['Float']['input']>;
  areas: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  before?: Scalars['Float']['input'];
  binSize?: Scalars['Float']['input'];
  units?: UnitFilter;
};

/** The animal or person recorded from. */
export type Subject = {
  readonly __typename?: 'Subject';
  /** Age as the file gives it: an ISO 8601 duration such as `P118D`. */
  readonly age?: Maybe<Scalars['String']['output']>;
  /** Age in days. */
  readonly ageInDays?: Maybe<Scalars['Float']['output']>;
  /** Full genotype. */
  readonly genotype?: Maybe<Scalars['String']['output']>;
  /** The file's subject id. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Sex, as the file gives it: M, F, U or O. */
  readonly sex?: Maybe<Scalars['String']['output']>;
  /** Species, as the file names it: `Mus musculus`. */
  readonly species?: Maybe<Scalars['String']['output']>;
  /** The Allen Institute's name of the donor. */
  readonly specimenName?: Maybe<Scalars['String']['output']>;
  /** Strain. */
  readonly strain?: Maybe<Scalars['String']['output']>;
};

/** An interval of the session's clock; both ends are included. */
export type TimeSpan = {
  readonly __typename?: 'TimeSpan';
  /** Seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Seconds. */
  readonly stopTime: Scalars['Float']['output'];
};

/** A sorted unit: the spikes that are taken for one neuron's. */
export type Unit = {
  readonly __typename?: 'Unit';
  /** Estimated part of the spikes missed because they were too small, from 0 to 0.5. */
  readonly amplitudeCutoff?: Maybe<Scalars['Float']['output']>;
  /**
   * Metrics of its responses to stimuli that the Allen Institute computed, from the tables of an AllenSDK cache: the session's own
   * (`session_<id>_analysis_metrics.csv`), or else that of its type (`<type>_analysis_metrics.csv`). Null where there is neither, or it does
   * not list the unit. Cost: the table is read when it is first asked for, and kept.
   */
  readonly analysisMetrics?: Maybe<AnalysisMetrics>;
  /** Acronym of the brain area of its peak channel; null outside of the brain, or where the file does not say. */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** The channel where its spikes are largest; where the file does not name it, the first of the unit's electrodes. */
  readonly channel?: Maybe<Channel>;
  /** Number of the cluster in the sorter's output. */
  readonly clusterId?: Maybe<Scalars['Int']['output']>;
  /** Sum of the drift of its position, in µm. */
  readonly cumulativeDrift?: Maybe<Scalars['Float']['output']>;
  /** Separation from other clusters by linear discriminant analysis (d'). */
  readonly dPrime?: Maybe<Scalars['Float']['output']>;
  /** Mean firing rate over the session, in Hz, as the file gives it. */
  readonly firingRate?: Maybe<Scalars['Float']['output']>;
  /** The file's unit id. */
  readonly id: Scalars['ID']['output'];
  /** Relative rate of spikes within the refractory period; 0 is best. */
  readonly isiViolations?: Maybe<Scalars['Float']['output']>;
  /** Mahalanobis distance to the nearest other cluster. */
  readonly isolationDistance?: Maybe<Scalars['Float']['output']>;
  /** Contamination estimated from the principal components (L-ratio). */
  readonly lRatio?: Maybe<Scalars['Float']['output']>;
  /** Number of the peak channel on its probe. */
  readonly localIndex?: Maybe<Scalars['Int']['output']>;
  /** Largest drift of its position, in µm. */
  readonly maxDrift?: Maybe<Scalars['Float']['output']>;
  /** Its spikes' mean waveform on the channels of its probe; null where the file stores none. */
  readonly meanWaveform?: Maybe<MeanWaveform>;
  /** Part of the nearest neighbours of its spikes that are its own, from 0 to 1. */
  readonly nnHitRate?: Maybe<Scalars['Float']['output']>;
  /** Part of the nearest neighbours of other spikes that are its own, from 0 to 1. */
  readonly nnMissRate?: Maybe<Scalars['Float']['output']>;
  /** Part of the session in which the unit fired, from 0 to 1. */
  readonly presenceRatio?: Maybe<Scalars['Float']['output']>;
  /** The probe of that channel. */
  readonly probe?: Maybe<Probe>;
  /** The sorter's label, as the file gives it: `good`, `noise`, … */
  readonly quality?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** Silhouette score of its cluster. */
  readonly silhouetteScore?: Maybe<Scalars['Float']['output']>;
  /** Signal-to-noise ratio of the mean waveform on the peak channel. */
  readonly snr?: Maybe<Scalars['Float']['output']>;
  /**
   * Amplitude of each of the spikes that `spikeTimes` gives for the same window, in the same order, in V. Null where the file stores
   * none. Cost: one cell a spike of the unit.
   */
  readonly spikeAmplitudes?: Maybe<Scalars['Float64List']['output']>;
  /** The same as float64 bytes. Shape [spikes]. */
  readonly spikeAmplitudesData?: Maybe<EncodedArray>;
  /** How many spikes are stored over the whole session. Null when the session's file is absent. Cost: none. */
  readonly spikeCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Times of its spikes, in seconds, ascending: a JSON list of numbers. Both ends of the window are included; without them, all.
   * Cost: one cell a spike, charged to the request's budget.
   */
  readonly spikeTimes: Scalars['Float64List']['output'];
  /** The same as float64 bytes. Shape [spikes]. */
  readonly spikeTimesData: EncodedArray;
  /** Shape of its mean waveform, in numbers. */
  readonly waveform: WaveformMetrics;
};


/** A sorted unit: the spikes that are taken for one neuron's. */
export type UnitMeanWaveformArgs = {
  channels?: WaveformChannels;
};


/** A sorted unit: the spikes that are taken for one neuron's. */
export type UnitSpikeAmplitudesArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: the spikes that are taken for one neuron's. */
export type UnitSpikeAmplitudesDataArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: the spikes that are taken for one neuron's. */
export type UnitSpikeTimesArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: the spikes that are taken for one neuron's. */
export type UnitSpikeTimesDataArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};

/** A page of units. */
export type UnitConnection = {
  readonly __typename?: 'UnitConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** The units of this page, in order. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many units match on all pages together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A unit and its place in the list. */
export type UnitEdge = {
  readonly __typename?: 'UnitEdge';
  /** Give it as `after` to go on behind this unit. */
  readonly cursor: Scalars['String']['output'];
  /** The unit. */
  readonly node: Unit;
};

/**
 * Conditions on units; all must hold. The defaults ARE the AllenSDK's (`UNIT_FILTER_DEFAULTS` and its validity filters), so that `{}`
 * gives the units of its `session.units`. Limits are inclusive; `null` switches one off. A limit of 0 is a limit (the AllenSDK takes 0 for
 * "no limit"). The limit on a column that the file lacks altogether does not apply.
 */
export type UnitFilter = {
  /** Highest `amplitudeCutoff` that passes. */
  readonly amplitudeCutoffMax?: InputMaybe<Scalars['Float']['input']>;
  /** Only units of one of these areas (acronyms or short names); a name that neither session nor atlas knows is the error AREA_NOT_FOUND. */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Lowest `firingRate` that passes, in Hz. */
  readonly firingRateMin?: InputMaybe<Scalars['Float']['input']>;
  /** Only units with one of these ids; one that the session does not store is the error UNIT_NOT_FOUND. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only units whose peak channel lies in the brain: the file names an area for it. */
  readonly inBrainOnly?: Scalars['Boolean']['input'];
  /** Highest `isiViolations` that passes. */
  readonly isiViolationsMax?: InputMaybe<Scalars['Float']['input']>;
  /** Ranges of any metrics; all must hold, beside the limits above. */
  readonly metrics?: InputMaybe<ReadonlyArray<MetricRange>>;
  /** Lowest `presenceRatio` that passes. */
  readonly presenceRatioMin?: InputMaybe<Scalars['Float']['input']>;
  /** Only units of one of these probes (ids or names); an unknown one is the error PROBE_NOT_FOUND. */
  readonly probes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Drop a unit in which amplitudeCutoff, presenceRatio or isiViolations is missing (NaN), even when its limit is switched off: so does
   * the AllenSDK. False keeps such a unit where the limit is switched off.
   */
  readonly requireMetrics?: Scalars['Boolean']['input'];
  /** Lowest `snr` that passes. */
  readonly snrMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only units of a valid peak channel, with the quality label `good`. Where a file uses neither of the labels `good` and
   * `noise`, its labels are another laboratory's grades and do not count.
   */
  readonly validOnly?: Scalars['Boolean']['input'];
};

/** A quality or waveform metric of units; its unit of measurement is that of the field. */
export type UnitMetric =
  /** `Unit.amplitudeCutoff`. */
  | 'AMPLITUDE_CUTOFF'
  /** `Unit.cumulativeDrift`. */
  | 'CUMULATIVE_DRIFT'
  /** `Unit.dPrime`. */
  | 'D_PRIME'
  /** `Unit.firingRate`. */
  | 'FIRING_RATE'
  /** `Unit.isiViolations`. */
  | 'ISI_VIOLATIONS'
  /** `Unit.isolationDistance`. */
  | 'ISOLATION_DISTANCE'
  /** `Unit.lRatio`. */
  | 'L_RATIO'
  /** `Unit.maxDrift`. */
  | 'MAX_DRIFT'
  /** `Unit.nnHitRate`. */
  | 'NN_HIT_RATE'
  /** `Unit.nnMissRate`. */
  | 'NN_MISS_RATE'
  /** `Unit.presenceRatio`. */
  | 'PRESENCE_RATIO'
  /** `Unit.silhouetteScore`. */
  | 'SILHOUETTE_SCORE'
  /** `Unit.snr`. */
  | 'SNR'
  /** `WaveformMetrics.amplitude`. */
  | 'WAVEFORM_AMPLITUDE'
  /** `WaveformMetrics.duration`. */
  | 'WAVEFORM_DURATION'
  /** `WaveformMetrics.halfwidth`. */
  | 'WAVEFORM_HALFWIDTH'
  /** `WaveformMetrics.ptRatio`. */
  | 'WAVEFORM_PT_RATIO'
  /** `WaveformMetrics.recoverySlope`. */
  | 'WAVEFORM_RECOVERY_SLOPE'
  /** `WaveformMetrics.repolarizationSlope`. */
  | 'WAVEFORM_REPOLARIZATION_SLOPE'
  /** `WaveformMetrics.spread`. */
  | 'WAVEFORM_SPREAD'
  /** `WaveformMetrics.velocityAbove`. */
  | 'WAVEFORM_VELOCITY_ABOVE'
  /** `WaveformMetrics.velocityBelow`. */
  | 'WAVEFORM_VELOCITY_BELOW';

/** How units are sorted. */
export type UnitOrder = {
  /** What by. */
  readonly by: UnitSortKey;
  /** Which way. A missing value comes last, either way. */
  readonly direction?: SortDirection;
};

/** What units can be sorted by. */
export type UnitSortKey =
  /** `Unit.amplitudeCutoff`. */
  | 'AMPLITUDE_CUTOFF'
  /** Acronym of the area; outside of the brain last. */
  | 'AREA'
  /** Id of the peak channel, as a number. */
  | 'CHANNEL'
  /** `Unit.cumulativeDrift`. */
  | 'CUMULATIVE_DRIFT'
  /** `Unit.dPrime`. */
  | 'D_PRIME'
  /** `Unit.firingRate`. */
  | 'FIRING_RATE'
  /** `Unit.id`, as a number. */
  | 'ID'
  /** `Unit.isiViolations`. */
  | 'ISI_VIOLATIONS'
  /** `Unit.isolationDistance`. */
  | 'ISOLATION_DISTANCE'
  /** `Unit.lRatio`. */
  | 'L_RATIO'
  /** `Unit.maxDrift`. */
  | 'MAX_DRIFT'
  /** `Unit.nnHitRate`. */
  | 'NN_HIT_RATE'
  /** `Unit.nnMissRate`. */
  | 'NN_MISS_RATE'
  /** `Unit.presenceRatio`. */
  | 'PRESENCE_RATIO'
  /** Name of the probe. */
  | 'PROBE'
  /** `Unit.silhouetteScore`. */
  | 'SILHOUETTE_SCORE'
  /** `Unit.snr`. */
  | 'SNR'
  /** How many spikes are stored. */
  | 'SPIKE_COUNT'
  /** Position of the peak channel along the probe, from its tip: the deepest first. */
  | 'VERTICAL_POSITION'
  /** `WaveformMetrics.amplitude`. */
  | 'WAVEFORM_AMPLITUDE'
  /** `WaveformMetrics.duration`. */
  | 'WAVEFORM_DURATION'
  /** `WaveformMetrics.halfwidth`. */
  | 'WAVEFORM_HALFWIDTH'
  /** `WaveformMetrics.ptRatio`. */
  | 'WAVEFORM_PT_RATIO'
  /** `WaveformMetrics.recoverySlope`. */
  | 'WAVEFORM_RECOVERY_SLOPE'
  /** `WaveformMetrics.repolarizationSlope`. */
  | 'WAVEFORM_REPOLARIZATION_SLOPE'
  /** `WaveformMetrics.spread`. */
  | 'WAVEFORM_SPREAD'
  /** `WaveformMetrics.velocityAbove`. */
  | 'WAVEFORM_VELOCITY_ABOVE'
  /** `WaveformMetrics.velocityBelow`. */
  | 'WAVEFORM_VELOCITY_BELOW';

/** Which channels of a mean waveform are wanted. */
export type WaveformChannels =
  /** All rows as stored, also those of channels that the electrodes table does not have (reference channels). */
  | 'ALL'
  /** Only the unit's peak channel. */
  | 'PEAK'
  /** Those that the file marks as valid, as the AllenSDK gives them; all known ones where it does not mark them. */
  | 'VALID';

/** Metrics of a unit's mean waveform on its peak channel. */
export type WaveformMetrics = {
  readonly __typename?: 'WaveformMetrics';
  /** From trough to peak, in µV. */
  readonly amplitude?: Maybe<Scalars['Float']['output']>;
  /** From trough to peak, in ms. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Width at half of the amplitude, in ms. */
  readonly halfwidth?: Maybe<Scalars['Float']['output']>;
  /** Height of the peak relative to the trough. */
  readonly ptRatio?: Maybe<Scalars['Float']['output']>;
  /** Slope behind the peak, in V/s. */
  readonly recoverySlope?: Maybe<Scalars['Float']['output']>;
  /** Slope from trough to peak, in V/s. */
  readonly repolarizationSlope?: Maybe<Scalars['Float']['output']>;
  /** Extent along the probe, in µm. */
  readonly spread?: Maybe<Scalars['Float']['output']>;
  /** Inverse velocity of propagation above the soma, in s/m. */
  readonly velocityAbove?: Maybe<Scalars['Float']['output']>;
  /** Inverse velocity of propagation below the soma, in s/m. */
  readonly velocityBelow?: Maybe<Scalars['Float']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnalysisMetric: ResolverTypeWrapper<AnalysisMetric>;
  AnalysisMetrics: ResolverTypeWrapper<AnalysisMetricsModel>;
  Area: ResolverTypeWrapper<AreaModel>;
  AreaSummary: ResolverTypeWrapper<AreaSummary>;
  Base64: ResolverTypeWrapper<Scalars['Base64']['output']>;
  BinnedActivity: ResolverTypeWrapper<BinnedActivityModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Channel: ResolverTypeWrapper<ChannelModel>;
  ChannelConnection: ResolverTypeWrapper<Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversTypes['Channel']> }>;
  ChannelEdge: ResolverTypeWrapper<Omit<ChannelEdge, 'node'> & { node: ResolversTypes['Channel'] }>;
  ChannelFilter: ChannelFilter;
  CountMatrix: ResolverTypeWrapper<Scalars['CountMatrix']['output']>;
  EncodedArray: ResolverTypeWrapper<EncodedArray>;
  EncodedMatrix: ResolverTypeWrapper<EncodedMatrix>;
  EpochFilter: EpochFilter;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Float64Array: ResolverTypeWrapper<Scalars['Float64Array']['output']>;
  Float64List: ResolverTypeWrapper<Scalars['Float64List']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Int32List: ResolverTypeWrapper<Scalars['Int32List']['output']>;
  InvalidTime: ResolverTypeWrapper<InvalidTime>;
  MatrixDtype: MatrixDtype;
  MatrixEncoding: MatrixEncoding;
  MeanWaveform: ResolverTypeWrapper<MeanWaveformModel>;
  MetricRange: MetricRange;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Probe: ResolverTypeWrapper<ProbeModel>;
  ProbeConnection: ResolverTypeWrapper<Omit<ProbeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ProbeEdge']>, nodes: ReadonlyArray<ResolversTypes['Probe']> }>;
  ProbeEdge: ResolverTypeWrapper<Omit<ProbeEdge, 'node'> & { node: ResolversTypes['Probe'] }>;
  ProbeFilter: ProbeFilter;
  PublishedSession: ResolverTypeWrapper<PublishedSession>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefusedFile: ResolverTypeWrapper<RefusedFile>;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionConnection: ResolverTypeWrapper<Omit<SessionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['SessionEdge']>, nodes: ReadonlyArray<ResolversTypes['Session']> }>;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  SessionFilter: SessionFilter;
  SortDirection: SortDirection;
  SparseMatrix: ResolverTypeWrapper<SparseMatrix>;
  StimulusEpoch: ResolverTypeWrapper<StimulusEpochModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subject: ResolverTypeWrapper<Subject>;
  TimeSpan: ResolverTypeWrapper<TimeSpan>;
  Unit: ResolverTypeWrapper<UnitModel>;
  UnitConnection: ResolverTypeWrapper<Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversTypes['Unit']> }>;
  UnitEdge: ResolverTypeWrapper<Omit<UnitEdge, 'node'> & { node: ResolversTypes['Unit'] }>;
  UnitFilter: UnitFilter;
  UnitMetric: UnitMetric;
  UnitOrder: UnitOrder;
  UnitSortKey: UnitSortKey;
  WaveformChannels: WaveformChannels;
  WaveformMetrics: ResolverTypeWrapper<UnitModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AnalysisMetric: AnalysisMetric;
  AnalysisMetrics: AnalysisMetricsModel;
  Area: AreaModel;
  AreaSummary: AreaSummary;
  Base64: Scalars['Base64']['output'];
  BinnedActivity: BinnedActivityModel;
  Boolean: Scalars['Boolean']['output'];
  Channel: ChannelModel;
  ChannelConnection: Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Channel']> };
  ChannelEdge: Omit<ChannelEdge, 'node'> & { node: ResolversParentTypes['Channel'] };
  ChannelFilter: ChannelFilter;
  CountMatrix: Scalars['CountMatrix']['output'];
  EncodedArray: EncodedArray;
  EncodedMatrix: EncodedMatrix;
  EpochFilter: EpochFilter;
  Float: Scalars['Float']['output'];
  Float64Array: Scalars['Float64Array']['output'];
  Float64List: Scalars['Float64List']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Int32List: Scalars['Int32List']['output'];
  InvalidTime: InvalidTime;
  MeanWaveform: MeanWaveformModel;
  MetricRange: MetricRange;
  PageInfo: PageInfo;
  Probe: ProbeModel;
  ProbeConnection: Omit<ProbeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ProbeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Probe']> };
  ProbeEdge: Omit<ProbeEdge, 'node'> & { node: ResolversParentTypes['Probe'] };
  ProbeFilter: ProbeFilter;
  PublishedSession: PublishedSession;
  Query: Record<PropertyKey, never>;
  RefusedFile: RefusedFile;
  ServerInfo: ServerInfo;
  Session: SessionModel;
  SessionConnection: Omit<SessionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['SessionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Session']> };
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  SessionFilter: SessionFilter;
  SparseMatrix: SparseMatrix;
  StimulusEpoch: StimulusEpochModel;
  String: Scalars['String']['output'];
  Subject: Subject;
  TimeSpan: TimeSpan;
  Unit: UnitModel;
  UnitConnection: Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Unit']> };
  UnitEdge: Omit<UnitEdge, 'node'> & { node: ResolversParentTypes['Unit'] };
  UnitFilter: UnitFilter;
  UnitOrder: UnitOrder;
  WaveformMetrics: UnitModel;
};

export type AnalysisMetricResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisMetric'] = ResolversParentTypes['AnalysisMetric']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AnalysisMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisMetrics'] = ResolversParentTypes['AnalysisMetrics']> = {
  all?: Resolver<ReadonlyArray<ResolversTypes['AnalysisMetric']>, ParentType, ContextType, Partial<AnalysisMetricsAllArgs>>;
  areaRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  azimuthRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  c50Dg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  elevationRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  f1F0Dg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fanoDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateDm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateFl?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateNs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRateSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gDsiDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gOsiDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  gOsiSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  heightRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  imageSelectivityNs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lifetimeSparsenessDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lifetimeSparsenessNs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  modIdxDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  onOffRatioFl?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  onScreenRf?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pValueRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefImageNs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefOriDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefOriSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefPhaseSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefSfSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefSpeedDm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  prefTfDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  runModDg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sustainedIdxFl?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeToPeakFl?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeToPeakSg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  widthRf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  acronym?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  binnedActivity?: Resolver<ReadonlyArray<ResolversTypes['BinnedActivity']>, ParentType, ContextType, RequireFields<AreaBinnedActivityArgs, 'after' | 'before' | 'binSize'>>;
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<AreaUnitsArgs, 'first'>>;
};

export type AreaSummaryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AreaSummary'] = ResolversParentTypes['AreaSummary']> = {
  acronym?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  passingUnitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessionIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface Base64ScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Base64'], any> {
  name: 'Base64';
}

export type BinnedActivityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BinnedActivity'] = ResolversParentTypes['BinnedActivity']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  binCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  binSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountMatrix'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedMatrix'], ParentType, ContextType, RequireFields<BinnedActivityDataArgs, 'dtype' | 'encoding'>>;
  epoch?: Resolver<Maybe<ResolversTypes['StimulusEpoch']>, ParentType, ContextType>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  populationRate?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  sparse?: Resolver<ResolversTypes['SparseMatrix'], ParentType, ContextType>;
  spikeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stop?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  unitRates?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  anteriorPosteriorCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dorsalVentralCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  filtering?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  horizontalPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftRightCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  localIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  probe?: Resolver<Maybe<ResolversTypes['Probe']>, ParentType, ContextType>;
  publishedArea?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  structureId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  valid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  verticalPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ChannelConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ChannelConnection'] = ResolversParentTypes['ChannelConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ChannelEdge'] = ResolversParentTypes['ChannelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export interface CountMatrixScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountMatrix'], any> {
  name: 'CountMatrix';
}

export type EncodedArrayResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EncodedArray'] = ResolversParentTypes['EncodedArray']> = {
  bytes?: Resolver<ResolversTypes['Base64'], ParentType, ContextType>;
  dtype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  encoding?: Resolver<ResolversTypes['MatrixEncoding'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EncodedMatrixResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EncodedMatrix'] = ResolversParentTypes['EncodedMatrix']> = {
  bytes?: Resolver<ResolversTypes['Base64'], ParentType, ContextType>;
  dtype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  encoding?: Resolver<ResolversTypes['MatrixEncoding'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface Float64ArrayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Float64Array'], any> {
  name: 'Float64Array';
}

export interface Float64ListScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Float64List'], any> {
  name: 'Float64List';
}

export interface Int32ListScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Int32List'], any> {
  name: 'Int32List';
}

export type InvalidTimeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InvalidTime'] = ResolversParentTypes['InvalidTime']> = {
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stopTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MeanWaveformResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MeanWaveform'] = ResolversParentTypes['MeanWaveform']> = {
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProbeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Probe'] = ResolversParentTypes['Probe']> = {
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasLfpData?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lfpSamplingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  samplingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type ProbeConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ProbeConnection'] = ResolversParentTypes['ProbeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProbeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Probe']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProbeEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ProbeEdge'] = ResolversParentTypes['ProbeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Probe'], ParentType, ContextType>;
};

export type PublishedSessionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PublishedSession'] = ResolversParentTypes['PublishedSession']> = {
  dateOfAcquisition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specimenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ages?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['AreaSummary']>, ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, RequireFields<QueryChannelsArgs, 'first'>>;
  genotypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  probes?: Resolver<ResolversTypes['ProbeConnection'], ParentType, ContextType, RequireFields<QueryProbesArgs, 'first'>>;
  refusedFiles?: Resolver<ReadonlyArray<ResolversTypes['RefusedFile']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<QuerySessionArgs, 'id'>>;
  sessionTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<QuerySessionsArgs, 'first'>>;
  sexes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<QueryUnitsArgs, 'first' | 'where'>>;
};

export type RefusedFileResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RefusedFile'] = ResolversParentTypes['RefusedFile']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServerInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  maxBins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxCells?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  maxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxValues?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType, RequireFields<SessionAreasArgs, 'units'>>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  binnedActivity?: Resolver<ReadonlyArray<ResolversTypes['BinnedActivity']>, ParentType, ContextType, RequireFields<SessionBinnedActivityArgs, 'binSize' | 'start' | 'stop' | 'units'>>;
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, RequireFields<SessionChannelsArgs, 'first'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  experimenters?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  institution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  lab?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nwbVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  passingUnitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probes?: Resolver<ReadonlyArray<ResolversTypes['Probe']>, ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['PublishedSession']>, ParentType, ContextType>;
  recordedAreas?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  recordedSpan?: Resolver<Maybe<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
  sessionType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stimulusEpoch?: Resolver<Maybe<ResolversTypes['StimulusEpoch']>, ParentType, ContextType, RequireFields<SessionStimulusEpochArgs, 'index'>>;
  stimulusEpochs?: Resolver<ReadonlyArray<ResolversTypes['StimulusEpoch']>, ParentType, ContextType, Partial<SessionStimulusEpochsArgs>>;
  stimulusNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<SessionUnitArgs, 'id'>>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<SessionUnitsArgs, 'first' | 'where'>>;
  validChannelCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SparseMatrixResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SparseMatrix'] = ResolversParentTypes['SparseMatrix']> = {
  data?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  indices?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  indptr?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StimulusEpochResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusEpoch'] = ResolversParentTypes['StimulusEpoch']> = {
  binnedActivity?: Resolver<ReadonlyArray<ResolversTypes['BinnedActivity']>, ParentType, ContextType, RequireFields<StimulusEpochBinnedActivityArgs, 'after' | 'before' | 'binSize' | 'units'>>;
  block?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stimulusName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  age?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ageInDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  genotype?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  species?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specimenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TimeSpanResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimeSpan'] = ResolversParentTypes['TimeSpan']> = {
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stopTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  amplitudeCutoff?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  analysisMetrics?: Resolver<Maybe<ResolversTypes['AnalysisMetrics']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  clusterId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cumulativeDrift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dPrime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isiViolations?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isolationDistance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  localIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxDrift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanWaveform?: Resolver<Maybe<ResolversTypes['MeanWaveform']>, ParentType, ContextType, RequireFields<UnitMeanWaveformArgs, 'channels'>>;
  nnHitRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  nnMissRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  presenceRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  probe?: Resolver<Maybe<ResolversTypes['Probe']>, ParentType, ContextType>;
  quality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  silhouetteScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  snr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spikeAmplitudes?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType, Partial<UnitSpikeAmplitudesArgs>>;
  spikeAmplitudesData?: Resolver<Maybe<ResolversTypes['EncodedArray']>, ParentType, ContextType, Partial<UnitSpikeAmplitudesDataArgs>>;
  spikeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType, Partial<UnitSpikeTimesArgs>>;
  spikeTimesData?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, Partial<UnitSpikeTimesDataArgs>>;
  waveform?: Resolver<ResolversTypes['WaveformMetrics'], ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type WaveformMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['WaveformMetrics'] = ResolversParentTypes['WaveformMetrics']> = {
  amplitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  halfwidth?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ptRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recoverySlope?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  repolarizationSlope?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spread?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  velocityAbove?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  velocityBelow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  AnalysisMetric?: AnalysisMetricResolvers<ContextType>;
  AnalysisMetrics?: AnalysisMetricsResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaSummary?: AreaSummaryResolvers<ContextType>;
  Base64?: GraphQLScalarType;
  BinnedActivity?: BinnedActivityResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  CountMatrix?: GraphQLScalarType;
  EncodedArray?: EncodedArrayResolvers<ContextType>;
  EncodedMatrix?: EncodedMatrixResolvers<ContextType>;
  Float64Array?: GraphQLScalarType;
  Float64List?: GraphQLScalarType;
  Int32List?: GraphQLScalarType;
  InvalidTime?: InvalidTimeResolvers<ContextType>;
  MeanWaveform?: MeanWaveformResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Probe?: ProbeResolvers<ContextType>;
  ProbeConnection?: ProbeConnectionResolvers<ContextType>;
  ProbeEdge?: ProbeEdgeResolvers<ContextType>;
  PublishedSession?: PublishedSessionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefusedFile?: RefusedFileResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SparseMatrix?: SparseMatrixResolvers<ContextType>;
  StimulusEpoch?: StimulusEpochResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  TimeSpan?: TimeSpanResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
  WaveformMetrics?: WaveformMetricsResolvers<ContextType>;
};

