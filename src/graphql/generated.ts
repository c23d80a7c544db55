// Generated from schema.graphql by `npm run codegen`. Do not edit.
import type { CountNdArray } from '../domain/counting/nd-array.ts';
import type { CountMatrix } from '../domain/counting/count-matrix.ts';
import type { FileValue } from '../domain/session/file-object.ts';
import type { Float64NdArray } from '../domain/counting/nd-array.ts';
import type { RequestedValue } from '../domain/stimuli/parameter-match.ts';
import type { ParameterValue } from '../domain/stimuli/stimulus-parameters.ts';
import type { ExactNumber } from '../domain/numeric/exact-numbers.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnalysisMetricsModel, ActivityGridModel, ActivityGroupModel, AlignedActivityModel, SignalModel, AreaModel, BinnedActivityModel, DatasetModel, CorrelogramsModel, JitterCorrectedCorrelogramsModel, UnitCorrelationsModel, SpikeTrainStatisticsModel, IsiViolationsModel, IsiHistogramModel, SmoothedRatesModel, SlidingCountsModel, ChannelModel, NodeModel, ProbeModel, SessionModel, ReceptiveFieldsModel, ResponseMetricsModel, SeriesModel, StoredSeriesModel, EllipseModel, EventActivityModel, EventGroupModel, FileAttributeModel, FileDatasetModel, FileObjectModel, FirstSpikesModel, FirstSpikeStatisticsModel, ResponsePeaksModel, InterPresentationIntervalsModel, IntervalActivityModel, IntervalColumnModel, IntervalRowModel, IntervalTableModel, AlignedLfpModel, EventLfpModel, LfpAverageModel, LfpGroupModel, LfpSpectrumModel, SpikeTriggeredLfpModel, OptogeneticEpochModel, MeanWaveformModel, ParameterRowModel, SignalTuningModel, StimulusConditionModel, StimulusPresentationModel, StimulusEpochModel, UnitModel, UnitColumnModel } from './models.ts';
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
  /** Counts of any shape as nested JSON lists of whole numbers; null for unknown counts. */
  CountArray: { input: never; output: CountNdArray; }
  /** Spike counts as a JSON list with one row per bin, each a list with one whole number per unit. */
  CountMatrix: { input: never; output: CountMatrix; }
  /**
   * An element of a dataset or an attribute as a JSON number, text, boolean, list or object. Whole numbers
   * beyond ±(2^53 - 1) are texts of their digits, infinite numbers the texts `Infinity` and `-Infinity`;
   * NaN is null.
   */
  FileValue: { input: never; output: FileValue; }
  /**
   * Float64 numbers of any shape as nested JSON lists, written so that each reads back bit for bit; null
   * for missing numbers (NaN).
   */
  Float64Array: { input: never; output: Float64NdArray; }
  /** A JSON list of float64 numbers, written so that each reads back bit for bit. */
  Float64List: { input: never; output: Float64Array; }
  /** A JSON list of whole numbers. */
  Int32List: { input: never; output: Int32Array | Uint8Array | Uint16Array | Uint32Array; }
  /**
   * A number, a text, or a list of numbers (such as x and y) or of texts (such as tags). Flags are 1 and
   * 0.
   *
   * A whole number beyond ±(2^53 - 1) is returned as the text of its digits, since a float64 cannot
   * distinguish it from its neighbours; a list that contains one is a list of texts. An infinite number
   * is the text `Infinity` or `-Infinity`, since JSON cannot represent it. As input, true and false are
   * also accepted; anything else, such as an object or null, is an error.
   */
  StimulusParameterValue: { input: RequestedValue; output: ParameterValue; }
  /**
   * A whole number in the file, exact to the last digit: a JSON number up to ±(2^53 - 1) and, beyond
   * that, the text of its digits, since a float64 cannot distinguish it from its neighbours. Both are
   * accepted as input.
   */
  WholeNumber: { input: ExactNumber; output: ExactNumber; }
};

/** Spikes in the same bins around moments, or within intervals: shape [moments, bins, units]. */
export type ActivityAround = {
  /** The moment that each row's bins are relative to, in seconds. Shape [moments]. */
  readonly anchorTimes: Scalars['Float64List']['output'];
  /**
   * Centre of each bin, `edge + width / 2`, in seconds from the moment; null if each row is one bin of
   * its own length. Shape [bins].
   */
  readonly binCentres?: Maybe<Scalars['Float64List']['output']>;
  /** The counts, as nested JSON lists. Cost: one cell each, charged to the request's budget. */
  readonly counts: Scalars['CountArray']['output'];
  /** The counts as bytes. */
  readonly data: EncodedArray;
  /**
   * Bin edges, in seconds from the moment; null if each row is one bin of its own length. Shape
   * [bins + 1].
   */
  readonly edges?: Maybe<Scalars['Float64List']['output']>;
  /** Latency of each unit's first spike after each moment. */
  readonly firstSpikes: FirstSpikes;
  /** The session. */
  readonly session: Session;
  /** [moments, bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Behaviour in the same bins. */
  readonly signals: ReadonlyArray<Maybe<AlignedSignal>>;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units of the columns, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/** Spikes in the same bins around moments, or within intervals: shape [moments, bins, units]. */
export type ActivityAroundFirstSpikesArgs = {
  from?: Scalars['Float']['input'];
  until?: Scalars['Float']['input'];
};


/** Spikes in the same bins around moments, or within intervals: shape [moments, bins, units]. */
export type ActivityAroundSignalsArgs = {
  edgeRule?: EdgeRule;
  of: ReadonlyArray<SignalSource>;
  statistic?: SampleStatistic;
};

/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGrid = {
  readonly __typename?: 'ActivityGrid';
  /** The axes, in the order requested. */
  readonly axes: ReadonlyArray<GridAxis>;
  /**
   * One of these statistics as float64 bytes, of shape [axes…, bins, units]; NaN for what is null in
   * JSON.
   */
  readonly data: EncodedArray;
  /**
   * Where to download the statistics as a file, each array of shape [axes…, bins, units] with the
   * values along its axes: see AlignedActivity.groupsHref.
   */
  readonly href: Scalars['String']['output'];
  /** Mean over the observed presentations. Shape [axes…, bins, units]; null if there are none. */
  readonly mean: Scalars['Float64Array']['output'];
  /**
   * Number of those that `mean` is over, for each bin and unit. Shape [axes…, bins, units]; null in a
   * cell in which nothing was shown.
   */
  readonly observedPresentationCounts: Scalars['Float64Array']['output'];
  /** Number of presentations in each cell. Shape [axes…]. */
  readonly presentationCounts: Scalars['CountArray']['output'];
  /** [axes…, bins, units]: the length of each axis, then the number of bins and of units. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Sum of the spikes in all presentations of a cell, observed or not. Shape [axes…, bins, units];
   * null in a cell in which nothing was shown.
   */
  readonly spikeCounts: Scalars['Float64Array']['output'];
  /**
   * Standard deviation (`ddof=1`), as in ActivityGroup. Shape [axes…, bins, units]; null over fewer
   * than two presentations.
   */
  readonly standardDeviation: Scalars['Float64Array']['output'];
  /** Standard error of the mean. Shape [axes…, bins, units]; null over fewer than two presentations. */
  readonly standardError: Scalars['Float64Array']['output'];
};


/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGridDataArgs = {
  statistic: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGridHrefArgs = {
  format?: ArrayFormat;
  statistic?: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGridMeanArgs = {
  unit?: ActivityUnit;
};


/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGridStandardDeviationArgs = {
  unit?: ActivityUnit;
};


/**
 * Presentations on a grid of the values of some parameters, with statistics over those in each cell. A
 * presentation to which one of the parameters does not apply (blank screens, masked presentations) is
 * in no cell. Statistics are over the presentations in which a unit was observed, as in ActivityGroup;
 * a cell in which nothing was shown is null.
 */
export type ActivityGridStandardErrorArgs = {
  unit?: ActivityUnit;
};

/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroup = {
  readonly __typename?: 'ActivityGroup';
  /** The condition of all its presentations, if grouped by condition. */
  readonly condition?: Maybe<StimulusCondition>;
  /** One of these statistics as float64 bytes, of shape [bins, units]; NaN for what is null in JSON. */
  readonly data: EncodedArray;
  /** The epoch of all its presentations, if grouped by epoch. */
  readonly epoch?: Maybe<StimulusEpoch>;
  /**
   * First-spike latencies, over the presentations in whose window the unit has a spike. Cost: four
   * cells per group and unit.
   */
  readonly firstSpikes: FirstSpikeStatistics;
  /**
   * Where to download the statistics of the group as a file, each array of shape [bins, units]: see
   * AlignedActivity.groupsHref.
   */
  readonly href: Scalars['String']['output'];
  /** Mean over the observed presentations; null if there are none. Shape [bins, units]. */
  readonly mean: Scalars['Float64Array']['output'];
  /** Number of presentations that `mean` is over. Shape [bins, units]. */
  readonly observedPresentationCounts: Scalars['CountArray']['output'];
  /** Values of the parameters that apply, if grouped by parameters; otherwise empty. */
  readonly parameters: ReadonlyArray<StimulusParameter>;
  /** Number of presentations. */
  readonly presentationCount: Scalars['Int']['output'];
  /** Their `presentationId`s, in order of start time. */
  readonly presentationIds: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * The peak of the mean, when it is reached, and when the mean has risen halfway to it. Requires
   * bins. A window without any whole bin gives the error INVALID_ARGUMENT.
   */
  readonly responsePeaks: ResponsePeaks;
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Spikes found in all presentations of the group together, observed or not, except presentations
   * whose stop is needed but unknown; null if that is true of all of them. Shape [bins, units].
   */
  readonly spikeCounts: Scalars['Float64Array']['output'];
  /**
   * Standard deviation over the observed presentations, with n - 1 in the denominator (`ddof=1`); null
   * if there are fewer than two. Shape [bins, units]. For whole presentations (`presentationActivity`)
   * it equals numpy's to the last bit. In bins it is rounded once, from exact sums, whereas numpy
   * rounds along the way and may differ in the last digit.
   */
  readonly standardDeviation: Scalars['Float64Array']['output'];
  /**
   * Standard error of the mean: standardDeviation / sqrt(observedPresentationCounts); null if there
   * are fewer than two presentations. Shape [bins, units].
   */
  readonly standardError: Scalars['Float64Array']['output'];
  /** The stimulus of all its presentations; null if they show several. */
  readonly stimulusName?: Maybe<Scalars['String']['output']>;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupDataArgs = {
  baseline: InputMaybe<Baseline>;
  statistic: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupFirstSpikesArgs = {
  from?: Scalars['Float']['input'];
  until?: Scalars['Float']['input'];
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupHrefArgs = {
  format?: ArrayFormat;
  statistic?: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupMeanArgs = {
  baseline: InputMaybe<Baseline>;
  unit?: ActivityUnit;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupResponsePeaksArgs = {
  baseline: InputMaybe<BaselineWindow>;
  from?: Scalars['Float']['input'];
  kernel: InputMaybe<RateKernel>;
  unit?: ActivityUnit;
  until: InputMaybe<Scalars['Float']['input']>;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupStandardDeviationArgs = {
  unit?: ActivityUnit;
};


/**
 * A group of presentations, with statistics over them for each bin and unit.
 *
 * A bin of a presentation (within presentations, the whole presentation) is included for a unit only
 * if the unit was observed during all of it (Unit.observedTimes). A presentation whose start is
 * unknown is not included, nor, within presentations, one whose stop is unknown.
 * `observedPresentationCounts` gives how many are included; mean, deviation and error are over these.
 * In files without `obs_intervals`, these are all presentations within the recording, as in the
 * AllenSDK.
 */
export type ActivityGroupStandardErrorArgs = {
  unit?: ActivityUnit;
};

/** A statistic over the presentations of a group. */
export type ActivityStatistic =
  /** See ActivityGroup.mean. */
  | 'MEAN'
  /** See ActivityGroup.spikeCounts; spikes in either unit. */
  | 'SPIKE_COUNT'
  /** See ActivityGroup.standardDeviation. */
  | 'STANDARD_DEVIATION'
  /** See ActivityGroup.standardError. */
  | 'STANDARD_ERROR';

/** Unit of spiking activity. */
export type ActivityUnit =
  /** Spikes. */
  | 'COUNT'
  /**
   * Spikes per second: counts divided by the bin width or, within presentations, by the duration of
   * each. A presentation without a duration has no rate and is excluded from the mean.
   */
  | 'HZ';

/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivity = ActivityAround & {
  readonly __typename?: 'AlignedActivity';
  /**
   * The moment that each presentation's bins are relative to, in seconds: its start, or its time in
   * the column `at`; null if it has none. Shape [presentations].
   */
  readonly anchorTimes: Scalars['Float64List']['output'];
  /**
   * Centre of each bin, `edge + width / 2`, in seconds from a presentation's start; null if each
   * presentation is one bin. Shape [bins].
   */
  readonly binCentres?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Correlation of the responses of every two units: Pearson's coefficient of their counts in the
   * whole window of each presentation, all bins together. A presentation is missing for a unit that
   * was not observed throughout it, or whose count is not known. Masked presentations have no
   * condition and are left out. Cost: units² cells and units² / 2 operations per presentation.
   */
  readonly correlations: UnitCorrelations;
  /**
   * The counts, as nested JSON lists of shape [presentations, bins, units]; null for a presentation
   * whose stop (in `presentationActivity`) or whose time in the column `at` the file does not give.
   * Cost: one cell each, charged to the request's budget.
   */
  readonly counts: Scalars['CountArray']['output'];
  /**
   * The counts as bytes, of shape [presentations, bins, units]: uint8, uint16 or uint32, the narrowest
   * that holds the largest count; or, if some are null, float64 with NaN for null.
   */
  readonly data: EncodedArray;
  /**
   * Bin edges, in seconds from a presentation's start; null if each presentation is one bin. Shape
   * [bins + 1].
   */
  readonly edges?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Latency of each unit's first spike after each presentation's start. Cost: one cell per
   * presentation and unit.
   */
  readonly firstSpikes: FirstSpikes;
  /**
   * Statistics over the presentations at every combination of the values of some parameters, whatever
   * their other parameters: tuning curves, tuning surfaces, receptive fields. Cost: one cell per cell
   * of the grid, bin and unit for each field, and those of `groups`, charged to the request's budget.
   */
  readonly grid: ActivityGrid;
  /**
   * Mean and deviation over groups of presentations: conditions in order of `conditionId`, epochs in
   * order of index, other groups in order of first appearance; by several keys, in the order of the
   * first, then of the second, and so on. A masked presentation has neither a condition nor parameters
   * and is in none of these groups; nor is a presentation to which none of the `parameters` applies.
   * Counts are summed while spikes are read and are not kept.
   */
  readonly groups: ReadonlyArray<ActivityGroup>;
  /**
   * Where to download the statistics of all `groups` as a file, each array of shape [groups, bins,
   * units]: see BinnedActivity.href. NPY has one statistic; the other formats have all of them
   * (`mean`, `std`, `sem`, `spike_count`, and `n`, the number of presentations that `mean` is over)
   * and what the presentations of each group share. Cost of a download: as for the statistics of all
   * groups.
   */
  readonly groupsHref: Scalars['String']['output'];
  /**
   * Where to download the counts as a file, with the presentations, bins and units that lie along
   * their dimensions: see BinnedActivity.href. Cost of a download: as for `counts`.
   */
  readonly href: Scalars['String']['output'];
  /**
   * Correlograms of the spikes around the presentations, minus those of jittered spike trains, which
   * removes correlations due to the stimulus and to slow changes: as in Siegle et al. 2021, but
   * without random numbers. Requires bins of equal width, typically 1 ms.
   *
   * Cost: one operation per coincidence of spikes, and per lag of every bin and pair; one cell per
   * value and per spike.
   */
  readonly jitterCorrectedCorrelograms: JitterCorrectedCorrelograms;
  /** `presentationId`s, in order of start time. Shape [presentations]. */
  readonly presentationIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The session. */
  readonly session: Session;
  /** [presentations, bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Behaviour in the same bins: one signal for each entry of `of`, in order; null for a signal that
   * the session does not have. Cost: one cell per sample and column read, and per value.
   */
  readonly signals: ReadonlyArray<Maybe<AlignedSignal>>;
  /**
   * The spikes themselves, in order of time; none for a presentation whose stop is needed but unknown.
   * Cost: four cells per unit for `count` alone; sixteen per spike for the lists.
   */
  readonly spikes: AlignedSpikes;
  /** Start of each presentation, in seconds. Shape [presentations]. */
  readonly startTimes: Scalars['Float64List']['output'];
  /**
   * End of each presentation, in seconds; null for one whose end the file does not give. Shape
   * [presentations].
   */
  readonly stopTimes: Scalars['Float64List']['output'];
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units of the columns, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityCorrelationsArgs = {
  includeBlanks?: Scalars['Boolean']['input'];
  kind: CorrelationKind;
  unit?: ActivityUnit;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityFirstSpikesArgs = {
  from?: Scalars['Float']['input'];
  until?: Scalars['Float']['input'];
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityGridArgs = {
  parameters: ReadonlyArray<Scalars['String']['input']>;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityGroupsArgs = {
  by?: ReadonlyArray<PresentationGrouping>;
  parameters: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityGroupsHrefArgs = {
  by?: ReadonlyArray<PresentationGrouping>;
  format?: ArrayFormat;
  parameters: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  statistic?: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityHrefArgs = {
  format?: ArrayFormat;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivityJitterCorrectedCorrelogramsArgs = {
  jitterWindow?: Scalars['Float']['input'];
  lagCount?: Scalars['Int']['input'];
  minimumRate?: Scalars['Float']['input'];
  targets: InputMaybe<UnitFilter>;
};


/**
 * Spikes around, or within, presentations. Nothing is read until counts, statistics or spikes are
 * requested.
 */
export type AlignedActivitySignalsArgs = {
  edgeRule?: EdgeRule;
  of: ReadonlyArray<SignalSource>;
  statistic?: SampleStatistic;
};

/**
 * Local field potential around presentations. Bin `k` holds the samples with
 * `edges[k] <= time - start < edges[k + 1]`, the last bin closed; its value is their mean, in V.
 * Masked samples are ignored; a bin without samples is null.
 */
export type AlignedLfp = {
  readonly __typename?: 'AlignedLfp';
  /** Centre of each bin, in seconds from a presentation's start. Shape [bins]. */
  readonly binCentres: Scalars['Float64List']['output'];
  /** `channelId`s of the columns, in file order; null if the file does not give them. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /** Bin edges, in seconds from a presentation's start. Shape [bins + 1]. */
  readonly edges: Scalars['Float64List']['output'];
  /** Mean over groups of presentations, as AlignedActivity.groups. */
  readonly groups: ReadonlyArray<LfpGroup>;
  /**
   * Where to download the averages over all `groups` as a file, each array of shape [groups, bins,
   * channels]: see BinnedActivity.href. NPY has one statistic; the other formats have all of them
   * (`mean`, `std`, `sem`, and `n`, the number of presentations with samples) and what the
   * presentations of each group share. Cost of a download: as for all averages.
   */
  readonly groupsHref: Scalars['String']['output'];
  /**
   * Where to download the potentials, with the presentations, bins and channels that lie along their
   * dimensions: see BinnedActivity.href. Cost of a download: as for `values`.
   */
  readonly href: Scalars['String']['output'];
  /** `presentationId`s, in order of start time. Shape [presentations]. */
  readonly presentationIds: ReadonlyArray<Scalars['ID']['output']>;
  /** [presentations, bins, channels] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Start of each presentation, in seconds. Shape [presentations]. */
  readonly startTimes: Scalars['Float64List']['output'];
  /** The potentials as nested JSON lists. Shape [presentations, bins, channels]. */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Local field potential around presentations. Bin `k` holds the samples with
 * `edges[k] <= time - start < edges[k + 1]`, the last bin closed; its value is their mean, in V.
 * Masked samples are ignored; a bin without samples is null.
 */
export type AlignedLfpGroupsArgs = {
  by?: ReadonlyArray<PresentationGrouping>;
  parameters: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * Local field potential around presentations. Bin `k` holds the samples with
 * `edges[k] <= time - start < edges[k + 1]`, the last bin closed; its value is their mean, in V.
 * Masked samples are ignored; a bin without samples is null.
 */
export type AlignedLfpGroupsHrefArgs = {
  by?: ReadonlyArray<PresentationGrouping>;
  format?: ArrayFormat;
  parameters: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  statistic?: LfpStatistic;
};


/**
 * Local field potential around presentations. Bin `k` holds the samples with
 * `edges[k] <= time - start < edges[k + 1]`, the last bin closed; its value is their mean, in V.
 * Masked samples are ignored; a bin without samples is null.
 */
export type AlignedLfpHrefArgs = {
  format?: ArrayFormat;
};

/**
 * A signal in the bins around moments. The time of a sample is its midpoint, (start + end) / 2, if the
 * file gives its end; otherwise its start.
 *
 * With `edgeRule: NUMPY`, a bin has the samples with `edges[k] <= time - moment < edges[k + 1]`, the
 * last bin closed; if each presentation is one bin, those with `start <= time <= stop`. With
 * HALF_OPEN, the last bin, or the presentation, is open at its end. With ALLENSDK, the time is the
 * sample's start, and a bin has the samples with `moment + edges[k] <= time < moment + edges[k + 1]`,
 * or `start <= time < stop`: the `running_speed` of the AllenSDK's StimulusAnalysis.
 */
export type AlignedSignal = {
  readonly __typename?: 'AlignedSignal';
  /** The values as float64 bytes, of shape [moments, bins]; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the values as a file, with the moments and bins along their dimensions: see
   * BinnedActivity.href. Cost: a GET costs as much as `data`.
   */
  readonly href: Scalars['String']['output'];
  /** [moments, bins] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Unit of the values; null if it is not known, and for `statistic: COUNT`. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Null where there is no sample. Shape [moments, bins]. */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * A signal in the bins around moments. The time of a sample is its midpoint, (start + end) / 2, if the
 * file gives its end; otherwise its start.
 *
 * With `edgeRule: NUMPY`, a bin has the samples with `edges[k] <= time - moment < edges[k + 1]`, the
 * last bin closed; if each presentation is one bin, those with `start <= time <= stop`. With
 * HALF_OPEN, the last bin, or the presentation, is open at its end. With ALLENSDK, the time is the
 * sample's start, and a bin has the samples with `moment + edges[k] <= time < moment + edges[k + 1]`,
 * or `start <= time < stop`: the `running_speed` of the AllenSDK's StimulusAnalysis.
 */
export type AlignedSignalHrefArgs = {
  format?: ArrayFormat;
};

/**
 * Spikes around, or within, presentations, in order of time, then of presentation, then of unit. Shape
 * of every list: [spikes]. A spike is listed once for each presentation it belongs to.
 */
export type AlignedSpikes = {
  readonly __typename?: 'AlignedSpikes';
  /** Number of spikes. */
  readonly count: Scalars['Int']['output'];
  /**
   * Where to download the spikes as a table, one row per spike and presentation, like the AllenSDK's
   * `presentationwise_spike_times`: see BinnedActivity.href. Cost of a download: as for the lists.
   */
  readonly href: Scalars['String']['output'];
  /** Index into `presentationIds` of each spike's presentation. */
  readonly presentationIndexes: Scalars['Int32List']['output'];
  /** Spike times, in seconds. */
  readonly spikeTimes: Scalars['Float64List']['output'];
  /** Spike time - start of the presentation, in seconds. */
  readonly timesSinceStart: Scalars['Float64List']['output'];
  /** Index into `unitIds` of each spike's unit. */
  readonly unitIndexes: Scalars['Int32List']['output'];
};


/**
 * Spikes around, or within, presentations, in order of time, then of presentation, then of unit. Shape
 * of every list: [spikes]. A spike is listed once for each presentation it belongs to.
 */
export type AlignedSpikesHrefArgs = {
  format?: TableFormat;
};

/** One metric of a unit, under its name in the table. */
export type AnalysisMetric = {
  readonly __typename?: 'AnalysisMetric';
  /** Name of the column: `g_osi_dg`. */
  readonly name: Scalars['String']['output'];
  /**
   * Value as text, if the column does not contain only numbers, such as `(4929, 5021)` in
   * `pref_images_multi_ns`.
   */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Value in the unit of the table; True is 1 and False is 0. Null if it is missing or not a number. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/**
 * Precomputed metrics of a unit's responses: the common ones as fields, all of them in `all`. A metric
 * that is not in the table, or is missing for the unit, is null. The end of the name indicates the
 * stimulus: rf (gabors), dg (drifting gratings), sg (static gratings), fl (flashes), ns (natural
 * scenes), dm (moving dots).
 */
export type AnalysisMetrics = {
  readonly __typename?: 'AnalysisMetrics';
  /** All metrics in the table, in its order, under their names in the table. */
  readonly all: ReadonlyArray<AnalysisMetric>;
  /** Area of the receptive field, in square degrees (`area_rf`). */
  readonly areaRf?: Maybe<Scalars['Float']['output']>;
  /** Azimuth of the receptive field's centre, in degrees (`azimuth_rf`). */
  readonly azimuthRf?: Maybe<Scalars['Float']['output']>;
  /**
   * Contrast at half of the largest response to drifting gratings (`c50_dg`). ResponseMetrics explains
   * why it does not have it.
   */
  readonly c50Dg?: Maybe<Scalars['Float']['output']>;
  /** Elevation of the receptive field's centre, in degrees (`elevation_rf`). */
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
  /**
   * Whether the receptive field's centre lies on the screen (`on_screen_rf`). Null if the table holds
   * neither True nor False.
   */
  readonly onScreenRf?: Maybe<Scalars['Boolean']['output']>;
  /** p-value of the receptive field (`p_value_rf`). */
  readonly pValueRf?: Maybe<Scalars['Float']['output']>;
  /**
   * The number of the preferred natural scene (`frame`): that of the condition `prefImageNs` in the
   * session's file. Null if the file is absent, or does not have that condition. Cost: the conditions
   * of the session, read once and kept.
   */
  readonly prefFrameNs?: Maybe<Scalars['Float']['output']>;
  /**
   * The preferred natural scene (`pref_image_ns`): its condition, by `conditionId`, not the number of
   * the image.
   */
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
 * Precomputed metrics of a unit's responses: the common ones as fields, all of them in `all`. A metric
 * that is not in the table, or is missing for the unit, is null. The end of the name indicates the
 * stimulus: rf (gabors), dg (drifting gratings), sg (static gratings), fl (flashes), ns (natural
 * scenes), dm (moving dots).
 */
export type AnalysisMetricsAllArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * A brain area of one session. Its counts depend on the filter it was requested with, so it has no
 * `id`: a cache would confuse counts of different filters.
 */
export type Area = {
  readonly __typename?: 'Area';
  /** Atlas acronym, as in the file: `VISp`. */
  readonly acronym: Scalars['String']['output'];
  /** The short name used in the papers: `V1` for `VISp`. Null if there is none. */
  readonly alias?: Maybe<Scalars['String']['output']>;
  /**
   * Spikes of those units, counted in bins around the start of each epoch: one matrix per epoch, in
   * order of time. Cost: cells = bins x units x epochs, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /** Number of valid channels in it. */
  readonly channelCount: Scalars['Int']['output'];
  /** Full name in the atlas; null if SpikeQL does not know it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** Number of its units that pass the filter given to `areas`. */
  readonly unitCount: Scalars['Int']['output'];
  /** Those units. */
  readonly units: UnitConnection;
};


/**
 * A brain area of one session. Its counts depend on the filter it was requested with, so it has no
 * `id`: a cache would confuse counts of different filters.
 */
export type AreaBinnedActivityArgs = {
  after?: InputMaybe<Scalars['Float']['input']>;
  before?: Scalars['Float']['input'];
  binSize?: Scalars['Float']['input'];
  epochs: InputMaybe<EpochFilter>;
};


/**
 * A brain area of one session. Its counts depend on the filter it was requested with, so it has no
 * `id`: a cache would confuse counts of different filters.
 */
export type AreaUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<UnitOrder>>;
};

/** Where the brain area of a unit comes from; the best source first. */
export type AreaSource =
  /**
   * The unit's electrode group: the area that all electrodes of the group share. If they differ or
   * give none, and the unit has no location of its own either, the location of the group.
   */
  | 'ELECTRODE_GROUP'
  /** The unit's peak channel, or the first of its electrodes: its location in the electrodes table. */
  | 'PEAK_CHANNEL'
  /**
   * The `location` column of the units table. It takes precedence over the location of the unit's
   * group, which is less precise.
   */
  | 'UNIT_LOCATION';

/** A brain area, summarized over all sessions. */
export type AreaSummary = {
  readonly __typename?: 'AreaSummary';
  /** Atlas acronym, as in the files: `VISp`. */
  readonly acronym: Scalars['String']['output'];
  /** The short name used in the papers: `V1` for `VISp`. Null if there is none. */
  readonly alias?: Maybe<Scalars['String']['output']>;
  /** Number of valid channels in it; all channels if the validity is not known. */
  readonly channelCount: Scalars['Int']['output'];
  /** Full name in the atlas; null if SpikeQL does not know it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number of those units that pass the AllenSDK's filter. */
  readonly passingUnitCount: Scalars['Int']['output'];
  /** Number of sessions that recorded it. */
  readonly sessionCount: Scalars['Int']['output'];
  /** Ids of the sessions that recorded it, in alphabetical order. */
  readonly sessionIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Number of units that the sessions store there, before any filter (see Session.unitCount). */
  readonly unitCount: Scalars['Int']['output'];
};

/**
 * A file with one array of any shape, and the coordinates along its dimensions. Little-endian, in C
 * order; a missing number is NaN. Ids that are numbers are written as int64.
 */
export type ArrayFormat =
  /**
   * Arrow IPC file. With one array: a row per index into all dimensions but the last, whose entries
   * are the columns. With several arrays: a row per cell and a column per array. The first columns
   * identify the row; single values are in the schema's metadata.
   */
  | 'ARROW'
  /** Comma-separated text with the same rows and columns; a missing value is empty. */
  | 'CSV'
  /** NumPy's .npy: `np.load(file)` is the array and nothing else. */
  | 'NPY'
  /**
   * NumPy's .npz: the array by its name, then one array per coordinate (ids, times, edges of bins),
   * single values such as `session_id` and `file_version`, and `xarray`: JSON in the form of
   * `xarray.Dataset.to_dict(data=False)`, which names the dimensions of each array. docs/addresses.md
   * has the lines of Python that turn the file into an xarray.Dataset.
   */
  | 'NPZ'
  /** Apache Parquet with the same rows and columns; a missing value is null. */
  | 'PARQUET';

/**
 * A baseline for a group's mean: the same mean in the bins that lie wholly within a window, usually
 * before the response. Bins whose mean is null are left out. A window without any whole bin gives the
 * error INVALID_ARGUMENT.
 */
export type Baseline = {
  /** Start of the window, in seconds from the moment; included. */
  readonly from: Scalars['Float']['input'];
  /** How the mean is expressed relative to the baseline. */
  readonly method?: BaselineMethod;
  /** End of the window, in seconds from the moment; included. */
  readonly to: Scalars['Float']['input'];
};

/**
 * How a mean m is expressed relative to its baseline, whose bins have the mean μ. Null if the baseline
 * has no bin with a mean.
 */
export type BaselineMethod =
  /** 100 (m - μ) / μ; null if μ is 0. */
  | 'PERCENT'
  /**
   * (m - μ) / s, where s is the standard deviation (`ddof=1`) over the baseline's bins of every single
   * presentation or event; null if s is 0.
   */
  | 'POOLED_ZSCORE'
  /** m - μ */
  | 'SUBTRACT'
  /**
   * (m - μ) / s, where s is the standard deviation of the group's mean over the baseline's bins
   * (`ddof=1`); null if s is 0, or if there is only one bin.
   */
  | 'ZSCORE';

/** A window that selects the bins lying wholly within it. */
export type BaselineWindow = {
  /** Start of the window, in seconds from the moment; included. */
  readonly from: Scalars['Float']['input'];
  /** End of the window, in seconds from the moment; included. */
  readonly to: Scalars['Float']['input'];
};

/** How a range is divided into bins. */
export type BinRange = {
  /** Number of bins. */
  readonly count: Scalars['Int']['input'];
  /** First edge; greater than 0 on a logarithmic scale. */
  readonly from: Scalars['Float']['input'];
  /** Last edge; greater than the first. */
  readonly to: Scalars['Float']['input'];
};

/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivity = {
  readonly __typename?: 'BinnedActivity';
  /** The area of the columns; null if all areas were requested as one matrix. */
  readonly area?: Maybe<Area>;
  /** Number of bins. */
  readonly binCount: Scalars['Int']['output'];
  /**
   * Fraction of each bin that was observed, from 0 to 1, as the mean over units. Shape [bins]; null in
   * a matrix without units. Cost: one cell per bin.
   */
  readonly binCoverage?: Maybe<Scalars['Float64List']['output']>;
  /** Bin width, in seconds. */
  readonly binSize: Scalars['Float']['output'];
  /**
   * Fraction of each bin during which each unit was observed, from 0 to 1. Shape [bins, units]. Cost:
   * one cell each, charged to the request's budget.
   */
  readonly cellCoverage: Scalars['Float64Array']['output'];
  /**
   * Correlation of the counts of every two units over the bins (total correlation): Pearson's
   * coefficient, as elephant's `correlation_coefficient`. A bin during part of which a unit was not
   * observed is missing for that unit. Cost: units² cells and units² / 2 operations per bin.
   */
  readonly correlations: UnitCorrelations;
  /**
   * The counts as JSON: a list with one row per bin, each a list with one count per unit. Shape [bins,
   * units].
   */
  readonly counts: Scalars['CountMatrix']['output'];
  /**
   * Fraction of the binned window that was recorded (see Session.recordedSpan), from 0 to 1. Cost: two
   * reads per unit of the session.
   */
  readonly coverage: Scalars['Float']['output'];
  /** The counts as bytes. */
  readonly data: EncodedMatrix;
  /** The epoch that the window is aligned to; null for a window given by its start and stop. */
  readonly epoch?: Maybe<StimulusEpoch>;
  /**
   * Where to download the matrix as a file, with an ordinary GET: a path on this server (`/arrays/…`),
   * to be appended to the server's address.
   *
   * The address states, in readable form, the version of the counting rule, the session, the version
   * of its file's content and the request. The same request has the same address on every server with
   * the same file on its disks, or that reads it from the same place, and the response never changes, so it can be cached, shared and cited. When the
   * content of the file changes, the old address responds with 410 and a query gives the new one;
   * docs/addresses.md describes which changes are noticed. Cost of a download: as for `counts`. The
   * first address of a session requires reading its file once; of a large file, only the structure and
   * the spike times; of a remote one that states its version, nothing.
   */
  readonly href: Scalars['String']['output'];
  /**
   * Invalid times that overlap or touch the window; both ends are included. Spikes in them are counted
   * nevertheless, as in the AllenSDK.
   */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /**
   * Mean rate over units in each bin, in Hz: the spikes of the units that were observed during at
   * least part of the bin, divided by the seconds observed, summed over these units. Shape [bins];
   * null for a bin in which no unit was observed, and null altogether in a matrix without units.
   */
  readonly populationRate?: Maybe<ReadonlyArray<Maybe<Scalars['Float']['output']>>>;
  /**
   * Rates smoothed with a kernel. Cost: one cell per bin and unit, and one operation per weight of the
   * kernel for each of them.
   */
  readonly rates: SmoothedRates;
  /**
   * Mean running speed in each bin, in cm/s. A sample belongs to the bin that contains its midpoint,
   * (start + end) / 2, by the rule for bins above (or its start, if the file does not give the end).
   * Shape [bins]; null for a bin without samples, and null altogether if the session has no running
   * speed. Cost: one cell per sample and per bin.
   */
  readonly runningSpeed?: Maybe<Scalars['Float64List']['output']>;
  /** The session. */
  readonly session: Session;
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Behaviour in the same bins: one signal for each entry of `of`, in order; null for a signal that
   * the session does not have. Cost: one cell per sample and column read, and per value.
   */
  readonly signals: ReadonlyArray<Maybe<BinnedSignal>>;
  /**
   * Counts in sliding bins, of the same width and over the same window; they overlap if the stride is
   * shorter than a bin. Cost: one cell per bin and unit.
   */
  readonly sliding: SlidingCounts;
  /** Only the nonzero cells, in compressed sparse rows. */
  readonly sparse: SparseMatrix;
  /** Sum of all cells; a whole number. */
  readonly spikeCount: Scalars['Float']['output'];
  /** Start of the first bin, in seconds. */
  readonly start: Scalars['Float']['output'];
  /** End of the window as requested, in seconds. */
  readonly stop: Scalars['Float']['output'];
  /** Whether the window overlaps or touches an invalid time with any tag; both ends are included. */
  readonly touchesInvalidTime: Scalars['Boolean']['output'];
  /**
   * Fraction of the binned window during which each unit was observed, from 0 to 1. Shape [units].
   * Cost: as for `coverage` if the file has no `obs_intervals`.
   */
  readonly unitCoverage: ReadonlyArray<Scalars['Float']['output']>;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * Mean rate of each unit over the part of the window during which it was observed, in Hz: its spikes
   * in bins that were at least partly observed, divided by the seconds observed. Shape [units]; null
   * for a unit that was not observed during the window.
   */
  readonly unitRates: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** The units of the columns, in order. */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivityDataArgs = {
  dtype?: MatrixDtype;
  encoding?: MatrixEncoding;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivityHrefArgs = {
  format?: MatrixFormat;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivityRatesArgs = {
  kernel: RateKernel;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivitySignalsArgs = {
  of: ReadonlyArray<SignalSource>;
  statistic?: SampleStatistic;
};


/**
 * Spikes counted in bins: a matrix of shape [bins, units].
 *
 * Bins: bin `k` holds the spikes with `k * binSize <= time - start < (k + 1) * binSize`, in float64.
 * The last bin also includes a spike at exactly `binCount * binSize`. A spike outside `start <= time
 * <= stop` is not counted. These are the counts of `numpy.histogram`, to the last spike. If binSize
 * does not divide the window, the remainder at its end is omitted, so all bins have the same width.
 *
 * An area without passing units, or an atlas area that the session did not record, gives a matrix of
 * shape [bins, 0].
 *
 * A count is the number of spikes found, as in numpy, so a bin during which nothing was observed holds
 * 0. A unit counts as observed during its `obs_intervals` or, if the file has none, during the whole
 * of Session.recordedSpan (see Unit.observedTimes). `unitCoverage`, `binCoverage` and `cellCoverage`
 * give the fraction of the window, of each bin and of each cell that was observed; rates are over
 * observed time only. Ends that differ by less than a nanosecond are considered equal.
 */
export type BinnedActivitySlidingArgs = {
  stride: Scalars['Float']['input'];
};

/**
 * A signal in the bins of a BinnedActivity. A sample belongs to the bin that contains its midpoint,
 * (start + end) / 2, by the rule for spikes; or its start, if the file does not give its end.
 */
export type BinnedSignal = {
  readonly __typename?: 'BinnedSignal';
  /** The values as float64 bytes, of shape [bins]; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the values as a file, with the start of each bin: see BinnedActivity.href. Cost: a
   * GET costs as much as `data`.
   */
  readonly href: Scalars['String']['output'];
  /** Unit of the values; null if it is not known, and for `statistic: COUNT`. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Null where there is no sample. Shape [bins]. */
  readonly values: Scalars['Float64List']['output'];
};


/**
 * A signal in the bins of a BinnedActivity. A sample belongs to the bin that contains its midpoint,
 * (start + end) / 2, by the rule for spikes; or its start, if the file does not give its end.
 */
export type BinnedSignalHrefArgs = {
  format?: ArrayFormat;
};

/** A recording channel: one electrode. */
export type Channel = Node & {
  readonly __typename?: 'Channel';
  /**
   * Anterior-posterior coordinate in the common coordinate framework, in µm: from channels.csv of an
   * AllenSDK cache if it gives one, as in the AllenSDK; otherwise x in the file.
   */
  readonly anteriorPosteriorCcf?: Maybe<Scalars['Float']['output']>;
  /**
   * Acronym of the brain area it lies in, as in the file; all filters use it. Null outside the brain.
   * If the file's text contains several facts, only the area (see Unit.area).
   */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** Electrode id in the file. */
  readonly channelId: Scalars['ID']['output'];
  /**
   * Dorsal-ventral coordinate in the common coordinate framework, in µm: from channels.csv of an
   * AllenSDK cache if it gives one, as in the AllenSDK; otherwise y in the file.
   */
  readonly dorsalVentralCcf?: Maybe<Scalars['Float']['output']>;
  /** Hardware filters, as the file describes them. */
  readonly filtering?: Maybe<Scalars['String']['output']>;
  /** Position across the probe, in µm. */
  readonly horizontalPosition?: Maybe<Scalars['Float']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /**
   * Left-right coordinate in the common coordinate framework, in µm: from channels.csv of an AllenSDK
   * cache if it gives one, as in the AllenSDK; otherwise z in the file.
   */
  readonly leftRightCcf?: Maybe<Scalars['Float']['output']>;
  /** Number of the channel on its probe, from 0. */
  readonly localIndex?: Maybe<Scalars['WholeNumber']['output']>;
  /** The text in the file from which the area was taken. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** The probe it belongs to. */
  readonly probe?: Maybe<Probe>;
  /**
   * Acronym of the brain area in channels.csv of the AllenSDK cache (`ecephys_structure_acronym`).
   * Null outside the brain, or if no such table lists the channel.
   */
  readonly publishedArea?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** Number of that area in the atlas (`ecephys_structure_id`). */
  readonly structureId?: Maybe<Scalars['WholeNumber']['output']>;
  /** Number of units whose peak channel it is: `unit_count` of the AllenSDK's `get_channels()`. */
  readonly unitCount: Scalars['Int']['output'];
  /** Whether its data are usable; null if the file does not say. */
  readonly valid?: Maybe<Scalars['Boolean']['output']>;
  /** Position along the probe, in µm from its tip. */
  readonly verticalPosition?: Maybe<Scalars['Float']['output']>;
};


/** A recording channel: one electrode. */
export type ChannelUnitCountArgs = {
  where?: UnitFilter;
};

/** A page of channels. */
export type ChannelConnection = {
  readonly __typename?: 'ChannelConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ChannelEdge>;
  /** The channels of this page, in file order. */
  readonly nodes: ReadonlyArray<Channel>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many channels match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A channel and its cursor. */
export type ChannelEdge = {
  readonly __typename?: 'ChannelEdge';
  /** Pass it as `after` to continue after this channel. */
  readonly cursor: Scalars['String']['output'];
  /** The channel. */
  readonly node: Channel;
};

/** Conditions on channels, all of which must hold. */
export type ChannelFilter = {
  /** Only channels in one of these areas (acronyms or short names). */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only channels of one of these probes (`probeId`s or names). */
  readonly probes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only channels that the file marks as valid. In a file that does not mark any, all are valid. */
  readonly validOnly?: Scalars['Boolean']['input'];
};

/** A run of consecutive channels in one brain area. */
export type ChannelStructureInterval = {
  readonly __typename?: 'ChannelStructureInterval';
  /** Acronym of the area; null outside the brain. */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** `channelId`s of its channels, in order. */
  readonly channelIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Position after the run's last channel, which is the next run's `first`. */
  readonly end: Scalars['Int']['output'];
  /** Position of the run's first channel in the list of channels, from 0. */
  readonly first: Scalars['Int']['output'];
};

/**
 * A condition on a column: it must have one of several values. Values are compared by meaning, as in
 * StimulusParameterFilter; a value that no row has gives the error INVALID_ARGUMENT, which lists some
 * that exist.
 */
export type ColumnFilter = {
  /** Name of the column in the file. */
  readonly column: Scalars['String']['input'];
  /** The row must have one of these values. */
  readonly values: ReadonlyArray<Scalars['StimulusParameterValue']['input']>;
};

/** What a column holds in each row, as the file stores it. */
export type ColumnKind =
  /** True or false, as 1 or 0. */
  | 'FLAG'
  /** Several numbers or texts; rows may differ in how many. */
  | 'LIST'
  /** One number. */
  | 'NUMBER'
  /** One text. If it spells a number or a list of numbers, its value is that number or list. */
  | 'TEXT';

/** Kind of correlation. */
export type CorrelationKind =
  /**
   * Noise correlation: of the deviations from the mean response to each condition, divided by its
   * standard deviation (`ddof=1`), over at least three presentations that both units have. Conditions
   * of which a unit has fewer than two presentations, or the same count in all, are missing for it.
   * (Where numpy's rounding leaves equal rates with a small deviation, they are kept, as in numpy.)
   */
  | 'NOISE'
  /**
   * Signal correlation: of the mean responses to the conditions, over at least three conditions that
   * both units have.
   */
  | 'SIGNAL';

/** Which pairs of units have a correlogram. */
export type CorrelogramPairs =
  /** Each unit with itself, and with every unit after it. */
  | 'ALL'
  /** Each unit with itself: autocorrelograms. */
  | 'AUTO'
  /** Each unit with every unit after it: cross-correlograms. */
  | 'CROSS';

/** Unit of a correlogram. */
export type CorrelogramUnit =
  /**
   * Correlation coefficient of the two spike trains, counted in N bins of `binSize` from the start of
   * each interval, whole bins only; lags are then between bins:
   * `(C - n_a n_b / N) / sqrt((Σa² - n_a² / N) (Σb² - n_b² / N))`, elephant's
   * `cross_correlation_histogram` with `cross_correlation_coefficient`. An autocorrelogram is 1 at lag
   * 0. Null for a unit with the same count in all bins.
   */
  | 'COEFFICIENT'
  /** Pairs of spikes. */
  | 'COUNT'
  /** Spikes of the target per second: count / (spikes of the reference * binSize); null without any. */
  | 'HZ'
  /**
   * The same divided by the target's rate (its spikes per second of observed time within the
   * intervals): 1 if the units are independent. Null without spikes of either.
   */
  | 'NORMALIZED';

/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type Correlograms = {
  readonly __typename?: 'Correlograms';
  /** Number of pairs of spikes at each lag, as JSON lists of shape [pairs, lags]. */
  readonly counts: Scalars['CountArray']['output'];
  /** The same as bytes, of shape [pairs, lags]: uint32 for COUNT, else float64 with NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the correlograms as a file, with the ids of the pairs and the lags along their
   * dimensions: see BinnedActivity.href. Cost of a download: as for `data`.
   */
  readonly href: Scalars['String']['output'];
  /** Centre of each bin, `k * binSize`, in seconds. Shape [lags]. */
  readonly lags: Scalars['Float64List']['output'];
  /** `unitId` of the reference of each pair, row by row. Shape [pairs]. */
  readonly referenceIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Spikes of the reference of each pair that are within the intervals. Shape [pairs]. */
  readonly referenceSpikeCounts: Scalars['Float64List']['output'];
  /** The session. */
  readonly session: Session;
  /** [pairs, lags] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Spike time tiling coefficient of each pair, from -1 to 1, Cutts and Eglen 2014, as elephant
   * computes it: `1/2 ((PA - TB) / (1 - PA TB) + (PB - TA) / (1 - PB TA))`, where PA is the fraction
   * of A's spikes that are within `dt` (inclusive) of one of B's in the same interval, and TA the
   * fraction of time that is within `dt` of one of A's spikes. A term whose `P T` is 1 counts as 1.
   * Null for a unit without spikes. Shape [pairs]. Cost: one operation per spike of either unit, for
   * each pair.
   */
  readonly spikeTimeTiling: Scalars['Float64List']['output'];
  /**
   * Where to download the spike time tiling coefficients as a file, with the ids of the pairs: see
   * BinnedActivity.href. Cost: a GET costs as much as `spikeTimeTiling`.
   */
  readonly spikeTimeTilingHref: Scalars['String']['output'];
  /** `unitId` of the target of each pair. Shape [pairs]. */
  readonly targetIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Spikes of the target of each pair that are within the intervals. Shape [pairs]. */
  readonly targetSpikeCounts: Scalars['Float64List']['output'];
  /** The correlograms in the unit given, as JSON lists of shape [pairs, lags]. */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type CorrelogramsDataArgs = {
  unit?: CorrelogramUnit;
};


/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type CorrelogramsHrefArgs = {
  format?: ArrayFormat;
  unit?: CorrelogramUnit;
};


/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type CorrelogramsSpikeTimeTilingArgs = {
  dt?: Scalars['Float']['input'];
};


/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type CorrelogramsSpikeTimeTilingHrefArgs = {
  dt?: Scalars['Float']['input'];
  format?: ArrayFormat;
};


/**
 * Correlograms of pairs of units. A lag is `target time - reference time`: positive if the target
 * comes after the reference. Bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64. In an autocorrelogram, no spike is
 * paired with itself (unless `selfPairs` is set), but other pairs at lag 0 are counted. (pynapple has
 * the same bins, but sets the central one to 0; SpikeInterface's bins have an edge at 0.)
 */
export type CorrelogramsValuesArgs = {
  unit: CorrelogramUnit;
};

/** Moments at which a signal rises to a threshold, such as the onsets of running. */
export type Crossings = {
  /**
   * Seconds before a crossing, `time - hold <= t < time`, in which there must be samples, all of them
   * below the threshold. By default, only the sample just before the crossing must be below it.
   */
  readonly hold?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Seconds from a crossing on, `t - time < minDuration`, in which no sample may be below the
   * threshold.
   */
  readonly minDuration?: Scalars['Float']['input'];
  /** Which signal. One that the session does not have gives the error INVALID_ARGUMENT. */
  readonly of: SignalSource;
  /**
   * A crossing is a sample of at least this value, at the time of the sample (its midpoint, if the
   * file gives its end). Missing samples are ignored.
   */
  readonly threshold: Scalars['Float']['input'];
};

/**
 * Current source density of a probe, averaged over flashes of light, as in the AllenSDK's
 * `get_current_source_density`.
 */
export type CurrentSourceDensity = {
  readonly __typename?: 'CurrentSourceDensity';
  /** The same as float64 bytes. */
  readonly data: EncodedArray;
  /**
   * Position of each virtual channel across the probe, in µm. Shape [virtual channels]; null if the
   * file does not give it.
   */
  readonly horizontalPositions?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Where to download the array as a file: see BinnedActivity.href. Cost of a download: as for
   * `values` and `times`.
   */
  readonly href: Scalars['String']['output'];
  /** [virtual channels, times]; whole numbers. */
  readonly shape: ReadonlyArray<Scalars['Float']['output']>;
  /** Time from the onset of the flash, in seconds. Shape [times]. */
  readonly times: Scalars['Float64List']['output'];
  /**
   * Density in the unit of the file (V/cm² in the Allen Institute's files), as a JSON list with one
   * row per virtual channel. Shape [virtual channels, times].
   */
  readonly values: Scalars['Float64Array']['output'];
  /**
   * Position of each virtual channel along the probe, in µm. Shape [virtual channels]; null if the
   * file does not give it.
   */
  readonly verticalPositions?: Maybe<Scalars['Float64List']['output']>;
};


/**
 * Current source density of a probe, averaged over flashes of light, as in the AllenSDK's
 * `get_current_source_density`.
 */
export type CurrentSourceDensityHrefArgs = {
  format?: ArrayFormat;
};

/**
 * Matrices of spike counts, one per area and stimulus epoch, and the file that contains them all.
 * Nothing is counted until the file is downloaded.
 */
export type Dataset = {
  readonly __typename?: 'Dataset';
  /**
   * The distinct areas, in the order requested; their units are the columns. Empty if the matrices
   * contain all units.
   */
  readonly areas: ReadonlyArray<Area>;
  /**
   * Number of cells of all matrices together, bins x units; a whole number. A file with more than
   * `server { maxCells }` is refused.
   */
  readonly cellCount: Scalars['Float']['output'];
  /** The epochs, in order of time. */
  readonly epochs: ReadonlyArray<StimulusEpoch>;
  /** Where to download the file: see BinnedActivity.href. Cost of a download: `cellCount` cells. */
  readonly href: Scalars['String']['output'];
  /** Number of matrices: areas x epochs; if they contain all units, one per epoch. */
  readonly matrixCount: Scalars['Int']['output'];
  /** The session. */
  readonly session: Session;
};


/**
 * Matrices of spike counts, one per area and stimulus epoch, and the file that contains them all.
 * Nothing is counted until the file is downloaded.
 */
export type DatasetHrefArgs = {
  format?: DatasetFormat;
};

/** File format of a dataset. */
export type DatasetFormat =
  /**
   * NumPy's .npz, with the arrays that `spikeql export dataset` writes: `1__VISp` is the matrix of
   * epoch 1 and area VISp, uint16 (uint32 if a count needs it), shape [bins, units]; `unit_ids__VISp`
   * [units]; `epoch_index`, `epoch_stimulus_name`, `epoch_block`, `epoch_start_time`,
   * `epoch_stop_time`, `window_start` and `bin_count` [epochs]; `bin_edges` [bins + 1], in seconds
   * from the window's start; and `parameters`, the request as JSON.
   */
  | 'NPZ';

/** How a stimulus was drawn. Null if a parameter does not apply, or the file does not give it. */
export type DetailedStimulusParameters = {
  readonly __typename?: 'DetailedStimulusParameters';
  /** Colour: red, green and blue from -1 to 1. Shape [3]. */
  readonly colorTriplet?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Number of moving dots. */
  readonly dotCount?: Maybe<Scalars['WholeNumber']['output']>;
  /** Lifetime of a dot, in frames; -1 for unlimited. */
  readonly dotLife?: Maybe<Scalars['Float']['output']>;
  /** Size of a dot. */
  readonly dotSize?: Maybe<Scalars['Float']['output']>;
  /** Position of the dot field: x, y. */
  readonly fieldPosition?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Shape of the dot field: `sqr`. */
  readonly fieldShape?: Maybe<Scalars['String']['output']>;
  /** Size of the dot field: width, height. */
  readonly fieldSize?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Shape of the aperture through which it was shown: `circle`, or `None`. */
  readonly mask?: Maybe<Scalars['String']['output']>;
  /** From 0 to 1. */
  readonly opacity?: Maybe<Scalars['Float']['output']>;
  /** Units of positions and sizes: `deg` or `pix`. */
  readonly units?: Maybe<Scalars['String']['output']>;
};

/** Which bin a spike on an edge is counted in. All comparisons are in float64. */
export type EdgeRule =
  /**
   * `edges[k] + start <= time <= edges[k + 1] + start`, closed on both sides as in the AllenSDK's
   * `presentationwise_spike_counts`, so a spike on an inner edge is counted twice.
   */
  | 'ALLENSDK'
  /** `edges[k] <= time - start < edges[k + 1]`, also for the last bin. */
  | 'HALF_OPEN'
  /**
   * `edges[k] <= time - start < edges[k + 1]`, with the last bin closed: `numpy.histogram(times -
   * start, edges)`.
   */
  | 'NUMPY';

/** An ellipse for each frame of the eye camera; null for a frame without a fit. */
export type EllipseFits = {
  readonly __typename?: 'EllipseFits';
  /** Horizontal position of the centre, in px from the left. Shape [points]. */
  readonly centerX: Scalars['Float64List']['output'];
  /** Vertical position of the centre, in px from the top. Shape [points]. */
  readonly centerY: Scalars['Float64List']['output'];
  /** centerX, centerY, width, height and phi as float64 bytes. Shape [points, 5]. */
  readonly data: EncodedArray;
  /** Full height (the file stores half of it), in px. Shape [points]. */
  readonly height: Scalars['Float64List']['output'];
  /** Angle of the ellipse, in radians; resampled like any other number. Shape [points]. */
  readonly phi: Scalars['Float64List']['output'];
  /** Full width (the file stores half of it), in px. Shape [points]. */
  readonly width: Scalars['Float64List']['output'];
};

/** An array as bytes: `numpy.frombuffer(base64.b64decode(bytes), dtype).reshape(shape)`. */
export type EncodedArray = {
  readonly __typename?: 'EncodedArray';
  /** The cells. */
  readonly bytes: Scalars['Base64']['output'];
  /** NumPy's name of the number type, little-endian: `float64`, `uint8`, … */
  readonly dtype: Scalars['String']['output'];
  /** How `bytes` is encoded. */
  readonly encoding: MatrixEncoding;
  /** `C`: the last dimension varies fastest. */
  readonly order: Scalars['String']['output'];
  /** Length of each dimension. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** A matrix as bytes: `numpy.frombuffer(base64.b64decode(bytes), dtype).reshape(shape)`. */
export type EncodedMatrix = {
  readonly __typename?: 'EncodedMatrix';
  /** The cells. */
  readonly bytes: Scalars['Base64']['output'];
  /** NumPy's name of the number type: `uint8`, `uint16` or `uint32`, little-endian. */
  readonly dtype: Scalars['String']['output'];
  /** How `bytes` is encoded. */
  readonly encoding: MatrixEncoding;
  /** `C`: row by row. */
  readonly order: Scalars['String']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/** Conditions on epochs, all of which must hold. */
export type EpochFilter = {
  /** No epochs of these stimuli. It is not an error if the session does not have one. */
  readonly excludeStimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only epochs with one of these `index`es. An unknown index gives the error EPOCH_NOT_FOUND. */
  readonly indexes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Only epochs of at least this duration, in seconds. */
  readonly minDuration?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only epochs of one of these stimuli. A stimulus that the session does not have gives the error
   * EPOCH_NOT_FOUND.
   */
  readonly stimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivity = ActivityAround & {
  readonly __typename?: 'EventActivity';
  /** Time of each event, in seconds, in the order of the source. Shape [events]. */
  readonly anchorTimes: Scalars['Float64List']['output'];
  /** Centre of each bin, `edge + width / 2`, in seconds from an event. Shape [bins]. */
  readonly binCentres: Scalars['Float64List']['output'];
  /**
   * The counts, as nested JSON lists of shape [events, bins, units]. Cost: one cell each, charged to
   * the request's budget.
   */
  readonly counts: Scalars['CountArray']['output'];
  /**
   * The counts as bytes, of shape [events, bins, units]: uint8, uint16 or uint32, the narrowest that
   * holds the largest count.
   */
  readonly data: EncodedArray;
  /** Bin edges, in seconds from an event. Shape [bins + 1]. */
  readonly edges: Scalars['Float64List']['output'];
  /** Latency of each unit's first spike after each event. Cost: one cell per event and unit. */
  readonly firstSpikes: FirstSpikes;
  /**
   * Mean and deviation over groups of events, in order of first appearance. Counts are summed while
   * spikes are read and are not kept.
   */
  readonly groups: ReadonlyArray<EventGroup>;
  /**
   * Where to download the statistics of all `groups` as a file, each array of shape [groups, bins,
   * units], with the value or the number of events of each group: see AlignedActivity.groupsHref.
   */
  readonly groupsHref: Scalars['String']['output'];
  /**
   * Where to download the counts, with the times and source indexes of the events, the units and the
   * bins. The address contains the source of the events, which leaves room for about 400 `times` given
   * in the query; more give the error INVALID_ARGUMENT: use `data`. Cost of a download: as for
   * `counts`.
   */
  readonly href: Scalars['String']['output'];
  /** The session. */
  readonly session: Session;
  /** [events, bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Behaviour in the same bins: one signal for each entry of `of`, in order; null for a signal that
   * the session does not have. Cost: one cell per sample and column read, and per value.
   */
  readonly signals: ReadonlyArray<Maybe<AlignedSignal>>;
  /**
   * Position of each event in its source, from 0: in `times`, among the rows of the table, the samples
   * of the time series, the session's light pulses, or all crossings. Ascending. Shape [events].
   */
  readonly sourceIndexes: Scalars['Int32List']['output'];
  /**
   * The spikes themselves, in order of time. Cost: four cells per unit for `count` alone; sixteen per
   * spike for the lists.
   */
  readonly spikes: EventSpikes;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units of the columns, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivityFirstSpikesArgs = {
  from?: Scalars['Float']['input'];
  until?: Scalars['Float']['input'];
};


/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivityGroupsArgs = {
  by?: EventGrouping;
  size: InputMaybe<Scalars['Int']['input']>;
};


/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivityGroupsHrefArgs = {
  by?: EventGrouping;
  format?: ArrayFormat;
  size: InputMaybe<Scalars['Int']['input']>;
  statistic?: ActivityStatistic;
  unit?: ActivityUnit;
};


/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivityHrefArgs = {
  format?: ArrayFormat;
};


/** Spikes around events. Nothing is read until counts, statistics or spikes are requested. */
export type EventActivitySignalsArgs = {
  edgeRule?: EdgeRule;
  of: ReadonlyArray<SignalSource>;
  statistic?: SampleStatistic;
};

/** Conditions on events, all of which must hold. */
export type EventFilter = {
  /**
   * Only events whose window, from the first bin's start to the last bin's end, touches none of the
   * session's `invalidTimes`.
   */
  readonly excludeInvalidTimes?: Scalars['Boolean']['input'];
  /**
   * Minimum time between events, in seconds: an event closer than this to the last one kept is left
   * out. Applied after all other conditions, in the order of the source.
   */
  readonly minGap?: InputMaybe<Scalars['Float']['input']>;
  /** Only events at or after this time, in seconds. */
  readonly start?: InputMaybe<Scalars['Float']['input']>;
  /** Only events at or before this time, in seconds. */
  readonly stop?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroup = {
  readonly __typename?: 'EventGroup';
  /** One of these statistics as float64 bytes, of shape [bins, units]; NaN for what is null in JSON. */
  readonly data: EncodedArray;
  /** Number of events. */
  readonly eventCount: Scalars['Int']['output'];
  /** Index of each event into `EventActivity.anchorTimes`, ascending. Shape [events]. */
  readonly eventIndexes: Scalars['Int32List']['output'];
  /**
   * First-spike latencies, over the events in whose window the unit has a spike. Cost: four cells per
   * group and unit.
   */
  readonly firstSpikes: FirstSpikeStatistics;
  /**
   * Where to download the statistics of the group as a file, each array of shape [bins, units]: see
   * EventActivity.groupsHref.
   */
  readonly href: Scalars['String']['output'];
  /** Mean over the observed events; null if there are none. Shape [bins, units]. */
  readonly mean: Scalars['Float64Array']['output'];
  /** Number of events that `mean` is over. Shape [bins, units]. */
  readonly observedEventCounts: Scalars['CountArray']['output'];
  /**
   * The peak of the mean, when it is reached, and when the mean has risen halfway to it. Requires
   * bins. A window without any whole bin gives the error INVALID_ARGUMENT.
   */
  readonly responsePeaks: ResponsePeaks;
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Spikes around all events of the group together, observed or not. Shape [bins, units]. */
  readonly spikeCounts: Scalars['Float64Array']['output'];
  /**
   * Standard deviation over the observed events, with n - 1 in the denominator (`ddof=1`); null if
   * there are fewer than two. Shape [bins, units]. It is rounded once, from exact sums, whereas numpy
   * rounds along the way and may differ in the last digit.
   */
  readonly standardDeviation: Scalars['Float64Array']['output'];
  /**
   * Standard error of the mean: standardDeviation / sqrt(observedEventCounts); null if there are fewer
   * than two events. Shape [bins, units].
   */
  readonly standardError: Scalars['Float64Array']['output'];
  /** The value that all its events have, if grouped by SOURCE_VALUE. */
  readonly value?: Maybe<Scalars['StimulusParameterValue']['output']>;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupDataArgs = {
  baseline: InputMaybe<Baseline>;
  statistic: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupFirstSpikesArgs = {
  from?: Scalars['Float']['input'];
  until?: Scalars['Float']['input'];
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupHrefArgs = {
  format?: ArrayFormat;
  statistic?: ActivityStatistic;
  unit?: ActivityUnit;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupMeanArgs = {
  baseline: InputMaybe<Baseline>;
  unit?: ActivityUnit;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupResponsePeaksArgs = {
  baseline: InputMaybe<BaselineWindow>;
  from?: Scalars['Float']['input'];
  kernel: InputMaybe<RateKernel>;
  unit?: ActivityUnit;
  until: InputMaybe<Scalars['Float']['input']>;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupStandardDeviationArgs = {
  unit?: ActivityUnit;
};


/**
 * A group of events, with statistics over them for each bin and unit. A bin of an event is included
 * for a unit only if the unit was observed during all of it (Unit.observedTimes);
 * `observedEventCounts` gives how many are included, and mean, deviation and error are over these.
 */
export type EventGroupStandardErrorArgs = {
  unit?: ActivityUnit;
};

/** What the events of a group have in common. */
export type EventGrouping =
  /** Nothing: all events are one group. */
  | 'ALL'
  /** `size` consecutive events; the last group has the remainder. */
  | 'EVERY'
  /**
   * The value that the source gives the event: the sample's value in a time series, the condition of a
   * light pulse, the row's value in `valueColumn` of a table. An event without a value is in no group;
   * `times` have no values.
   */
  | 'SOURCE_VALUE';

/** Local field potential around events; see AlignedLfp. */
export type EventLfp = {
  readonly __typename?: 'EventLfp';
  /** The average over all events. */
  readonly average: LfpAverage;
  /** Centre of each bin, in seconds from an event. Shape [bins]. */
  readonly binCentres: Scalars['Float64List']['output'];
  /** `channelId`s of the columns, in file order; null if the file does not give them. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /** Bin edges, in seconds from an event. Shape [bins + 1]. */
  readonly edges: Scalars['Float64List']['output'];
  /**
   * Where to download the potentials, with the events, bins and channels that lie along their
   * dimensions: see BinnedActivity.href. Cost of a download: as for `values`.
   */
  readonly href: Scalars['String']['output'];
  /** [events, bins, channels] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Position of each event in its source. Shape [events]. */
  readonly sourceIndexes: Scalars['Int32List']['output'];
  /** Time of each event, in seconds. Shape [events]. */
  readonly startTimes: Scalars['Float64List']['output'];
  /** The potentials as nested JSON lists. Shape [events, bins, channels]. */
  readonly values: Scalars['Float64Array']['output'];
};


/** Local field potential around events; see AlignedLfp. */
export type EventLfpHrefArgs = {
  format?: ArrayFormat;
};

/** Where events come from: exactly one of these. */
export type EventSource =
  /** Moments at which a signal rises to a threshold, such as the onsets of running. */
  { readonly crossings: Crossings; readonly intervals?: never; readonly optogenetic?: never; readonly timeSeries?: never; readonly times?: never; }
  |  /** Times in a table of intervals, such as the changes or cues of trials. */
  { readonly crossings?: never; readonly intervals: IntervalEvents; readonly optogenetic?: never; readonly timeSeries?: never; readonly times?: never; }
  |  /** Optogenetic light pulses, at their starts; all of them with `{}`. */
  { readonly crossings?: never; readonly intervals?: never; readonly optogenetic: OptogeneticFilter; readonly timeSeries?: never; readonly times?: never; }
  |  /** Samples of a time series in the file, such as licks or rewards. */
  { readonly crossings?: never; readonly intervals?: never; readonly optogenetic?: never; readonly timeSeries: TimeSeriesEvents; readonly times?: never; }
  |  /**
   * Moments on the session's clock, in seconds, in any order; at most 100,000. A null is an event
   * without a time. Pass a long list as a variable.
   */
  { readonly crossings?: never; readonly intervals?: never; readonly optogenetic?: never; readonly timeSeries?: never; readonly times: ReadonlyArray<InputMaybe<Scalars['Float']['input']>>; };

/**
 * Spikes around events, in order of time, then of event, then of unit. Shape of every list: [spikes].
 * A spike is listed once for each event that it is around.
 */
export type EventSpikes = {
  readonly __typename?: 'EventSpikes';
  /** Number of spikes. */
  readonly count: Scalars['Int']['output'];
  /** Index into `anchorTimes` of each spike's event. */
  readonly eventIndexes: Scalars['Int32List']['output'];
  /**
   * Where to download the spikes as a table, one row per spike and event: see BinnedActivity.href.
   * Cost of a download: as for the lists.
   */
  readonly href: Scalars['String']['output'];
  /** Spike times, in seconds. */
  readonly spikeTimes: Scalars['Float64List']['output'];
  /** Spike time - time of the event, in seconds. */
  readonly timesSinceEvent: Scalars['Float64List']['output'];
  /** Index into `unitIds` of each spike's unit. */
  readonly unitIndexes: Scalars['Int32List']['output'];
};


/**
 * Spikes around events, in order of time, then of event, then of unit. Shape of every list: [spikes].
 * A spike is listed once for each event that it is around.
 */
export type EventSpikesHrefArgs = {
  format?: TableFormat;
};

/** Ellipses fitted to the frames of the eye camera, as in the AllenSDK's `get_pupil_data`. */
export type EyeTracking = {
  readonly __typename?: 'EyeTracking';
  /** Reflection of the infrared light on the cornea; null if it is not in the file. */
  readonly cornealReflection?: Maybe<EllipseFits>;
  /** The outline of the eye; null if it is not in the file. */
  readonly eye?: Maybe<EllipseFits>;
  /**
   * Where to download all ellipses as a file, one row per frame: see BinnedActivity.href. Cost of a
   * download: as for all columns.
   */
  readonly href: Scalars['String']['output'];
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** The pupil; null if it is not in the file. */
  readonly pupil?: Maybe<EllipseFits>;
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** Time of each frame, in seconds. Shape [points]. */
  readonly times: Scalars['Float64List']['output'];
};


/** Ellipses fitted to the frames of the eye camera, as in the AllenSDK's `get_pupil_data`. */
export type EyeTrackingHrefArgs = {
  format?: TableFormat;
};

/** An attribute of an object in a file. */
export type FileAttribute = {
  readonly __typename?: 'FileAttribute';
  /** How they are stored: see FileDataset.dtype. */
  readonly dtype?: Maybe<Scalars['String']['output']>;
  /** What its elements are. Null, with an error, if it cannot be read; so are the other fields. */
  readonly holds?: Maybe<FileElementKind>;
  /** Whether `value` lacks elements or parts of texts, or is null although the attribute is not. */
  readonly isShortened?: Maybe<Scalars['Boolean']['output']>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Lengths of its dimensions; empty for a single element, null for an attribute without any. */
  readonly shape?: Maybe<ReadonlyArray<Scalars['WholeNumber']['output']>>;
  /**
   * Its value: one for a single element, else a list of the elements in row-major order. Lists are cut
   * after 100 elements and texts after 10000 characters (1000 in a list), with `…`; an attribute larger
   * than 1 MiB is null, and so are those after 1000000 characters of others. `isShortened` reports it.
   */
  readonly value?: Maybe<Scalars['FileValue']['output']>;
};

/** The elements of a dataset. */
export type FileDataset = {
  readonly __typename?: 'FileDataset';
  /**
   * How they are stored, in numpy's notation: `<f8`, `|b1`, `|S12`, `[('x', '<f4'), ('y', '<f4')]`. It is
   * `|O` for texts and lists of varying length and for references, as in h5py. Cut after 1000
   * characters, with `…`.
   */
  readonly dtype: Scalars['String']['output'];
  /** What they are. */
  readonly holds: FileElementKind;
  /** Lengths of its dimensions; empty for a single element, null for a dataset without any. */
  readonly shape?: Maybe<ReadonlyArray<Scalars['WholeNumber']['output']>>;
  /** How it lies in the file. Cost: the whole index of its chunks is read. */
  readonly storage?: Maybe<FileStorage>;
  /**
   * A block of it. A block that is not within the dataset gives the error INVALID_ARGUMENT. Cost: one
   * cell per element of 8 bytes, charged to the request's budget; only the chunks that contain the block
   * are read.
   */
  readonly values?: Maybe<FileValues>;
};


/** The elements of a dataset. */
export type FileDatasetValuesArgs = {
  shape: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  start: InputMaybe<ReadonlyArray<Scalars['WholeNumber']['input']>>;
  textLength?: Scalars['Int']['input'];
};

/** What an element of a dataset or an attribute is. */
export type FileElementKind =
  /** An array of fixed length. */
  | 'ARRAY'
  /** True or false: an enumeration of these two names, as h5py writes it. */
  | 'BOOLEAN'
  /** A record: an object with a value for each of its fields. */
  | 'COMPOUND'
  /** A name out of an enumeration; a number that has no name there is that number. */
  | 'ENUMERATION'
  /** A list of varying length. */
  | 'LIST'
  /** A number. */
  | 'NUMBER'
  /** Bytes without meaning, as hexadecimal digits. */
  | 'OPAQUE'
  /** A reference to an object of the file, or a region of it: the object's path, or null. */
  | 'REFERENCE'
  /** A text. */
  | 'TEXT'
  /** A type that cannot be read here; reading values gives the error UNSUPPORTED_LAYOUT. */
  | 'UNKNOWN';

/** A filter of the chunks of a dataset, such as compression. */
export type FileFilter = {
  readonly __typename?: 'FileFilter';
  /** Its number in HDF5's registry: 1 deflate (gzip), 2 shuffle, 3 fletcher32, … */
  readonly id: Scalars['Int']['output'];
  /** Its name in the file: `deflate`, `shuffle`, …; empty if it has none. */
  readonly name: Scalars['String']['output'];
  /** Its parameters: for deflate, the level. */
  readonly parameters: ReadonlyArray<Scalars['WholeNumber']['output']>;
};

/** How a dataset is laid out in a file. */
export type FileLayout =
  /** In chunks, each of which is read as a whole. */
  | 'CHUNKED'
  /** In the header. */
  | 'COMPACT'
  /** In one piece. */
  | 'CONTIGUOUS'
  /** In other files, which are not read. */
  | 'EXTERNAL'
  /** A view of other datasets, which is not read. */
  | 'VIRTUAL';

/** A member of a group. For its attributes and members, request `Session.fileObject` by its path. */
export type FileMember = {
  readonly __typename?: 'FileMember';
  /** Number of attributes; 0 for a link. */
  readonly attributeCount?: Maybe<Scalars['Int']['output']>;
  /** How its elements are stored. Null for anything but a dataset. */
  readonly dataset?: Maybe<FileDataset>;
  /** What it is. Null, with an error, if it cannot be read; so are the fields that follow from it. */
  readonly kind?: Maybe<FileObjectKind>;
  /** See FileObject. */
  readonly linkTarget?: Maybe<Scalars['String']['output']>;
  /** Number of members; null for anything but a group. */
  readonly memberCount?: Maybe<Scalars['Int']['output']>;
  /** Its name in the group. */
  readonly name: Scalars['String']['output'];
  /** See FileObject. */
  readonly namespace?: Maybe<Scalars['String']['output']>;
  /** See FileObject. */
  readonly neurodataType?: Maybe<Scalars['String']['output']>;
  /** Its absolute path: that of the group and its name. */
  readonly path: Scalars['String']['output'];
};

/** A page of the members of a group (Relay cursor connection). */
export type FileMemberConnection = {
  readonly __typename?: 'FileMemberConnection';
  /** The members and their cursors. */
  readonly edges: ReadonlyArray<FileMemberEdge>;
  /** The members alone. */
  readonly nodes: ReadonlyArray<FileMember>;
  /** Whether there are more members, and the cursor for requesting them. */
  readonly pageInfo: PageInfo;
  /** Number of members in all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A member of a group and its cursor. */
export type FileMemberEdge = {
  readonly __typename?: 'FileMemberEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The member. */
  readonly node: FileMember;
};

/** An object of a recording's file, as HDF5 stores it. */
export type FileObject = {
  readonly __typename?: 'FileObject';
  /** Number of attributes; 0 for a link. */
  readonly attributeCount?: Maybe<Scalars['Int']['output']>;
  /** Its attributes, in the file's order. Cost: each is read as a whole, unless it is larger than 1 MiB. */
  readonly attributes?: Maybe<ReadonlyArray<FileAttribute>>;
  /**
   * What a group contains, in the file's order: that of creation if the group keeps track of it, else
   * by name. Links are members like any other. Null for anything but a group. Cost: one header per
   * member and page.
   */
  readonly children?: Maybe<FileMemberConnection>;
  /** How its elements are stored. Null for anything but a dataset. */
  readonly dataset?: Maybe<FileDataset>;
  /** What it is. Null, with an error, if it cannot be read; so are the fields that follow from it. */
  readonly kind?: Maybe<FileObjectKind>;
  /**
   * Where a link leads. For a soft link: the path as it is stored, which is relative to the link's group
   * unless it starts with `/`. For a link to another file, which is never followed: the file's name
   * without its folder, `:`, and the path in it. Null for anything else.
   */
  readonly linkTarget?: Maybe<Scalars['String']['output']>;
  /** Number of members; null for anything but a group. */
  readonly memberCount?: Maybe<Scalars['Int']['output']>;
  /** The last name in its path; `/` for the root. */
  readonly name: Scalars['String']['output'];
  /** `namespace` in its attributes, which defines that type: `core`, or an extension of NWB. */
  readonly namespace?: Maybe<Scalars['String']['output']>;
  /** `neurodata_type` in its attributes, such as `Units`: what NWB takes it for. Null if it has none. */
  readonly neurodataType?: Maybe<Scalars['String']['output']>;
  /** Its absolute path, as requested. */
  readonly path: Scalars['String']['output'];
};


/** An object of a recording's file, as HDF5 stores it. */
export type FileObjectAttributesArgs = {
  first?: Scalars['Int']['input'];
};


/** An object of a recording's file, as HDF5 stores it. */
export type FileObjectChildrenArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A kind of object in an HDF5 file. */
export type FileObjectKind =
  /** A dataset: an array of elements. */
  | 'DATASET'
  /** A type that stands by itself, for datasets to share. */
  | 'DATATYPE'
  /** A link to an object in another file; it is never followed. */
  | 'EXTERNAL_LINK'
  /** A group, which contains other objects. */
  | 'GROUP'
  /** A link to a path in the same file, or to nothing. */
  | 'SOFT_LINK';

/** How a dataset lies in a file. */
export type FileStorage = {
  readonly __typename?: 'FileStorage';
  /** Number of chunks that were written. Null if it is not in chunks, or not known. */
  readonly chunkCount?: Maybe<Scalars['Int']['output']>;
  /** Lengths of a chunk along each dimension; null if it is not in chunks. */
  readonly chunkShape?: Maybe<ReadonlyArray<Scalars['WholeNumber']['output']>>;
  /** Filters that the chunks went through before they were stored, in order. */
  readonly filters: ReadonlyArray<FileFilter>;
  /** How it is laid out. */
  readonly layout: FileLayout;
  /**
   * Bytes of its elements in the file, compressed; for texts and lists of varying length, only those of
   * the references to them. Null if it is not known.
   */
  readonly storedBytes?: Maybe<Scalars['Float']['output']>;
};

/** A block of a dataset. */
export type FileValues = {
  readonly __typename?: 'FileValues';
  /** Lengths along each dimension; empty for a single element. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Number of texts and lists in `values` that are cut; lists are cut after 100 entries. */
  readonly shortenedCount: Scalars['Int']['output'];
  /** Index of its first element along each dimension, from 0. */
  readonly start: ReadonlyArray<Scalars['WholeNumber']['output']>;
  /** The elements in row-major order (the last dimension varies fastest). Shape [elements]. */
  readonly values: ReadonlyArray<Maybe<Scalars['FileValue']['output']>>;
};

/** First-spike latencies over a group, as columns. Shape of each: [units]. */
export type FirstSpikeStatistics = {
  readonly __typename?: 'FirstSpikeStatistics';
  /**
   * Where to download these columns as arrays, of shape [units], or [groups, units] of all groups. Cost
   * of a download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /** 25th percentile, in seconds, interpolated linearly as by `numpy.percentile`. */
  readonly lowerQuartiles: Scalars['Float64List']['output'];
  /** Median, in seconds; null if the unit never spikes in the window. */
  readonly medians: Scalars['Float64List']['output'];
  /** Number of moments after which the unit has a spike in the window. */
  readonly respondedCounts: Scalars['Int32List']['output'];
  /** 75th percentile, in seconds, interpolated linearly as by `numpy.percentile`. */
  readonly upperQuartiles: Scalars['Float64List']['output'];
};


/** First-spike latencies over a group, as columns. Shape of each: [units]. */
export type FirstSpikeStatisticsHrefArgs = {
  allGroups?: Scalars['Boolean']['input'];
  format?: ArrayFormat;
};

/**
 * First spikes of units after moments: the smallest `time - moment` with `from <= time - moment <
 * until`, in float64.
 */
export type FirstSpikes = {
  readonly __typename?: 'FirstSpikes';
  /** The latencies as float64 bytes, of shape [moments, units]; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the latencies, with the moments and the units. Cost of a download: as for the
   * fields.
   */
  readonly href: Scalars['String']['output'];
  /** Latencies, in seconds; null if a unit has no spike in the window. Shape [moments, units]. */
  readonly latencies: Scalars['Float64Array']['output'];
  /** [moments, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};


/**
 * First spikes of units after moments: the smallest `time - moment` with `from <= time - moment <
 * until`, in float64.
 */
export type FirstSpikesHrefArgs = {
  format?: ArrayFormat;
};

/** Number type of an array of real numbers. */
export type FloatDtype =
  /** 4 bytes: seven digits. */
  | 'FLOAT32'
  /** 8 bytes. */
  | 'FLOAT64';

/** Gaze for each frame of the eye camera; null for a frame without it. */
export type GazeMapping = {
  readonly __typename?: 'GazeMapping';
  /**
   * times, eyeArea, pupilArea, screenX, screenY, sphericalX and sphericalY as float64 bytes; NaN for
   * one that is not in the file. Shape [points, 7].
   */
  readonly data: EncodedArray;
  /** Area of the eye, in the unit of the file (px² in the Allen Institute's files). Shape [points]. */
  readonly eyeArea?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Where to download the samples as a file, one row per point: see BinnedActivity.href. Cost of a
   * download: as for all columns.
   */
  readonly href: Scalars['String']['output'];
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** Area of the pupil, in the unit of the file (px² in the Allen Institute's files). Shape [points]. */
  readonly pupilArea?: Maybe<Scalars['Float64List']['output']>;
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** Horizontal position on the screen, in cm from its centre. Shape [points]. */
  readonly screenX?: Maybe<Scalars['Float64List']['output']>;
  /** Vertical position on the screen, in cm from its centre. Shape [points]. */
  readonly screenY?: Maybe<Scalars['Float64List']['output']>;
  /** Horizontal angle, in degrees from the screen's centre. Shape [points]. */
  readonly sphericalX?: Maybe<Scalars['Float64List']['output']>;
  /** Vertical angle, in degrees from the screen's centre. Shape [points]. */
  readonly sphericalY?: Maybe<Scalars['Float64List']['output']>;
  /** Time of each frame, in seconds. Shape [points]. */
  readonly times: Scalars['Float64List']['output'];
};


/** Gaze for each frame of the eye camera; null for a frame without it. */
export type GazeMappingHrefArgs = {
  format?: TableFormat;
};

/** One axis of a grid: a parameter and its values. */
export type GridAxis = {
  readonly __typename?: 'GridAxis';
  /** Name of the parameter in the file. */
  readonly name: Scalars['String']['output'];
  /**
   * The distinct values among the presentations in the grid, in ascending order: numbers, then texts
   * by their UTF-16 code units, then lists by their entries.
   */
  readonly values: ReadonlyArray<Scalars['StimulusParameterValue']['output']>;
};

/** Bins of a histogram: exactly one of these. */
export type HistogramBins =
  /** Their edges, ascending; one more than there are bins. */
  { readonly edges: ReadonlyArray<Scalars['Float']['input']>; readonly equal?: never; readonly logarithmic?: never; }
  |  /** Bins of equal width: edges as `numpy.linspace(from, to, count + 1)`. */
  { readonly edges?: never; readonly equal: BinRange; readonly logarithmic?: never; }
  |  /**
   * Bins of equal width on a logarithmic scale: edges `from * (to / from) ** (k / count)`. The edges
   * in the response are those that were used.
   */
  { readonly edges?: never; readonly equal?: never; readonly logarithmic: BinRange; };

/** Gaps between consecutive presentations, as columns. Shape of each: [count]. */
export type InterPresentationIntervals = {
  readonly __typename?: 'InterPresentationIntervals';
  /** Number of gaps. */
  readonly count: Scalars['Int']['output'];
  /** `presentationId`s of the presentations before the gaps, as whole numbers. */
  readonly fromIds: Scalars['Int32List']['output'];
  /**
   * Where to download the gaps as a table, one row per gap: see BinnedActivity.href. Cost of a
   * download: as for the lists.
   */
  readonly href: Scalars['String']['output'];
  /**
   * From the stop of one presentation to the start of the next, in seconds; null if the file does not
   * give the stop.
   */
  readonly intervals: Scalars['Float64List']['output'];
  /** Longest gap, in seconds; null if there are no gaps. */
  readonly max?: Maybe<Scalars['Float']['output']>;
  /** Mean gap, in seconds; null if there are no gaps. */
  readonly mean?: Maybe<Scalars['Float']['output']>;
  /** Shortest gap, in seconds; null if there are no gaps. */
  readonly min?: Maybe<Scalars['Float']['output']>;
  /** `presentationId`s of the presentations after the gaps, as whole numbers. */
  readonly toIds: Scalars['Int32List']['output'];
};


/** Gaps between consecutive presentations, as columns. Shape of each: [count]. */
export type InterPresentationIntervalsHrefArgs = {
  format?: TableFormat;
};

/**
 * Spikes within intervals: `start <= time < stop`, in float64. An interval whose stop is not after its
 * start is null in every column.
 */
export type IntervalActivity = {
  readonly __typename?: 'IntervalActivity';
  /** The counts, as nested JSON lists of shape [intervals, units]. */
  readonly counts: Scalars['CountArray']['output'];
  /**
   * The counts as bytes, of shape [intervals, units]: uint8, uint16 or uint32, the narrowest that
   * holds the largest count; or, if some are null, float64 with NaN for null.
   */
  readonly data: EncodedArray;
  /**
   * Where to download the counts together with the rates (only the counts in an .npy file). Cost of a
   * download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /**
   * Spikes per second: counts / (stop - start). If a unit was observed only during part of an interval
   * (Unit.observedTimes), over that part; null if it was not observed at all. Shape [intervals,
   * units].
   */
  readonly rates: Scalars['Float64Array']['output'];
  /** The rates as float64 bytes, of shape [intervals, units]; NaN for null. */
  readonly ratesData: EncodedArray;
  /** The session. */
  readonly session: Session;
  /** [intervals, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Start of each interval, in seconds, in the order given. Shape [intervals]. */
  readonly startTimes: Scalars['Float64List']['output'];
  /** Stop of each interval, in seconds. Shape [intervals]. */
  readonly stopTimes: Scalars['Float64List']['output'];
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units of the columns, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Spikes within intervals: `start <= time < stop`, in float64. An interval whose stop is not after its
 * start is null in every column.
 */
export type IntervalActivityHrefArgs = {
  format?: ArrayFormat;
};

/** A column of a table of intervals. Cost: one cell per row, charged to the request's budget. */
export type IntervalColumn = {
  readonly __typename?: 'IntervalColumn';
  /** The same as float64 bytes, of shape [rows]; NaN for null. Null for a LIST. */
  readonly data?: Maybe<EncodedArray>;
  /** Description of the column in the file. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it holds. */
  readonly kind: ColumnKind;
  /** Name of the column in the file. */
  readonly name: Scalars['String']['output'];
  /**
   * The values as numbers; null where one is missing, infinite, or not a number. Whole numbers beyond
   * 2^53 are rounded; `values` has all digits. Null for a LIST. Shape [rows].
   */
  readonly numbers?: Maybe<Scalars['Float64List']['output']>;
  /** The value of each row; null where it is missing. Shape [rows]. */
  readonly values: ReadonlyArray<Maybe<Scalars['StimulusParameterValue']['output']>>;
};

/** The times in a column of a table of intervals, as events. */
export type IntervalEvents = {
  /** Column of the times, such as `change_time`. A row without a time is left out. */
  readonly column?: Scalars['String']['input'];
  /** Name of the table (`IntervalTable.name`), such as `trials`. */
  readonly table: Scalars['String']['input'];
  /** What the times are relative to. */
  readonly timesFrom?: TimeOrigin;
  /** Column by whose values `groups(by: SOURCE_VALUE)` groups the events. */
  readonly valueColumn?: InputMaybe<Scalars['String']['input']>;
  /** Only rows that meet all of these conditions. */
  readonly where?: InputMaybe<ReadonlyArray<ColumnFilter>>;
};

/** A row of a table of intervals. */
export type IntervalRow = {
  readonly __typename?: 'IntervalRow';
  /** Its position in the table, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Start, in seconds; null if it is missing. */
  readonly startTime?: Maybe<Scalars['Float']['output']>;
  /** Stop, in seconds; null if it is missing. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
  /** Its values in all columns that have one for it, in order of name. */
  readonly values: ReadonlyArray<StimulusParameter>;
};


/** A row of a table of intervals. */
export type IntervalRowValuesArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A page of rows. */
export type IntervalRowConnection = {
  readonly __typename?: 'IntervalRowConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<IntervalRowEdge>;
  /** The rows of this page, in file order. */
  readonly nodes: ReadonlyArray<IntervalRow>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row and its cursor. */
export type IntervalRowEdge = {
  readonly __typename?: 'IntervalRowEdge';
  /** Pass it as `after` to continue after this row. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: IntervalRow;
};

/** A table of intervals: trials, epochs, stimuli, or whatever else a laboratory stores. */
export type IntervalTable = {
  readonly __typename?: 'IntervalTable';
  /**
   * One column. A name that the table does not have gives the error INVALID_ARGUMENT, which lists
   * those that it has.
   */
  readonly column: IntervalColumn;
  /**
   * The columns, in order of name, without those that refer to other objects. A column that cannot be
   * read is omitted, with a warning.
   */
  readonly columns: ReadonlyArray<IntervalColumn>;
  /** Description of the table in the file. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Where to download the rows that match as a table, with all columns; lists are JSON texts. Cost of
   * a download: one cell per row and column.
   */
  readonly href: Scalars['String']['output'];
  /** Name of the table, such as `trials`. */
  readonly name: Scalars['String']['output'];
  /** Number of rows. */
  readonly rowCount: Scalars['Int']['output'];
  /** The rows, in file order. Cost: one value per row and column requested. */
  readonly rows: IntervalRowConnection;
};


/** A table of intervals: trials, epochs, stimuli, or whatever else a laboratory stores. */
export type IntervalTableColumnArgs = {
  name: Scalars['String']['input'];
};


/** A table of intervals: trials, epochs, stimuli, or whatever else a laboratory stores. */
export type IntervalTableHrefArgs = {
  format?: TableFormat;
  where: InputMaybe<ReadonlyArray<ColumnFilter>>;
};


/** A table of intervals: trials, epochs, stimuli, or whatever else a laboratory stores. */
export type IntervalTableRowsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<ReadonlyArray<ColumnFilter>>;
};

/** A time that the file marks as invalid. */
export type InvalidTime = {
  readonly __typename?: 'InvalidTime';
  /** Start, in seconds; included. */
  readonly startTime: Scalars['Float']['output'];
  /** Stop, in seconds; included. */
  readonly stopTime: Scalars['Float']['output'];
  /** What it affects, as tagged in the file: `stimulus`, `all_probes`, `probeA`, … */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Histograms of interspike intervals. */
export type IsiHistogram = {
  readonly __typename?: 'IsiHistogram';
  /** The counts, as nested JSON lists. */
  readonly counts: Scalars['CountArray']['output'];
  /** The counts as bytes: uint32, or float64 with NaN if some are null. */
  readonly data: EncodedArray;
  /** Edges of the bins, in seconds. Shape [bins + 1]. */
  readonly edges: Scalars['Float64List']['output'];
  /**
   * Where to download the counts as a file, with the intervals, units and bins along their dimensions:
   * see BinnedActivity.href. Cost: a GET costs as much as `data`.
   */
  readonly href: Scalars['String']['output'];
  /** [units, bins], or [intervals, units, bins] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};


/** Histograms of interspike intervals. */
export type IsiHistogramHrefArgs = {
  format?: ArrayFormat;
};

/** Violations of the refractory period. Shape of each: as SpikeTrainStatistics.shape. */
export type IsiViolations = {
  readonly __typename?: 'IsiViolations';
  /** Number of I shorter than the threshold. */
  readonly counts: Scalars['CountArray']['output'];
  /**
   * Rate of violations relative to the unit's firing rate, Hill et al. 2011: `count / (2 * spikes *
   * (threshold - minimum)) / (spikes / seconds)`, with the spikes and seconds of observed time; null
   * if there are none.
   */
  readonly ratios: Scalars['Float64Array']['output'];
};

/**
 * Jitter-corrected correlograms. C(lag) is the mean over presentations of `Σ a(t) b(t + lag)`, where
 * a(t) are the counts of the reference in the T bins around a presentation, divided by
 * `(T - |lag|) * sqrt(λa λb)`, where λ is the unit's mean count per bin. (The code of Siegle et al.
 * divides by spikes per trial instead of λ, which scales all values alike.) The same for jittered
 * spike trains is subtracted, where a(t) is
 * `PSTH(t) * (count in the window) / (mean count in the window)`, for windows of `jitterWindow` from
 * the first bin on; 0 in a window without spikes.
 *
 * Presentations that have no start, or during which any of the units was not observed throughout, are
 * left out.
 */
export type JitterCorrectedCorrelograms = {
  readonly __typename?: 'JitterCorrectedCorrelograms';
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the correlograms, with the lags and the ids of each pair. Cost of a download: as
   * for the fields.
   */
  readonly href: Scalars['String']['output'];
  /** Each lag, in seconds: a multiple of the bin width. Shape [lags]. */
  readonly lags: Scalars['Float64List']['output'];
  /** Number of presentations that the means are over. */
  readonly presentationCount: Scalars['Int']['output'];
  /** `unitId` of the reference of each pair, row by row. Shape [pairs]. */
  readonly referenceIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The session. */
  readonly session: Session;
  /** [pairs, lags] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** `unitId` of the target of each pair. Shape [pairs]. */
  readonly targetIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The corrected correlograms, as JSON lists of shape [pairs, lags]. */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Jitter-corrected correlograms. C(lag) is the mean over presentations of `Σ a(t) b(t + lag)`, where
 * a(t) are the counts of the reference in the T bins around a presentation, divided by
 * `(T - |lag|) * sqrt(λa λb)`, where λ is the unit's mean count per bin. (The code of Siegle et al.
 * divides by spikes per trial instead of λ, which scales all values alike.) The same for jittered
 * spike trains is subtracted, where a(t) is
 * `PSTH(t) * (count in the window) / (mean count in the window)`, for windows of `jitterWindow` from
 * the first bin on; 0 in a window without spikes.
 *
 * Presentations that have no start, or during which any of the units was not observed throughout, are
 * left out.
 */
export type JitterCorrectedCorrelogramsHrefArgs = {
  format?: ArrayFormat;
};

/** Local field potential averaged, in each bin, over the events that have samples in it. */
export type LfpAverage = {
  readonly __typename?: 'LfpAverage';
  /**
   * Current source density of the mean, `-(V[c-1] - 2 V[c] + V[c+1]) / h² * conductivity`, over the
   * channels as they are ordered: in V/m², or in A/m³ if the conductivity is given. Shape [bins,
   * channels]; null for the outermost channels.
   */
  readonly currentSourceDensity: Scalars['Float64Array']['output'];
  /**
   * Where to download the current source density as a file, with bins and channels along its
   * dimensions: see BinnedActivity.href. Cost of a download: as for `mean`.
   */
  readonly currentSourceDensityHref: Scalars['String']['output'];
  /** One of these statistics as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /** Number of events with samples. Shape [bins, channels]. */
  readonly eventCounts: Scalars['CountArray']['output'];
  /**
   * Where to download the statistics as a file, each array of shape [bins, channels]: see
   * AlignedLfp.groupsHref.
   */
  readonly href: Scalars['String']['output'];
  /** Mean potential, in V; null over none. Shape [bins, channels]. */
  readonly mean: Scalars['Float64Array']['output'];
  /** [bins, channels] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Standard deviation (`ddof=1`), in V; null over fewer than two events. Shape [bins, channels]. */
  readonly standardDeviation: Scalars['Float64Array']['output'];
  /** Standard error of the mean, in V; null over fewer than two events. Shape [bins, channels]. */
  readonly standardError: Scalars['Float64Array']['output'];
};


/** Local field potential averaged, in each bin, over the events that have samples in it. */
export type LfpAverageCurrentSourceDensityArgs = {
  conductivity?: Scalars['Float']['input'];
  spacing: InputMaybe<Scalars['Float']['input']>;
};


/** Local field potential averaged, in each bin, over the events that have samples in it. */
export type LfpAverageCurrentSourceDensityHrefArgs = {
  conductivity?: Scalars['Float']['input'];
  format?: ArrayFormat;
  spacing: InputMaybe<Scalars['Float']['input']>;
};


/** Local field potential averaged, in each bin, over the events that have samples in it. */
export type LfpAverageDataArgs = {
  statistic?: LfpStatistic;
};


/** Local field potential averaged, in each bin, over the events that have samples in it. */
export type LfpAverageHrefArgs = {
  format?: ArrayFormat;
  statistic?: LfpStatistic;
};

/** A group of presentations, with the local field potential averaged over them. */
export type LfpGroup = {
  readonly __typename?: 'LfpGroup';
  /** The average over the presentations. */
  readonly average: LfpAverage;
  /** Values of the parameters that apply, if grouped by parameters; otherwise empty. */
  readonly parameters: ReadonlyArray<StimulusParameter>;
  /** Number of presentations. */
  readonly presentationCount: Scalars['Int']['output'];
  /** Their `presentationId`s, in order of start time. */
  readonly presentationIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The stimulus of all its presentations; null if they show several. */
  readonly stimulusName?: Maybe<Scalars['String']['output']>;
};

/** Power spectrum of a probe's local field potential. */
export type LfpSpectrum = {
  readonly __typename?: 'LfpSpectrum';
  /** `channelId`s of the columns, in file order; null if the file does not give them. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /** Frequencies from 0 to half of the sampling rate, in Hz. Shape [frequencies]. */
  readonly frequencies: Scalars['Float64List']['output'];
  /**
   * Where to download the power as a file, with the frequencies, channels and numbers of segments:
   * see BinnedActivity.href. Cost of a download: as for `power`.
   */
  readonly href: Scalars['String']['output'];
  /** Power in V²/Hz; null without a segment. Shape [frequencies, channels]. */
  readonly power: Scalars['Float64Array']['output'];
  /**
   * Number of segments averaged, for each channel; those with a masked or missing sample, or a gap,
   * are left out. Shape [channels].
   */
  readonly segmentCounts: Scalars['Int32List']['output'];
  /** [frequencies, channels] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};


/** Power spectrum of a probe's local field potential. */
export type LfpSpectrumHrefArgs = {
  format?: ArrayFormat;
};

/** A statistic of the local field potential over events. */
export type LfpStatistic =
  /** See LfpAverage.mean. */
  | 'MEAN'
  /** See LfpAverage.standardDeviation. */
  | 'STANDARD_DEVIATION'
  /** See LfpAverage.standardError. */
  | 'STANDARD_ERROR';

/** Local field potential of a probe, as in the AllenSDK's `get_lfp`. */
export type LocalFieldPotential = {
  readonly __typename?: 'LocalFieldPotential';
  /** `channelId`s of the columns, in file order; null if the file does not give them. Shape [channels]. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes; NaN if masked. */
  readonly data: EncodedArray;
  /**
   * Where to download the array as a file: see BinnedActivity.href. Cost of a download: as for
   * `values` and `times`.
   */
  readonly href: Scalars['String']['output'];
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** [points, channels]; whole numbers. */
  readonly shape: ReadonlyArray<Scalars['Float']['output']>;
  /** Time of each sample, in seconds. Shape [points]. */
  readonly times: Scalars['Float64List']['output'];
  /** The same as float64 bytes. */
  readonly timesData: EncodedArray;
  /**
   * Potential in V, as a JSON list with one row per point, each with one number per channel; null if
   * masked. Shape [points, channels].
   */
  readonly values: Scalars['Float64Array']['output'];
};


/** Local field potential of a probe, as in the AllenSDK's `get_lfp`. */
export type LocalFieldPotentialHrefArgs = {
  format?: ArrayFormat;
};

/** Number type of the cells of a matrix. */
export type MatrixDtype =
  /** The narrowest unsigned type that holds the largest count. */
  | 'AUTO'
  /** Unsigned, 1 byte: up to 255. */
  | 'UINT8'
  /** Unsigned, 2 bytes: up to 65,535. */
  | 'UINT16'
  /** Unsigned, 4 bytes: up to 4,294,967,295. */
  | 'UINT32';

/** How bytes are encoded as text. */
export type MatrixEncoding =
  /** RFC 4648 with padding. */
  | 'BASE64';

/**
 * A file with one matrix of spike counts. All cells are uint8, uint16 or uint32, the narrowest type
 * that holds the largest count, little-endian. Ids that are numbers are written as int64.
 */
export type MatrixFormat =
  /**
   * Arrow IPC file, for pyarrow, pandas, polars and R: a column `bin_start` (float64, seconds on the
   * session's clock), then one column per unit, named by its `unitId`. The schema's metadata has the
   * entries of NPZ that are not lists.
   */
  | 'ARROW'
  /**
   * An .npz for `scipy.sparse.load_npz`: only the nonzero cells, in compressed sparse rows of shape
   * [bins, units], and `unit_ids` [units].
   */
  | 'CSR'
  /**
   * Comma-separated text: a header with `bin_start` and the unit ids, then one row per bin with its
   * start, in seconds on the session's clock, and one count per unit.
   */
  | 'CSV'
  /** NumPy's .npy: `np.load(file)` is the matrix, shape [bins, units], in C order, and nothing else. */
  | 'NPY'
  /**
   * NumPy's .npz: `np.load(file)['counts']`, shape [bins, units], with its metadata: `unit_ids`
   * [units]; `bin_edges` [bins + 1], in seconds from `start`; `start`, `stop` and `bin_size` in
   * seconds; `area` (empty for all areas as one matrix), `session_id`, `file_version`; and
   * `epoch_index`, `epoch_stimulus_name` and `epoch_start_time` if the window is aligned to an epoch.
   */
  | 'NPZ';

/**
 * Mean waveform of a unit. Stored row `i` belongs to the channel whose `localIndex` on the unit's
 * probe is `i`, as in the AllenSDK; a waveform with a single row belongs to the peak channel.
 */
export type MeanWaveform = {
  readonly __typename?: 'MeanWaveform';
  /**
   * `channelId`s of the rows, in order of channel number; null if the file has no such channel. Shape
   * [channels].
   */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes. */
  readonly data: EncodedArray;
  /**
   * Where to download the samples as a file, with their channels and times: see BinnedActivity.href.
   * Cost of a download: as for `values`.
   */
  readonly href: Scalars['String']['output'];
  /** [channels, samples] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * Time of each sample, in seconds from the first: sample / samplingRate of the probe. Shape
   * [samples]; null if the file does not give the rate.
   */
  readonly times?: Maybe<Scalars['Float64List']['output']>;
  /**
   * The samples in the unit of the file (µV in the Allen Institute's files; V according to NWB), as a
   * JSON list with one row per channel. Shape [channels, samples]. Cost: one cell per sample, charged
   * to the request's budget.
   */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Mean waveform of a unit. Stored row `i` belongs to the channel whose `localIndex` on the unit's
 * probe is `i`, as in the AllenSDK; a waveform with a single row belongs to the peak channel.
 */
export type MeanWaveformHrefArgs = {
  format?: ArrayFormat;
};

/**
 * A range of a metric. A unit for which the metric is missing (NaN) does not pass, even if neither end
 * is given.
 */
export type MetricRange = {
  /** Maximum, inclusive; no upper limit by default. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** Which metric. */
  readonly metric: UnitMetric;
  /** Minimum, inclusive; no lower limit by default. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
};

/** Which definitions metrics follow. */
export type MetricRule =
  /**
   * The AllenSDK's (2.16), with its quirks: a unit that never fires prefers the first value of every
   * parameter; a presentation without running speed counts as standing still; drifting gratings are
   * folded by `int(frequency * 1.9985)` cycles, so that 2 Hz is folded at 1.5 Hz; lifetime sparseness
   * is computed from sums over presentations, so that unequal numbers of repeats bias it; smoothing
   * truncates receptive-field maps to whole numbers; and it is ignored whether a unit was observed.
   */
  | 'ALLENSDK'
  /**
   * The same definitions without these quirks: the preferences of a silent unit are null;
   * presentations without running speed are left out; gratings are folded at their own frequency, over
   * whole cycles in 1 ms bins of the whole trial; lifetime sparseness is computed from means;
   * receptive-field maps cover whole trials, and smoothing keeps fractions; for each unit,
   * presentations during which it was not observed are left out (Unit.observedTimes), and `firingRate`
   * is over observed time.
   */
  | 'CORRECTED';

/**
 * An object that client caches can key by its `id` alone (Relay's Node): no two objects share an id,
 * whatever their types and sessions. The id of a session is the one that `session(id:)` takes. All
 * others are opaque, made of the type, the session and the file's own number; do not parse or
 * construct them. If a file repeats a number, the ids still differ. An id stays the same, on every
 * server, for as long as the session and the number do.
 *
 * Types without an `id` (Area, Subject, BinnedActivity, …) are part of the object they were requested
 * from, or depend on the arguments; caches should store them there.
 */
export type Node = {
  /** Globally unique; `node` takes it. */
  readonly id: Scalars['ID']['output'];
};

/** An interval during which a unit was observed. */
export type ObservedTime = {
  readonly __typename?: 'ObservedTime';
  /** Start, in seconds; null for the start of the recording. */
  readonly startTime?: Maybe<Scalars['Float']['output']>;
  /** Stop, in seconds; null for the end of the recording. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
};

/** An optogenetic light pulse, which makes cells that express channelrhodopsin fire. */
export type OptogeneticEpoch = Node & {
  readonly __typename?: 'OptogeneticEpoch';
  /** Its shape, as the file describes it: `a single square pulse`. */
  readonly condition?: Maybe<Scalars['String']['output']>;
  /** stopTime - startTime as in the file, in seconds. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Row id in the file. */
  readonly epochId: Scalars['ID']['output'];
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** Its strength, in V at the light's controller. */
  readonly level?: Maybe<Scalars['Float']['output']>;
  /** Start of the pulse, in seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Short name of its shape: `pulse`, `raised_cosine`. */
  readonly stimulusName?: Maybe<Scalars['String']['output']>;
  /** End of the pulse, in seconds. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
};

/** Conditions on optogenetic light pulses, all of which must hold. */
export type OptogeneticFilter = {
  /** Only pulses of one of these conditions (`OptogeneticEpoch.condition`). */
  readonly conditions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only pulses of one of these levels. */
  readonly levels?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** Maximum duration, in seconds, inclusive. */
  readonly maxDuration?: InputMaybe<Scalars['Float']['input']>;
  /** Minimum duration, in seconds, inclusive. */
  readonly minDuration?: InputMaybe<Scalars['Float']['input']>;
};

/** Position of a page in its list (as in Relay). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry, which is `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are more entries after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are more entries before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Progress of the first scan of a folder or file. */
export type PlaceState =
  /** All of its files have been read. They are checked for changes from time to time. */
  | 'READ'
  /** Its files are being read; those read so far are served. */
  | 'READING'
  /**
   * Its disk does not respond. Sessions that were read before stay listed; requests for their data
   * fail with DISK_SILENT until it responds.
   */
  | 'SILENT';

/**
 * Conditions on stimulus presentations, all of which must hold. `conditionIds` and `parameters` need
 * the session's conditions, for which all parameters in the file are read, once.
 */
export type PresentationFilter = {
  /** Only presentations in one of these stimulus blocks. */
  readonly blocks?: InputMaybe<ReadonlyArray<Scalars['WholeNumber']['input']>>;
  /**
   * Only presentations of one of these conditions (`conditionId`). An unknown id gives the error
   * CONDITION_NOT_FOUND.
   */
  readonly conditionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Only presentations in one of these epochs (`StimulusEpoch.index`). An unknown index gives the
   * error EPOCH_NOT_FOUND.
   */
  readonly epochIndexes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Only presentations that touch none of the session's `invalidTimes` (see `touchesInvalidTime`). */
  readonly excludeInvalidTimes?: Scalars['Boolean']['input'];
  /** No presentations of these stimuli. It is not an error if the session does not have one. */
  readonly excludeStimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Only presentations with one of these `presentationId`s. An unknown id gives the error
   * PRESENTATION_NOT_FOUND.
   */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only presentations with these parameters. Masked presentations have none. */
  readonly parameters?: InputMaybe<ReadonlyArray<StimulusParameterFilter>>;
  /**
   * Only presentations during which signals lie in these ranges, such as those during running, or with
   * a dilated pupil. Cost: one cell per sample and column of each signal.
   */
  readonly signals?: InputMaybe<ReadonlyArray<SignalRange>>;
  /** Only presentations that start at or after this time, in seconds. */
  readonly start?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only presentations of one of these stimuli. A stimulus that the session does not have gives the
   * error EPOCH_NOT_FOUND.
   */
  readonly stimulusNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only presentations that start at or before this time, in seconds. */
  readonly stop?: InputMaybe<Scalars['Float']['input']>;
};

/** What the presentations of a group have in common. */
export type PresentationGrouping =
  /** Nothing: all presentations are one group. */
  | 'ALL'
  /** The condition: stimulus and all parameters. */
  | 'CONDITION'
  /** The stimulus epoch. */
  | 'EPOCH'
  /** The values of some parameters, given as `parameters`. */
  | 'PARAMETERS'
  /** The stimulus. */
  | 'STIMULUS';

/** A probe: an electrode group in the file. */
export type Probe = Node & {
  readonly __typename?: 'Probe';
  /**
   * Local field potential around the starts of presentations: the mean of its samples in each bin.
   * Null if the probe has no LFP. Pass `before`, `after` and `binSize`, or `edges`. Only the samples
   * around the presentations are read. Cost: one cell per sample and channel read, and per bin,
   * channel and presentation, charged to the request's budget.
   */
  readonly alignedLfp?: Maybe<AlignedLfp>;
  /** Number of its channels in the file. */
  readonly channelCount: Scalars['Int']['output'];
  /**
   * Current source density of the probe, from the same file. Null if there is none. Cost: one cell per
   * value.
   */
  readonly currentSourceDensity?: Maybe<CurrentSourceDensity>;
  /** Description in the file. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Local field potential around events of any kind (see Session.eventActivity), as in `alignedLfp`. */
  readonly eventLfp?: Maybe<EventLfp>;
  /** Whether a local field potential was recorded. */
  readonly hasLfpData?: Maybe<Scalars['Boolean']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /**
   * Local field potential of the probe, from the file `probe_<id>_lfp.nwb` in the folder of the
   * session's file or, as DANDI archives name it, `<session's file>_probe-<id>_ecephys.nwb`. Null if
   * there is none. Cost: one cell per sample and channel read, charged to the request's budget before
   * reading; request a window or a few channels.
   */
  readonly lfp?: Maybe<LocalFieldPotential>;
  /**
   * Sampling rate of the local field potential, in Hz. If only probes.csv gives it: its
   * lfp_sampling_rate divided by its subsampling factor, as in the AllenSDK.
   */
  readonly lfpSamplingRate?: Maybe<Scalars['Float']['output']>;
  /**
   * Power spectrum of the local field potential by Welch's method, as `scipy.signal.welch` computes
   * it: segments that overlap by half, each minus its mean and multiplied by a Hann window; the
   * density is one-sided. Null if the probe has no LFP. Cost: one cell per sample and channel, charged
   * to the request's budget.
   */
  readonly lfpSpectrum?: Maybe<LfpSpectrum>;
  /** Its location, as the file gives it. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Name of the electrode group: `probeA`. */
  readonly name: Scalars['String']['output'];
  /** Probe id of the AllenSDK; the name of the electrode group if the file has none. */
  readonly probeId: Scalars['ID']['output'];
  /** Sampling rate of the spike band, in Hz. */
  readonly samplingRate?: Maybe<Scalars['Float']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /**
   * Mean local field potential around the spikes of units (spike-triggered average), one for each unit
   * in the order given. Null if the probe has no LFP. Cost: for each unit, one cell per sample and
   * channel from `start` to `stop`, and one per spike, charged to the request's budget.
   */
  readonly spikeTriggeredLfp?: Maybe<ReadonlyArray<SpikeTriggeredLfp>>;
  /**
   * Number of units on the probe, those whose `probe` it is: `unit_count` of the AllenSDK's
   * `get_probes()`.
   */
  readonly unitCount: Scalars['Int']['output'];
};


/** A probe: an electrode group in the file. */
export type ProbeAlignedLfpArgs = {
  after: InputMaybe<Scalars['Float']['input']>;
  before: InputMaybe<Scalars['Float']['input']>;
  binSize: InputMaybe<Scalars['Float']['input']>;
  channelIds: ReadonlyArray<Scalars['ID']['input']>;
  edges: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  maskInvalidIntervals?: Scalars['Boolean']['input'];
  presentations?: PresentationFilter;
};


/** A probe: an electrode group in the file. */
export type ProbeEventLfpArgs = {
  after: InputMaybe<Scalars['Float']['input']>;
  before: InputMaybe<Scalars['Float']['input']>;
  binSize: InputMaybe<Scalars['Float']['input']>;
  channelIds: ReadonlyArray<Scalars['ID']['input']>;
  edges: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  events: EventSource;
  maskInvalidIntervals?: Scalars['Boolean']['input'];
  where?: EventFilter;
};


/** A probe: an electrode group in the file. */
export type ProbeLfpArgs = {
  channelIds: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  maskInvalidIntervals?: Scalars['Boolean']['input'];
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A probe: an electrode group in the file. */
export type ProbeLfpSpectrumArgs = {
  channelIds: ReadonlyArray<Scalars['ID']['input']>;
  maskInvalidIntervals?: Scalars['Boolean']['input'];
  segment?: Scalars['Float']['input'];
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A probe: an electrode group in the file. */
export type ProbeSpikeTriggeredLfpArgs = {
  after?: Scalars['Float']['input'];
  before?: Scalars['Float']['input'];
  channelIds: ReadonlyArray<Scalars['ID']['input']>;
  maskInvalidIntervals?: Scalars['Boolean']['input'];
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
  unitIds: ReadonlyArray<Scalars['ID']['input']>;
};


/** A probe: an electrode group in the file. */
export type ProbeUnitCountArgs = {
  where?: UnitFilter;
};

/** A page of probes. */
export type ProbeConnection = {
  readonly __typename?: 'ProbeConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<ProbeEdge>;
  /** The probes of this page, in order. */
  readonly nodes: ReadonlyArray<Probe>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many probes match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A probe and its cursor. */
export type ProbeEdge = {
  readonly __typename?: 'ProbeEdge';
  /** Pass it as `after` to continue after this probe. */
  readonly cursor: Scalars['String']['output'];
  /** The probe. */
  readonly node: Probe;
};

/** Conditions on probes, all of which must hold. */
export type ProbeFilter = {
  /**
   * Only probes with (true) or without (false) a local field potential; a probe for which this is
   * unknown passes neither.
   */
  readonly hasLfpData?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only probes with one of these `probeId`s. An unknown id is ignored; it is not an error. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only probes with one of these names. An unknown name is ignored; it is not an error. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What the tables of an AllenSDK cache (sessions.csv) add about a session, beyond its file. */
export type PublishedSession = {
  readonly __typename?: 'PublishedSession';
  /** Date of recording, ISO 8601. */
  readonly dateOfAcquisition?: Maybe<Scalars['String']['output']>;
  /** Date of publication, ISO 8601. */
  readonly publishedAt?: Maybe<Scalars['String']['output']>;
  /** Id of the animal at the Allen Institute. */
  readonly specimenId?: Maybe<Scalars['ID']['output']>;
};

/** Whose definition of a quality metric. */
export type QualityMetricRule =
  /**
   * That of the Allen Institute's pipeline, from which the AllenSDK's tables come. Violations: a spike
   * that follows the previous one after `minimum` or less is a duplicate and is removed first.
   * Presence ratio: there are 99 bins from the first start to the last stop, observed or not, the last
   * one closed; the number of bins with spikes is divided by 100, so that no unit has more than 0.99.
   */
  | 'ALLENSDK'
  /** SpikeInterface's. */
  | 'SPIKEINTERFACE';

/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** The distinct ages among the sessions, in days, ascending. */
  readonly ages: ReadonlyArray<Scalars['Float']['output']>;
  /**
   * Every brain area that was recorded in at least one session (a valid channel lies in it), in order
   * of acronym.
   */
  readonly areas: ReadonlyArray<AreaSummary>;
  /**
   * Channels of all sessions that match, in the order of `sessions`, then in file order. It is not an
   * error if one session lacks an area or probe that another one has.
   */
  readonly channels: ChannelConnection;
  /** The distinct full genotypes among the sessions, in alphabetical order. */
  readonly genotypes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * An object by its globally unique `id` (see Node); for a session, that is its own id. An id that is
   * malformed, or that belongs to nothing here (any more), gives null without an error: client caches
   * keep ids for longer than a server keeps files, and refetching something that is gone is not a
   * mistake. An object that is here but cannot be read is an error; so is one whose session may still
   * be found (STILL_READING).
   */
  readonly node?: Maybe<Node>;
  /** The same for several ids, in the order requested, with null wherever `node` gives null. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * The folders and files that are served, in the order given to the server. While one is READING,
   * more sessions may appear, and sessions known only from the tables of an AllenSDK cache are not
   * listed yet; one that is SILENT is also listed in `refusedFiles`. /health/ready reports the same.
   */
  readonly places: ReadonlyArray<ServedPlace>;
  /**
   * Probes of all sessions that match, in the order of `sessions`, then by name. As with `channels`
   * and `units` below, they come from the session's file or, if the file is absent, from the tables of
   * the AllenSDK cache; an absent session whose table is missing there is skipped. Cost: the tables of
   * the available sessions, which are read once and kept.
   */
  readonly probes: ProbeConnection;
  /**
   * Files that look like recordings, or like tables of an AllenSDK cache, but are not served, with the
   * reason. Empty if all is well.
   */
  readonly refusedFiles: ReadonlyArray<RefusedFile>;
  /** This server: its version and the limits in force. */
  readonly server: ServerInfo;
  /**
   * One session. An unknown id gives the error SESSION_NOT_FOUND; while recordings are still being
   * read for the first time, it is STILL_READING, because the session may appear: try again in a few
   * seconds.
   */
  readonly session?: Maybe<Session>;
  /** The distinct session types among the sessions, in alphabetical order. */
  readonly sessionTypes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * All sessions, ordered by id: those with a file that is served here, and those known only from the
   * tables of an AllenSDK cache (sessions.csv and its companions, if they are stored next to the
   * files); see Session.available. To query something that only files contain, use `where: {
   * available: true }`. Cost: no file is opened again.
   */
  readonly sessions: SessionConnection;
  /** The distinct sexes among the sessions (`F`, `M`, `U`, `O`), in alphabetical order. */
  readonly sexes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Units of all sessions that match, in the order of `sessions`, then of Session.units. It is not an
   * error if one session lacks an id, area or probe that another one has.
   */
  readonly units: UnitConnection;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
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
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
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
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type QuerySessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type QuerySessionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<SessionFilter>;
};


/**
 * SpikeQL: neural recordings in NWB files as one typed API.
 *
 * Throughout the schema, times are in seconds on the session's clock, rates in Hz and positions in µm.
 * A value that the file does not give, or gives as NaN, is null. An `id` is globally unique and meant
 * for client caches (see Node). The file's own numbers have their own fields (`unitId`, `channelId`,
 * …); those are the ones that arguments and lists of ids take.
 *
 * Nothing is truncated silently. Long lists are connections with a `totalCount`. A request that would
 * compute too much is refused with the error TOO_MANY_CELLS before anything is read; a response that
 * would be too long to write (the entries of its lists, times the fields requested of each) is refused
 * with TOO_MANY_VALUES.
 *
 * The server answers as soon as it starts, from what it has read until then. A response that may lack
 * sessions for this reason says so in `extensions.warnings` (a list of `code` and `message`), with the
 * code STILL_READING, or DISK_SILENT for a disk that does not respond. If nothing but sessions not
 * found yet was requested, its HTTP status is 503, with Retry-After.
 */
export type QueryUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<UnitOrder>>;
  sessions: InputMaybe<SessionFilter>;
  where?: UnitFilter;
};

/** A smoothing kernel: exactly one of these. The weights of the bins sum to 1. */
export type RateKernel =
  /**
   * Width of a boxcar around the centre of each bin, in seconds: bins are weighted by the part of them
   * that lies within it; equally, if the width is an odd number of bins.
   */
  { readonly boxcar: Scalars['Float']['input']; readonly exponential?: never; readonly gaussian?: never; }
  |  /**
   * Time constant τ of a causal exponential, in seconds: weights `exp(-j binSize / τ)` of the bin `j`
   * bins earlier, for `0 <= j <= ceil(5 τ / binSize)`.
   */
  { readonly boxcar?: never; readonly exponential: Scalars['Float']['input']; readonly gaussian?: never; }
  |  /**
   * Standard deviation σ of a Gaussian, in seconds: weights `exp(-(j binSize)² / (2 σ²))` for
   * `|j| <= ceil(4 σ / binSize)`. (`scipy.ndimage.gaussian_filter1d` has the same weights, and mirrors
   * the counts at the edges; elephant's are cut at 5 σ, do not sum to 1, and take counts outside as
   * 0.)
   */
  { readonly boxcar?: never; readonly exponential?: never; readonly gaussian: Scalars['Float']['input']; };

/** Signals of the running wheel at each stimulus frame, as in the AllenSDK's `get_raw_running_data`. */
export type RawRunning = {
  readonly __typename?: 'RawRunning';
  /**
   * frameTimes, netRotation, signalVoltage and supplyVoltage as float64 bytes; NaN for one that is not
   * in the file. Shape [points, 4].
   */
  readonly data: EncodedArray;
  /** Time of each frame, in seconds. Shape [points]. */
  readonly frameTimes: Scalars['Float64List']['output'];
  /**
   * Where to download the samples as a file, one row per point: see BinnedActivity.href. Cost of a
   * download: as for all columns.
   */
  readonly href: Scalars['String']['output'];
  /** Rotation since the previous frame, in radians. Shape [points]; null if it is not in the file. */
  readonly netRotation?: Maybe<Scalars['Float64List']['output']>;
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** Signal of the wheel's encoder, in V. Shape [points]; null if it is not in the file. */
  readonly signalVoltage?: Maybe<Scalars['Float64List']['output']>;
  /** Supply voltage of the wheel's encoder, in V. Shape [points]; null if it is not in the file. */
  readonly supplyVoltage?: Maybe<Scalars['Float64List']['output']>;
};


/** Signals of the running wheel at each stimulus frame, as in the AllenSDK's `get_raw_running_data`. */
export type RawRunningHrefArgs = {
  format?: TableFormat;
};

/**
 * Receptive fields of units: maps of spike counts over stimulus positions, and the field found in
 * each.
 *
 * Each cell of a map counts the spikes of all presentations at its position, whatever their other
 * parameters. With rule ALLENSDK, these are the spikes in two bins with edges 0, 0.1245 and 0.249 s
 * from the start, closed on both sides, so that a spike on the edge between them is counted twice;
 * with rule CORRECTED, those in the first 0.25 s, both ends included. A unit with fewer than 10 spikes
 * in the first 0.25 s of all presentations together has no receptive field.
 *
 * The receptive field is found as in the AllenSDK (`threshold_rf`): the map is smoothed with a
 * Gaussian (σ of one cell); the field consists of the cells above `max - 0.5 * standard deviation`
 * that are connected to the maximum by shared sides. Widths from Gaussian fits and p-values from
 * unseeded bootstraps are not computed.
 */
export type ReceptiveFields = {
  readonly __typename?: 'ReceptiveFields';
  /** Area of each field in square degrees, as in the AllenSDK: 100 per cell. Shape [units]. */
  readonly areas: Scalars['Float64List']['output'];
  /**
   * Azimuth of each centre in degrees, as the AllenSDK converts cells: `10 * column + 10`, where
   * column is the centre of mass of the field, rounded to 4 digits. Shape [units]; null without a
   * field.
   */
  readonly azimuths: Scalars['Float64List']['output'];
  /** The maps as nested JSON lists. Shape [units, rows, columns]: `counts[unit][0]` is the top row. */
  readonly counts: Scalars['CountArray']['output'];
  /** The same as uint32 bytes. */
  readonly data: EncodedArray;
  /** Elevation of each centre in degrees, likewise: `10 * (8 - row) - 30`. Shape [units]. */
  readonly elevations: Scalars['Float64List']['output'];
  /**
   * Where to download the maps, with their axes and the centre and area of each field. Cost of a
   * download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /** Number of those presentations. */
  readonly presentationCount: Scalars['Int']['output'];
  /** The session. */
  readonly session: Session;
  /** [units, rows, columns] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** The stimuli whose presentations were used. */
  readonly stimulusNames: ReadonlyArray<Scalars['String']['output']>;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
  /** Horizontal position of each centre on the screen, in degrees as `xPositions`. Shape [units]. */
  readonly xCentres: Scalars['Float64List']['output'];
  /** Horizontal position of each column in degrees, ascending. Shape [columns]. */
  readonly xPositions: Scalars['Float64List']['output'];
  /** Vertical position of each centre on the screen, in degrees as `yPositions`. Shape [units]. */
  readonly yCentres: Scalars['Float64List']['output'];
  /** Vertical position of each row in degrees, from the top down. Shape [rows]. */
  readonly yPositions: Scalars['Float64List']['output'];
};


/**
 * Receptive fields of units: maps of spike counts over stimulus positions, and the field found in
 * each.
 *
 * Each cell of a map counts the spikes of all presentations at its position, whatever their other
 * parameters. With rule ALLENSDK, these are the spikes in two bins with edges 0, 0.1245 and 0.249 s
 * from the start, closed on both sides, so that a spike on the edge between them is counted twice;
 * with rule CORRECTED, those in the first 0.25 s, both ends included. A unit with fewer than 10 spikes
 * in the first 0.25 s of all presentations together has no receptive field.
 *
 * The receptive field is found as in the AllenSDK (`threshold_rf`): the map is smoothed with a
 * Gaussian (σ of one cell); the field consists of the cells above `max - 0.5 * standard deviation`
 * that are connected to the maximum by shared sides. Widths from Gaussian fits and p-values from
 * unseeded bootstraps are not computed.
 */
export type ReceptiveFieldsHrefArgs = {
  format?: ArrayFormat;
};

/** A file that looks like a recording but is not served. */
export type RefusedFile = {
  readonly __typename?: 'RefusedFile';
  /** The reason as a code for programs: NOT_HDF5, NWB_VERSION_UNSUPPORTED, NO_UNITS, FILE_TRUNCATED, … */
  readonly code: Scalars['String']['output'];
  /** File name without its folder. */
  readonly fileName: Scalars['String']['output'];
  /** What is wrong and what to do about it. */
  readonly message: Scalars['String']['output'];
};

/**
 * How to reduce a window with more samples than `maxPoints`. Its samples are divided into groups of
 * equally many consecutive samples (the last group has the remainder). Missing samples are ignored; a
 * group with nothing else is null.
 */
export type Resample =
  /** One point per group: the mean of its samples, at the mean of their times. */
  | 'MEAN'
  /**
   * Two points per group, which draw an envelope when connected by a line: the minimum at the time of
   * the group's first sample, and the maximum at the time of its last.
   */
  | 'MIN_MAX'
  /** Never reduce: more samples than `maxPoints` are the error TOO_MANY_POINTS. */
  | 'NONE';

/**
 * Metrics of the responses of units to one kind of stimulus, as columns. Shape of each list: [units];
 * an entry is null where the unit does not have the metric. A list is null if the kind of stimulus has
 * no such metric.
 *
 * Definitions: c is the number of spikes of a presentation in `(start, stop]`, w that in
 * `[start, start + trialDuration]`; m and S are the mean and the sum of c over the presentations of a
 * condition. Blank conditions (gratings without a frequency, frame -1) are left out. The preferred
 * condition is the first one, in order of `conditionId`, with the largest m. Angles are in degrees,
 * frequencies in Hz. Masked presentations are not used. Source: AllenSDK,
 * `allensdk.brain_observatory.ecephys.stimulus_analysis`.
 *
 * Not computed: `c50_dg`, `width_rf` and `height_rf`, which are least-squares fits (of a sigmoid and
 * of a Gaussian) that depend on the optimizer and its starting point as much as on the spikes;
 * `p_value_rf`, which comes from random shuffles without a seed; and `on_screen_rf`, which depends on
 * `p_value_rf`. AnalysisMetrics has the published values of all of them.
 */
export type ResponseMetrics = {
  readonly __typename?: 'ResponseMetrics';
  /** See ReceptiveFields.areas. */
  readonly area?: Maybe<Scalars['Float64List']['output']>;
  /** See ReceptiveFields.azimuths. */
  readonly azimuth?: Maybe<Scalars['Float64List']['output']>;
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /** The same with the opposite direction instead of those at 90°. Not in the AllenSDK. */
  readonly dsi?: Maybe<Scalars['Float64List']['output']>;
  /** See ReceptiveFields.elevations. */
  readonly elevation?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Ratio of the first harmonic to the mean at the preferred condition: each presentation's spikes in
   * 1 ms bins, averaged over the cycles of the grating; then the mean over the presentations with
   * spikes.
   */
  readonly f1F0?: Maybe<Scalars['Float64List']['output']>;
  /** Variance (ddof 0) over mean of w at the preferred condition; null if the mean is 0. */
  readonly fano?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Mean rate from the first start to the last stop of each block, in Hz, gaps and blanks included. A
   * block ends where the next presentation starts more than `2 * trialDuration` after the start of
   * this one.
   */
  readonly firingRate?: Maybe<Scalars['Float64List']['output']>;
  /** Global direction selectivity `|Σ m e^{iθ}| / Σ m` over the same conditions. */
  readonly gDsi?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Global orientation selectivity `|Σ m e^{2iθ}| / Σ m`, over the conditions at `prefTf` (drifting
   * gratings), or at `prefSf` and `prefPhase` (static gratings). Null if the unit did not respond to
   * these, or if not every orientation was shown there.
   */
  readonly gOsi?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Where to download all metrics as a table: one row per unit, and one column per metric, under its
   * name in `names`. Cost of a download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /**
   * Selectivity for images: `1 - 2 mean_j(mean_i[m_i > t_j])`, with 1000 thresholds from the smallest
   * to the largest m; 0 if these are equal.
   */
  readonly imageSelectivity?: Maybe<Scalars['Float64List']['output']>;
  /**
   * `(1 - (ΣS)² / (N ΣS²)) / (1 - 1/N)` over the N conditions that are not blank; null if N is 1 or
   * the unit never fires.
   */
  readonly lifetimeSparseness?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Depth of modulation at the preferred condition: `|P(f) - mean P| / sqrt(mean P² - (mean P)²)`,
   * where P is the power spectrum (Welch; 1024 samples, Hann, half overlap) of the mean response in 1
   * ms bins, and f its first frequency that is not below the grating's. With rule ALLENSDK, 0 for a
   * silent unit.
   */
  readonly modIdx?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Names of all metrics of this kind of stimulus, as in the AllenSDK's tables (`g_osi_dg`); metrics
   * that the AllenSDK lacks are named in its style (`osi_dg`).
   */
  readonly names: ReadonlyArray<Scalars['String']['output']>;
  /** Mean m of bright flashes over that of dark ones; null if the latter is 0, or either is missing. */
  readonly onOffRatio?: Maybe<Scalars['Float64List']['output']>;
  /**
   * `(R - R⊥) / (R + R⊥)` over the same conditions, where R is the largest m and R⊥ the mean of those
   * at 90° to it. Not in the AllenSDK.
   */
  readonly osi?: Maybe<Scalars['Float64List']['output']>;
  /** Preferred direction of moving dots, as `prefOri`. */
  readonly prefDir?: Maybe<Scalars['Float64List']['output']>;
  /** The preferred image of natural scenes, by its number (`frame`). Not in the AllenSDK. */
  readonly prefFrame?: Maybe<Scalars['Float64List']['output']>;
  /**
   * The preferred condition of natural scenes, by its `conditionId`. The AllenSDK calls this the
   * preferred image; `prefFrame` is its number.
   */
  readonly prefImage?: Maybe<Scalars['Float64List']['output']>;
  /** 1 if several images share the largest mean, otherwise 0. */
  readonly prefImagesMulti?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Preferred direction or orientation (gratings): the value with the largest mean of m over the
   * conditions that have it, all weighted equally; in a tie, the smallest value.
   */
  readonly prefOri?: Maybe<Scalars['Float64List']['output']>;
  /** 1 if several orientations share the largest mean, otherwise 0. */
  readonly prefOriMulti?: Maybe<Scalars['Float64List']['output']>;
  /** Preferred phase (static gratings), as `prefOri`. */
  readonly prefPhase?: Maybe<Scalars['Float64List']['output']>;
  /** 1 if several phases share the largest mean, otherwise 0. */
  readonly prefPhaseMulti?: Maybe<Scalars['Float64List']['output']>;
  /** Preferred spatial frequency (static gratings), in cycles per degree, as `prefOri`. */
  readonly prefSf?: Maybe<Scalars['Float64List']['output']>;
  /** 1 if several spatial frequencies share the largest mean, otherwise 0. */
  readonly prefSfMulti?: Maybe<Scalars['Float64List']['output']>;
  /** Preferred speed of moving dots, as `prefOri`. */
  readonly prefSpeed?: Maybe<Scalars['Float64List']['output']>;
  /** Preferred temporal frequency (drifting gratings), as `prefOri`. */
  readonly prefTf?: Maybe<Scalars['Float64List']['output']>;
  /** 1 if several temporal frequencies share the largest mean, otherwise 0. */
  readonly prefTfMulti?: Maybe<Scalars['Float64List']['output']>;
  /** The preferred condition of each unit; null if there is none. Shape [units]. */
  readonly preferredConditions: ReadonlyArray<Maybe<StimulusCondition>>;
  /** Number of those presentations. */
  readonly presentationCount: Scalars['Int']['output'];
  /**
   * Modulation by running at the preferred condition: `(r - s) / r` if r > s, else `-(s - r) / s`,
   * where r and s are the mean w of presentations with a mean running speed of at least 1 cm/s and
   * below it. The speed is the mean of the samples with `start <= sample start < stop`. Null if there
   * are fewer than two presentations of either kind, if r and s are both 0, or if the file has no
   * running speed.
   */
  readonly runMod?: Maybe<Scalars['Float64List']['output']>;
  /** Two-sided p-value of Welch's t-test between these two groups. */
  readonly runPval?: Maybe<Scalars['Float64List']['output']>;
  /** The session. */
  readonly session: Session;
  /** The stimuli whose presentations were used. */
  readonly stimulusNames: ReadonlyArray<Scalars['String']['output']>;
  /** Mean divided by maximum of the mean response to the preferred flash, in 1 ms bins. */
  readonly sustainedIdx?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Centre of the largest 1 ms bin of the mean response to the preferred condition (the first, if
   * several are equal), in seconds. The last millisecond of a trial is missing, and bins are closed on
   * both sides, as in the AllenSDK.
   */
  readonly timeToPeak?: Maybe<Scalars['Float64List']['output']>;
  /** Duration of a trial, in seconds from the start of a presentation. */
  readonly trialDuration: Scalars['Float']['output'];
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
  /**
   * The metrics as JSON, one row per metric, each with one number per unit. Flags are 1 and 0. Shape
   * [metrics, units].
   */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Metrics of the responses of units to one kind of stimulus, as columns. Shape of each list: [units];
 * an entry is null where the unit does not have the metric. A list is null if the kind of stimulus has
 * no such metric.
 *
 * Definitions: c is the number of spikes of a presentation in `(start, stop]`, w that in
 * `[start, start + trialDuration]`; m and S are the mean and the sum of c over the presentations of a
 * condition. Blank conditions (gratings without a frequency, frame -1) are left out. The preferred
 * condition is the first one, in order of `conditionId`, with the largest m. Angles are in degrees,
 * frequencies in Hz. Masked presentations are not used. Source: AllenSDK,
 * `allensdk.brain_observatory.ecephys.stimulus_analysis`.
 *
 * Not computed: `c50_dg`, `width_rf` and `height_rf`, which are least-squares fits (of a sigmoid and
 * of a Gaussian) that depend on the optimizer and its starting point as much as on the spikes;
 * `p_value_rf`, which comes from random shuffles without a seed; and `on_screen_rf`, which depends on
 * `p_value_rf`. AnalysisMetrics has the published values of all of them.
 */
export type ResponseMetricsDataArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * Metrics of the responses of units to one kind of stimulus, as columns. Shape of each list: [units];
 * an entry is null where the unit does not have the metric. A list is null if the kind of stimulus has
 * no such metric.
 *
 * Definitions: c is the number of spikes of a presentation in `(start, stop]`, w that in
 * `[start, start + trialDuration]`; m and S are the mean and the sum of c over the presentations of a
 * condition. Blank conditions (gratings without a frequency, frame -1) are left out. The preferred
 * condition is the first one, in order of `conditionId`, with the largest m. Angles are in degrees,
 * frequencies in Hz. Masked presentations are not used. Source: AllenSDK,
 * `allensdk.brain_observatory.ecephys.stimulus_analysis`.
 *
 * Not computed: `c50_dg`, `width_rf` and `height_rf`, which are least-squares fits (of a sigmoid and
 * of a Gaussian) that depend on the optimizer and its starting point as much as on the spikes;
 * `p_value_rf`, which comes from random shuffles without a seed; and `on_screen_rf`, which depends on
 * `p_value_rf`. AnalysisMetrics has the published values of all of them.
 */
export type ResponseMetricsHrefArgs = {
  format?: TableFormat;
};


/**
 * Metrics of the responses of units to one kind of stimulus, as columns. Shape of each list: [units];
 * an entry is null where the unit does not have the metric. A list is null if the kind of stimulus has
 * no such metric.
 *
 * Definitions: c is the number of spikes of a presentation in `(start, stop]`, w that in
 * `[start, start + trialDuration]`; m and S are the mean and the sum of c over the presentations of a
 * condition. Blank conditions (gratings without a frequency, frame -1) are left out. The preferred
 * condition is the first one, in order of `conditionId`, with the largest m. Angles are in degrees,
 * frequencies in Hz. Masked presentations are not used. Source: AllenSDK,
 * `allensdk.brain_observatory.ecephys.stimulus_analysis`.
 *
 * Not computed: `c50_dg`, `width_rf` and `height_rf`, which are least-squares fits (of a sigmoid and
 * of a Gaussian) that depend on the optimizer and its starting point as much as on the spikes;
 * `p_value_rf`, which comes from random shuffles without a seed; and `on_screen_rf`, which depends on
 * `p_value_rf`. AnalysisMetrics has the published values of all of them.
 */
export type ResponseMetricsValuesArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Peaks of a group's mean, as columns. Shape of each: [units]. */
export type ResponsePeaks = {
  readonly __typename?: 'ResponsePeaks';
  /**
   * Centre of the first bin of the window whose mean reaches baseline + (peak - baseline) / 2, in
   * seconds from the moment; null if the peak is 0 or below the baseline, or the baseline has no bin
   * with a mean.
   */
  readonly halfRiseTimes: Scalars['Float64List']['output'];
  /**
   * Where to download these columns as arrays, of shape [units], or [groups, units] of all groups. Cost
   * of a download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /** The largest mean in the window; null if no bin of it has a mean. */
  readonly peaks: Scalars['Float64List']['output'];
  /** Centre of the first bin that has it, in seconds from the moment; null if the peak is 0. */
  readonly timesToPeak: Scalars['Float64List']['output'];
};


/** Peaks of a group's mean, as columns. Shape of each: [units]. */
export type ResponsePeaksHrefArgs = {
  allGroups?: Scalars['Boolean']['input'];
  format?: ArrayFormat;
};

/** Kinds of stimuli that have response metrics, with the AllenSDK's stimulus names and trials. */
export type ResponseStimulus =
  /** `dot_motion` or `motion_stimulus`; trials of 1 s. */
  | 'DOT_MOTION'
  /** `drifting_gratings` or `drifting_gratings_75_repeats`; trials of 2 s. */
  | 'DRIFTING_GRATINGS'
  /** Names that begin with `flash`; trials of 0.25 s. */
  | 'FLASHES'
  /**
   * Natural movies. The stimulus names that the AllenSDK expects do not occur in the public files, and
   * it defines no trial duration: pass `stimulusNames` and `trialDuration`.
   */
  | 'NATURAL_MOVIES'
  /** `natural_scenes`; trials of 0.25 s. */
  | 'NATURAL_SCENES'
  /** Names that begin with `gabor` or `receptive_field_mapping`; trials of 0.25 s. */
  | 'RECEPTIVE_FIELD_MAPPING'
  /** `static_gratings`; trials of 0.25 s. */
  | 'STATIC_GRATINGS';

/**
 * Positions of the monitor, camera and infrared light around the animal: `rig_geometry_data` and
 * `rig_equipment_name` of the AllenSDK. What the file does not give is null.
 */
export type Rig = {
  readonly __typename?: 'Rig';
  /** Position of the eye camera, in mm. */
  readonly cameraPosition?: Maybe<Vector>;
  /** Rotation of the eye camera, in degrees. */
  readonly cameraRotation?: Maybe<Vector>;
  /** Name of the rig: `NP.1`. */
  readonly equipmentName?: Maybe<Scalars['String']['output']>;
  /** Position of the infrared light, in mm. */
  readonly ledPosition?: Maybe<Vector>;
  /** Position of the monitor, in mm. */
  readonly monitorPosition?: Maybe<Vector>;
  /** Rotation of the monitor, in degrees. */
  readonly monitorRotation?: Maybe<Vector>;
};

/**
 * Running speed of the animal: the wheel's rotation between two stimulus frames, as in the AllenSDK's
 * `running_speed`.
 */
export type RunningSpeed = {
  readonly __typename?: 'RunningSpeed';
  /** startTimes, endTimes and velocity as float64 bytes. Shape [points, 3]. */
  readonly data: EncodedArray;
  /**
   * End of each sample, or of the last of its group, in seconds. Shape [points]; null if the file does
   * not give it.
   */
  readonly endTimes?: Maybe<Scalars['Float64List']['output']>;
  /**
   * Where to download the samples as a file, one row per point: see BinnedActivity.href. Cost of a
   * download: as for all columns.
   */
  readonly href: Scalars['String']['output'];
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** Start of each sample, or of the first of its group, in seconds. Shape [points]. */
  readonly startTimes: Scalars['Float64List']['output'];
  /** Running speed in cm/s; negative when running backwards. Shape [points]. */
  readonly velocity: Scalars['Float64List']['output'];
};


/**
 * Running speed of the animal: the wheel's rotation between two stimulus frames, as in the AllenSDK's
 * `running_speed`.
 */
export type RunningSpeedHrefArgs = {
  format?: TableFormat;
};

/** How to find the sample of a signal that a spike belongs to. */
export type SampleLookup =
  /**
   * The nearest sample, however far away; the later one of two equally near. The time spent in a bin
   * is its number of samples times the median time from one sample to the next. This is how pynapple
   * computes the tuning curves of a signal without gaps.
   */
  | 'NEAREST'
  /**
   * The last sample that began at or before the spike, if it has not ended by then:
   * `start <= time < end`. If the file does not give the end of a sample, it ends where the next one
   * begins, but at most `maxGap` after its own start; the last one then has no duration. The time
   * spent in a bin is the sum of the durations of its samples.
   */
  | 'PREVIOUS';

/** How the samples in a bin are combined. Missing samples are ignored. */
export type SampleStatistic =
  /** The number of samples that are not missing. */
  | 'COUNT'
  /** The largest; null if there are none. */
  | 'MAX'
  /** Their mean; null if there are none. */
  | 'MEAN'
  /** Their median; null if there are none. */
  | 'MEDIAN'
  /** The smallest; null if there are none. */
  | 'MIN'
  /** With n - 1 in the denominator (`ddof=1`); null if there are fewer than two. */
  | 'STANDARD_DEVIATION';

/**
 * Gaze position on the screen, as in the AllenSDK's
 * `get_screen_gaze_data(include_filtered_data=True)`.
 */
export type ScreenGaze = {
  readonly __typename?: 'ScreenGaze';
  /** Without frames in which the fits were poor or the eye was closed; null if it is not in the file. */
  readonly filtered?: Maybe<GazeMapping>;
  /** As computed. */
  readonly raw?: Maybe<GazeMapping>;
};

/** A folder or file that is served. */
export type ServedPlace = {
  readonly __typename?: 'ServedPlace';
  /** Number of recordings found in it. */
  readonly fileCount: Scalars['Int']['output'];
  /** Its name without the folders that contain it. */
  readonly name: Scalars['String']['output'];
  /** Number of those that have been read, whether they are served or refused. */
  readonly readCount: Scalars['Int']['output'];
  /** Progress of its first scan. */
  readonly state: PlaceState;
};

/** This server. */
export type ServerInfo = {
  readonly __typename?: 'ServerInfo';
  /** Maximum number of bins per matrix. */
  readonly maxBins: Scalars['Int']['output'];
  /** Maximum number of cells (bins x units, over all windows) per request. */
  readonly maxCells: Scalars['Float']['output'];
  /** Maximum nesting depth of a query. */
  readonly maxDepth: Scalars['Int']['output'];
  /**
   * Maximum number of coincidences of spikes, and of products of counts, per request (see
   * Session.correlograms): 40 per cell of `maxCells`.
   */
  readonly maxOperations: Scalars['Float']['output'];
  /**
   * Maximum number of values in all lists of a response: entries, times the fields requested of each.
   * Spike counts are not included.
   */
  readonly maxValues: Scalars['Int']['output'];
  /** Version of SpikeQL. */
  readonly version: Scalars['String']['output'];
};

/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type Session = Node & {
  readonly __typename?: 'Session';
  /**
   * Spikes around the starts of presentations, in the same bins around each: the AllenSDK's
   * `presentationwise_spike_counts`, and the PSTH. Pass `before`, `after` and `binSize`, or `edges`.
   * Everything that a request needs from one session is read in one pass, each unit once.
   * Presentations may overlap, and windows may extend beyond them; each presentation is counted
   * independently.
   */
  readonly alignedActivity: AlignedActivity;
  /**
   * Brain areas. Without `acronyms`: every area that contains a valid channel or a stored unit, in
   * channel order. With it: these areas, in the order given. An atlas area that the session did not
   * record has no channels and no units; a name that neither the session nor the atlas knows gives the
   * error AREA_NOT_FOUND, which lists the known ones. Cost: without a unit filter, the counts come
   * from the list of sessions and no file is opened.
   */
  readonly areas: ReadonlyArray<Area>;
  /**
   * Whether the session's file is here. For an absent session, the tables of an AllenSDK cache give
   * the subject, probes, channels, areas, units and their metrics. Requesting anything else gives the
   * error SESSION_NOT_AVAILABLE, which says where to put the file.
   */
  readonly available: Scalars['Boolean']['output'];
  /**
   * Spikes counted in bins over any window of the session: one matrix per area, in the order
   * requested. All matrices of one session in a request are computed in one pass over its spikes.
   * Cost: cells = bins x units, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /**
   * Number of channels in the file, valid or not: `channel_count` in the AllenSDK's
   * `get_session_table()`. Null if the file is absent and channels.csv or probes.csv is missing.
   */
  readonly channelCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Runs of consecutive channels in one brain area, as in the AllenSDK's
   * `channel_structure_intervals`. Channels outside the brain also form runs.
   */
  readonly channelStructureIntervals: ReadonlyArray<ChannelStructureInterval>;
  /** The channels, in file order. */
  readonly channels: ChannelConnection;
  /**
   * Cross- and autocorrelograms: the number of spikes of a target at each lag from the spikes of a
   * reference, over the whole session, or over pairs of spikes within the same interval or epoch.
   *
   * Cost: one operation per coincidence (a pair of spikes within the range of lags), as many as there
   * would be if all units fired at constant rates; and one cell per value and per spike, except with
   * `pairs: AUTO`, where no spikes are held. A request for more than ServerInfo.maxOperations is
   * refused with TOO_MANY_OPERATIONS before anything is read.
   */
  readonly correlograms: Correlograms;
  /**
   * Spike counts of areas around the starts of epochs, all in one file: what `spikeql export dataset`
   * writes, with the same defaults: the six visual areas, all epochs except spontaneous activity and
   * masked presentations, from 10 s before to 90 s after each start, in bins of 100 ms. If no epoch
   * passes the filter, it fails with EPOCH_NOT_FOUND.
   */
  readonly dataset: Dataset;
  /** Description of the session in the file. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Spikes around events of any kind, in the same bins around each: moments given in the query,
   * columns of tables of intervals, samples of a time series such as licks or rewards, light pulses,
   * or the onsets of running. Pass `before`, `after` and `binSize`, or `edges`. The events keep the
   * order of their source; they may coincide, and each is counted independently. An event without a
   * time, or with one that is not finite, is left out; `sourceIndexes` identifies those that remain.
   * Cost: as for `alignedActivity`, and one cell per sample of any time series that is read.
   */
  readonly eventActivity: EventActivity;
  /** The experimenters, in file order. */
  readonly experimenters: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Pupil, eye and corneal reflection. Null if the file has none. Cost: one cell per sample and column
   * read, charged to the request's budget before reading.
   */
  readonly eyeTracking?: Maybe<EyeTracking>;
  /** File name without its folder; for an absent file, the name that it would have. */
  readonly fileName: Scalars['String']['output'];
  /**
   * An object of the session's file by its path: a group, a dataset, a type that stands by itself, or a
   * link, as HDF5 stores it. A path that leads nowhere gives the error INVALID_ARGUMENT, and one through
   * a link to another file EXTERNAL_DATA_REFUSED. An object that cannot be read is an error of its own
   * (FILE_DAMAGED, UNSUPPORTED_LAYOUT, …); the others are served. LFP files of probes are not part of
   * it. Cost: one header per object; groups list all their names once per version of the file.
   */
  readonly fileObject?: Maybe<FileObject>;
  /**
   * File size in bytes (a Float, since GraphQL's Int ends at 2 GiB). Null if the file is absent, or if
   * it is read over the network from a place that does not list sizes.
   */
  readonly fileSize?: Maybe<Scalars['Float']['output']>;
  /**
   * The id that `session(id:)` takes. It is globally unique, so `node(id:)` takes it too. It is the
   * identifier in the NWB file, or the file name without its extension if the file has no identifier,
   * or one that looks like the `id` of another type or is too long for an address (more than 900
   * characters as part of a URL).
   *
   * If files with different content share an identifier, one of them keeps it and each other one
   * becomes `<identifier>~<version>`, where the version is that of its content, as in its addresses;
   * `warnings` reports this on all of them. A file that already has the id when another appears keeps
   * it while the server runs. Of files found at the same time, the one written first has it, by its
   * `file_create_date`, then by its time on disk. `session(id:)` takes `<identifier>~<version>` for
   * every file, on every server.
   */
  readonly id: Scalars['ID']['output'];
  /** Institution where it was recorded. */
  readonly institution?: Maybe<Scalars['String']['output']>;
  /**
   * Gaps between each presentation of the session and the next. With `stimulusNames`, only gaps
   * between two presentations that are both of these stimuli.
   */
  readonly interPresentationIntervals: InterPresentationIntervals;
  /**
   * Spike counts and rates within intervals such as epochs, states or trials. Cost: one cell per
   * interval and unit.
   */
  readonly intervalActivity: IntervalActivity;
  /**
   * Every table in the file's `/intervals`, in order of name: trials, epochs, stimuli, invalid times
   * and whatever else a laboratory stores. A group that is not a table is omitted, with a warning.
   * Cost: the tables' columns are listed once per version of the file; rows are read when they are
   * requested.
   */
  readonly intervalTables: ReadonlyArray<IntervalTable>;
  /**
   * Times that the file marks as invalid, in file order. They never remove spikes. An entry without a
   * start or stop is omitted, with a warning.
   */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /** Laboratory where it was recorded. */
  readonly lab?: Maybe<Scalars['String']['output']>;
  /**
   * Address of a file that is read over the network, such as `s3://bucket/session_1.nwb`; it never
   * contains secrets. Null for files on the server's own disks, whose paths are not shown.
   *
   * Such sessions are listed without opening their files. Whatever the listing does not give is null
   * until the session is opened, which happens when it is first requested by its id, or by
   * `spikeql index`; from then on it is kept.
   */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Version of the NWB format. Null if the file is absent. */
  readonly nwbVersion?: Maybe<Scalars['String']['output']>;
  /**
   * Optogenetic light pulses, in file order. Null if the file has no table of them. A pulse without a
   * start is omitted, with a warning.
   */
  readonly optogeneticStimulationEpochs?: Maybe<ReadonlyArray<OptogeneticEpoch>>;
  /**
   * Number of units that pass the AllenSDK's filter: `unit_count` in its `get_session_table()`,
   * `num_units` of its sessions. If the file is absent: the number according to units.csv, which does
   * not give the validity of channels; null as for `unitCount`.
   */
  readonly passingUnitCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Spikes within presentations: each presentation is one bin from its own start to its own stop,
   * `start < time <= stop`: the AllenSDK's `presentationwise_spike_times` and
   * `conditionwise_spike_statistics`. Rates are divided by each presentation's own duration.
   */
  readonly presentationActivity: AlignedActivity;
  /** Number of probes (electrode groups). Null if the file is absent and probes.csv is missing. */
  readonly probeCount?: Maybe<Scalars['Int']['output']>;
  /** The probes, in order of name. */
  readonly probes: ReadonlyArray<Probe>;
  /** What the tables of an AllenSDK cache add about the session. Null if no table here lists it. */
  readonly published?: Maybe<PublishedSession>;
  /**
   * Raw signals of the running wheel. Null if the file has none. Cost: one cell per sample and column
   * read, charged to the request's budget before reading.
   */
  readonly rawRunning?: Maybe<RawRunning>;
  /**
   * Receptive fields mapped by small stimuli (gabors) at different positions on the screen, as in the
   * AllenSDK's `ReceptiveFieldMapping`. A session without such a stimulus gives the error
   * EPOCH_NOT_FOUND; one whose file lacks the positions, INVALID_ARGUMENT. Cost: one cell per
   * presentation and unit, and one per cell of the maps, charged to the request's budget; each unit is
   * read once.
   */
  readonly receptiveFields: ReceptiveFields;
  /**
   * Acronyms of the recorded areas, in channel order: those that contain a valid channel, or a unit
   * whose location does not come from a channel. These are `ecephys_structure_acronyms` of the
   * AllenSDK's `get_session_table()`, without its NaN for channels outside the brain. Null if the file
   * is absent and channels.csv or probes.csv is missing.
   */
  readonly recordedAreas?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * From the first to the last moment recorded, over the spikes of all units, the epochs and
   * `obs_intervals`. Null if there are none. Cost: two reads per unit.
   */
  readonly recordedSpan?: Maybe<TimeSpan>;
  /**
   * Metrics of the responses of units to one kind of stimulus, computed from the spikes by the
   * definitions of the AllenSDK's `ecephys.stimulus_analysis`. `Unit.analysisMetrics` has those that
   * the Allen Institute published; these are available for every session, and also for units that it
   * did not analyse. A session without such a stimulus gives the error EPOCH_NOT_FOUND. Cost: one cell
   * per presentation and unit, charged to the request's budget; each unit is read once.
   */
  readonly responseMetrics: ResponseMetrics;
  /** Positions of the monitor, camera and light. Null if the file does not give them. */
  readonly rig?: Maybe<Rig>;
  /**
   * Running speed of the animal. Null if the file has none. Cost: one cell per sample and column read,
   * charged to the request's budget before reading.
   */
  readonly runningSpeed?: Maybe<RunningSpeed>;
  /**
   * Gaze position on the screen. Null if the file has none. Cost: one cell per sample and column read,
   * charged to the request's budget before reading.
   */
  readonly screenGaze?: Maybe<ScreenGaze>;
  /** Session type of the AllenSDK (`stimulus_notes` in the file), such as `brain_observatory_1.1`. */
  readonly sessionType?: Maybe<Scalars['String']['output']>;
  /**
   * Tuning of units to one or two signals, such as running speed, pupil size or position: the rate of
   * each unit while the signals are within each bin. Cost: one cell per sample and column read, and
   * four per unit and bin.
   */
  readonly signalTuning: SignalTuning;
  /**
   * Where to download the spike times of units: see BinnedActivity.href. pynapple's `load_file` reads
   * the NPZ format as a TsGroup: `t` (the times in seconds, ascending) and `index` (the unit of each)
   * of shape [spikes]; `keys` (the unit ids), `area` and `probe` of shape [units]; `start` and `end`.
   * The other formats have one row per spike, unit by unit. Cost of a download: two cells per spike of
   * these units, whether or not it lies in the window.
   */
  readonly spikeTimesHref: Scalars['String']['output'];
  /**
   * Statistics of spike trains: counts and rates, interspike intervals and their variability,
   * violations of the refractory period, presence ratio, Fano factor. They are over the whole session,
   * or over some intervals or epochs, pooled or one by one.
   */
  readonly spikeTrainStatistics: SpikeTrainStatistics;
  /**
   * The moment at second 0 of the session's clock, which all times refer to: the file's
   * `timestamps_reference_time` or, without one, its `session_start_time`. ISO 8601 with time zone, as
   * written in the file; null, with a warning, if it is not written as a text.
   */
  readonly startTime?: Maybe<Scalars['String']['output']>;
  /** One condition by its `conditionId`. An unknown id gives the error CONDITION_NOT_FOUND. */
  readonly stimulusCondition?: Maybe<StimulusCondition>;
  /**
   * The distinct combinations of stimulus and parameters shown, in order of `conditionId`. Cost: all
   * parameters in the file are read, once.
   */
  readonly stimulusConditions: ReadonlyArray<StimulusCondition>;
  /** One epoch by its `index`. An unknown index gives the error EPOCH_NOT_FOUND. */
  readonly stimulusEpoch?: Maybe<StimulusEpoch>;
  /**
   * Stimulus epochs: runs of consecutive presentations of one stimulus block, in order of time, as in
   * the AllenSDK's `get_stimulus_epochs()`. A presentation that overlaps or touches an invalid time
   * tagged `stimulus` is renamed `invalid_presentation`, so such a time splits a block into two
   * epochs. Consecutive masked presentations are one epoch, even if their stimuli differ.
   *
   * Files from other laboratories have no stimulus blocks: each table of intervals is one epoch,
   * except that each row of NWB's own `epochs` table is an epoch. Rows without a start are omitted,
   * with a warning (ROWS_LEFT_OUT). If the starts in a table are not one number per row, none of its
   * rows can be placed in time; every request for epochs or presentations then fails with
   * UNSUPPORTED_LAYOUT or INDEX_INVALID.
   */
  readonly stimulusEpochs: ReadonlyArray<StimulusEpoch>;
  /**
   * Names of the stimuli shown, each once, in order of first appearance. Presentations masked by an
   * invalid time appear as `invalid_presentation`.
   */
  readonly stimulusNames: ReadonlyArray<Scalars['String']['output']>;
  /**
   * The values that each parameter takes in a set of presentations, without missing values, in order
   * of parameter name. Parameters that have no value in them are omitted.
   */
  readonly stimulusParameterValues: ReadonlyArray<StimulusParameterValues>;
  /** One presentation by its `presentationId`. An unknown id gives the error PRESENTATION_NOT_FOUND. */
  readonly stimulusPresentation?: Maybe<StimulusPresentation>;
  /**
   * Stimulus presentations in order of start time: the rows of all tables of intervals except those
   * without a start, which `warnings` lists. The AllenSDK sorts those last, so all others have the
   * same `presentationId`s as there. Cost: the times of all presentations are read once; parameters,
   * if requested, are read only for the rows of the page.
   */
  readonly stimulusPresentations: StimulusPresentationConnection;
  /**
   * Where to download the presentations that match as a table, one row per presentation in order of
   * start time, with every parameter as a column: see BinnedActivity.href. Cost of a download: one
   * cell per row and column.
   */
  readonly stimulusPresentationsHref: Scalars['String']['output'];
  /** The animal or person recorded from. */
  readonly subject?: Maybe<Subject>;
  /**
   * The NWB TimeSeries in the file (acquisition, analysis, processing, scratch, stimulus), in order of
   * path, at any depth and from any laboratory. Listed are those whose samples are numbers: one number
   * or one row of numbers per sample. Those of AllenSDK files also have their own fields above. Cost:
   * all groups in these folders are scanned once per version of the file, which takes about a second
   * for five thousand series.
   */
  readonly timeSeries: ReadonlyArray<TimeSeries>;
  /** One unit, whether or not it passes any filter. An unknown id gives the error UNIT_NOT_FOUND. */
  readonly unit?: Maybe<Unit>;
  /**
   * The columns of the units table that have one value, or a list of up to 64 values, per unit, in
   * order of name: a laboratory's own, such as `cell_type` or `depth`, and those that also have fields
   * here, such as `quality`. A column that cannot be read, or has longer lists, is omitted, with a
   * warning. Columns that refer to other tables are served as `Unit.channel` and `Unit.probe`. For an
   * absent session, these are the columns in the tables of an AllenSDK cache. Cost: none beyond the
   * list itself.
   */
  readonly unitColumns: ReadonlyArray<UnitColumn>;
  /**
   * Number of units in the file, before any filter. If the file is absent: the number of units in
   * units.csv, which has none of quality `noise`; null if that table, or one that links it to the
   * session, is missing.
   */
  readonly unitCount?: Maybe<Scalars['Int']['output']>;
  /**
   * How many units each condition of a filter that is switched on excludes by itself, and which
   * conditions do not apply to this file. Conditions on areas, ids, probes, `snrMin`, `firingRateMin`,
   * `metrics` and `columns` are not listed.
   */
  readonly unitFilterEffects: ReadonlyArray<UnitFilterEffect>;
  /**
   * Sorted units that pass the filter, in the AllenSDK's order: by probe name, then by the vertical
   * and then the horizontal position of the peak channel; ties in file order.
   */
  readonly units: UnitConnection;
  /**
   * Where to download the units that match as a table, one row per unit in the AllenSDK's order, with
   * their positions and quality metrics: see BinnedActivity.href. Cost of a download: one cell per row
   * and column.
   */
  readonly unitsHref: Scalars['String']['output'];
  /**
   * Number of channels that the file marks as valid: `num_channels` of the AllenSDK's sessions. Null
   * if the file does not mark them, or is absent.
   */
  readonly validChannelCount?: Maybe<Scalars['Int']['output']>;
  /**
   * What the file contains but the responses omit, and anything that makes the session doubtful, each
   * with a remedy: first what concerns the session as a whole, then in order of path. Empty if all is
   * well, or if the file is absent. Cost: everything that can cause a warning is read once per version
   * of the file: the tables, all presentations with their parameters, and the list of time series.
   */
  readonly warnings: ReadonlyArray<SessionWarning>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionAlignedActivityArgs = {
  after: InputMaybe<Scalars['Float']['input']>;
  at: InputMaybe<Scalars['String']['input']>;
  atFrom?: TimeOrigin;
  before: InputMaybe<Scalars['Float']['input']>;
  binSize: InputMaybe<Scalars['Float']['input']>;
  edgeRule?: EdgeRule;
  edges: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  presentations?: PresentationFilter;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionAreasArgs = {
  acronyms: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionBinnedActivityArgs = {
  areas: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  binSize?: Scalars['Float']['input'];
  start: Scalars['Float']['input'];
  stop: Scalars['Float']['input'];
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionChannelStructureIntervalsArgs = {
  channelIds: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionChannelsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<ChannelFilter>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionCorrelogramsArgs = {
  binSize?: Scalars['Float']['input'];
  epochs: InputMaybe<EpochFilter>;
  lagCount?: Scalars['Int']['input'];
  pairs?: CorrelogramPairs;
  selfPairs?: Scalars['Boolean']['input'];
  targets: InputMaybe<UnitFilter>;
  units?: UnitFilter;
  within: InputMaybe<ReadonlyArray<TimeSpanInput>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionDatasetArgs = {
  after?: InputMaybe<Scalars['Float']['input']>;
  areas: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  before?: Scalars['Float']['input'];
  binSize?: Scalars['Float']['input'];
  epochs?: EpochFilter;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionEventActivityArgs = {
  after: InputMaybe<Scalars['Float']['input']>;
  before: InputMaybe<Scalars['Float']['input']>;
  binSize: InputMaybe<Scalars['Float']['input']>;
  edgeRule?: EdgeRule;
  edges: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  events: EventSource;
  units?: UnitFilter;
  where?: EventFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionEyeTrackingArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionFileObjectArgs = {
  path?: Scalars['String']['input'];
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionInterPresentationIntervalsArgs = {
  stimulusNames: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionIntervalActivityArgs = {
  intervals: ReadonlyArray<TimeSpanInput>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionIntervalTablesArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionPresentationActivityArgs = {
  presentations?: PresentationFilter;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionRawRunningArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionReceptiveFieldsArgs = {
  rule?: MetricRule;
  stimulusNames: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionResponseMetricsArgs = {
  rule?: MetricRule;
  stimulus: ResponseStimulus;
  stimulusNames: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  trialDuration: InputMaybe<Scalars['Float']['input']>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionRunningSpeedArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionScreenGazeArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionSignalTuningArgs = {
  axes: ReadonlyArray<SignalAxis>;
  lookup?: SampleLookup;
  maxGap: InputMaybe<Scalars['Float']['input']>;
  minOccupancy?: Scalars['Float']['input'];
  units?: UnitFilter;
  within: InputMaybe<ReadonlyArray<TimeSpanInput>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionSpikeTimesHrefArgs = {
  format?: TableFormat;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
  units?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionSpikeTrainStatisticsArgs = {
  epochs: InputMaybe<EpochFilter>;
  perInterval?: Scalars['Boolean']['input'];
  units?: UnitFilter;
  within: InputMaybe<ReadonlyArray<TimeSpanInput>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusConditionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusConditionsArgs = {
  stimulusNames: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusEpochArgs = {
  index: Scalars['Int']['input'];
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusEpochsArgs = {
  where: InputMaybe<EpochFilter>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusParameterValuesArgs = {
  detailed?: Scalars['Boolean']['input'];
  where: InputMaybe<PresentationFilter>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusPresentationArgs = {
  id: Scalars['ID']['input'];
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusPresentationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<PresentationFilter>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionStimulusPresentationsHrefArgs = {
  format?: TableFormat;
  where?: PresentationFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionTimeSeriesArgs = {
  paths: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionUnitArgs = {
  id: Scalars['ID']['input'];
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionUnitColumnsArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionUnitFilterEffectsArgs = {
  where?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<UnitOrder>>;
  where?: UnitFilter;
};


/**
 * One recording session: one NWB file or, if only the tables of an AllenSDK cache know the session,
 * what these tables give.
 *
 * If both are available and disagree, the file wins: a unit's area, metrics and validity are the same
 * in every field and every filter. Only the coordinates of channels are taken from the tables, as in
 * the AllenSDK (see Channel). Anything else that the tables add has its own fields.
 */
export type SessionUnitsHrefArgs = {
  format?: TableFormat;
  where?: UnitFilter;
};

/** A page of sessions. */
export type SessionConnection = {
  readonly __typename?: 'SessionConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** The sessions of this page, in order. */
  readonly nodes: ReadonlyArray<Session>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many sessions match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A session and its cursor. */
export type SessionEdge = {
  readonly __typename?: 'SessionEdge';
  /** Pass it as `after` to continue after this session. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** Conditions on sessions, all of which must hold. */
export type SessionFilter = {
  /** Only sessions of animals of at most this age, in days; an unknown age does not pass. */
  readonly ageInDaysMax?: InputMaybe<Scalars['Float']['input']>;
  /** Only sessions of animals of at least this age, in days; an unknown age does not pass. */
  readonly ageInDaysMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only sessions that recorded ALL of these areas. An area was recorded if at least one valid channel
   * lies there, or a unit whose location does not come from a channel, whether or not any unit passes
   * the filter. Atlas acronyms (`VISp`) or the short names used in the papers (`V1`).
   */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions whose file is here (true) or is absent (false). */
  readonly available?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only sessions of animals with one of these full genotypes, as listed by `genotypes`. */
  readonly genotypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions with one of these ids. An unknown id is ignored; it is not an error. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only sessions of one of these types, such as `brain_observatory_1.1`. */
  readonly sessionTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sessions of animals of one of these sexes, as listed by `sexes`. */
  readonly sexes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * Something that the session's file contains but the responses omit, or that makes the session
 * doubtful.
 */
export type SessionWarning = {
  readonly __typename?: 'SessionWarning';
  /** Kind of warning, for programs. */
  readonly code: SessionWarningCode;
  /** For people: what was found, what was expected, and the remedy. */
  readonly message: Scalars['String']['output'];
  /** Path within the file, such as `/units/snr`. Null if the warning concerns the session as a whole. */
  readonly path?: Maybe<Scalars['String']['output']>;
};

/** Kinds of warnings. Later versions may add more. */
export type SessionWarningCode =
  /** A column cannot be read, or does not fit its table; its values are null. */
  | 'COLUMN_LEFT_OUT'
  /**
   * Another file has the same content as this session's file. It is served once; the other is listed
   * in `refusedFiles`.
   */
  | 'FILE_DUPLICATED'
  /**
   * Several rows of a table have the same id. All are served, each with a global `id` of its own; what
   * refers to one of them by the file's number gets the first, except lists of `unitIds`, which select
   * all.
   */
  | 'IDS_REPEATED'
  /**
   * Another file has the same identifier but different content; the message gives its id (see
   * Session.id).
   */
  | 'ID_SHARED'
  /**
   * Some rows of a table cannot be placed in time, such as presentations without a start. They are
   * omitted; the others are served.
   */
  | 'ROWS_LEFT_OUT'
  /**
   * The samples of a time series cannot be returned, for example because it has more samples than
   * times. A series whose samples are images is not listed at all.
   */
  | 'SERIES_UNREADABLE'
  /**
   * Spike times of some units are not in ascending order, or are not numbers (NaN). They are sorted
   * before anything is counted or listed, and NaN lies in no window. Files of up to a million spikes
   * are checked in full; in larger ones, a sample of each unit's spikes is checked, or none if they
   * are compressed or the file is read over the network.
   */
  | 'SPIKES_OUT_OF_ORDER'
  /**
   * A table cannot be read, so its rows are missing. Queries that need them may fail for the same
   * reason.
   */
  | 'TABLE_LEFT_OUT'
  /**
   * The session's file is absent, and a table of the AllenSDK cache is missing or unusable; what it
   * would give is null.
   */
  | 'TABLE_MISSING'
  /**
   * Some values of a column make no sense, such as an interval that stops before it starts, or an
   * electrode that does not exist. They are omitted; the others are served.
   */
  | 'VALUES_LEFT_OUT';

/** A signal that the Allen Institute's recordings have. */
export type Signal =
  /** Horizontal gaze position as the file filters it (ScreenGaze.filtered), in cm. */
  | 'FILTERED_GAZE_X'
  /** Vertical gaze position as the file filters it (ScreenGaze.filtered), in cm. */
  | 'FILTERED_GAZE_Y'
  /** Pupil area as the file filters it (ScreenGaze.filtered), in px². */
  | 'FILTERED_PUPIL_AREA'
  /** Horizontal gaze position on the screen (ScreenGaze.raw), in cm. */
  | 'GAZE_X'
  /** Vertical gaze position on the screen (ScreenGaze.raw), in cm. */
  | 'GAZE_Y'
  /** Area of the ellipse fitted to the pupil, π / 4 · width · height, in px². */
  | 'PUPIL_AREA'
  /** Width of the ellipse fitted to the pupil, from edge to edge, in px. */
  | 'PUPIL_WIDTH'
  /** RunningSpeed.velocity, in cm/s. */
  | 'RUNNING_SPEED';

/** A signal and the edges of its bins. */
export type SignalAxis = {
  /**
   * Bin edges, ascending, in the signal's unit; one more than there are bins. Bin `k` holds
   * `edges[k] <= value < edges[k + 1]`, the last one also its upper edge, as in `numpy.histogram`.
   */
  readonly edges: ReadonlyArray<Scalars['Float']['input']>;
  /** Which signal. One that the session does not have gives the error INVALID_ARGUMENT. */
  readonly signal: SignalSource;
};

/**
 * A range of a signal's mean over a window of each presentation: `min <= mean < max`. A presentation
 * without samples in the window, or whose window has no end, does not pass, even without limits.
 */
export type SignalRange = {
  /** The window ends this many seconds after the presentation's start; by default, at its stop. */
  readonly after?: InputMaybe<Scalars['Float']['input']>;
  /** The window starts this many seconds before the presentation's start. May be negative. */
  readonly before?: Scalars['Float']['input'];
  /** Which samples lie in the window; see AlignedSignal. */
  readonly edgeRule?: EdgeRule;
  /** Maximum, exclusive; no upper limit by default. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** Minimum, inclusive; no lower limit by default. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
  /** Which signal. One that the session does not have gives the error INVALID_ARGUMENT. */
  readonly of: SignalSource;
};

/** A behavioural signal, one number per sample: exactly one of these. */
export type SignalSource =
  /** A signal that the Allen Institute's recordings have. */
  { readonly signal: Signal; readonly timeSeries?: never; }
  |  /** A column of any NWB TimeSeries, such as a position, a pose or a wheel. */
  { readonly signal?: never; readonly timeSeries: TimeSeriesColumn; };

/**
 * Tuning of units to one signal, shape [units, bins], or to two, shape [units, bins, bins]. Samples
 * whose value is missing or outside the edges are in no bin, nor are their spikes. With two signals,
 * the value of the second is looked up at the start of each sample of the first, by the same `lookup`.
 */
export type SignalTuning = {
  readonly __typename?: 'SignalTuning';
  /**
   * Information of each unit's spikes about the signals (Skaggs et al., 1993): Σ p λ log2(λ / λ̄) over
   * the bins with a rate λ, where p is a bin's share of the unit's time in them and λ̄ = Σ p λ. In
   * bits per second; null if no bin has a rate. Shape [units].
   */
  readonly bitsPerSecond: Scalars['Float64List']['output'];
  /** bitsPerSecond / λ̄, in bits per spike; null for a unit without spikes in the bins. Shape [units]. */
  readonly bitsPerSpike: Scalars['Float64List']['output'];
  /** Spikes in each bin. Shape as `shape`. */
  readonly counts: Scalars['CountArray']['output'];
  /** The rates as float64 bytes; NaN for null. Shape as `shape`. */
  readonly data: EncodedArray;
  /**
   * Where to download the rates as a file, with the units and the edges of the bins along their
   * dimensions, and with `counts`, both occupancies and the information of each unit (NPY has the rates
   * alone): see BinnedActivity.href. Cost: a GET costs as much as the field, and `data`.
   */
  readonly href: Scalars['String']['output'];
  /** Seconds that the signals spent in each bin. Shape [bins], or [bins, bins]. */
  readonly occupancy: Scalars['Float64Array']['output'];
  /**
   * Spikes per second: counts / unitOccupancy; null for a bin with an occupancy of 0, or less than
   * `minOccupancy`. Shape as `shape`.
   */
  readonly rates: Scalars['Float64Array']['output'];
  /** The session. */
  readonly session: Session;
  /** [units, bins], or [units, bins of the first signal, bins of the second]. */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * Seconds of these in which each unit was observed (see Unit.observedTimes); a unit for which the
   * file does not say counts as observed whenever the signals were. Shape as `shape`.
   */
  readonly unitOccupancy: Scalars['Float64Array']['output'];
  /** The units of the rows, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Tuning of units to one signal, shape [units, bins], or to two, shape [units, bins, bins]. Samples
 * whose value is missing or outside the edges are in no bin, nor are their spikes. With two signals,
 * the value of the second is looked up at the start of each sample of the first, by the same `lookup`.
 */
export type SignalTuningHrefArgs = {
  format?: ArrayFormat;
};

/**
 * Counts in sliding bins: bin `k` holds the spikes with
 * `k * stride <= time - start < k * stride + binSize`, in float64; the last bin is closed. A spike is
 * counted in every bin that holds it. Bins that do not lie wholly in the window are left out.
 */
export type SlidingCounts = {
  readonly __typename?: 'SlidingCounts';
  /** Number of bins. */
  readonly binCount: Scalars['Int']['output'];
  /** Start of each bin, in seconds from the window's start: `k * stride`. Shape [bins]. */
  readonly binStarts: Scalars['Float64List']['output'];
  /** The counts, as JSON lists of shape [bins, units]. */
  readonly counts: Scalars['CountMatrix']['output'];
  /** The counts as bytes: the narrowest of uint8, uint16 and uint32 that holds them. */
  readonly data: EncodedArray;
  /**
   * Where to download the counts, with the start of each bin and the units. Cost of a download: as for
   * the fields.
   */
  readonly href: Scalars['String']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Seconds from the start of one bin to that of the next. */
  readonly stride: Scalars['Float']['output'];
};


/**
 * Counts in sliding bins: bin `k` holds the spikes with
 * `k * stride <= time - start < k * stride + binSize`, in float64; the last bin is closed. A spike is
 * counted in every bin that holds it. Bins that do not lie wholly in the window are left out.
 */
export type SlidingCountsHrefArgs = {
  format?: ArrayFormat;
};

/**
 * Rates in bins, smoothed: `Σ weight[j] * count[k + j] / binSize`. Spikes outside the window are
 * included as far as the kernel reaches, in bins that continue those of the window, so there are no
 * edge effects. Every bin is half-open, including the last.
 */
export type SmoothedRates = {
  readonly __typename?: 'SmoothedRates';
  /** The same as bytes; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the rates, with the start of each bin and the units. Cost of a download: as for
   * the fields.
   */
  readonly href: Scalars['String']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * The rates, in Hz, as JSON lists of shape [bins, units]; null in a bin during which the unit was
   * not observed at all. Where only part of what the kernel reaches was observed, the rate is too low:
   * BinnedActivity.cellCoverage shows where.
   */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Rates in bins, smoothed: `Σ weight[j] * count[k + j] / binSize`. Spikes outside the window are
 * included as far as the kernel reaches, in bins that continue those of the window, so there are no
 * edge effects. Every bin is half-open, including the last.
 */
export type SmoothedRatesDataArgs = {
  dtype?: FloatDtype;
};


/**
 * Rates in bins, smoothed: `Σ weight[j] * count[k + j] / binSize`. Spikes outside the window are
 * included as far as the kernel reaches, in bins that continue those of the window, so there are no
 * edge effects. Every bin is half-open, including the last.
 */
export type SmoothedRatesHrefArgs = {
  format?: ArrayFormat;
};

/** Sort direction. */
export type SortDirection =
  /** Smallest first; names in order of their UTF-16 code units. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** A matrix in compressed sparse rows: `scipy.sparse.csr_matrix((data, indices, indptr), shape)`. */
export type SparseMatrix = {
  readonly __typename?: 'SparseMatrix';
  /** Count of each nonzero cell. Shape [nonzero]. */
  readonly data: Scalars['Int32List']['output'];
  /** Column of each nonzero cell. Shape [nonzero]. */
  readonly indices: Scalars['Int32List']['output'];
  /** Start of each row in `indices` and `data`. Shape [bins + 1]. */
  readonly indptr: Scalars['Int32List']['output'];
  /** [bins, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
};

/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatistics = {
  readonly __typename?: 'SpikeTrainStatistics';
  /** Coefficient of variation: standard deviation of I (`ddof=0`) / mean; null for fewer than two I. */
  readonly cv: Scalars['Float64Array']['output'];
  /**
   * CV2, Holt et al. 1996: `2 * mean(|I' - I| / (I + I'))`; null if no I is followed by another. Pairs
   * in which I and I' are both 0 are left out, here and below.
   */
  readonly cv2: Scalars['Float64Array']['output'];
  /**
   * Columns as float64 bytes, of shape [statistics, units] or [statistics, intervals, units]; NaN for
   * null.
   */
  readonly data: EncodedArray;
  /**
   * Variance (`ddof=0`) of the counts in bins, cut as for `presenceRatio`, over their mean; null
   * without spikes in them. Rounded once, from exact sums.
   */
  readonly fanoFactor: Scalars['Float64Array']['output'];
  /**
   * Where to download the statistics as a table: one row per unit, or per interval and unit, and one
   * column per statistic, with `isiViolations` and `presenceRatio` by their defaults. Cost of a
   * download: as for the fields.
   */
  readonly href: Scalars['String']['output'];
  /** Histogram of I, with counts as by `numpy.histogram`: the last bin is closed. */
  readonly isiHistogram: IsiHistogram;
  /** Mean of I, in seconds; null if there is none. */
  readonly isiMean: Scalars['Float64Array']['output'];
  /** Median of I, in seconds; null if there is none. */
  readonly isiMedian: Scalars['Float64Array']['output'];
  /** Interspike intervals that are too short to be of one neuron: violations of the refractory period. */
  readonly isiViolations: IsiViolations;
  /** LV, Shinomoto et al. 2003: `3 * mean((I' - I)² / (I + I')²)`; null as for `cv2`. */
  readonly localVariation: Scalars['Float64Array']['output'];
  /**
   * Seconds during which the unit was observed (Unit.observedTimes) or, in files that do not say,
   * during which the session was recorded.
   */
  readonly observedSeconds: Scalars['Float64Array']['output'];
  /**
   * Fraction of the bins in which the unit has a spike; null without bins. Each interval is cut into
   * bins from its start; the remainder, and bins that were not wholly observed, are left out.
   */
  readonly presenceRatio: Scalars['Float64Array']['output'];
  /** Spikes in observed time, per second of it, in Hz; null if there was none. */
  readonly rates: Scalars['Float64Array']['output'];
  /**
   * LvR, Shinomoto et al. 2009: `3 * mean((1 - 4 I I' / (I + I')²) * (1 + 4 R / (I + I')))`; null as
   * for `cv2`.
   */
  readonly revisedLocalVariation: Scalars['Float64Array']['output'];
  /** The session. */
  readonly session: Session;
  /** [units], or [intervals, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Number of spikes, observed or not. */
  readonly spikeCounts: Scalars['CountArray']['output'];
  /**
   * Start of each interval, in seconds; for the whole session, that of the recording. With
   * `perInterval`, in the order given; otherwise in order of time. Shape [intervals].
   */
  readonly startTimes: Scalars['Float64List']['output'];
  /** Stop of each interval, in seconds. Shape [intervals]. */
  readonly stopTimes: Scalars['Float64List']['output'];
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units of the columns, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsDataArgs = {
  statistics: ReadonlyArray<TrainStatistic>;
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsFanoFactorArgs = {
  binSize: Scalars['Float']['input'];
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsHrefArgs = {
  fanoBinSize: InputMaybe<Scalars['Float']['input']>;
  format?: TableFormat;
  rule?: QualityMetricRule;
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsIsiHistogramArgs = {
  bins: HistogramBins;
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsIsiViolationsArgs = {
  minimum?: Scalars['Float']['input'];
  rule?: QualityMetricRule;
  threshold?: Scalars['Float']['input'];
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsPresenceRatioArgs = {
  binSize?: Scalars['Float']['input'];
  rule?: QualityMetricRule;
};


/**
 * Statistics of spike trains as columns, of shape [units]; with `perInterval`, of shape [intervals,
 * units]. Whatever cannot be computed is null, and so is every value of an interval whose stop is not
 * after its start.
 *
 * An interspike interval is the time between two consecutive spikes within one interval,
 * `start <= time < stop`, and within one stretch of observed time (Unit.observedTimes); none spans two
 * of them. Below, I is any interspike interval, and I' the one that follows it directly. Cost: one
 * cell per value; the spikes of the units are read once for all columns.
 */
export type SpikeTrainStatisticsRevisedLocalVariationArgs = {
  refractoriness?: Scalars['Float']['input'];
};

/**
 * Mean local field potential around the spikes of a unit. A spike is used if its window is complete:
 * no sample is masked or missing in any of the channels, and there is no gap between samples.
 */
export type SpikeTriggeredLfp = {
  readonly __typename?: 'SpikeTriggeredLfp';
  /** `channelId`s of the columns, in file order; null if the file does not give them. */
  readonly channelIds: ReadonlyArray<Maybe<Scalars['ID']['output']>>;
  /** The same as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the mean as a file, with the times and channels that lie along its dimensions:
   * see BinnedActivity.href. Cost of a download: as for `mean`.
   */
  readonly href: Scalars['String']['output'];
  /** Mean potential, in V; null if no spike is used. Shape [samples, channels]. */
  readonly mean: Scalars['Float64Array']['output'];
  /** [samples, channels] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Number of spikes between `start` and `stop`. */
  readonly spikeCount: Scalars['Int']['output'];
  /**
   * Time of each sample, in seconds from the sample that is nearest to a spike (the earlier of two).
   * Shape [samples].
   */
  readonly times: Scalars['Float64List']['output'];
  /** The unit. */
  readonly unit: Unit;
  /** Number of those that the mean is over. */
  readonly usedSpikeCount: Scalars['Int']['output'];
};


/**
 * Mean local field potential around the spikes of a unit. A spike is used if its window is complete:
 * no sample is masked or missing in any of the channels, and there is no gap between samples.
 */
export type SpikeTriggeredLfpHrefArgs = {
  format?: ArrayFormat;
};

/**
 * A distinct combination of stimulus and parameters (all columns except times and block, and except
 * `start_frame`, `end_frame`, `duration`, `trials_id` and `flashes_since_change` of Visual Behavior,
 * which would make every presentation a condition of its own). In tables of other laboratories,
 * columns of times (`…_time`), and columns whose values occur fewer than two times each on average,
 * are considered properties of a trial, not of its condition. Presentations can still be filtered and
 * grouped by all of these columns.
 */
export type StimulusCondition = Node & StimulusParameters & {
  readonly __typename?: 'StimulusCondition';
  /** Fraction of the dots that move together, from 0 to 1. */
  readonly coherence?: Maybe<Scalars['Float']['output']>;
  /** Brightness of a flash: 1 is white, -1 is black. */
  readonly color?: Maybe<Scalars['Float']['output']>;
  /**
   * The AllenSDK's stimulus_condition_id: numbered from 0 by first appearance in order of start time,
   * including masked presentations.
   */
  readonly conditionId: Scalars['ID']['output'];
  /** From 0 to 1. */
  readonly contrast?: Maybe<Scalars['Float']['output']>;
  /** How the stimulus was drawn. */
  readonly detailedParameters: DetailedStimulusParameters;
  /** Direction of moving dots, in degrees. */
  readonly direction?: Maybe<Scalars['Float']['output']>;
  /** The epochs in which it was presented, in order of time. */
  readonly epochs: ReadonlyArray<StimulusEpoch>;
  /** Number of the image or movie frame, from 0; -1 for a blank screen. */
  readonly frame?: Maybe<Scalars['WholeNumber']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** Direction or orientation, in degrees. */
  readonly orientation?: Maybe<Scalars['Float']['output']>;
  /** All parameters that apply, in order of name. */
  readonly parameters: ReadonlyArray<StimulusParameter>;
  /** Phase in cycles, as in the file: one number, or one each for x and y. */
  readonly phase?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Number of its presentations, without masked ones. */
  readonly presentationCount: Scalars['Int']['output'];
  /** Those presentations, in order of start time. */
  readonly presentations: StimulusPresentationConnection;
  /** The session it belongs to. */
  readonly session: Session;
  /** Width and height in the stimulus's `units`: degrees, or pixels for images. */
  readonly size?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /**
   * In cycles per degree. If the file gives one value for x and one for y, this is their common value;
   * null if they differ.
   */
  readonly spatialFrequency?: Maybe<Scalars['Float']['output']>;
  /** Speed of moving dots. */
  readonly speed?: Maybe<Scalars['Float']['output']>;
  /** Name of the stimulus. */
  readonly stimulusName: Scalars['String']['output'];
  /** In Hz. */
  readonly temporalFrequency?: Maybe<Scalars['Float']['output']>;
  /** Horizontal position on the screen, in degrees. */
  readonly xPosition?: Maybe<Scalars['Float']['output']>;
  /** Vertical position on the screen, in degrees. */
  readonly yPosition?: Maybe<Scalars['Float']['output']>;
};


/**
 * A distinct combination of stimulus and parameters (all columns except times and block, and except
 * `start_frame`, `end_frame`, `duration`, `trials_id` and `flashes_since_change` of Visual Behavior,
 * which would make every presentation a condition of its own). In tables of other laboratories,
 * columns of times (`…_time`), and columns whose values occur fewer than two times each on average,
 * are considered properties of a trial, not of its condition. Presentations can still be filtered and
 * grouped by all of these columns.
 */
export type StimulusConditionParametersArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * A distinct combination of stimulus and parameters (all columns except times and block, and except
 * `start_frame`, `end_frame`, `duration`, `trials_id` and `flashes_since_change` of Visual Behavior,
 * which would make every presentation a condition of its own). In tables of other laboratories,
 * columns of times (`…_time`), and columns whose values occur fewer than two times each on average,
 * are considered properties of a trial, not of its condition. Presentations can still be filtered and
 * grouped by all of these columns.
 */
export type StimulusConditionPresentationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<PresentationFilter>;
};

/** A run of consecutive presentations of one stimulus block. */
export type StimulusEpoch = Node & {
  readonly __typename?: 'StimulusEpoch';
  /**
   * Spikes counted in bins around the epoch's start: one matrix per area, in the order requested. By
   * default from 10 s before to 90 s after the start, in 1000 bins of 100 ms. Cost: cells = bins x
   * units x areas, charged to the request's budget.
   */
  readonly binnedActivity: ReadonlyArray<BinnedActivity>;
  /**
   * Number of the stimulus block; null for spontaneous activity and for presentations masked by an
   * invalid time.
   */
  readonly block?: Maybe<Scalars['WholeNumber']['output']>;
  /**
   * Conditions of its presentations, in order of first appearance in the epoch. Masked presentations
   * have none.
   */
  readonly conditions: ReadonlyArray<StimulusCondition>;
  /** stopTime - startTime, in seconds. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** Its row among all epochs of the session, from 0, whatever the filter; the same as in the AllenSDK. */
  readonly index: Scalars['Int']['output'];
  /** The invalid times that it overlaps or touches, both ends included, in file order. */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /** Number of its presentations. */
  readonly presentationCount: Scalars['Int']['output'];
  /** Its presentations, in order of start time. */
  readonly presentations: StimulusPresentationConnection;
  /** The session it belongs to. */
  readonly session: Session;
  /** Start of its first presentation, in seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Name of the stimulus: `drifting_gratings`, `spontaneous`, `invalid_presentation`, … */
  readonly stimulusName: Scalars['String']['output'];
  /** End of its last presentation, in seconds; null if the file does not give it. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
  /** Whether it overlaps or touches an invalid time with any tag; both ends are included. */
  readonly touchesInvalidTime: Scalars['Boolean']['output'];
};


/** A run of consecutive presentations of one stimulus block. */
export type StimulusEpochBinnedActivityArgs = {
  after?: InputMaybe<Scalars['Float']['input']>;
  areas: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  before?: Scalars['Float']['input'];
  binSize?: Scalars['Float']['input'];
  units?: UnitFilter;
};


/** A run of consecutive presentations of one stimulus block. */
export type StimulusEpochPresentationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  where: InputMaybe<PresentationFilter>;
};

/** A stimulus parameter of one presentation or condition. */
export type StimulusParameter = {
  readonly __typename?: 'StimulusParameter';
  /**
   * Name of the parameter in the file: `temporal_frequency`, or the column's name in other
   * laboratories' files.
   */
  readonly name: Scalars['String']['output'];
  /**
   * Its value: a number if the file holds a number or the text of one; a list of numbers if it holds
   * several, or the text of such a list; a list of texts if it holds several texts; otherwise the
   * text.
   */
  readonly value: Scalars['StimulusParameterValue']['output'];
};

/** A condition on a stimulus parameter: it must have one of several values. */
export type StimulusParameterFilter = {
  /**
   * Name of the parameter, either in the file (`temporal_frequency`) or as a field
   * (`temporalFrequency`): any parameter that presentations list, including one that distinguishes
   * trials. An unknown name gives the error INVALID_ARGUMENT, which lists the known ones.
   */
  readonly name: Scalars['String']['input'];
  /**
   * The parameter must have one of these values; a presentation to which the parameter does not apply
   * never matches.
   *
   * Values are compared by meaning, so any value that a query returns can be used in a filter. The
   * text of a number equals that number if the parameter holds numbers. True and false equal 1 and 0
   * if it holds nothing else. A number also matches a list that holds only this number, such as one
   * value for both x and y. A text also matches every list of texts that contains it, such as tags. A
   * value that no presentation of the session has gives the error INVALID_ARGUMENT, which lists some
   * that exist.
   */
  readonly values: ReadonlyArray<Scalars['StimulusParameterValue']['input']>;
};

/** The values that a stimulus parameter takes in a set of presentations. */
export type StimulusParameterValues = {
  readonly __typename?: 'StimulusParameterValues';
  /** Name of the parameter in the file. */
  readonly name: Scalars['String']['output'];
  /** The distinct values, in order of first appearance. */
  readonly values: ReadonlyArray<Scalars['StimulusParameterValue']['output']>;
};

/**
 * Parameters of a stimulus; null if a parameter does not apply to the stimulus or the file does not
 * give it. In these cases the AllenSDK has the text `null`; it also leaves the numbers of some columns
 * as text, which are numbers here.
 */
export type StimulusParameters = {
  /** Fraction of the dots that move together, from 0 to 1. */
  readonly coherence?: Maybe<Scalars['Float']['output']>;
  /**
   * Brightness of a flash: 1 is white, -1 is black. Colours with three components are in
   * `detailedParameters`.
   */
  readonly color?: Maybe<Scalars['Float']['output']>;
  /** From 0 to 1. */
  readonly contrast?: Maybe<Scalars['Float']['output']>;
  /** How the stimulus was drawn: what the AllenSDK calls detailed stimulus parameters. */
  readonly detailedParameters: DetailedStimulusParameters;
  /** Direction of moving dots, in degrees (column `Dir`). */
  readonly direction?: Maybe<Scalars['Float']['output']>;
  /** Number of the image or movie frame, from 0; -1 for a blank screen. */
  readonly frame?: Maybe<Scalars['WholeNumber']['output']>;
  /** Direction or orientation, in degrees. */
  readonly orientation?: Maybe<Scalars['Float']['output']>;
  /**
   * All parameters that apply, in order of name, including those above and any others that a
   * laboratory's tables contain.
   */
  readonly parameters: ReadonlyArray<StimulusParameter>;
  /** Phase in cycles, as in the file: one number, or one each for x and y. */
  readonly phase?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Width and height in the stimulus's `units`: degrees, or pixels for images. */
  readonly size?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /**
   * In cycles per degree. If the file gives one value for x and one for y (`[0.0, 0.0]` for flashes),
   * this is their common value; null if they differ: see `parameters`.
   */
  readonly spatialFrequency?: Maybe<Scalars['Float']['output']>;
  /** Speed of moving dots (column `Speed`). */
  readonly speed?: Maybe<Scalars['Float']['output']>;
  /** In Hz. */
  readonly temporalFrequency?: Maybe<Scalars['Float']['output']>;
  /** Horizontal position on the screen, in degrees. */
  readonly xPosition?: Maybe<Scalars['Float']['output']>;
  /** Vertical position on the screen, in degrees. */
  readonly yPosition?: Maybe<Scalars['Float']['output']>;
};


/**
 * Parameters of a stimulus; null if a parameter does not apply to the stimulus or the file does not
 * give it. In these cases the AllenSDK has the text `null`; it also leaves the numbers of some columns
 * as text, which are numbers here.
 */
export type StimulusParametersParametersArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * One presentation of a stimulus. A presentation that overlaps or touches an invalid time tagged
 * `stimulus` is masked, as in the AllenSDK: its stimulus is `invalid_presentation`, and everything
 * except its times is null. In files from other laboratories, each row of an intervals table, such as
 * a trial, is one presentation, and its stimulus is the name of the table.
 */
export type StimulusPresentation = Node & StimulusParameters & {
  readonly __typename?: 'StimulusPresentation';
  /** Number of the stimulus block; null for spontaneous activity, and if masked. */
  readonly block?: Maybe<Scalars['WholeNumber']['output']>;
  /** Fraction of the dots that move together, from 0 to 1. */
  readonly coherence?: Maybe<Scalars['Float']['output']>;
  /** Brightness of a flash: 1 is white, -1 is black. */
  readonly color?: Maybe<Scalars['Float']['output']>;
  /** Its condition; null if masked. */
  readonly condition?: Maybe<StimulusCondition>;
  /** From 0 to 1. */
  readonly contrast?: Maybe<Scalars['Float']['output']>;
  /** How the stimulus was drawn. */
  readonly detailedParameters: DetailedStimulusParameters;
  /** Direction of moving dots, in degrees. */
  readonly direction?: Maybe<Scalars['Float']['output']>;
  /** stopTime - startTime, in seconds; null if masked. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** The epoch it belongs to. */
  readonly epoch: StimulusEpoch;
  /** Number of the image or movie frame, from 0; -1 for a blank screen. */
  readonly frame?: Maybe<Scalars['WholeNumber']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** The invalid times that it overlaps or touches, both ends included, in file order. */
  readonly invalidTimes: ReadonlyArray<InvalidTime>;
  /** Direction or orientation, in degrees. */
  readonly orientation?: Maybe<Scalars['Float']['output']>;
  /** All parameters that apply, in order of name. */
  readonly parameters: ReadonlyArray<StimulusParameter>;
  /** Phase in cycles, as in the file: one number, or one each for x and y. */
  readonly phase?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /**
   * The AllenSDK's stimulus_presentation_id: its position among all presentations of the session in
   * order of start time, from 0.
   */
  readonly presentationId: Scalars['ID']['output'];
  /** The session it belongs to. */
  readonly session: Session;
  /** Width and height in the stimulus's `units`: degrees, or pixels for images. */
  readonly size?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /**
   * In cycles per degree. If the file gives one value for x and one for y, this is their common value;
   * null if they differ.
   */
  readonly spatialFrequency?: Maybe<Scalars['Float']['output']>;
  /** Speed of moving dots. */
  readonly speed?: Maybe<Scalars['Float']['output']>;
  /** Start, in seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Name of the stimulus: `drifting_gratings`, `spontaneous`, `invalid_presentation`, … */
  readonly stimulusName: Scalars['String']['output'];
  /** Stop, in seconds; null if the file does not give it. */
  readonly stopTime?: Maybe<Scalars['Float']['output']>;
  /** In Hz. */
  readonly temporalFrequency?: Maybe<Scalars['Float']['output']>;
  /**
   * Whether it overlaps or touches an invalid time with any tag; both ends are included. Only times
   * tagged `stimulus` mask it.
   */
  readonly touchesInvalidTime: Scalars['Boolean']['output'];
  /** Horizontal position on the screen, in degrees. */
  readonly xPosition?: Maybe<Scalars['Float']['output']>;
  /** Vertical position on the screen, in degrees. */
  readonly yPosition?: Maybe<Scalars['Float']['output']>;
};


/**
 * One presentation of a stimulus. A presentation that overlaps or touches an invalid time tagged
 * `stimulus` is masked, as in the AllenSDK: its stimulus is `invalid_presentation`, and everything
 * except its times is null. In files from other laboratories, each row of an intervals table, such as
 * a trial, is one presentation, and its stimulus is the name of the table.
 */
export type StimulusPresentationParametersArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A page of presentations. */
export type StimulusPresentationConnection = {
  readonly __typename?: 'StimulusPresentationConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<StimulusPresentationEdge>;
  /** The presentations of this page, in order of start time. */
  readonly nodes: ReadonlyArray<StimulusPresentation>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many presentations match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A presentation and its cursor. */
export type StimulusPresentationEdge = {
  readonly __typename?: 'StimulusPresentationEdge';
  /** Pass it as `after` to continue after this presentation. */
  readonly cursor: Scalars['String']['output'];
  /** The presentation. */
  readonly node: StimulusPresentation;
};

/** The animal or person recorded from. */
export type Subject = {
  readonly __typename?: 'Subject';
  /** Age as in the file: an ISO 8601 duration such as `P118D`. */
  readonly age?: Maybe<Scalars['String']['output']>;
  /**
   * Age in days: the file's own number, or computed from a duration in weeks, days, hours, minutes and
   * seconds, such as `P12W` or `P90DT12H`. Null for durations in years or months, whose length varies.
   */
  readonly ageInDays?: Maybe<Scalars['Float']['output']>;
  /** Full genotype. */
  readonly genotype?: Maybe<Scalars['String']['output']>;
  /** Sex, as in the file: M, F, U or O. */
  readonly sex?: Maybe<Scalars['String']['output']>;
  /** Species, as in the file: `Mus musculus`. */
  readonly species?: Maybe<Scalars['String']['output']>;
  /** Name of the donor at the Allen Institute. */
  readonly specimenName?: Maybe<Scalars['String']['output']>;
  /** Strain. */
  readonly strain?: Maybe<Scalars['String']['output']>;
  /** Subject id in the file. It is not an `id`: the same animal has a different age in another session. */
  readonly subjectId?: Maybe<Scalars['String']['output']>;
};

/** A file with a table: the same rows and columns in every format. */
export type TableFormat =
  /** Arrow IPC file; a missing value is null. */
  | 'ARROW'
  /** Comma-separated text, with a header; a missing value is empty. */
  | 'CSV'
  /**
   * NumPy's .npz: an array per column, by its name. Whole numbers are int64, or float64 with NaN if
   * one is missing.
   */
  | 'NPZ'
  /** Apache Parquet; a missing value is null. */
  | 'PARQUET';

/** What the times in a column are relative to. */
export type TimeOrigin =
  /** The start of the session's clock, as in NWB. */
  | 'SESSION'
  /** The start of the row (`start_time`); some files store times as offsets from it. */
  | 'START';

/** An NWB TimeSeries. What the file does not give is null. */
export type TimeSeries = Node & {
  readonly __typename?: 'TimeSeries';
  /** Number of values per sample. */
  readonly channelCount: Scalars['Int']['output'];
  /** Description in the file. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** Path in the file: `/acquisition/events`. */
  readonly path: Scalars['String']['output'];
  /**
   * Number of samples; a whole number (a Float, since GraphQL's Int ends at 2^31, less than a day at
   * 30 kHz).
   */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Samples in a window, in file order: exactly those whose times lie in it, even if times are out of
   * order or missing (NaN). A sample without a time lies in no window; it is returned only if neither
   * start nor stop is given. Values are `data * conversion * channel_conversion + offset`, according
   * to the file. Null if the file gives no times. If data and timestamps differ in length, it is not
   * known which sample belongs to which time, and this gives the error INDEX_INVALID.
   *
   * Cost: one cell per value, charged to the request's budget before reading. The first window of a
   * series reads all of its times to find out whether they ascend (about a second for ten million);
   * later windows read only some blocks of them, or all if they do not ascend.
   */
  readonly samples?: Maybe<TimeSeriesSamples>;
  /** Its NWB type: `TimeSeries`, `ElectricalSeries`, … */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Unit of the values. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};


/** An NWB TimeSeries. What the file does not give is null. */
export type TimeSeriesSamplesArgs = {
  maxPoints: InputMaybe<Scalars['Int']['input']>;
  resample?: Resample;
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};

/** A column of an NWB TimeSeries. */
export type TimeSeriesColumn = {
  /** Which column of a series with several numbers per sample, from 0. */
  readonly column?: Scalars['Int']['input'];
  /**
   * `TimeSeries.path`. A path that the file does not have gives the error INVALID_ARGUMENT, which
   * lists those that it has.
   */
  readonly path: Scalars['String']['input'];
};

/** Samples of an NWB TimeSeries as events, each at its time. */
export type TimeSeriesEvents = {
  /** Which column of a series with several numbers per sample, from 0. */
  readonly column?: Scalars['Int']['input'];
  /** Only samples of at most this value. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** Only samples of at least this value. A missing value does not pass if `min` or `max` is given. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
  /**
   * `TimeSeries.path`, such as `/processing/licking/licks`. A path that the file does not have gives
   * the error INVALID_ARGUMENT, which lists those that it has.
   */
  readonly path: Scalars['String']['input'];
};

/** Samples of an NWB TimeSeries. */
export type TimeSeriesSamples = {
  readonly __typename?: 'TimeSeriesSamples';
  /** The same as float64 bytes. */
  readonly data: EncodedArray;
  /**
   * Where to download the array as a file: see BinnedActivity.href. Cost of a download: as for
   * `values` and `times`.
   */
  readonly href: Scalars['String']['output'];
  /** Number of points returned: one per sample, or fewer if the window was resampled; a whole number. */
  readonly pointCount: Scalars['Float']['output'];
  /** Number of samples in the window; a whole number. */
  readonly sampleCount: Scalars['Float']['output'];
  /**
   * Number of samples reduced to one point (MEAN) or two points (MIN_MAX); 1 if the samples are
   * returned as stored. A whole number.
   */
  readonly samplesPerGroup: Scalars['Float']['output'];
  /** [points, channels]; whole numbers. */
  readonly shape: ReadonlyArray<Scalars['Float']['output']>;
  /** Time of each sample, in seconds. Shape [points]. */
  readonly times: Scalars['Float64List']['output'];
  /** The same as float64 bytes. */
  readonly timesData: EncodedArray;
  /**
   * The values in the unit of the series, as a JSON list with one row per point. Shape [points,
   * channels].
   */
  readonly values: Scalars['Float64Array']['output'];
};


/** Samples of an NWB TimeSeries. */
export type TimeSeriesSamplesHrefArgs = {
  format?: ArrayFormat;
};

/** An interval on the session's clock; both ends are included. */
export type TimeSpan = {
  readonly __typename?: 'TimeSpan';
  /** Start, in seconds. */
  readonly startTime: Scalars['Float']['output'];
  /** Stop, in seconds. */
  readonly stopTime: Scalars['Float']['output'];
};

/** An interval on the session's clock. */
export type TimeSpanInput = {
  /** Start, in seconds; included. */
  readonly start: Scalars['Float']['input'];
  /** Stop, in seconds; not included, so intervals that touch do not overlap. */
  readonly stop: Scalars['Float']['input'];
};

/** A column of SpikeTrainStatistics. */
export type TrainStatistic =
  /** See SpikeTrainStatistics.cv. */
  | 'CV'
  /** See SpikeTrainStatistics.cv2. */
  | 'CV2'
  /** See SpikeTrainStatistics.isiMean. */
  | 'ISI_MEAN'
  /** See SpikeTrainStatistics.isiMedian. */
  | 'ISI_MEDIAN'
  /** See SpikeTrainStatistics.localVariation. */
  | 'LOCAL_VARIATION'
  /** See SpikeTrainStatistics.observedSeconds. */
  | 'OBSERVED_SECONDS'
  /** See SpikeTrainStatistics.rates. */
  | 'RATE'
  /** See SpikeTrainStatistics.revisedLocalVariation, for R = 5 ms. */
  | 'REVISED_LOCAL_VARIATION'
  /** See SpikeTrainStatistics.spikeCounts. */
  | 'SPIKE_COUNT';

/** A sorted unit: spikes attributed to one neuron. */
export type Unit = Node & {
  readonly __typename?: 'Unit';
  /** Estimated fraction of spikes missed because they were too small, from 0 to 0.5. */
  readonly amplitudeCutoff?: Maybe<Scalars['Float']['output']>;
  /**
   * Metrics of its responses to stimuli, computed by the Allen Institute, from the tables of an
   * AllenSDK cache: the session's own table (`session_<id>_analysis_metrics.csv`) or, without one,
   * that of its session type (`<type>_analysis_metrics.csv`). Null if there is no table, or it does
   * not list the unit. Cost: the table is read on first use and kept.
   */
  readonly analysisMetrics?: Maybe<AnalysisMetrics>;
  /**
   * Brain area it lies in, from the best source in the file (see `areaSource`); null outside the
   * brain, or if the file does not give it. If a laboratory writes several facts in one text, such as
   * `brain_region: ALM; hemisphere: left`, only the area: `ALM`.
   */
  readonly area?: Maybe<Scalars['String']['output']>;
  /**
   * Where the area comes from. Null if the file does not give the unit's location. If it is set and
   * the area is null, the unit lies outside the brain.
   */
  readonly areaSource?: Maybe<AreaSource>;
  /**
   * The peak channel, on which its spikes are largest; if the file does not name it, the first of the
   * unit's electrodes.
   */
  readonly channel?: Maybe<Channel>;
  /** Cluster number in the output of the spike sorter. */
  readonly clusterId?: Maybe<Scalars['WholeNumber']['output']>;
  /**
   * Its values in the columns of the units table (see Session.unitColumns), in order of name, or in
   * the order of `names`; columns without a value for it are omitted.
   */
  readonly columns: ReadonlyArray<UnitColumnValue>;
  /** Cumulative drift in position, in µm. */
  readonly cumulativeDrift?: Maybe<Scalars['Float']['output']>;
  /** Separation from other clusters by linear discriminant analysis (d'). */
  readonly dPrime?: Maybe<Scalars['Float']['output']>;
  /** Mean firing rate over the session, in Hz, as in the file. */
  readonly firingRate?: Maybe<Scalars['Float']['output']>;
  /** Globally unique; see Node. */
  readonly id: Scalars['ID']['output'];
  /** Relative rate of spikes within the refractory period; 0 is best. */
  readonly isiViolations?: Maybe<Scalars['Float']['output']>;
  /** Mahalanobis distance to the nearest other cluster (isolation distance). */
  readonly isolationDistance?: Maybe<Scalars['Float']['output']>;
  /** Contamination estimated from the principal components (L-ratio). */
  readonly lRatio?: Maybe<Scalars['Float']['output']>;
  /** Number of the peak channel on its probe. */
  readonly localIndex?: Maybe<Scalars['WholeNumber']['output']>;
  /** The text in the file from which the area was taken. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Largest drift in position, in µm. */
  readonly maxDrift?: Maybe<Scalars['Float']['output']>;
  /** Mean spike waveform on the channels of its probe; null if the file stores none. */
  readonly meanWaveform?: Maybe<MeanWaveform>;
  /** Fraction of the nearest neighbours of its own spikes that belong to it, from 0 to 1. */
  readonly nnHitRate?: Maybe<Scalars['Float']['output']>;
  /** Fraction of the nearest neighbours of other spikes that belong to it, from 0 to 1. */
  readonly nnMissRate?: Maybe<Scalars['Float']['output']>;
  /**
   * When the unit was observed, according to `obs_intervals` in the file, in order of time; intervals
   * that overlap or touch are merged. An empty list means never. Null if the file does not say; the
   * unit then counts as observed for as long as the session was recorded (see Session.recordedSpan).
   * Rates and means are over observed time only.
   */
  readonly observedTimes?: Maybe<ReadonlyArray<ObservedTime>>;
  /** Fraction of the session during which the unit fired, from 0 to 1. */
  readonly presenceRatio?: Maybe<Scalars['Float']['output']>;
  /**
   * The probe of that channel; for a unit without a channel, the electrode group that the file names
   * for it.
   */
  readonly probe?: Maybe<Probe>;
  /** Label from spike sorting, as in the file: `good`, `noise`, … */
  readonly quality?: Maybe<Scalars['String']['output']>;
  /** The session it belongs to. */
  readonly session: Session;
  /** Silhouette score of its cluster. */
  readonly silhouetteScore?: Maybe<Scalars['Float']['output']>;
  /** Signal-to-noise ratio of the mean waveform on the peak channel. */
  readonly snr?: Maybe<Scalars['Float']['output']>;
  /**
   * Amplitudes of the spikes that `spikeTimes` returns for the same window, in the same order, in V.
   * Null if the file stores none. Cost: one cell per spike of the unit.
   */
  readonly spikeAmplitudes?: Maybe<Scalars['Float64List']['output']>;
  /** The same as float64 bytes. Shape [spikes]. */
  readonly spikeAmplitudesData?: Maybe<EncodedArray>;
  /**
   * Number of spikes over the whole session; a whole number. Null if the session's file is absent.
   * Cost: none.
   */
  readonly spikeCount?: Maybe<Scalars['Float']['output']>;
  /**
   * Spike times, in seconds, ascending whatever their order in the file, as a JSON list of numbers;
   * NaN is never among them. Both ends of the window are included; without a window, all spikes. Cost:
   * one cell per spike, charged to the request's budget.
   */
  readonly spikeTimes: Scalars['Float64List']['output'];
  /** The same as float64 bytes. Shape [spikes]. */
  readonly spikeTimesData: EncodedArray;
  /** Unit id in the file. */
  readonly unitId: Scalars['ID']['output'];
  /** Metrics of its mean waveform. */
  readonly waveform: WaveformMetrics;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitColumnsArgs = {
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitMeanWaveformArgs = {
  channels?: WaveformChannels;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitSpikeAmplitudesArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitSpikeAmplitudesDataArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitSpikeTimesArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};


/** A sorted unit: spikes attributed to one neuron. */
export type UnitSpikeTimesDataArgs = {
  start: InputMaybe<Scalars['Float']['input']>;
  stop: InputMaybe<Scalars['Float']['input']>;
};

/** A column of the units table. */
export type UnitColumn = {
  readonly __typename?: 'UnitColumn';
  /**
   * Description of the column in the file; null if there is none, or if the column has a field of its
   * own, such as `Unit.quality`.
   */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** What it holds. A text remains a text, even if it spells a number. */
  readonly kind: ColumnKind;
  /** The largest finite number; null as for `minimum`. */
  readonly maximum?: Maybe<Scalars['Float']['output']>;
  /** The smallest finite number; null if there is none, or the column holds neither numbers nor flags. */
  readonly minimum?: Maybe<Scalars['Float']['output']>;
  /** Name of the column in the file, such as `cell_type`. */
  readonly name: Scalars['String']['output'];
  /** Number of units that have a value. */
  readonly unitCount: Scalars['Int']['output'];
  /** The distinct values, in file order. Cost: one cell per value, charged to the request's budget. */
  readonly values: ReadonlyArray<Scalars['StimulusParameterValue']['output']>;
};

/**
 * A condition on a column of the units table. Everything that is given must hold; a unit without a
 * value does not pass, even if nothing is given. A column that the units table does not have gives the
 * error INVALID_ARGUMENT, which lists those that it has. In a list over several sessions, no unit of a
 * session without the column passes; it is an error only if no session has the column.
 */
export type UnitColumnFilter = {
  /** Name of the column in the file, such as `cell_type`. */
  readonly column: Scalars['String']['input'];
  /** Maximum, inclusive; no upper limit by default. It is an error as for `min`. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Minimum, inclusive; no lower limit by default. It is an error if the column holds neither numbers
   * nor flags.
   */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
  /**
   * The unit must have one of these values. Values are compared by meaning, as in
   * StimulusParameterFilter; a value that no unit has gives the error INVALID_ARGUMENT, which lists
   * some that exist.
   */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['StimulusParameterValue']['input']>>;
};

/** The value of a unit in a column of the units table. */
export type UnitColumnValue = {
  readonly __typename?: 'UnitColumnValue';
  /** Name of the column in the file. */
  readonly name: Scalars['String']['output'];
  /**
   * A number or a list of numbers, a text or a list of texts; 1 or 0 for true or false, as in
   * StimulusParameterValue.
   */
  readonly value: Scalars['StimulusParameterValue']['output'];
};

/** A page of units. */
export type UnitConnection = {
  readonly __typename?: 'UnitConnection';
  /** The same, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** The units of this page, in order. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** How many units match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * Pearson's correlation coefficients of every two units: symmetric, of shape [units, units], 1 on the
 * diagonal. Null for a unit that never varies, and for two that have fewer than three samples in
 * common. Sums of whole numbers are exact; numpy rounds along the way and may differ in the last
 * digits.
 */
export type UnitCorrelations = {
  readonly __typename?: 'UnitCorrelations';
  /** The coefficients as float64 bytes; NaN for null. */
  readonly data: EncodedArray;
  /**
   * Where to download the coefficients, and the sample counts, as a file with the ids of the units:
   * see BinnedActivity.href. Cost of a download: as for `data`.
   */
  readonly href: Scalars['String']['output'];
  /** Number of conditions, presentations or bins that both units have. Shape [units, units]. */
  readonly sampleCounts: Scalars['CountArray']['output'];
  /** The session. */
  readonly session: Session;
  /** [units, units] */
  readonly shape: ReadonlyArray<Scalars['Int']['output']>;
  /** Their `unitId`s, in order. */
  readonly unitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The units, in order (see Session.units). */
  readonly units: ReadonlyArray<Unit>;
  /** The coefficients, as JSON lists of shape [units, units]. */
  readonly values: Scalars['Float64Array']['output'];
};


/**
 * Pearson's correlation coefficients of every two units: symmetric, of shape [units, units], 1 on the
 * diagonal. Null for a unit that never varies, and for two that have fewer than three samples in
 * common. Sums of whole numbers are exact; numpy rounds along the way and may differ in the last
 * digits.
 */
export type UnitCorrelationsHrefArgs = {
  format?: ArrayFormat;
};

/** A unit and its cursor. */
export type UnitEdge = {
  readonly __typename?: 'UnitEdge';
  /** Pass it as `after` to continue after this unit. */
  readonly cursor: Scalars['String']['output'];
  /** The unit. */
  readonly node: Unit;
};

/**
 * Conditions on units, all of which must hold. The defaults ARE the AllenSDK's (`UNIT_FILTER_DEFAULTS`
 * and its validity filters), so `{}` gives the units of its `session.units`.
 *
 * Limits are inclusive; `null` switches one off. A limit of 0 is a limit (the AllenSDK takes 0 to mean
 * "no limit"). A limit on a column that the file lacks altogether does not apply. A column that is
 * there but cannot be read counts as missing for every unit, so its limit excludes them all; ignoring
 * the limit would let every unit pass unnoticed. Session.warnings names such a column.
 */
export type UnitFilter = {
  /** Maximum `amplitudeCutoff`. */
  readonly amplitudeCutoffMax?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only units of one of these areas (acronyms or short names). A name that neither the session nor
   * the atlas knows gives the error AREA_NOT_FOUND.
   */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Conditions on any columns of the units table (see Session.unitColumns), such as a laboratory's
   * `cell_type`, all of which must hold.
   */
  readonly columns?: InputMaybe<ReadonlyArray<UnitColumnFilter>>;
  /** Minimum `firingRate`, in Hz. */
  readonly firingRateMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only units with one of these `unitId`s. A unit that the session does not have gives the error
   * UNIT_NOT_FOUND.
   */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Only units in the brain, which are those with a named area. Does not apply to units whose location
   * the file does not give.
   */
  readonly inBrainOnly?: Scalars['Boolean']['input'];
  /** Maximum `isiViolations`. */
  readonly isiViolationsMax?: InputMaybe<Scalars['Float']['input']>;
  /** Ranges of any metrics, all of which must hold in addition to the limits above. */
  readonly metrics?: InputMaybe<ReadonlyArray<MetricRange>>;
  /** Minimum `presenceRatio`. */
  readonly presenceRatioMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only units of one of these probes (`probeId`s or names). An unknown probe gives the error
   * PROBE_NOT_FOUND.
   */
  readonly probes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Exclude units with a missing (NaN) amplitudeCutoff, presenceRatio or isiViolations, even if the
   * limit on it is switched off, as the AllenSDK does. False keeps such a unit if that limit is
   * switched off.
   */
  readonly requireMetrics?: Scalars['Boolean']['input'];
  /** Minimum `snr`. */
  readonly snrMin?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Only units that have a valid peak channel and the quality label `good`. If a file uses neither of
   * the labels `good` and `noise`, its labels are another laboratory's grades and are ignored. The
   * channel is ignored for a unit that has none.
   */
  readonly validOnly?: Scalars['Boolean']['input'];
};

/** A condition that the AllenSDK applies by default: a field of UnitFilter. */
export type UnitFilterCondition =
  /** `amplitudeCutoffMax`. */
  | 'AMPLITUDE_CUTOFF_MAX'
  /** `inBrainOnly`. */
  | 'IN_BRAIN_ONLY'
  /** `isiViolationsMax`. */
  | 'ISI_VIOLATIONS_MAX'
  /** `presenceRatioMin`. */
  | 'PRESENCE_RATIO_MIN'
  /** `requireMetrics`. */
  | 'REQUIRE_METRICS'
  /** `validOnly`. */
  | 'VALID_ONLY';

/** What one condition of a UnitFilter does to the units of a session. */
export type UnitFilterEffect = {
  readonly __typename?: 'UnitFilterEffect';
  /** False if the file lacks what the condition is about; it then excludes no unit. */
  readonly applies: Scalars['Boolean']['output'];
  /** Which condition. */
  readonly condition: UnitFilterCondition;
  /** Number of units that fail this condition, whether or not they fail others too. */
  readonly excludedCount: Scalars['Int']['output'];
};

/** A quality or waveform metric of units, in the unit of measurement of the field. */
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

/** A sort key of units. */
export type UnitOrder = {
  /** What to sort by. */
  readonly by: UnitSortKey;
  /** Sort direction. Missing values come last in either direction. */
  readonly direction?: SortDirection;
};

/** What units can be sorted by. */
export type UnitSortKey =
  /** `Unit.amplitudeCutoff`. */
  | 'AMPLITUDE_CUTOFF'
  /** Acronym of the area; units outside the brain come last. */
  | 'AREA'
  /** `Channel.channelId` of the peak channel, as a number. */
  | 'CHANNEL'
  /** `Unit.cumulativeDrift`. */
  | 'CUMULATIVE_DRIFT'
  /** `Unit.dPrime`. */
  | 'D_PRIME'
  /** `Unit.firingRate`. */
  | 'FIRING_RATE'
  /** `Unit.unitId`, as a number. */
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
  /** `Unit.spikeCount`. */
  | 'SPIKE_COUNT'
  /** Position of the peak channel along the probe, measured from the tip, so the deepest come first. */
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

/** Three numbers along, or around, the axes of the rig. */
export type Vector = {
  readonly __typename?: 'Vector';
  /** Along or around x. */
  readonly x?: Maybe<Scalars['Float']['output']>;
  /** Along or around y. */
  readonly y?: Maybe<Scalars['Float']['output']>;
  /** Along or around z. */
  readonly z?: Maybe<Scalars['Float']['output']>;
};

/** Which channels of a mean waveform to return. */
export type WaveformChannels =
  /**
   * All rows as stored, including those of channels that the electrodes table does not list (reference
   * channels).
   */
  | 'ALL'
  /**
   * Only the unit's peak channel. A waveform with a single row is of that channel, even if the file
   * does not say which one it is.
   */
  | 'PEAK'
  /**
   * The channels that the file marks as valid, as in the AllenSDK; all known channels if it does not
   * mark them.
   */
  | 'VALID';

/** Metrics of a unit's mean waveform on its peak channel. */
export type WaveformMetrics = {
  readonly __typename?: 'WaveformMetrics';
  /** Amplitude from trough to peak, in µV. */
  readonly amplitude?: Maybe<Scalars['Float']['output']>;
  /** Time from trough to peak, in ms. */
  readonly duration?: Maybe<Scalars['Float']['output']>;
  /** Width at half amplitude, in ms. */
  readonly halfwidth?: Maybe<Scalars['Float']['output']>;
  /** Height of the peak relative to the trough. */
  readonly ptRatio?: Maybe<Scalars['Float']['output']>;
  /** Slope after the peak, in V/s. */
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




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  ActivityAround:
    | ( AlignedActivityModel )
    | ( EventActivityModel )
  ;
  Node:
    | ( ChannelModel )
    | ( OptogeneticEpochModel )
    | ( ProbeModel )
    | ( SessionModel )
    | ( StimulusConditionModel )
    | ( StimulusEpochModel )
    | ( StimulusPresentationModel )
    | ( StoredSeriesModel )
    | ( UnitModel )
  ;
  StimulusParameters:
    | ( StimulusConditionModel )
    | ( StimulusPresentationModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivityAround: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ActivityAround']>;
  ActivityGrid: ResolverTypeWrapper<ActivityGridModel>;
  ActivityGroup: ResolverTypeWrapper<ActivityGroupModel>;
  ActivityStatistic: ActivityStatistic;
  ActivityUnit: ActivityUnit;
  AlignedActivity: ResolverTypeWrapper<AlignedActivityModel>;
  AlignedLfp: ResolverTypeWrapper<AlignedLfpModel>;
  AlignedSignal: ResolverTypeWrapper<SignalModel>;
  AlignedSpikes: ResolverTypeWrapper<AlignedActivityModel>;
  AnalysisMetric: ResolverTypeWrapper<AnalysisMetric>;
  AnalysisMetrics: ResolverTypeWrapper<AnalysisMetricsModel>;
  Area: ResolverTypeWrapper<AreaModel>;
  AreaSource: AreaSource;
  AreaSummary: ResolverTypeWrapper<AreaSummary>;
  ArrayFormat: ArrayFormat;
  Base64: ResolverTypeWrapper<Scalars['Base64']['output']>;
  Baseline: Baseline;
  BaselineMethod: BaselineMethod;
  BaselineWindow: BaselineWindow;
  BinRange: BinRange;
  BinnedActivity: ResolverTypeWrapper<BinnedActivityModel>;
  BinnedSignal: ResolverTypeWrapper<SignalModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Channel: ResolverTypeWrapper<ChannelModel>;
  ChannelConnection: ResolverTypeWrapper<Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversTypes['Channel']> }>;
  ChannelEdge: ResolverTypeWrapper<Omit<ChannelEdge, 'node'> & { node: ResolversTypes['Channel'] }>;
  ChannelFilter: ChannelFilter;
  ChannelStructureInterval: ResolverTypeWrapper<ChannelStructureInterval>;
  ColumnFilter: ColumnFilter;
  ColumnKind: ColumnKind;
  CorrelationKind: CorrelationKind;
  CorrelogramPairs: CorrelogramPairs;
  CorrelogramUnit: CorrelogramUnit;
  Correlograms: ResolverTypeWrapper<CorrelogramsModel>;
  CountArray: ResolverTypeWrapper<Scalars['CountArray']['output']>;
  CountMatrix: ResolverTypeWrapper<Scalars['CountMatrix']['output']>;
  Crossings: Crossings;
  CurrentSourceDensity: ResolverTypeWrapper<SeriesModel>;
  Dataset: ResolverTypeWrapper<DatasetModel>;
  DatasetFormat: DatasetFormat;
  DetailedStimulusParameters: ResolverTypeWrapper<ParameterRowModel>;
  EdgeRule: EdgeRule;
  EllipseFits: ResolverTypeWrapper<EllipseModel>;
  EncodedArray: ResolverTypeWrapper<EncodedArray>;
  EncodedMatrix: ResolverTypeWrapper<EncodedMatrix>;
  EpochFilter: EpochFilter;
  EventActivity: ResolverTypeWrapper<EventActivityModel>;
  EventFilter: EventFilter;
  EventGroup: ResolverTypeWrapper<EventGroupModel>;
  EventGrouping: EventGrouping;
  EventLfp: ResolverTypeWrapper<EventLfpModel>;
  EventSource: EventSource;
  EventSpikes: ResolverTypeWrapper<EventActivityModel>;
  EyeTracking: ResolverTypeWrapper<SeriesModel>;
  FileAttribute: ResolverTypeWrapper<FileAttributeModel>;
  FileDataset: ResolverTypeWrapper<FileDatasetModel>;
  FileElementKind: FileElementKind;
  FileFilter: ResolverTypeWrapper<FileFilter>;
  FileLayout: FileLayout;
  FileMember: ResolverTypeWrapper<FileObjectModel>;
  FileMemberConnection: ResolverTypeWrapper<Omit<FileMemberConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FileMemberEdge']>, nodes: ReadonlyArray<ResolversTypes['FileMember']> }>;
  FileMemberEdge: ResolverTypeWrapper<Omit<FileMemberEdge, 'node'> & { node: ResolversTypes['FileMember'] }>;
  FileObject: ResolverTypeWrapper<FileObjectModel>;
  FileObjectKind: FileObjectKind;
  FileStorage: ResolverTypeWrapper<FileStorage>;
  FileValue: ResolverTypeWrapper<Scalars['FileValue']['output']>;
  FileValues: ResolverTypeWrapper<FileValues>;
  FirstSpikeStatistics: ResolverTypeWrapper<FirstSpikeStatisticsModel>;
  FirstSpikes: ResolverTypeWrapper<FirstSpikesModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Float64Array: ResolverTypeWrapper<Scalars['Float64Array']['output']>;
  Float64List: ResolverTypeWrapper<Scalars['Float64List']['output']>;
  FloatDtype: FloatDtype;
  GazeMapping: ResolverTypeWrapper<SeriesModel>;
  GridAxis: ResolverTypeWrapper<GridAxis>;
  HistogramBins: HistogramBins;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Int32List: ResolverTypeWrapper<Scalars['Int32List']['output']>;
  InterPresentationIntervals: ResolverTypeWrapper<InterPresentationIntervalsModel>;
  IntervalActivity: ResolverTypeWrapper<IntervalActivityModel>;
  IntervalColumn: ResolverTypeWrapper<IntervalColumnModel>;
  IntervalEvents: IntervalEvents;
  IntervalRow: ResolverTypeWrapper<IntervalRowModel>;
  IntervalRowConnection: ResolverTypeWrapper<Omit<IntervalRowConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['IntervalRowEdge']>, nodes: ReadonlyArray<ResolversTypes['IntervalRow']> }>;
  IntervalRowEdge: ResolverTypeWrapper<Omit<IntervalRowEdge, 'node'> & { node: ResolversTypes['IntervalRow'] }>;
  IntervalTable: ResolverTypeWrapper<IntervalTableModel>;
  InvalidTime: ResolverTypeWrapper<InvalidTime>;
  IsiHistogram: ResolverTypeWrapper<IsiHistogramModel>;
  IsiViolations: ResolverTypeWrapper<IsiViolationsModel>;
  JitterCorrectedCorrelograms: ResolverTypeWrapper<JitterCorrectedCorrelogramsModel>;
  LfpAverage: ResolverTypeWrapper<LfpAverageModel>;
  LfpGroup: ResolverTypeWrapper<LfpGroupModel>;
  LfpSpectrum: ResolverTypeWrapper<LfpSpectrumModel>;
  LfpStatistic: LfpStatistic;
  LocalFieldPotential: ResolverTypeWrapper<SeriesModel>;
  MatrixDtype: MatrixDtype;
  MatrixEncoding: MatrixEncoding;
  MatrixFormat: MatrixFormat;
  MeanWaveform: ResolverTypeWrapper<MeanWaveformModel>;
  MetricRange: MetricRange;
  MetricRule: MetricRule;
  Node: ResolverTypeWrapper<NodeModel>;
  ObservedTime: ResolverTypeWrapper<ObservedTime>;
  OptogeneticEpoch: ResolverTypeWrapper<OptogeneticEpochModel>;
  OptogeneticFilter: OptogeneticFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlaceState: PlaceState;
  PresentationFilter: PresentationFilter;
  PresentationGrouping: PresentationGrouping;
  Probe: ResolverTypeWrapper<ProbeModel>;
  ProbeConnection: ResolverTypeWrapper<Omit<ProbeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ProbeEdge']>, nodes: ReadonlyArray<ResolversTypes['Probe']> }>;
  ProbeEdge: ResolverTypeWrapper<Omit<ProbeEdge, 'node'> & { node: ResolversTypes['Probe'] }>;
  ProbeFilter: ProbeFilter;
  PublishedSession: ResolverTypeWrapper<PublishedSession>;
  QualityMetricRule: QualityMetricRule;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateKernel: RateKernel;
  RawRunning: ResolverTypeWrapper<SeriesModel>;
  ReceptiveFields: ResolverTypeWrapper<ReceptiveFieldsModel>;
  RefusedFile: ResolverTypeWrapper<RefusedFile>;
  Resample: Resample;
  ResponseMetrics: ResolverTypeWrapper<ResponseMetricsModel>;
  ResponsePeaks: ResolverTypeWrapper<ResponsePeaksModel>;
  ResponseStimulus: ResponseStimulus;
  Rig: ResolverTypeWrapper<Rig>;
  RunningSpeed: ResolverTypeWrapper<SeriesModel>;
  SampleLookup: SampleLookup;
  SampleStatistic: SampleStatistic;
  ScreenGaze: ResolverTypeWrapper<Omit<ScreenGaze, 'filtered' | 'raw'> & { filtered?: Maybe<ResolversTypes['GazeMapping']>, raw?: Maybe<ResolversTypes['GazeMapping']> }>;
  ServedPlace: ResolverTypeWrapper<ServedPlace>;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionConnection: ResolverTypeWrapper<Omit<SessionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['SessionEdge']>, nodes: ReadonlyArray<ResolversTypes['Session']> }>;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  SessionFilter: SessionFilter;
  SessionWarning: ResolverTypeWrapper<SessionWarning>;
  SessionWarningCode: SessionWarningCode;
  Signal: Signal;
  SignalAxis: SignalAxis;
  SignalRange: SignalRange;
  SignalSource: SignalSource;
  SignalTuning: ResolverTypeWrapper<SignalTuningModel>;
  SlidingCounts: ResolverTypeWrapper<SlidingCountsModel>;
  SmoothedRates: ResolverTypeWrapper<SmoothedRatesModel>;
  SortDirection: SortDirection;
  SparseMatrix: ResolverTypeWrapper<SparseMatrix>;
  SpikeTrainStatistics: ResolverTypeWrapper<SpikeTrainStatisticsModel>;
  SpikeTriggeredLfp: ResolverTypeWrapper<SpikeTriggeredLfpModel>;
  StimulusCondition: ResolverTypeWrapper<StimulusConditionModel>;
  StimulusEpoch: ResolverTypeWrapper<StimulusEpochModel>;
  StimulusParameter: ResolverTypeWrapper<StimulusParameter>;
  StimulusParameterFilter: StimulusParameterFilter;
  StimulusParameterValue: ResolverTypeWrapper<Scalars['StimulusParameterValue']['output']>;
  StimulusParameterValues: ResolverTypeWrapper<StimulusParameterValues>;
  StimulusParameters: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['StimulusParameters']>;
  StimulusPresentation: ResolverTypeWrapper<StimulusPresentationModel>;
  StimulusPresentationConnection: ResolverTypeWrapper<Omit<StimulusPresentationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StimulusPresentationEdge']>, nodes: ReadonlyArray<ResolversTypes['StimulusPresentation']> }>;
  StimulusPresentationEdge: ResolverTypeWrapper<Omit<StimulusPresentationEdge, 'node'> & { node: ResolversTypes['StimulusPresentation'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subject: ResolverTypeWrapper<Subject>;
  TableFormat: TableFormat;
  TimeOrigin: TimeOrigin;
  TimeSeries: ResolverTypeWrapper<StoredSeriesModel>;
  TimeSeriesColumn: TimeSeriesColumn;
  TimeSeriesEvents: TimeSeriesEvents;
  TimeSeriesSamples: ResolverTypeWrapper<SeriesModel>;
  TimeSpan: ResolverTypeWrapper<TimeSpan>;
  TimeSpanInput: TimeSpanInput;
  TrainStatistic: TrainStatistic;
  Unit: ResolverTypeWrapper<UnitModel>;
  UnitColumn: ResolverTypeWrapper<UnitColumnModel>;
  UnitColumnFilter: UnitColumnFilter;
  UnitColumnValue: ResolverTypeWrapper<UnitColumnValue>;
  UnitConnection: ResolverTypeWrapper<Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversTypes['Unit']> }>;
  UnitCorrelations: ResolverTypeWrapper<UnitCorrelationsModel>;
  UnitEdge: ResolverTypeWrapper<Omit<UnitEdge, 'node'> & { node: ResolversTypes['Unit'] }>;
  UnitFilter: UnitFilter;
  UnitFilterCondition: UnitFilterCondition;
  UnitFilterEffect: ResolverTypeWrapper<UnitFilterEffect>;
  UnitMetric: UnitMetric;
  UnitOrder: UnitOrder;
  UnitSortKey: UnitSortKey;
  Vector: ResolverTypeWrapper<Vector>;
  WaveformChannels: WaveformChannels;
  WaveformMetrics: ResolverTypeWrapper<UnitModel>;
  WholeNumber: ResolverTypeWrapper<Scalars['WholeNumber']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivityAround: ResolversInterfaceTypes<ResolversParentTypes>['ActivityAround'];
  ActivityGrid: ActivityGridModel;
  ActivityGroup: ActivityGroupModel;
  AlignedActivity: AlignedActivityModel;
  AlignedLfp: AlignedLfpModel;
  AlignedSignal: SignalModel;
  AlignedSpikes: AlignedActivityModel;
  AnalysisMetric: AnalysisMetric;
  AnalysisMetrics: AnalysisMetricsModel;
  Area: AreaModel;
  AreaSummary: AreaSummary;
  Base64: Scalars['Base64']['output'];
  Baseline: Baseline;
  BaselineWindow: BaselineWindow;
  BinRange: BinRange;
  BinnedActivity: BinnedActivityModel;
  BinnedSignal: SignalModel;
  Boolean: Scalars['Boolean']['output'];
  Channel: ChannelModel;
  ChannelConnection: Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Channel']> };
  ChannelEdge: Omit<ChannelEdge, 'node'> & { node: ResolversParentTypes['Channel'] };
  ChannelFilter: ChannelFilter;
  ChannelStructureInterval: ChannelStructureInterval;
  ColumnFilter: ColumnFilter;
  Correlograms: CorrelogramsModel;
  CountArray: Scalars['CountArray']['output'];
  CountMatrix: Scalars['CountMatrix']['output'];
  Crossings: Crossings;
  CurrentSourceDensity: SeriesModel;
  Dataset: DatasetModel;
  DetailedStimulusParameters: ParameterRowModel;
  EllipseFits: EllipseModel;
  EncodedArray: EncodedArray;
  EncodedMatrix: EncodedMatrix;
  EpochFilter: EpochFilter;
  EventActivity: EventActivityModel;
  EventFilter: EventFilter;
  EventGroup: EventGroupModel;
  EventLfp: EventLfpModel;
  EventSource: EventSource;
  EventSpikes: EventActivityModel;
  EyeTracking: SeriesModel;
  FileAttribute: FileAttributeModel;
  FileDataset: FileDatasetModel;
  FileFilter: FileFilter;
  FileMember: FileObjectModel;
  FileMemberConnection: Omit<FileMemberConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FileMemberEdge']>, nodes: ReadonlyArray<ResolversParentTypes['FileMember']> };
  FileMemberEdge: Omit<FileMemberEdge, 'node'> & { node: ResolversParentTypes['FileMember'] };
  FileObject: FileObjectModel;
  FileStorage: FileStorage;
  FileValue: Scalars['FileValue']['output'];
  FileValues: FileValues;
  FirstSpikeStatistics: FirstSpikeStatisticsModel;
  FirstSpikes: FirstSpikesModel;
  Float: Scalars['Float']['output'];
  Float64Array: Scalars['Float64Array']['output'];
  Float64List: Scalars['Float64List']['output'];
  GazeMapping: SeriesModel;
  GridAxis: GridAxis;
  HistogramBins: HistogramBins;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Int32List: Scalars['Int32List']['output'];
  InterPresentationIntervals: InterPresentationIntervalsModel;
  IntervalActivity: IntervalActivityModel;
  IntervalColumn: IntervalColumnModel;
  IntervalEvents: IntervalEvents;
  IntervalRow: IntervalRowModel;
  IntervalRowConnection: Omit<IntervalRowConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['IntervalRowEdge']>, nodes: ReadonlyArray<ResolversParentTypes['IntervalRow']> };
  IntervalRowEdge: Omit<IntervalRowEdge, 'node'> & { node: ResolversParentTypes['IntervalRow'] };
  IntervalTable: IntervalTableModel;
  InvalidTime: InvalidTime;
  IsiHistogram: IsiHistogramModel;
  IsiViolations: IsiViolationsModel;
  JitterCorrectedCorrelograms: JitterCorrectedCorrelogramsModel;
  LfpAverage: LfpAverageModel;
  LfpGroup: LfpGroupModel;
  LfpSpectrum: LfpSpectrumModel;
  LocalFieldPotential: SeriesModel;
  MeanWaveform: MeanWaveformModel;
  MetricRange: MetricRange;
  Node: NodeModel;
  ObservedTime: ObservedTime;
  OptogeneticEpoch: OptogeneticEpochModel;
  OptogeneticFilter: OptogeneticFilter;
  PageInfo: PageInfo;
  PresentationFilter: PresentationFilter;
  Probe: ProbeModel;
  ProbeConnection: Omit<ProbeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ProbeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Probe']> };
  ProbeEdge: Omit<ProbeEdge, 'node'> & { node: ResolversParentTypes['Probe'] };
  ProbeFilter: ProbeFilter;
  PublishedSession: PublishedSession;
  Query: Record<PropertyKey, never>;
  RateKernel: RateKernel;
  RawRunning: SeriesModel;
  ReceptiveFields: ReceptiveFieldsModel;
  RefusedFile: RefusedFile;
  ResponseMetrics: ResponseMetricsModel;
  ResponsePeaks: ResponsePeaksModel;
  Rig: Rig;
  RunningSpeed: SeriesModel;
  ScreenGaze: Omit<ScreenGaze, 'filtered' | 'raw'> & { filtered?: Maybe<ResolversParentTypes['GazeMapping']>, raw?: Maybe<ResolversParentTypes['GazeMapping']> };
  ServedPlace: ServedPlace;
  ServerInfo: ServerInfo;
  Session: SessionModel;
  SessionConnection: Omit<SessionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['SessionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Session']> };
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  SessionFilter: SessionFilter;
  SessionWarning: SessionWarning;
  SignalAxis: SignalAxis;
  SignalRange: SignalRange;
  SignalSource: SignalSource;
  SignalTuning: SignalTuningModel;
  SlidingCounts: SlidingCountsModel;
  SmoothedRates: SmoothedRatesModel;
  SparseMatrix: SparseMatrix;
  SpikeTrainStatistics: SpikeTrainStatisticsModel;
  SpikeTriggeredLfp: SpikeTriggeredLfpModel;
  StimulusCondition: StimulusConditionModel;
  StimulusEpoch: StimulusEpochModel;
  StimulusParameter: StimulusParameter;
  StimulusParameterFilter: StimulusParameterFilter;
  StimulusParameterValue: Scalars['StimulusParameterValue']['output'];
  StimulusParameterValues: StimulusParameterValues;
  StimulusParameters: ResolversInterfaceTypes<ResolversParentTypes>['StimulusParameters'];
  StimulusPresentation: StimulusPresentationModel;
  StimulusPresentationConnection: Omit<StimulusPresentationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StimulusPresentationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StimulusPresentation']> };
  StimulusPresentationEdge: Omit<StimulusPresentationEdge, 'node'> & { node: ResolversParentTypes['StimulusPresentation'] };
  String: Scalars['String']['output'];
  Subject: Subject;
  TimeSeries: StoredSeriesModel;
  TimeSeriesColumn: TimeSeriesColumn;
  TimeSeriesEvents: TimeSeriesEvents;
  TimeSeriesSamples: SeriesModel;
  TimeSpan: TimeSpan;
  TimeSpanInput: TimeSpanInput;
  Unit: UnitModel;
  UnitColumn: UnitColumnModel;
  UnitColumnFilter: UnitColumnFilter;
  UnitColumnValue: UnitColumnValue;
  UnitConnection: Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Unit']> };
  UnitCorrelations: UnitCorrelationsModel;
  UnitEdge: Omit<UnitEdge, 'node'> & { node: ResolversParentTypes['Unit'] };
  UnitFilter: UnitFilter;
  UnitFilterEffect: UnitFilterEffect;
  UnitOrder: UnitOrder;
  Vector: Vector;
  WaveformMetrics: UnitModel;
  WholeNumber: Scalars['WholeNumber']['output'];
};

export type ActivityAroundResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityAround'] = ResolversParentTypes['ActivityAround']> = {
  __resolveType: TypeResolveFn<'AlignedActivity' | 'EventActivity', ParentType, ContextType>;
};

export type ActivityGridResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityGrid'] = ResolversParentTypes['ActivityGrid']> = {
  axes?: Resolver<ReadonlyArray<ResolversTypes['GridAxis']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<ActivityGridDataArgs, 'statistic' | 'unit'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ActivityGridHrefArgs, 'format' | 'statistic' | 'unit'>>;
  mean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGridMeanArgs, 'unit'>>;
  observedPresentationCounts?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  presentationCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeCounts?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGridStandardDeviationArgs, 'unit'>>;
  standardError?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGridStandardErrorArgs, 'unit'>>;
};

export type ActivityGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityGroup'] = ResolversParentTypes['ActivityGroup']> = {
  condition?: Resolver<Maybe<ResolversTypes['StimulusCondition']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<ActivityGroupDataArgs, 'statistic' | 'unit'>>;
  epoch?: Resolver<Maybe<ResolversTypes['StimulusEpoch']>, ParentType, ContextType>;
  firstSpikes?: Resolver<ResolversTypes['FirstSpikeStatistics'], ParentType, ContextType, RequireFields<ActivityGroupFirstSpikesArgs, 'from' | 'until'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ActivityGroupHrefArgs, 'format' | 'statistic' | 'unit'>>;
  mean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGroupMeanArgs, 'unit'>>;
  observedPresentationCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameter']>, ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  presentationIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  responsePeaks?: Resolver<ResolversTypes['ResponsePeaks'], ParentType, ContextType, RequireFields<ActivityGroupResponsePeaksArgs, 'from' | 'unit'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeCounts?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGroupStandardDeviationArgs, 'unit'>>;
  standardError?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<ActivityGroupStandardErrorArgs, 'unit'>>;
  stimulusName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AlignedActivityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlignedActivity'] = ResolversParentTypes['AlignedActivity']> = {
  anchorTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  binCentres?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  correlations?: Resolver<ResolversTypes['UnitCorrelations'], ParentType, ContextType, RequireFields<AlignedActivityCorrelationsArgs, 'includeBlanks' | 'kind' | 'unit'>>;
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  edges?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  firstSpikes?: Resolver<ResolversTypes['FirstSpikes'], ParentType, ContextType, RequireFields<AlignedActivityFirstSpikesArgs, 'from' | 'until'>>;
  grid?: Resolver<ResolversTypes['ActivityGrid'], ParentType, ContextType, RequireFields<AlignedActivityGridArgs, 'parameters'>>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['ActivityGroup']>, ParentType, ContextType, RequireFields<AlignedActivityGroupsArgs, 'by'>>;
  groupsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedActivityGroupsHrefArgs, 'by' | 'format' | 'statistic' | 'unit'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedActivityHrefArgs, 'format'>>;
  jitterCorrectedCorrelograms?: Resolver<ResolversTypes['JitterCorrectedCorrelograms'], ParentType, ContextType, RequireFields<AlignedActivityJitterCorrectedCorrelogramsArgs, 'jitterWindow' | 'lagCount' | 'minimumRate'>>;
  presentationIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<Maybe<ResolversTypes['AlignedSignal']>>, ParentType, ContextType, RequireFields<AlignedActivitySignalsArgs, 'edgeRule' | 'of' | 'statistic'>>;
  spikes?: Resolver<ResolversTypes['AlignedSpikes'], ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  stopTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlignedLfpResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlignedLfp'] = ResolversParentTypes['AlignedLfp']> = {
  binCentres?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  edges?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['LfpGroup']>, ParentType, ContextType, RequireFields<AlignedLfpGroupsArgs, 'by'>>;
  groupsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedLfpGroupsHrefArgs, 'by' | 'format' | 'statistic'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedLfpHrefArgs, 'format'>>;
  presentationIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type AlignedSignalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlignedSignal'] = ResolversParentTypes['AlignedSignal']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedSignalHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type AlignedSpikesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AlignedSpikes'] = ResolversParentTypes['AlignedSpikes']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlignedSpikesHrefArgs, 'format'>>;
  presentationIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  spikeTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  timesSinceStart?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unitIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
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
  prefFrameNs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  binCoverage?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  binSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cellCoverage?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  correlations?: Resolver<ResolversTypes['UnitCorrelations'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountMatrix'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedMatrix'], ParentType, ContextType, RequireFields<BinnedActivityDataArgs, 'dtype' | 'encoding'>>;
  epoch?: Resolver<Maybe<ResolversTypes['StimulusEpoch']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<BinnedActivityHrefArgs, 'format'>>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  populationRate?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Float']>>>, ParentType, ContextType>;
  rates?: Resolver<ResolversTypes['SmoothedRates'], ParentType, ContextType, RequireFields<BinnedActivityRatesArgs, 'kernel'>>;
  runningSpeed?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<Maybe<ResolversTypes['BinnedSignal']>>, ParentType, ContextType, RequireFields<BinnedActivitySignalsArgs, 'of' | 'statistic'>>;
  sliding?: Resolver<ResolversTypes['SlidingCounts'], ParentType, ContextType, RequireFields<BinnedActivitySlidingArgs, 'stride'>>;
  sparse?: Resolver<ResolversTypes['SparseMatrix'], ParentType, ContextType>;
  spikeCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stop?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  touchesInvalidTime?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unitCoverage?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  unitRates?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type BinnedSignalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BinnedSignal'] = ResolversParentTypes['BinnedSignal']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<BinnedSignalHrefArgs, 'format'>>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  anteriorPosteriorCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dorsalVentralCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  filtering?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  horizontalPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftRightCcf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  localIndex?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  probe?: Resolver<Maybe<ResolversTypes['Probe']>, ParentType, ContextType>;
  publishedArea?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  structureId?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<ChannelUnitCountArgs, 'where'>>;
  valid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  verticalPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type ChannelStructureIntervalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ChannelStructureInterval'] = ResolversParentTypes['ChannelStructureInterval']> = {
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channelIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CorrelogramsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Correlograms'] = ResolversParentTypes['Correlograms']> = {
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<CorrelogramsDataArgs, 'unit'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CorrelogramsHrefArgs, 'format' | 'unit'>>;
  lags?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  referenceIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  referenceSpikeCounts?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeTimeTiling?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType, RequireFields<CorrelogramsSpikeTimeTilingArgs, 'dt'>>;
  spikeTimeTilingHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CorrelogramsSpikeTimeTilingHrefArgs, 'dt' | 'format'>>;
  targetIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  targetSpikeCounts?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<CorrelogramsValuesArgs, 'unit'>>;
};

export interface CountArrayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountArray'], any> {
  name: 'CountArray';
}

export interface CountMatrixScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountMatrix'], any> {
  name: 'CountMatrix';
}

export type CurrentSourceDensityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CurrentSourceDensity'] = ResolversParentTypes['CurrentSourceDensity']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  horizontalPositions?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CurrentSourceDensityHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  verticalPositions?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  cellCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  epochs?: Resolver<ReadonlyArray<ResolversTypes['StimulusEpoch']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DatasetHrefArgs, 'format'>>;
  matrixCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type DetailedStimulusParametersResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DetailedStimulusParameters'] = ResolversParentTypes['DetailedStimulusParameters']> = {
  colorTriplet?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  dotCount?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  dotLife?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dotSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fieldPosition?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  fieldShape?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldSize?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opacity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EllipseFitsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EllipseFits'] = ResolversParentTypes['EllipseFits']> = {
  centerX?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  centerY?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  phi?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

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

export type EventActivityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventActivity'] = ResolversParentTypes['EventActivity']> = {
  anchorTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  binCentres?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  edges?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  firstSpikes?: Resolver<ResolversTypes['FirstSpikes'], ParentType, ContextType, RequireFields<EventActivityFirstSpikesArgs, 'from' | 'until'>>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['EventGroup']>, ParentType, ContextType, RequireFields<EventActivityGroupsArgs, 'by'>>;
  groupsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventActivityGroupsHrefArgs, 'by' | 'format' | 'statistic' | 'unit'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventActivityHrefArgs, 'format'>>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<Maybe<ResolversTypes['AlignedSignal']>>, ParentType, ContextType, RequireFields<EventActivitySignalsArgs, 'edgeRule' | 'of' | 'statistic'>>;
  sourceIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  spikes?: Resolver<ResolversTypes['EventSpikes'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventGroup'] = ResolversParentTypes['EventGroup']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<EventGroupDataArgs, 'statistic' | 'unit'>>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  firstSpikes?: Resolver<ResolversTypes['FirstSpikeStatistics'], ParentType, ContextType, RequireFields<EventGroupFirstSpikesArgs, 'from' | 'until'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventGroupHrefArgs, 'format' | 'statistic' | 'unit'>>;
  mean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<EventGroupMeanArgs, 'unit'>>;
  observedEventCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  responsePeaks?: Resolver<ResolversTypes['ResponsePeaks'], ParentType, ContextType, RequireFields<EventGroupResponsePeaksArgs, 'from' | 'unit'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeCounts?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<EventGroupStandardDeviationArgs, 'unit'>>;
  standardError?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<EventGroupStandardErrorArgs, 'unit'>>;
  value?: Resolver<Maybe<ResolversTypes['StimulusParameterValue']>, ParentType, ContextType>;
};

export type EventLfpResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventLfp'] = ResolversParentTypes['EventLfp']> = {
  average?: Resolver<ResolversTypes['LfpAverage'], ParentType, ContextType>;
  binCentres?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  edges?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventLfpHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type EventSpikesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EventSpikes'] = ResolversParentTypes['EventSpikes']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventSpikesHrefArgs, 'format'>>;
  spikeTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  timesSinceEvent?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unitIndexes?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
};

export type EyeTrackingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EyeTracking'] = ResolversParentTypes['EyeTracking']> = {
  cornealReflection?: Resolver<Maybe<ResolversTypes['EllipseFits']>, ParentType, ContextType>;
  eye?: Resolver<Maybe<ResolversTypes['EllipseFits']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EyeTrackingHrefArgs, 'format'>>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pupil?: Resolver<Maybe<ResolversTypes['EllipseFits']>, ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type FileAttributeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileAttribute'] = ResolversParentTypes['FileAttribute']> = {
  dtype?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holds?: Resolver<Maybe<ResolversTypes['FileElementKind']>, ParentType, ContextType>;
  isShortened?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shape?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WholeNumber']>>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['FileValue']>, ParentType, ContextType>;
};

export type FileDatasetResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileDataset'] = ResolversParentTypes['FileDataset']> = {
  dtype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['FileElementKind'], ParentType, ContextType>;
  shape?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WholeNumber']>>, ParentType, ContextType>;
  storage?: Resolver<Maybe<ResolversTypes['FileStorage']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ResolversTypes['FileValues']>, ParentType, ContextType, RequireFields<FileDatasetValuesArgs, 'textLength'>>;
};

export type FileFilterResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileFilter'] = ResolversParentTypes['FileFilter']> = {
  id?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
};

export type FileMemberResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileMember'] = ResolversParentTypes['FileMember']> = {
  attributeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dataset?: Resolver<Maybe<ResolversTypes['FileDataset']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['FileObjectKind']>, ParentType, ContextType>;
  linkTarget?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neurodataType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileMemberConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileMemberConnection'] = ResolversParentTypes['FileMemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FileMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FileMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FileMemberEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileMemberEdge'] = ResolversParentTypes['FileMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FileMember'], ParentType, ContextType>;
};

export type FileObjectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileObject'] = ResolversParentTypes['FileObject']> = {
  attributeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  attributes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FileAttribute']>>, ParentType, ContextType, RequireFields<FileObjectAttributesArgs, 'first'>>;
  children?: Resolver<Maybe<ResolversTypes['FileMemberConnection']>, ParentType, ContextType, RequireFields<FileObjectChildrenArgs, 'first'>>;
  dataset?: Resolver<Maybe<ResolversTypes['FileDataset']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['FileObjectKind']>, ParentType, ContextType>;
  linkTarget?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neurodataType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileStorageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileStorage'] = ResolversParentTypes['FileStorage']> = {
  chunkCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chunkShape?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WholeNumber']>>, ParentType, ContextType>;
  filters?: Resolver<ReadonlyArray<ResolversTypes['FileFilter']>, ParentType, ContextType>;
  layout?: Resolver<ResolversTypes['FileLayout'], ParentType, ContextType>;
  storedBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface FileValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FileValue'], any> {
  name: 'FileValue';
}

export type FileValuesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FileValues'] = ResolversParentTypes['FileValues']> = {
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  shortenedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ReadonlyArray<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['FileValue']>>, ParentType, ContextType>;
};

export type FirstSpikeStatisticsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FirstSpikeStatistics'] = ResolversParentTypes['FirstSpikeStatistics']> = {
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FirstSpikeStatisticsHrefArgs, 'allGroups' | 'format'>>;
  lowerQuartiles?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  medians?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  respondedCounts?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  upperQuartiles?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type FirstSpikesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FirstSpikes'] = ResolversParentTypes['FirstSpikes']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FirstSpikesHrefArgs, 'format'>>;
  latencies?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface Float64ArrayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Float64Array'], any> {
  name: 'Float64Array';
}

export interface Float64ListScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Float64List'], any> {
  name: 'Float64List';
}

export type GazeMappingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['GazeMapping'] = ResolversParentTypes['GazeMapping']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  eyeArea?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<GazeMappingHrefArgs, 'format'>>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pupilArea?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  screenX?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  screenY?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  sphericalX?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  sphericalY?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type GridAxisResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['GridAxis'] = ResolversParentTypes['GridAxis']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameterValue']>, ParentType, ContextType>;
};

export interface Int32ListScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Int32List'], any> {
  name: 'Int32List';
}

export type InterPresentationIntervalsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InterPresentationIntervals'] = ResolversParentTypes['InterPresentationIntervals']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromIds?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InterPresentationIntervalsHrefArgs, 'format'>>;
  intervals?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  toIds?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
};

export type IntervalActivityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalActivity'] = ResolversParentTypes['IntervalActivity']> = {
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IntervalActivityHrefArgs, 'format'>>;
  rates?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  ratesData?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  stopTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type IntervalColumnResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalColumn'] = ResolversParentTypes['IntervalColumn']> = {
  data?: Resolver<Maybe<ResolversTypes['EncodedArray']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ColumnKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  numbers?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['StimulusParameterValue']>>, ParentType, ContextType>;
};

export type IntervalRowResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalRow'] = ResolversParentTypes['IntervalRow']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameter']>, ParentType, ContextType, Partial<IntervalRowValuesArgs>>;
};

export type IntervalRowConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalRowConnection'] = ResolversParentTypes['IntervalRowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IntervalRowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['IntervalRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IntervalRowEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalRowEdge'] = ResolversParentTypes['IntervalRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IntervalRow'], ParentType, ContextType>;
};

export type IntervalTableResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IntervalTable'] = ResolversParentTypes['IntervalTable']> = {
  column?: Resolver<ResolversTypes['IntervalColumn'], ParentType, ContextType, RequireFields<IntervalTableColumnArgs, 'name'>>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['IntervalColumn']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IntervalTableHrefArgs, 'format'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['IntervalRowConnection'], ParentType, ContextType, RequireFields<IntervalTableRowsArgs, 'first'>>;
};

export type InvalidTimeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InvalidTime'] = ResolversParentTypes['InvalidTime']> = {
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stopTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IsiHistogramResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IsiHistogram'] = ResolversParentTypes['IsiHistogram']> = {
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  edges?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IsiHistogramHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type IsiViolationsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IsiViolations'] = ResolversParentTypes['IsiViolations']> = {
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  ratios?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type JitterCorrectedCorrelogramsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['JitterCorrectedCorrelograms'] = ResolversParentTypes['JitterCorrectedCorrelograms']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<JitterCorrectedCorrelogramsHrefArgs, 'format'>>;
  lags?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  referenceIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  targetIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type LfpAverageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LfpAverage'] = ResolversParentTypes['LfpAverage']> = {
  currentSourceDensity?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<LfpAverageCurrentSourceDensityArgs, 'conductivity'>>;
  currentSourceDensityHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LfpAverageCurrentSourceDensityHrefArgs, 'conductivity' | 'format'>>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<LfpAverageDataArgs, 'statistic'>>;
  eventCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LfpAverageHrefArgs, 'format' | 'statistic'>>;
  mean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  standardDeviation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  standardError?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type LfpGroupResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LfpGroup'] = ResolversParentTypes['LfpGroup']> = {
  average?: Resolver<ResolversTypes['LfpAverage'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameter']>, ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  presentationIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  stimulusName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LfpSpectrumResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LfpSpectrum'] = ResolversParentTypes['LfpSpectrum']> = {
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  frequencies?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LfpSpectrumHrefArgs, 'format'>>;
  power?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  segmentCounts?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LocalFieldPotentialResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LocalFieldPotential'] = ResolversParentTypes['LocalFieldPotential']> = {
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LocalFieldPotentialHrefArgs, 'format'>>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  timesData?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type MeanWaveformResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MeanWaveform'] = ResolversParentTypes['MeanWaveform']> = {
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MeanWaveformHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Channel' | 'OptogeneticEpoch' | 'Probe' | 'Session' | 'StimulusCondition' | 'StimulusEpoch' | 'StimulusPresentation' | 'TimeSeries' | 'Unit', ParentType, ContextType>;
};

export type ObservedTimeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ObservedTime'] = ResolversParentTypes['ObservedTime']> = {
  startTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OptogeneticEpochResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OptogeneticEpoch'] = ResolversParentTypes['OptogeneticEpoch']> = {
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  epochId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stimulusName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProbeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Probe'] = ResolversParentTypes['Probe']> = {
  alignedLfp?: Resolver<Maybe<ResolversTypes['AlignedLfp']>, ParentType, ContextType, RequireFields<ProbeAlignedLfpArgs, 'channelIds' | 'maskInvalidIntervals' | 'presentations'>>;
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentSourceDensity?: Resolver<Maybe<ResolversTypes['CurrentSourceDensity']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventLfp?: Resolver<Maybe<ResolversTypes['EventLfp']>, ParentType, ContextType, RequireFields<ProbeEventLfpArgs, 'channelIds' | 'events' | 'maskInvalidIntervals' | 'where'>>;
  hasLfpData?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lfp?: Resolver<Maybe<ResolversTypes['LocalFieldPotential']>, ParentType, ContextType, RequireFields<ProbeLfpArgs, 'maskInvalidIntervals' | 'resample'>>;
  lfpSamplingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lfpSpectrum?: Resolver<Maybe<ResolversTypes['LfpSpectrum']>, ParentType, ContextType, RequireFields<ProbeLfpSpectrumArgs, 'channelIds' | 'maskInvalidIntervals' | 'segment'>>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  probeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  samplingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  spikeTriggeredLfp?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SpikeTriggeredLfp']>>, ParentType, ContextType, RequireFields<ProbeSpikeTriggeredLfpArgs, 'after' | 'before' | 'channelIds' | 'maskInvalidIntervals' | 'unitIds'>>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<ProbeUnitCountArgs, 'where'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  places?: Resolver<ReadonlyArray<ResolversTypes['ServedPlace']>, ParentType, ContextType>;
  probes?: Resolver<ResolversTypes['ProbeConnection'], ParentType, ContextType, RequireFields<QueryProbesArgs, 'first'>>;
  refusedFiles?: Resolver<ReadonlyArray<ResolversTypes['RefusedFile']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<QuerySessionArgs, 'id'>>;
  sessionTypes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<QuerySessionsArgs, 'first'>>;
  sexes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<QueryUnitsArgs, 'first' | 'where'>>;
};

export type RawRunningResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RawRunning'] = ResolversParentTypes['RawRunning']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  frameTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RawRunningHrefArgs, 'format'>>;
  netRotation?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  signalVoltage?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  supplyVoltage?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
};

export type ReceptiveFieldsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReceptiveFields'] = ResolversParentTypes['ReceptiveFields']> = {
  areas?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  azimuths?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  elevations?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReceptiveFieldsHrefArgs, 'format'>>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  stimulusNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  xCentres?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  xPositions?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  yCentres?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  yPositions?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type RefusedFileResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RefusedFile'] = ResolversParentTypes['RefusedFile']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseMetricsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResponseMetrics'] = ResolversParentTypes['ResponseMetrics']> = {
  area?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  azimuth?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, Partial<ResponseMetricsDataArgs>>;
  dsi?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  elevation?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  f1F0?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  fano?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  firingRate?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  gDsi?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  gOsi?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ResponseMetricsHrefArgs, 'format'>>;
  imageSelectivity?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  lifetimeSparseness?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  modIdx?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  names?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  onOffRatio?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  osi?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefDir?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefFrame?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefImage?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefImagesMulti?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefOri?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefOriMulti?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefPhase?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefPhaseMulti?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefSf?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefSfMulti?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefSpeed?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefTf?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  prefTfMulti?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  preferredConditions?: Resolver<ReadonlyArray<Maybe<ResolversTypes['StimulusCondition']>>, ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runMod?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  runPval?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  stimulusNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sustainedIdx?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  timeToPeak?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  trialDuration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, Partial<ResponseMetricsValuesArgs>>;
};

export type ResponsePeaksResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ResponsePeaks'] = ResolversParentTypes['ResponsePeaks']> = {
  halfRiseTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ResponsePeaksHrefArgs, 'allGroups' | 'format'>>;
  peaks?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  timesToPeak?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type RigResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Rig'] = ResolversParentTypes['Rig']> = {
  cameraPosition?: Resolver<Maybe<ResolversTypes['Vector']>, ParentType, ContextType>;
  cameraRotation?: Resolver<Maybe<ResolversTypes['Vector']>, ParentType, ContextType>;
  equipmentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ledPosition?: Resolver<Maybe<ResolversTypes['Vector']>, ParentType, ContextType>;
  monitorPosition?: Resolver<Maybe<ResolversTypes['Vector']>, ParentType, ContextType>;
  monitorRotation?: Resolver<Maybe<ResolversTypes['Vector']>, ParentType, ContextType>;
};

export type RunningSpeedResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RunningSpeed'] = ResolversParentTypes['RunningSpeed']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  endTimes?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RunningSpeedHrefArgs, 'format'>>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  velocity?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
};

export type ScreenGazeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ScreenGaze'] = ResolversParentTypes['ScreenGaze']> = {
  filtered?: Resolver<Maybe<ResolversTypes['GazeMapping']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['GazeMapping']>, ParentType, ContextType>;
};

export type ServedPlaceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServedPlace'] = ResolversParentTypes['ServedPlace']> = {
  fileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlaceState'], ParentType, ContextType>;
};

export type ServerInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  maxBins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxCells?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  maxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxOperations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  maxValues?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  alignedActivity?: Resolver<ResolversTypes['AlignedActivity'], ParentType, ContextType, RequireFields<SessionAlignedActivityArgs, 'atFrom' | 'edgeRule' | 'presentations' | 'units'>>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType, RequireFields<SessionAreasArgs, 'units'>>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  binnedActivity?: Resolver<ReadonlyArray<ResolversTypes['BinnedActivity']>, ParentType, ContextType, RequireFields<SessionBinnedActivityArgs, 'binSize' | 'start' | 'stop' | 'units'>>;
  channelCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  channelStructureIntervals?: Resolver<ReadonlyArray<ResolversTypes['ChannelStructureInterval']>, ParentType, ContextType, Partial<SessionChannelStructureIntervalsArgs>>;
  channels?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, RequireFields<SessionChannelsArgs, 'first'>>;
  correlograms?: Resolver<ResolversTypes['Correlograms'], ParentType, ContextType, RequireFields<SessionCorrelogramsArgs, 'binSize' | 'lagCount' | 'pairs' | 'selfPairs' | 'units'>>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType, RequireFields<SessionDatasetArgs, 'after' | 'before' | 'binSize' | 'epochs' | 'units'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventActivity?: Resolver<ResolversTypes['EventActivity'], ParentType, ContextType, RequireFields<SessionEventActivityArgs, 'edgeRule' | 'events' | 'units' | 'where'>>;
  experimenters?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  eyeTracking?: Resolver<Maybe<ResolversTypes['EyeTracking']>, ParentType, ContextType, RequireFields<SessionEyeTrackingArgs, 'resample'>>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileObject?: Resolver<Maybe<ResolversTypes['FileObject']>, ParentType, ContextType, RequireFields<SessionFileObjectArgs, 'path'>>;
  fileSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  institution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interPresentationIntervals?: Resolver<ResolversTypes['InterPresentationIntervals'], ParentType, ContextType, Partial<SessionInterPresentationIntervalsArgs>>;
  intervalActivity?: Resolver<ResolversTypes['IntervalActivity'], ParentType, ContextType, RequireFields<SessionIntervalActivityArgs, 'intervals' | 'units'>>;
  intervalTables?: Resolver<ReadonlyArray<ResolversTypes['IntervalTable']>, ParentType, ContextType, Partial<SessionIntervalTablesArgs>>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  lab?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nwbVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  optogeneticStimulationEpochs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OptogeneticEpoch']>>, ParentType, ContextType>;
  passingUnitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  presentationActivity?: Resolver<ResolversTypes['AlignedActivity'], ParentType, ContextType, RequireFields<SessionPresentationActivityArgs, 'presentations' | 'units'>>;
  probeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  probes?: Resolver<ReadonlyArray<ResolversTypes['Probe']>, ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['PublishedSession']>, ParentType, ContextType>;
  rawRunning?: Resolver<Maybe<ResolversTypes['RawRunning']>, ParentType, ContextType, RequireFields<SessionRawRunningArgs, 'resample'>>;
  receptiveFields?: Resolver<ResolversTypes['ReceptiveFields'], ParentType, ContextType, RequireFields<SessionReceptiveFieldsArgs, 'rule' | 'units'>>;
  recordedAreas?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  recordedSpan?: Resolver<Maybe<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
  responseMetrics?: Resolver<ResolversTypes['ResponseMetrics'], ParentType, ContextType, RequireFields<SessionResponseMetricsArgs, 'rule' | 'stimulus' | 'units'>>;
  rig?: Resolver<Maybe<ResolversTypes['Rig']>, ParentType, ContextType>;
  runningSpeed?: Resolver<Maybe<ResolversTypes['RunningSpeed']>, ParentType, ContextType, RequireFields<SessionRunningSpeedArgs, 'resample'>>;
  screenGaze?: Resolver<Maybe<ResolversTypes['ScreenGaze']>, ParentType, ContextType, RequireFields<SessionScreenGazeArgs, 'resample'>>;
  sessionType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signalTuning?: Resolver<ResolversTypes['SignalTuning'], ParentType, ContextType, RequireFields<SessionSignalTuningArgs, 'axes' | 'lookup' | 'minOccupancy' | 'units'>>;
  spikeTimesHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SessionSpikeTimesHrefArgs, 'format' | 'units'>>;
  spikeTrainStatistics?: Resolver<ResolversTypes['SpikeTrainStatistics'], ParentType, ContextType, RequireFields<SessionSpikeTrainStatisticsArgs, 'perInterval' | 'units'>>;
  startTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stimulusCondition?: Resolver<Maybe<ResolversTypes['StimulusCondition']>, ParentType, ContextType, RequireFields<SessionStimulusConditionArgs, 'id'>>;
  stimulusConditions?: Resolver<ReadonlyArray<ResolversTypes['StimulusCondition']>, ParentType, ContextType, Partial<SessionStimulusConditionsArgs>>;
  stimulusEpoch?: Resolver<Maybe<ResolversTypes['StimulusEpoch']>, ParentType, ContextType, RequireFields<SessionStimulusEpochArgs, 'index'>>;
  stimulusEpochs?: Resolver<ReadonlyArray<ResolversTypes['StimulusEpoch']>, ParentType, ContextType, Partial<SessionStimulusEpochsArgs>>;
  stimulusNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  stimulusParameterValues?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameterValues']>, ParentType, ContextType, RequireFields<SessionStimulusParameterValuesArgs, 'detailed'>>;
  stimulusPresentation?: Resolver<Maybe<ResolversTypes['StimulusPresentation']>, ParentType, ContextType, RequireFields<SessionStimulusPresentationArgs, 'id'>>;
  stimulusPresentations?: Resolver<ResolversTypes['StimulusPresentationConnection'], ParentType, ContextType, RequireFields<SessionStimulusPresentationsArgs, 'first'>>;
  stimulusPresentationsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SessionStimulusPresentationsHrefArgs, 'format' | 'where'>>;
  subject?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  timeSeries?: Resolver<ReadonlyArray<ResolversTypes['TimeSeries']>, ParentType, ContextType, Partial<SessionTimeSeriesArgs>>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<SessionUnitArgs, 'id'>>;
  unitColumns?: Resolver<ReadonlyArray<ResolversTypes['UnitColumn']>, ParentType, ContextType, Partial<SessionUnitColumnsArgs>>;
  unitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unitFilterEffects?: Resolver<ReadonlyArray<ResolversTypes['UnitFilterEffect']>, ParentType, ContextType, RequireFields<SessionUnitFilterEffectsArgs, 'where'>>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<SessionUnitsArgs, 'first' | 'where'>>;
  unitsHref?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SessionUnitsHrefArgs, 'format' | 'where'>>;
  validChannelCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['SessionWarning']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type SessionWarningResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SessionWarning'] = ResolversParentTypes['SessionWarning']> = {
  code?: Resolver<ResolversTypes['SessionWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignalTuningResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SignalTuning'] = ResolversParentTypes['SignalTuning']> = {
  bitsPerSecond?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  bitsPerSpike?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SignalTuningHrefArgs, 'format'>>;
  occupancy?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  rates?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  unitOccupancy?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type SlidingCountsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SlidingCounts'] = ResolversParentTypes['SlidingCounts']> = {
  binCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  binStarts?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['CountMatrix'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SlidingCountsHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  stride?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SmoothedRatesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SmoothedRates'] = ResolversParentTypes['SmoothedRates']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<SmoothedRatesDataArgs, 'dtype'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SmoothedRatesHrefArgs, 'format'>>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type SparseMatrixResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SparseMatrix'] = ResolversParentTypes['SparseMatrix']> = {
  data?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  indices?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  indptr?: Resolver<ResolversTypes['Int32List'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SpikeTrainStatisticsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SpikeTrainStatistics'] = ResolversParentTypes['SpikeTrainStatistics']> = {
  cv?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  cv2?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsDataArgs, 'statistics'>>;
  fanoFactor?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsFanoFactorArgs, 'binSize'>>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsHrefArgs, 'format' | 'rule'>>;
  isiHistogram?: Resolver<ResolversTypes['IsiHistogram'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsIsiHistogramArgs, 'bins'>>;
  isiMean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  isiMedian?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  isiViolations?: Resolver<ResolversTypes['IsiViolations'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsIsiViolationsArgs, 'minimum' | 'rule' | 'threshold'>>;
  localVariation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  observedSeconds?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  presenceRatio?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsPresenceRatioArgs, 'binSize' | 'rule'>>;
  rates?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  revisedLocalVariation?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType, RequireFields<SpikeTrainStatisticsRevisedLocalVariationArgs, 'refractoriness'>>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  startTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  stopTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type SpikeTriggeredLfpResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SpikeTriggeredLfp'] = ResolversParentTypes['SpikeTriggeredLfp']> = {
  channelIds?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ID']>>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SpikeTriggeredLfpHrefArgs, 'format'>>;
  mean?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  spikeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  usedSpikeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StimulusConditionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusCondition'] = ResolversParentTypes['StimulusCondition']> = {
  coherence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conditionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  contrast?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  detailedParameters?: Resolver<ResolversTypes['DetailedStimulusParameters'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  epochs?: Resolver<ReadonlyArray<ResolversTypes['StimulusEpoch']>, ParentType, ContextType>;
  frame?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orientation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameter']>, ParentType, ContextType, Partial<StimulusConditionParametersArgs>>;
  phase?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  presentations?: Resolver<ResolversTypes['StimulusPresentationConnection'], ParentType, ContextType, RequireFields<StimulusConditionPresentationsArgs, 'first'>>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  size?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  spatialFrequency?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  speed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stimulusName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  temporalFrequency?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  xPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  yPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StimulusEpochResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusEpoch'] = ResolversParentTypes['StimulusEpoch']> = {
  binnedActivity?: Resolver<ReadonlyArray<ResolversTypes['BinnedActivity']>, ParentType, ContextType, RequireFields<StimulusEpochBinnedActivityArgs, 'after' | 'before' | 'binSize' | 'units'>>;
  block?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['StimulusCondition']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  presentationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  presentations?: Resolver<ResolversTypes['StimulusPresentationConnection'], ParentType, ContextType, RequireFields<StimulusEpochPresentationsArgs, 'first'>>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stimulusName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  touchesInvalidTime?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StimulusParameterResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusParameter'] = ResolversParentTypes['StimulusParameter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['StimulusParameterValue'], ParentType, ContextType>;
};

export interface StimulusParameterValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StimulusParameterValue'], any> {
  name: 'StimulusParameterValue';
}

export type StimulusParameterValuesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusParameterValues'] = ResolversParentTypes['StimulusParameterValues']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameterValue']>, ParentType, ContextType>;
};

export type StimulusParametersResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusParameters'] = ResolversParentTypes['StimulusParameters']> = {
  __resolveType: TypeResolveFn<'StimulusCondition' | 'StimulusPresentation', ParentType, ContextType>;
};

export type StimulusPresentationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusPresentation'] = ResolversParentTypes['StimulusPresentation']> = {
  block?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  coherence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['StimulusCondition']>, ParentType, ContextType>;
  contrast?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  detailedParameters?: Resolver<ResolversTypes['DetailedStimulusParameters'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['StimulusEpoch'], ParentType, ContextType>;
  frame?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invalidTimes?: Resolver<ReadonlyArray<ResolversTypes['InvalidTime']>, ParentType, ContextType>;
  orientation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameter']>, ParentType, ContextType, Partial<StimulusPresentationParametersArgs>>;
  phase?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  presentationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  size?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  spatialFrequency?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  speed?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stimulusName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stopTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  temporalFrequency?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  touchesInvalidTime?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  xPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  yPosition?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StimulusPresentationConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusPresentationConnection'] = ResolversParentTypes['StimulusPresentationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StimulusPresentationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StimulusPresentation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StimulusPresentationEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StimulusPresentationEdge'] = ResolversParentTypes['StimulusPresentationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StimulusPresentation'], ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  age?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ageInDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  genotype?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  species?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specimenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TimeSeriesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimeSeries'] = ResolversParentTypes['TimeSeries']> = {
  channelCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samples?: Resolver<Maybe<ResolversTypes['TimeSeriesSamples']>, ParentType, ContextType, RequireFields<TimeSeriesSamplesArgs, 'resample'>>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimeSeriesSamplesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimeSeriesSamples'] = ResolversParentTypes['TimeSeriesSamples']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TimeSeriesSamplesHrefArgs, 'format'>>;
  pointCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sampleCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  samplesPerGroup?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType>;
  timesData?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type TimeSpanResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimeSpan'] = ResolversParentTypes['TimeSpan']> = {
  startTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stopTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  amplitudeCutoff?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  analysisMetrics?: Resolver<Maybe<ResolversTypes['AnalysisMetrics']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  areaSource?: Resolver<Maybe<ResolversTypes['AreaSource']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  clusterId?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['UnitColumnValue']>, ParentType, ContextType, Partial<UnitColumnsArgs>>;
  cumulativeDrift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dPrime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isiViolations?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isolationDistance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  localIndex?: Resolver<Maybe<ResolversTypes['WholeNumber']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxDrift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanWaveform?: Resolver<Maybe<ResolversTypes['MeanWaveform']>, ParentType, ContextType, RequireFields<UnitMeanWaveformArgs, 'channels'>>;
  nnHitRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  nnMissRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  observedTimes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ObservedTime']>>, ParentType, ContextType>;
  presenceRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  probe?: Resolver<Maybe<ResolversTypes['Probe']>, ParentType, ContextType>;
  quality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  silhouetteScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  snr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spikeAmplitudes?: Resolver<Maybe<ResolversTypes['Float64List']>, ParentType, ContextType, Partial<UnitSpikeAmplitudesArgs>>;
  spikeAmplitudesData?: Resolver<Maybe<ResolversTypes['EncodedArray']>, ParentType, ContextType, Partial<UnitSpikeAmplitudesDataArgs>>;
  spikeCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  spikeTimes?: Resolver<ResolversTypes['Float64List'], ParentType, ContextType, Partial<UnitSpikeTimesArgs>>;
  spikeTimesData?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType, Partial<UnitSpikeTimesDataArgs>>;
  unitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  waveform?: Resolver<ResolversTypes['WaveformMetrics'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitColumnResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitColumn'] = ResolversParentTypes['UnitColumn']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ColumnKind'], ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['StimulusParameterValue']>, ParentType, ContextType>;
};

export type UnitColumnValueResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitColumnValue'] = ResolversParentTypes['UnitColumnValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['StimulusParameterValue'], ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitCorrelationsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitCorrelations'] = ResolversParentTypes['UnitCorrelations']> = {
  data?: Resolver<ResolversTypes['EncodedArray'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<UnitCorrelationsHrefArgs, 'format'>>;
  sampleCounts?: Resolver<ResolversTypes['CountArray'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  shape?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  unitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float64Array'], ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnitFilterEffectResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UnitFilterEffect'] = ResolversParentTypes['UnitFilterEffect']> = {
  applies?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['UnitFilterCondition'], ParentType, ContextType>;
  excludedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VectorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Vector'] = ResolversParentTypes['Vector']> = {
  x?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  y?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  z?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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

export interface WholeNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['WholeNumber'], any> {
  name: 'WholeNumber';
}

export type Resolvers<ContextType = GraphQLContext> = {
  ActivityAround?: ActivityAroundResolvers<ContextType>;
  ActivityGrid?: ActivityGridResolvers<ContextType>;
  ActivityGroup?: ActivityGroupResolvers<ContextType>;
  AlignedActivity?: AlignedActivityResolvers<ContextType>;
  AlignedLfp?: AlignedLfpResolvers<ContextType>;
  AlignedSignal?: AlignedSignalResolvers<ContextType>;
  AlignedSpikes?: AlignedSpikesResolvers<ContextType>;
  AnalysisMetric?: AnalysisMetricResolvers<ContextType>;
  AnalysisMetrics?: AnalysisMetricsResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaSummary?: AreaSummaryResolvers<ContextType>;
  Base64?: GraphQLScalarType;
  BinnedActivity?: BinnedActivityResolvers<ContextType>;
  BinnedSignal?: BinnedSignalResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  ChannelStructureInterval?: ChannelStructureIntervalResolvers<ContextType>;
  Correlograms?: CorrelogramsResolvers<ContextType>;
  CountArray?: GraphQLScalarType;
  CountMatrix?: GraphQLScalarType;
  CurrentSourceDensity?: CurrentSourceDensityResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  DetailedStimulusParameters?: DetailedStimulusParametersResolvers<ContextType>;
  EllipseFits?: EllipseFitsResolvers<ContextType>;
  EncodedArray?: EncodedArrayResolvers<ContextType>;
  EncodedMatrix?: EncodedMatrixResolvers<ContextType>;
  EventActivity?: EventActivityResolvers<ContextType>;
  EventGroup?: EventGroupResolvers<ContextType>;
  EventLfp?: EventLfpResolvers<ContextType>;
  EventSpikes?: EventSpikesResolvers<ContextType>;
  EyeTracking?: EyeTrackingResolvers<ContextType>;
  FileAttribute?: FileAttributeResolvers<ContextType>;
  FileDataset?: FileDatasetResolvers<ContextType>;
  FileFilter?: FileFilterResolvers<ContextType>;
  FileMember?: FileMemberResolvers<ContextType>;
  FileMemberConnection?: FileMemberConnectionResolvers<ContextType>;
  FileMemberEdge?: FileMemberEdgeResolvers<ContextType>;
  FileObject?: FileObjectResolvers<ContextType>;
  FileStorage?: FileStorageResolvers<ContextType>;
  FileValue?: GraphQLScalarType;
  FileValues?: FileValuesResolvers<ContextType>;
  FirstSpikeStatistics?: FirstSpikeStatisticsResolvers<ContextType>;
  FirstSpikes?: FirstSpikesResolvers<ContextType>;
  Float64Array?: GraphQLScalarType;
  Float64List?: GraphQLScalarType;
  GazeMapping?: GazeMappingResolvers<ContextType>;
  GridAxis?: GridAxisResolvers<ContextType>;
  Int32List?: GraphQLScalarType;
  InterPresentationIntervals?: InterPresentationIntervalsResolvers<ContextType>;
  IntervalActivity?: IntervalActivityResolvers<ContextType>;
  IntervalColumn?: IntervalColumnResolvers<ContextType>;
  IntervalRow?: IntervalRowResolvers<ContextType>;
  IntervalRowConnection?: IntervalRowConnectionResolvers<ContextType>;
  IntervalRowEdge?: IntervalRowEdgeResolvers<ContextType>;
  IntervalTable?: IntervalTableResolvers<ContextType>;
  InvalidTime?: InvalidTimeResolvers<ContextType>;
  IsiHistogram?: IsiHistogramResolvers<ContextType>;
  IsiViolations?: IsiViolationsResolvers<ContextType>;
  JitterCorrectedCorrelograms?: JitterCorrectedCorrelogramsResolvers<ContextType>;
  LfpAverage?: LfpAverageResolvers<ContextType>;
  LfpGroup?: LfpGroupResolvers<ContextType>;
  LfpSpectrum?: LfpSpectrumResolvers<ContextType>;
  LocalFieldPotential?: LocalFieldPotentialResolvers<ContextType>;
  MeanWaveform?: MeanWaveformResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  ObservedTime?: ObservedTimeResolvers<ContextType>;
  OptogeneticEpoch?: OptogeneticEpochResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Probe?: ProbeResolvers<ContextType>;
  ProbeConnection?: ProbeConnectionResolvers<ContextType>;
  ProbeEdge?: ProbeEdgeResolvers<ContextType>;
  PublishedSession?: PublishedSessionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RawRunning?: RawRunningResolvers<ContextType>;
  ReceptiveFields?: ReceptiveFieldsResolvers<ContextType>;
  RefusedFile?: RefusedFileResolvers<ContextType>;
  ResponseMetrics?: ResponseMetricsResolvers<ContextType>;
  ResponsePeaks?: ResponsePeaksResolvers<ContextType>;
  Rig?: RigResolvers<ContextType>;
  RunningSpeed?: RunningSpeedResolvers<ContextType>;
  ScreenGaze?: ScreenGazeResolvers<ContextType>;
  ServedPlace?: ServedPlaceResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SessionWarning?: SessionWarningResolvers<ContextType>;
  SignalTuning?: SignalTuningResolvers<ContextType>;
  SlidingCounts?: SlidingCountsResolvers<ContextType>;
  SmoothedRates?: SmoothedRatesResolvers<ContextType>;
  SparseMatrix?: SparseMatrixResolvers<ContextType>;
  SpikeTrainStatistics?: SpikeTrainStatisticsResolvers<ContextType>;
  SpikeTriggeredLfp?: SpikeTriggeredLfpResolvers<ContextType>;
  StimulusCondition?: StimulusConditionResolvers<ContextType>;
  StimulusEpoch?: StimulusEpochResolvers<ContextType>;
  StimulusParameter?: StimulusParameterResolvers<ContextType>;
  StimulusParameterValue?: GraphQLScalarType;
  StimulusParameterValues?: StimulusParameterValuesResolvers<ContextType>;
  StimulusParameters?: StimulusParametersResolvers<ContextType>;
  StimulusPresentation?: StimulusPresentationResolvers<ContextType>;
  StimulusPresentationConnection?: StimulusPresentationConnectionResolvers<ContextType>;
  StimulusPresentationEdge?: StimulusPresentationEdgeResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  TimeSeries?: TimeSeriesResolvers<ContextType>;
  TimeSeriesSamples?: TimeSeriesSamplesResolvers<ContextType>;
  TimeSpan?: TimeSpanResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitColumn?: UnitColumnResolvers<ContextType>;
  UnitColumnValue?: UnitColumnValueResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitCorrelations?: UnitCorrelationsResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
  UnitFilterEffect?: UnitFilterEffectResolvers<ContextType>;
  Vector?: VectorResolvers<ContextType>;
  WaveformMetrics?: WaveformMetricsResolvers<ContextType>;
  WholeNumber?: GraphQLScalarType;
};

