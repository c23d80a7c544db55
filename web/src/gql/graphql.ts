/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * A baseline for a group's mean: the same mean in the bins that lie wholly within a window, usually
 * before the response. Bins whose mean is null are left out. A window without any whole bin gives the
 * error INVALID_ARGUMENT.
 */
export type Baseline = {
  /** Start of the window, in seconds from the moment; included. */
  readonly from: number;
  /** How the mean is expressed relative to the baseline. */
  readonly method?: BaselineMethod;
  /** End of the window, in seconds from the moment; included. */
  readonly to: number;
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

/**
 * A condition on a column: it must have one of several values. Values are compared by meaning, as in
 * StimulusParameterFilter; a value that no row has gives the error INVALID_ARGUMENT, which lists some
 * that exist.
 */
export type ColumnFilter = {
  /** Name of the column in the file. */
  readonly column: string;
  /** The row must have one of these values. */
  readonly values: ReadonlyArray<number | string | number[] | string[]>;
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

/** Moments at which a signal rises to a threshold, such as the onsets of running. */
export type Crossings = {
  /**
   * Seconds before a crossing, `time - hold <= t < time`, in which there must be samples, all of them
   * below the threshold. By default, only the sample just before the crossing must be below it.
   */
  readonly hold?: number | null | undefined;
  /**
   * Seconds from a crossing on, `t - time < minDuration`, in which no sample may be below the
   * threshold.
   */
  readonly minDuration?: number;
  /** Which signal. One that the session does not have gives the error INVALID_ARGUMENT. */
  readonly of: SignalSource;
  /**
   * A crossing is a sample of at least this value, at the time of the sample (its midpoint, if the
   * file gives its end). Missing samples are ignored.
   */
  readonly threshold: number;
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

/** Where events come from: exactly one of these. */
export type EventSource =
  {   /** Moments at which a signal rises to a threshold, such as the onsets of running. */
  readonly crossings: Crossings; readonly intervals?: never; readonly optogenetic?: never; readonly timeSeries?: never; readonly times?: never; }
  |  { readonly crossings?: never;   /** Times in a table of intervals, such as the changes or cues of trials. */
  readonly intervals: IntervalEvents; readonly optogenetic?: never; readonly timeSeries?: never; readonly times?: never; }
  |  { readonly crossings?: never; readonly intervals?: never;   /** Optogenetic light pulses, at their starts; all of them with `{}`. */
  readonly optogenetic: OptogeneticFilter; readonly timeSeries?: never; readonly times?: never; }
  |  { readonly crossings?: never; readonly intervals?: never; readonly optogenetic?: never;   /** Samples of a time series in the file, such as licks or rewards. */
  readonly timeSeries: TimeSeriesEvents; readonly times?: never; }
  |  { readonly crossings?: never; readonly intervals?: never; readonly optogenetic?: never; readonly timeSeries?: never;   /**
   * Moments on the session's clock, in seconds, in any order; at most 100,000. A null is an event
   * without a time. Pass a long list as a variable.
   */
  readonly times: ReadonlyArray<number | null | undefined>; };

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

/** The times in a column of a table of intervals, as events. */
export type IntervalEvents = {
  /** Column of the times, such as `change_time`. A row without a time is left out. */
  readonly column?: string;
  /** Name of the table (`IntervalTable.name`), such as `trials`. */
  readonly table: string;
  /** What the times are relative to. */
  readonly timesFrom?: TimeOrigin;
  /** Column by whose values `groups(by: SOURCE_VALUE)` groups the events. */
  readonly valueColumn?: string | null | undefined;
  /** Only rows that meet all of these conditions. */
  readonly where?: ReadonlyArray<ColumnFilter> | null | undefined;
};

/**
 * A range of a metric. A unit for which the metric is missing (NaN) does not pass, even if neither end
 * is given.
 */
export type MetricRange = {
  /** Maximum, inclusive; no upper limit by default. */
  readonly max?: number | null | undefined;
  /** Which metric. */
  readonly metric: UnitMetric;
  /** Minimum, inclusive; no lower limit by default. */
  readonly min?: number | null | undefined;
};

/** Conditions on optogenetic light pulses, all of which must hold. */
export type OptogeneticFilter = {
  /** Only pulses of one of these conditions (`OptogeneticEpoch.condition`). */
  readonly conditions?: ReadonlyArray<string> | null | undefined;
  /** Only pulses of one of these levels. */
  readonly levels?: ReadonlyArray<number> | null | undefined;
  /** Maximum duration, in seconds, inclusive. */
  readonly maxDuration?: number | null | undefined;
  /** Minimum duration, in seconds, inclusive. */
  readonly minDuration?: number | null | undefined;
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
  readonly blocks?: ReadonlyArray<number | string> | null | undefined;
  /**
   * Only presentations of one of these conditions (`conditionId`). An unknown id gives the error
   * CONDITION_NOT_FOUND.
   */
  readonly conditionIds?: ReadonlyArray<string | number> | null | undefined;
  /**
   * Only presentations in one of these epochs (`StimulusEpoch.index`). An unknown index gives the
   * error EPOCH_NOT_FOUND.
   */
  readonly epochIndexes?: ReadonlyArray<number> | null | undefined;
  /** Only presentations that touch none of the session's `invalidTimes` (see `touchesInvalidTime`). */
  readonly excludeInvalidTimes?: boolean;
  /** No presentations of these stimuli. It is not an error if the session does not have one. */
  readonly excludeStimulusNames?: ReadonlyArray<string> | null | undefined;
  /**
   * Only presentations with one of these `presentationId`s. An unknown id gives the error
   * PRESENTATION_NOT_FOUND.
   */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
  /** Only presentations with these parameters. Masked presentations have none. */
  readonly parameters?: ReadonlyArray<StimulusParameterFilter> | null | undefined;
  /**
   * Only presentations during which signals lie in these ranges, such as those during running, or with
   * a dilated pupil. Cost: one cell per sample and column of each signal.
   */
  readonly signals?: ReadonlyArray<SignalRange> | null | undefined;
  /** Only presentations that start at or after this time, in seconds. */
  readonly start?: number | null | undefined;
  /**
   * Only presentations of one of these stimuli. A stimulus that the session does not have gives the
   * error EPOCH_NOT_FOUND.
   */
  readonly stimulusNames?: ReadonlyArray<string> | null | undefined;
  /** Only presentations that start at or before this time, in seconds. */
  readonly stop?: number | null | undefined;
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

/** Conditions on sessions, all of which must hold. */
export type SessionFilter = {
  /** Only sessions of animals of at most this age, in days; an unknown age does not pass. */
  readonly ageInDaysMax?: number | null | undefined;
  /** Only sessions of animals of at least this age, in days; an unknown age does not pass. */
  readonly ageInDaysMin?: number | null | undefined;
  /**
   * Only sessions that recorded ALL of these areas. An area was recorded if at least one valid channel
   * lies there, or a unit whose location does not come from a channel, whether or not any unit passes
   * the filter. Atlas acronyms (`VISp`) or the short names used in the papers (`V1`).
   */
  readonly areas?: ReadonlyArray<string> | null | undefined;
  /** Only sessions whose file is here (true) or is absent (false). */
  readonly available?: boolean | null | undefined;
  /** Only sessions of animals with one of these full genotypes, as listed by `genotypes`. */
  readonly genotypes?: ReadonlyArray<string> | null | undefined;
  /** Only sessions with one of these ids. An unknown id is ignored; it is not an error. */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
  /** Only sessions of one of these types, such as `brain_observatory_1.1`. */
  readonly sessionTypes?: ReadonlyArray<string> | null | undefined;
  /** Only sessions of animals of one of these sexes, as listed by `sexes`. */
  readonly sexes?: ReadonlyArray<string> | null | undefined;
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

/**
 * A range of a signal's mean over a window of each presentation: `min <= mean < max`. A presentation
 * without samples in the window, or whose window has no end, does not pass, even without limits.
 */
export type SignalRange = {
  /** The window ends this many seconds after the presentation's start; by default, at its stop. */
  readonly after?: number | null | undefined;
  /** The window starts this many seconds before the presentation's start. May be negative. */
  readonly before?: number;
  /** Which samples lie in the window; see AlignedSignal. */
  readonly edgeRule?: EdgeRule;
  /** Maximum, exclusive; no upper limit by default. */
  readonly max?: number | null | undefined;
  /** Minimum, inclusive; no lower limit by default. */
  readonly min?: number | null | undefined;
  /** Which signal. One that the session does not have gives the error INVALID_ARGUMENT. */
  readonly of: SignalSource;
};

/** A behavioural signal, one number per sample: exactly one of these. */
export type SignalSource =
  {   /** A signal that the Allen Institute's recordings have. */
  readonly signal: Signal; readonly timeSeries?: never; }
  |  { readonly signal?: never;   /** A column of any NWB TimeSeries, such as a position, a pose or a wheel. */
  readonly timeSeries: TimeSeriesColumn; };

/** Sort direction. */
export type SortDirection =
  /** Smallest first; names in order of their UTF-16 code units. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** A condition on a stimulus parameter: it must have one of several values. */
export type StimulusParameterFilter = {
  /**
   * Name of the parameter, either in the file (`temporal_frequency`) or as a field
   * (`temporalFrequency`): any parameter that presentations list, including one that distinguishes
   * trials. An unknown name gives the error INVALID_ARGUMENT, which lists the known ones.
   */
  readonly name: string;
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
  readonly values: ReadonlyArray<number | string | number[] | string[]>;
};

/** What the times in a column are relative to. */
export type TimeOrigin =
  /** The start of the session's clock, as in NWB. */
  | 'SESSION'
  /** The start of the row (`start_time`); some files store times as offsets from it. */
  | 'START';

/** A column of an NWB TimeSeries. */
export type TimeSeriesColumn = {
  /** Which column of a series with several numbers per sample, from 0. */
  readonly column?: number;
  /**
   * `TimeSeries.path`. A path that the file does not have gives the error INVALID_ARGUMENT, which
   * lists those that it has.
   */
  readonly path: string;
};

/** Samples of an NWB TimeSeries as events, each at its time. */
export type TimeSeriesEvents = {
  /** Which column of a series with several numbers per sample, from 0. */
  readonly column?: number;
  /** Only samples of at most this value. */
  readonly max?: number | null | undefined;
  /** Only samples of at least this value. A missing value does not pass if `min` or `max` is given. */
  readonly min?: number | null | undefined;
  /**
   * `TimeSeries.path`, such as `/processing/licking/licks`. A path that the file does not have gives
   * the error INVALID_ARGUMENT, which lists those that it has.
   */
  readonly path: string;
};

/**
 * A condition on a column of the units table. Everything that is given must hold; a unit without a
 * value does not pass, even if nothing is given. A column that the units table does not have gives the
 * error INVALID_ARGUMENT, which lists those that it has. In a list over several sessions, no unit of a
 * session without the column passes; it is an error only if no session has the column.
 */
export type UnitColumnFilter = {
  /** Name of the column in the file, such as `cell_type`. */
  readonly column: string;
  /** Maximum, inclusive; no upper limit by default. It is an error as for `min`. */
  readonly max?: number | null | undefined;
  /**
   * Minimum, inclusive; no lower limit by default. It is an error if the column holds neither numbers
   * nor flags.
   */
  readonly min?: number | null | undefined;
  /**
   * The unit must have one of these values. Values are compared by meaning, as in
   * StimulusParameterFilter; a value that no unit has gives the error INVALID_ARGUMENT, which lists
   * some that exist.
   */
  readonly values?: ReadonlyArray<number | string | number[] | string[]> | null | undefined;
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
  readonly amplitudeCutoffMax?: number | null | undefined;
  /**
   * Only units of one of these areas (acronyms or short names). A name that neither the session nor
   * the atlas knows gives the error AREA_NOT_FOUND.
   */
  readonly areas?: ReadonlyArray<string> | null | undefined;
  /**
   * Conditions on any columns of the units table (see Session.unitColumns), such as a laboratory's
   * `cell_type`, all of which must hold.
   */
  readonly columns?: ReadonlyArray<UnitColumnFilter> | null | undefined;
  /** Minimum `firingRate`, in Hz. */
  readonly firingRateMin?: number | null | undefined;
  /**
   * Only units with one of these `unitId`s. A unit that the session does not have gives the error
   * UNIT_NOT_FOUND.
   */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
  /**
   * Only units in the brain, which are those with a named area. Does not apply to units whose location
   * the file does not give.
   */
  readonly inBrainOnly?: boolean;
  /** Maximum `isiViolations`. */
  readonly isiViolationsMax?: number | null | undefined;
  /** Ranges of any metrics, all of which must hold in addition to the limits above. */
  readonly metrics?: ReadonlyArray<MetricRange> | null | undefined;
  /** Minimum `presenceRatio`. */
  readonly presenceRatioMin?: number | null | undefined;
  /**
   * Only units of one of these probes (`probeId`s or names). An unknown probe gives the error
   * PROBE_NOT_FOUND.
   */
  readonly probes?: ReadonlyArray<string> | null | undefined;
  /**
   * Exclude units with a missing (NaN) amplitudeCutoff, presenceRatio or isiViolations, even if the
   * limit on it is switched off, as the AllenSDK does. False keeps such a unit if that limit is
   * switched off.
   */
  readonly requireMetrics?: boolean;
  /** Minimum `snr`. */
  readonly snrMin?: number | null | undefined;
  /**
   * Only units that have a valid peak channel and the quality label `good`. If a file uses neither of
   * the labels `good` and `noise`, its labels are another laboratory's grades and are ignored. The
   * channel is ignored for a unit that has none.
   */
  readonly validOnly?: boolean;
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

export type WindowStimuliQueryVariables = Exact<{
  session: string | number;
  start: number;
  stop: number;
}>;


export type WindowStimuliQuery = { readonly session: { readonly stimulusPresentations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly stimulusName: string, readonly startTime: number, readonly stopTime: number | null }> } } | null };

export type ProbesWithLfpQueryVariables = Exact<{
  session: string | number;
}>;


export type ProbesWithLfpQuery = { readonly session: { readonly id: string, readonly probes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly hasLfpData: boolean | null }> } | null };

export type LfpChannelsQueryVariables = Exact<{
  probe: string | number;
  session: string | number;
  name: string;
}>;


export type LfpChannelsQuery = { readonly node:
    | { readonly lfp: { readonly channelIds: ReadonlyArray<string | null> } | null }
    | Record<PropertyKey, never>
   | null, readonly session: { readonly id: string, readonly channels: { readonly nodes: ReadonlyArray<{ readonly channelId: string, readonly verticalPosition: number | null }> } } | null };

export type LfpWindowQueryVariables = Exact<{
  probe: string | number;
  start: number;
  stop: number;
  channels: ReadonlyArray<string | number> | string | number;
  points: number;
}>;


export type LfpWindowQuery = { readonly node:
    | { readonly lfp: { readonly samplesPerGroup: number, readonly channelIds: ReadonlyArray<string | null>, readonly timesData: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string }, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } | null }
    | Record<PropertyKey, never>
   | null };

export type ActivityChoicesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type ActivityChoicesQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly location: string | null, readonly unitCount: number | null, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }> } | null };

export type ActivityEpochsQueryVariables = Exact<{
  session: string | number;
}>;


export type ActivityEpochsQuery = { readonly session: { readonly id: string, readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly duration: number | null }> } | null };

export type ActivityMatrixFragment = { readonly href: string, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> };

export type CellCoverageQueryVariables = Exact<{
  session: string | number;
  areas: ReadonlyArray<string> | string;
  units: UnitFilter;
  start: number;
  stop: number;
  binSize: number;
}>;


export type CellCoverageQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly cellCoverage: unknown }> } | null };

export type EpochActivityQueryVariables = Exact<{
  session: string | number;
  epoch: number;
  areas: ReadonlyArray<string> | string;
  units: UnitFilter;
  before: number;
  after?: number | null | undefined;
  binSize: number;
}>;


export type EpochActivityQuery = { readonly session: { readonly stimulusEpoch: { readonly stimulusName: string, readonly startTime: number, readonly binnedActivity: ReadonlyArray<{ readonly href: string, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> }>, readonly running: ReadonlyArray<{ readonly runningSpeed: (number | null)[] | null }> } | null, readonly dataset: { readonly href: string } } | null };

export type MatrixCountsQueryVariables = Exact<{
  session: string | number;
  areas: ReadonlyArray<string> | string;
  units: UnitFilter;
  start: number;
  stop: number;
  binSize: number;
}>;


export type MatrixCountsQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }> } | null };

export type RecordedSpanQueryVariables = Exact<{
  session: string | number;
}>;


export type RecordedSpanQuery = { readonly session: { readonly recordedSpan: { readonly startTime: number, readonly stopTime: number } | null } | null };

export type WindowActivityQueryVariables = Exact<{
  session: string | number;
  areas: ReadonlyArray<string> | string;
  units: UnitFilter;
  start: number;
  stop: number;
  binSize: number;
}>;


export type WindowActivityQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly href: string, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> }>, readonly running: ReadonlyArray<{ readonly runningSpeed: (number | null)[] | null }> } | null };

export type WindowBehaviourQueryVariables = Exact<{
  session: string | number;
  start: number;
  stop: number;
  binSize: number;
}>;


export type WindowBehaviourQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly signals: ReadonlyArray<{ readonly unit: string | null, readonly values: (number | null)[] } | null> }> } | null };

export type ResponseCorrelationsQueryVariables = Exact<{
  session: string | number;
  stimulus: string;
  units: UnitFilter;
  before: number;
  after: number;
  kind: CorrelationKind;
}>;


export type ResponseCorrelationsQuery = { readonly session: { readonly alignedActivity: { readonly correlations: { readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null } | null }>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } } } | null };

export type TotalCorrelationsQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
  start: number;
  stop: number;
  binSize: number;
}>;


export type TotalCorrelationsQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly correlations: { readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null } | null }>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } }> } | null };

export type CorrelationMatrixFragment = { readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null } | null }>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } };

export type CsdProbesQueryVariables = Exact<{
  session: string | number;
}>;


export type CsdProbesQuery = { readonly session: { readonly id: string, readonly probes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly hasLfpData: boolean | null, readonly lfpSamplingRate: number | null }> } | null };

export type CsdOfPresentationsQueryVariables = Exact<{
  probe: string | number;
  channels: ReadonlyArray<string | number> | string | number;
  presentations: PresentationFilter;
  before: number;
  after: number;
  binSize: number;
  spacing?: number | null | undefined;
}>;


export type CsdOfPresentationsQuery = { readonly node:
    | { readonly aligned: { readonly startTimes: (number | null)[], readonly channelIds: ReadonlyArray<string | null>, readonly groups: ReadonlyArray<{ readonly average: { readonly currentSourceDensity: unknown } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type CsdOfEventsQueryVariables = Exact<{
  probe: string | number;
  channels: ReadonlyArray<string | number> | string | number;
  events: EventSource;
  before: number;
  after: number;
  binSize: number;
  spacing?: number | null | undefined;
}>;


export type CsdOfEventsQuery = { readonly node:
    | { readonly aligned: { readonly startTimes: (number | null)[], readonly channelIds: ReadonlyArray<string | null>, readonly average: { readonly currentSourceDensity: unknown } } | null }
    | Record<PropertyKey, never>
   | null };

export type EventChoicesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type EventChoicesQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly location: string | null, readonly unitCount: number | null, readonly stimulusNames: ReadonlyArray<string>, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }>, readonly intervalTables: ReadonlyArray<{ readonly name: string, readonly columns: ReadonlyArray<{ readonly name: string, readonly kind: ColumnKind }> }> } | null };

export type EventSeriesQueryVariables = Exact<{
  session: string | number;
}>;


export type EventSeriesQuery = { readonly session: { readonly id: string, readonly timeSeries: ReadonlyArray<{ readonly path: string, readonly sampleCount: number, readonly channelCount: number, readonly type: string | null, readonly unit: string | null }>, readonly optogeneticStimulationEpochs: ReadonlyArray<{ readonly epochId: string }> | null, readonly runningSpeed: { readonly sampleCount: number } | null } | null };

type AroundUnits_AlignedActivity_Fragment = { readonly anchorTimes: (number | null)[], readonly edges: (number | null)[] | null, readonly shape: ReadonlyArray<number>, readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }> };

type AroundUnits_EventActivity_Fragment = { readonly anchorTimes: (number | null)[], readonly edges: (number | null)[], readonly shape: ReadonlyArray<number>, readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }> };

export type AroundUnitsFragment =
  | AroundUnits_AlignedActivity_Fragment
  | AroundUnits_EventActivity_Fragment
;

export type AroundPresentationsQueryVariables = Exact<{
  session: string | number;
  presentations: PresentationFilter;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
  by: ReadonlyArray<PresentationGrouping> | PresentationGrouping;
  parameters?: ReadonlyArray<string> | string | null | undefined;
  baseline?: Baseline | null | undefined;
}>;


export type AroundPresentationsQuery = { readonly session: { readonly alignedActivity: { readonly presentationIds: ReadonlyArray<string>, readonly anchorTimes: (number | null)[], readonly edges: (number | null)[] | null, readonly shape: ReadonlyArray<number>, readonly all: ReadonlyArray<{ readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }>, readonly groups: ReadonlyArray<{ readonly presentationIds: ReadonlyArray<string>, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: number | string | number[] | string[] }>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }>, readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }> } } | null };

export type AroundEventsQueryVariables = Exact<{
  session: string | number;
  events: EventSource;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
  by: EventGrouping;
  baseline?: Baseline | null | undefined;
}>;


export type AroundEventsQuery = { readonly session: { readonly eventActivity: { readonly anchorTimes: (number | null)[], readonly edges: (number | null)[], readonly shape: ReadonlyArray<number>, readonly all: ReadonlyArray<{ readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }>, readonly groups: ReadonlyArray<{ readonly value: number | string | number[] | string[] | null, readonly eventIndexes: number[], readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }>, readonly units: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }> } } | null };

export type TrialsOfPresentationsQueryVariables = Exact<{
  session: string | number;
  presentations: PresentationFilter;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
}>;


export type TrialsOfPresentationsQuery = { readonly session: { readonly alignedActivity: { readonly unitIds: ReadonlyArray<string>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } } | null };

export type TrialsOfEventsQueryVariables = Exact<{
  session: string | number;
  events: EventSource;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
}>;


export type TrialsOfEventsQuery = { readonly session: { readonly eventActivity: { readonly unitIds: ReadonlyArray<string>, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } } | null };

export type PanelSelectivityQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
  stimulus: ResponseStimulus;
  names: ReadonlyArray<string> | string;
}>;


export type PanelSelectivityQuery = { readonly session: { readonly responseMetrics: { readonly unitIds: ReadonlyArray<string>, readonly gOsi: (number | null)[] | null, readonly imageSelectivity: (number | null)[] | null, readonly lifetimeSparseness: (number | null)[] | null } } | null };

export type PanelTuningQueryVariables = Exact<{
  session: string | number;
  presentations: PresentationFilter;
  units: UnitFilter;
  parameters: ReadonlyArray<string> | string;
}>;


export type PanelTuningQuery = { readonly session: { readonly presentationActivity: { readonly unitIds: ReadonlyArray<string>, readonly groups: ReadonlyArray<{ readonly parameters: ReadonlyArray<{ readonly value: number | string | number[] | string[] }>, readonly mean: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string }, readonly standardError: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }> } } | null };

export type SpikesOfPresentationsQueryVariables = Exact<{
  session: string | number;
  presentations: PresentationFilter;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
}>;


export type SpikesOfPresentationsQuery = { readonly session: { readonly alignedActivity: { readonly unitIds: ReadonlyArray<string>, readonly spikes: { readonly unitIndexes: number[], readonly anchorIndexes: number[], readonly times: (number | null)[] } } } | null };

export type SpikesOfEventsQueryVariables = Exact<{
  session: string | number;
  events: EventSource;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
}>;


export type SpikesOfEventsQuery = { readonly session: { readonly eventActivity: { readonly unitIds: ReadonlyArray<string>, readonly spikes: { readonly unitIndexes: number[], readonly anchorIndexes: number[], readonly times: (number | null)[] } } } | null };

export type RasterUnitsQueryVariables = Exact<{
  session: string | number;
  where: UnitFilter;
}>;


export type RasterUnitsQuery = { readonly session: { readonly id: string, readonly units: { readonly nodes: ReadonlyArray<{ readonly unitId: string, readonly area: string | null }> } } | null };

export type FilePlaceQueryVariables = Exact<{
  session: string | number;
}>;


export type FilePlaceQuery = { readonly session: { readonly id: string, readonly fileName: string, readonly fileSize: number | null, readonly location: string | null } | null };

export type FileMembersQueryVariables = Exact<{
  session: string | number;
  path: string;
  first: number;
  after?: string | null | undefined;
}>;


export type FileMembersQuery = { readonly session: { readonly fileObject: { readonly children: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly path: string, readonly name: string, readonly kind: FileObjectKind | null, readonly neurodataType: string | null, readonly linkTarget: string | null, readonly memberCount: number | null, readonly dataset: { readonly holds: FileElementKind, readonly dtype: string, readonly shape: ReadonlyArray<number | string> | null } | null }> } | null } | null } | null };

export type FileObjectQueryVariables = Exact<{
  session: string | number;
  path: string;
}>;


export type FileObjectQuery = { readonly session: { readonly fileObject: { readonly path: string, readonly name: string, readonly kind: FileObjectKind | null, readonly neurodataType: string | null, readonly namespace: string | null, readonly linkTarget: string | null, readonly memberCount: number | null, readonly attributeCount: number | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly holds: FileElementKind | null, readonly dtype: string | null, readonly shape: ReadonlyArray<number | string> | null, readonly value: unknown, readonly isShortened: boolean | null }> | null, readonly dataset: { readonly holds: FileElementKind, readonly dtype: string, readonly shape: ReadonlyArray<number | string> | null, readonly storage: { readonly layout: FileLayout, readonly chunkShape: ReadonlyArray<number | string> | null, readonly storedBytes: number | null, readonly chunkCount: number | null, readonly filters: ReadonlyArray<{ readonly id: number, readonly name: string, readonly parameters: ReadonlyArray<number | string> }> } | null } | null } | null } | null };

export type FileValuesQueryVariables = Exact<{
  session: string | number;
  path: string;
  start: ReadonlyArray<number | string> | number | string;
  shape: ReadonlyArray<number> | number;
}>;


export type FileValuesQuery = { readonly session: { readonly fileObject: { readonly path: string, readonly dataset: { readonly values: { readonly start: ReadonlyArray<number | string>, readonly shape: ReadonlyArray<number>, readonly values: ReadonlyArray<unknown>, readonly shortenedCount: number } | null } | null } | null } | null };

export type PassingAreasQueryVariables = Exact<{
  id: string | number;
  units: UnitFilter;
}>;


export type PassingAreasQuery = { readonly session: { readonly units: { readonly totalCount: number }, readonly unitFilterEffects: ReadonlyArray<{ readonly condition: UnitFilterCondition, readonly applies: boolean, readonly excludedCount: number }>, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly unitCount: number }> } | null };

export type ProbeMapQueryVariables = Exact<{
  session: string | number;
  where: UnitFilter;
}>;


export type ProbeMapQuery = { readonly session: { readonly id: string, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly unitCount: number }>, readonly units: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly firingRate: number | null, readonly snr: number | null, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null, readonly horizontalPosition: number | null } | null }> } } | null };

export type StimulusScheduleQueryVariables = Exact<{
  id: string | number;
}>;


export type StimulusScheduleQuery = { readonly session: { readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly stopTime: number | null, readonly duration: number | null, readonly presentationCount: number, readonly touchesInvalidTime: boolean }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }>, readonly recordedSpan: { readonly startTime: number, readonly stopTime: number } | null } | null };

export type SessionWarningsQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionWarningsQuery = { readonly session: { readonly warnings: ReadonlyArray<{ readonly code: SessionWarningCode, readonly path: string | null, readonly message: string }> } | null };

export type SessionQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly sessionType: string | null, readonly startTime: string | null, readonly description: string | null, readonly institution: string | null, readonly lab: string | null, readonly experimenters: ReadonlyArray<string>, readonly nwbVersion: string | null, readonly fileName: string, readonly fileSize: number | null, readonly unitCount: number | null, readonly passingUnitCount: number | null, readonly channelCount: number | null, readonly validChannelCount: number | null, readonly subject: { readonly subjectId: string | null, readonly specimenName: string | null, readonly species: string | null, readonly sex: string | null, readonly genotype: string | null, readonly strain: string | null, readonly age: string | null, readonly ageInDays: number | null } | null, readonly probes: ReadonlyArray<{ readonly probeId: string, readonly name: string, readonly location: string | null, readonly samplingRate: number | null, readonly hasLfpData: boolean | null, readonly channelCount: number }> } | null };

export type StoredAreasQueryVariables = Exact<{
  id: string | number;
}>;


export type StoredAreasQuery = { readonly session: { readonly unitCount: number | null, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }> } | null };

export type CatalogQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogQuery = { readonly sessionTypes: ReadonlyArray<string>, readonly all: { readonly totalCount: number }, readonly absent: { readonly totalCount: number }, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly sessionCount: number, readonly unitCount: number, readonly passingUnitCount: number }>, readonly places: ReadonlyArray<{ readonly name: string, readonly state: PlaceState, readonly fileCount: number, readonly readCount: number }>, readonly refusedFiles: ReadonlyArray<{ readonly fileName: string, readonly code: string, readonly message: string }> };

export type SessionCountQueryVariables = Exact<{
  where?: SessionFilter | null | undefined;
}>;


export type SessionCountQuery = { readonly sessions: { readonly totalCount: number } };

export type SessionStripQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionStripQuery = { readonly session: { readonly id: string, readonly recordedSpan: { readonly startTime: number, readonly stopTime: number } | null, readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly stopTime: number | null }>, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly unitCount: number }>, readonly units: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly firingRate: number | null, readonly snr: number | null, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null, readonly horizontalPosition: number | null } | null }> } } | null };

export type SessionsQueryVariables = Exact<{
  where?: SessionFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { readonly sessions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly available: boolean, readonly location: string | null, readonly sessionType: string | null, readonly startTime: string | null, readonly unitCount: number | null, readonly passingUnitCount: number | null, readonly probeCount: number | null, readonly recordedAreas: ReadonlyArray<string> | null, readonly subject: { readonly species: string | null, readonly sex: string | null, readonly genotype: string | null, readonly ageInDays: number | null } | null }> } };

export type IntervalTablesQueryVariables = Exact<{
  session: string | number;
}>;


export type IntervalTablesQuery = { readonly session: { readonly id: string, readonly intervalTables: ReadonlyArray<{ readonly name: string, readonly description: string | null, readonly rowCount: number, readonly columns: ReadonlyArray<{ readonly name: string, readonly description: string | null, readonly kind: ColumnKind }> }> } | null };

export type IntervalTableColumnsQueryVariables = Exact<{
  session: string | number;
  table: string;
}>;


export type IntervalTableColumnsQuery = { readonly session: { readonly id: string, readonly intervalTables: ReadonlyArray<{ readonly name: string, readonly columns: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<number | string | number[] | string[] | null> }> }> } | null };

export type IntervalTableRowsQueryVariables = Exact<{
  session: string | number;
  table: string;
  first: number;
  after?: string | null | undefined;
}>;


export type IntervalTableRowsQuery = { readonly session: { readonly id: string, readonly intervalTables: ReadonlyArray<{ readonly name: string, readonly rows: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly index: number, readonly values: ReadonlyArray<{ readonly name: string, readonly value: number | string | number[] | string[] }> }> } }> } | null };

export type IntervalTableFilesQueryVariables = Exact<{
  session: string | number;
  table: string;
}>;


export type IntervalTableFilesQuery = { readonly session: { readonly intervalTables: ReadonlyArray<{ readonly name: string, readonly csv: string, readonly parquet: string }> } | null };

export type ReceptiveFieldQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type ReceptiveFieldQuery = { readonly session: { readonly id: string, readonly receptiveFields: { readonly stimulusNames: ReadonlyArray<string>, readonly presentationCount: number, readonly unitIds: ReadonlyArray<string>, readonly xPositions: (number | null)[], readonly yPositions: (number | null)[], readonly counts: unknown, readonly xCentres: (number | null)[], readonly yCentres: (number | null)[], readonly areas: (number | null)[] } } | null };

export type UnitResponsesQueryVariables = Exact<{
  session: string | number;
  stimulus: string;
  units: UnitFilter;
  before: number;
  after: number;
  binSize: number;
  by: ReadonlyArray<PresentationGrouping> | PresentationGrouping;
  parameters?: ReadonlyArray<string> | string | null | undefined;
}>;


export type UnitResponsesQuery = { readonly session: { readonly around: { readonly presentationIds: ReadonlyArray<string>, readonly edges: (number | null)[] | null, readonly spikes: { readonly presentationIndexes: number[], readonly timesSinceStart: (number | null)[] }, readonly groups: ReadonlyArray<{ readonly presentationCount: number, readonly presentationIds: ReadonlyArray<string>, readonly mean: unknown, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: number | string | number[] | string[] }> }> }, readonly within: { readonly groups: ReadonlyArray<{ readonly presentationCount: number, readonly mean: unknown, readonly standardError: unknown, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: number | string | number[] | string[] }> }> } } | null };

export type StimulusNamesQueryVariables = Exact<{
  session: string | number;
}>;


export type StimulusNamesQuery = { readonly session: { readonly stimulusNames: ReadonlyArray<string> } | null };

export type StimulusParametersQueryVariables = Exact<{
  session: string | number;
  stimulus: string;
}>;


export type StimulusParametersQuery = { readonly session: { readonly stimulusPresentations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly duration: number | null }> }, readonly stimulusParameterValues: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<number | string | number[] | string[]> }> } | null };

export type SelectivityQueryVariables = Exact<{
  session: string | number;
  unit: string | number;
  units: UnitFilter;
  stimulus: ResponseStimulus;
  names: ReadonlyArray<string> | string;
}>;


export type SelectivityQuery = { readonly session: { readonly unit: { readonly unitId: string, readonly analysisMetrics: { readonly all: ReadonlyArray<{ readonly name: string, readonly value: number | null }> } | null } | null, readonly responseMetrics: { readonly presentationCount: number, readonly names: ReadonlyArray<string>, readonly values: unknown } } | null };

export type TuningGridQueryVariables = Exact<{
  session: string | number;
  stimulus: string;
  units: UnitFilter;
  parameters: ReadonlyArray<string> | string;
}>;


export type TuningGridQuery = { readonly session: { readonly presentationActivity: { readonly unitIds: ReadonlyArray<string>, readonly grid: { readonly presentationCounts: unknown, readonly mean: unknown, readonly axes: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<number | string | number[] | string[]> }> } } } | null };

export type UnitSpikeTimesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type UnitSpikeTimesQuery = { readonly session: { readonly id: string, readonly spikeTrainStatistics: { readonly unitIds: ReadonlyArray<string>, readonly spikeCounts: unknown, readonly isiMedian: unknown, readonly cv: unknown, readonly cv2: unknown, readonly isiViolations: { readonly counts: unknown }, readonly isiHistogram: { readonly edges: (number | null)[], readonly counts: unknown } }, readonly correlograms: { readonly lags: (number | null)[], readonly counts: unknown } } | null };

export type UnitStabilityQueryVariables = Exact<{
  session: string | number;
  unit: string | number;
}>;


export type UnitStabilityQuery = { readonly session: { readonly recordedSpan: { readonly startTime: number, readonly stopTime: number } | null, readonly unit: { readonly unitId: string, readonly observedTimes: ReadonlyArray<{ readonly startTime: number | null, readonly stopTime: number | null }> | null, readonly spikeTimesData: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string }, readonly spikeAmplitudesData: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } | null } | null } | null };

export type CrossCorrelogramQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
  targets: UnitFilter;
}>;


export type CrossCorrelogramQuery = { readonly session: { readonly correlograms: { readonly referenceIds: ReadonlyArray<string>, readonly targetIds: ReadonlyArray<string>, readonly counts: unknown } } | null };

export type UnitQueryVariables = Exact<{
  session: string | number;
  unit: string | number;
}>;


export type UnitQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly location: string | null, readonly unit: { readonly unitId: string, readonly area: string | null, readonly quality: string | null, readonly spikeCount: number | null, readonly firingRate: number | null, readonly snr: number | null, readonly isiViolations: number | null, readonly presenceRatio: number | null, readonly amplitudeCutoff: number | null, readonly isolationDistance: number | null, readonly lRatio: number | null, readonly dPrime: number | null, readonly nnHitRate: number | null, readonly nnMissRate: number | null, readonly silhouetteScore: number | null, readonly maxDrift: number | null, readonly cumulativeDrift: number | null, readonly waveform: { readonly duration: number | null, readonly halfwidth: number | null, readonly ptRatio: number | null, readonly amplitude: number | null, readonly spread: number | null, readonly repolarizationSlope: number | null, readonly recoverySlope: number | null, readonly velocityAbove: number | null, readonly velocityBelow: number | null }, readonly channel: { readonly channelId: string, readonly verticalPosition: number | null, readonly horizontalPosition: number | null } | null, readonly probe: { readonly probeId: string, readonly name: string } | null } | null } | null };

export type UnitNeighboursQueryVariables = Exact<{
  session: string | number;
  where: UnitFilter;
  orderBy?: ReadonlyArray<UnitOrder> | UnitOrder | null | undefined;
}>;


export type UnitNeighboursQuery = { readonly session: { readonly id: string, readonly units: { readonly nodes: ReadonlyArray<{ readonly unitId: string }> } } | null };

export type UnitWaveformQueryVariables = Exact<{
  session: string | number;
  unit: string | number;
  probes: ReadonlyArray<string> | string;
}>;


export type UnitWaveformQuery = { readonly session: { readonly channels: { readonly nodes: ReadonlyArray<{ readonly channelId: string, readonly verticalPosition: number | null, readonly horizontalPosition: number | null }> }, readonly unit: { readonly channel: { readonly channelId: string } | null, readonly meanWaveform: { readonly channelIds: ReadonlyArray<string | null>, readonly times: (number | null)[] | null, readonly data: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } } | null } | null } | null };

export type UnitTableQueryVariables = Exact<{
  session: string | number;
  where: UnitFilter;
  orderBy?: ReadonlyArray<UnitOrder> | UnitOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type UnitTableQuery = { readonly session: { readonly id: string, readonly units: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly unitId: string, readonly area: string | null, readonly spikeCount: number | null, readonly firingRate: number | null, readonly snr: number | null, readonly isiViolations: number | null, readonly presenceRatio: number | null, readonly amplitudeCutoff: number | null, readonly waveform: { readonly duration: number | null }, readonly probe: { readonly name: string } | null, readonly channel: { readonly verticalPosition: number | null } | null }> } } | null };

export type UnitChoicesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
  listed: UnitFilter;
}>;


export type UnitChoicesQuery = { readonly session: { readonly id: string, readonly unitCount: number | null, readonly units: { readonly totalCount: number }, readonly probes: ReadonlyArray<{ readonly name: string }>, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ActivityMatrixFragmentDoc = new TypedDocumentString(`
    fragment ActivityMatrix on BinnedActivity {
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
  area {
    acronym
    alias
    name
  }
  units {
    unitId
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
  start
  binSize
  shape
  coverage
  unitCoverage
  binCoverage
  invalidTimes {
    startTime
    stopTime
    tags
  }
}
    `, {"fragmentName":"ActivityMatrix"}) as unknown as TypedDocumentString<ActivityMatrixFragment, unknown>;
export const CorrelationMatrixFragmentDoc = new TypedDocumentString(`
    fragment CorrelationMatrix on UnitCorrelations {
  units {
    unitId
    area
    probe {
      name
    }
    channel {
      verticalPosition
    }
  }
  data {
    dtype
    shape
    bytes
  }
}
    `, {"fragmentName":"CorrelationMatrix"}) as unknown as TypedDocumentString<CorrelationMatrixFragment, unknown>;
export const AroundUnitsFragmentDoc = new TypedDocumentString(`
    fragment AroundUnits on ActivityAround {
  anchorTimes
  edges
  shape
  units {
    unitId
    area
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
}
    `, {"fragmentName":"AroundUnits"}) as unknown as TypedDocumentString<AroundUnitsFragment, unknown>;
export const WindowStimuliDocument = new TypedDocumentString(`
    query WindowStimuli($session: ID!, $start: Float!, $stop: Float!) {
  session(id: $session) {
    stimulusPresentations(where: {start: $start, stop: $stop}, first: 1000) {
      totalCount
      nodes {
        stimulusName
        startTime
        stopTime
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WindowStimuliQuery, WindowStimuliQueryVariables>;
export const ProbesWithLfpDocument = new TypedDocumentString(`
    query ProbesWithLfp($session: ID!) {
  session(id: $session) {
    id
    probes {
      id
      name
      hasLfpData
    }
  }
}
    `) as unknown as TypedDocumentString<ProbesWithLfpQuery, ProbesWithLfpQueryVariables>;
export const LfpChannelsDocument = new TypedDocumentString(`
    query LfpChannels($probe: ID!, $session: ID!, $name: String!) {
  node(id: $probe) {
    ... on Probe {
      lfp(start: 0, stop: 0) {
        channelIds
      }
    }
  }
  session(id: $session) {
    id
    channels(where: {probes: [$name]}, first: 10000) {
      nodes {
        channelId
        verticalPosition
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LfpChannelsQuery, LfpChannelsQueryVariables>;
export const LfpWindowDocument = new TypedDocumentString(`
    query LfpWindow($probe: ID!, $start: Float!, $stop: Float!, $channels: [ID!]!, $points: Int!) {
  node(id: $probe) {
    ... on Probe {
      lfp(start: $start, stop: $stop, channelIds: $channels, maxPoints: $points) {
        samplesPerGroup
        channelIds
        timesData {
          dtype
          shape
          bytes
        }
        data {
          dtype
          shape
          bytes
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LfpWindowQuery, LfpWindowQueryVariables>;
export const ActivityChoicesDocument = new TypedDocumentString(`
    query ActivityChoices($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    available
    location
    unitCount
    areas(units: $units) {
      acronym
      alias
      name
      unitCount
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityChoicesQuery, ActivityChoicesQueryVariables>;
export const ActivityEpochsDocument = new TypedDocumentString(`
    query ActivityEpochs($session: ID!) {
  session(id: $session) {
    id
    stimulusEpochs {
      index
      stimulusName
      startTime
      duration
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityEpochsQuery, ActivityEpochsQueryVariables>;
export const CellCoverageDocument = new TypedDocumentString(`
    query CellCoverage($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {
  session(id: $session) {
    binnedActivity(
      areas: $areas
      units: $units
      start: $start
      stop: $stop
      binSize: $binSize
    ) {
      cellCoverage
    }
  }
}
    `) as unknown as TypedDocumentString<CellCoverageQuery, CellCoverageQueryVariables>;
export const EpochActivityDocument = new TypedDocumentString(`
    query EpochActivity($session: ID!, $epoch: Int!, $areas: [String!]!, $units: UnitFilter!, $before: Float!, $after: Float, $binSize: Float!) {
  session(id: $session) {
    stimulusEpoch(index: $epoch) {
      stimulusName
      startTime
      binnedActivity(
        areas: $areas
        units: $units
        before: $before
        after: $after
        binSize: $binSize
      ) {
        ...ActivityMatrix
      }
      running: binnedActivity(
        areas: []
        before: $before
        after: $after
        binSize: $binSize
      ) {
        runningSpeed
      }
    }
    dataset(
      areas: $areas
      epochs: {indexes: [$epoch]}
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      href
    }
  }
}
    fragment ActivityMatrix on BinnedActivity {
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
  area {
    acronym
    alias
    name
  }
  units {
    unitId
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
  start
  binSize
  shape
  coverage
  unitCoverage
  binCoverage
  invalidTimes {
    startTime
    stopTime
    tags
  }
}`) as unknown as TypedDocumentString<EpochActivityQuery, EpochActivityQueryVariables>;
export const MatrixCountsDocument = new TypedDocumentString(`
    query MatrixCounts($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {
  session(id: $session) {
    binnedActivity(
      areas: $areas
      units: $units
      start: $start
      stop: $stop
      binSize: $binSize
    ) {
      data {
        dtype
        shape
        bytes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MatrixCountsQuery, MatrixCountsQueryVariables>;
export const RecordedSpanDocument = new TypedDocumentString(`
    query RecordedSpan($session: ID!) {
  session(id: $session) {
    recordedSpan {
      startTime
      stopTime
    }
  }
}
    `) as unknown as TypedDocumentString<RecordedSpanQuery, RecordedSpanQueryVariables>;
export const WindowActivityDocument = new TypedDocumentString(`
    query WindowActivity($session: ID!, $areas: [String!]!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {
  session(id: $session) {
    binnedActivity(
      areas: $areas
      units: $units
      start: $start
      stop: $stop
      binSize: $binSize
    ) {
      ...ActivityMatrix
    }
    running: binnedActivity(
      areas: []
      start: $start
      stop: $stop
      binSize: $binSize
    ) {
      runningSpeed
    }
  }
}
    fragment ActivityMatrix on BinnedActivity {
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
  area {
    acronym
    alias
    name
  }
  units {
    unitId
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
  start
  binSize
  shape
  coverage
  unitCoverage
  binCoverage
  invalidTimes {
    startTime
    stopTime
    tags
  }
}`) as unknown as TypedDocumentString<WindowActivityQuery, WindowActivityQueryVariables>;
export const WindowBehaviourDocument = new TypedDocumentString(`
    query WindowBehaviour($session: ID!, $start: Float!, $stop: Float!, $binSize: Float!) {
  session(id: $session) {
    binnedActivity(areas: [], start: $start, stop: $stop, binSize: $binSize) {
      signals(of: [{signal: PUPIL_AREA}, {signal: GAZE_X}, {signal: GAZE_Y}]) {
        unit
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WindowBehaviourQuery, WindowBehaviourQueryVariables>;
export const ResponseCorrelationsDocument = new TypedDocumentString(`
    query ResponseCorrelations($session: ID!, $stimulus: String!, $units: UnitFilter!, $before: Float!, $after: Float!, $kind: CorrelationKind!) {
  session(id: $session) {
    alignedActivity(
      presentations: {stimulusNames: [$stimulus]}
      units: $units
      edges: [$before, $after]
    ) {
      correlations(kind: $kind) {
        ...CorrelationMatrix
      }
    }
  }
}
    fragment CorrelationMatrix on UnitCorrelations {
  units {
    unitId
    area
    probe {
      name
    }
    channel {
      verticalPosition
    }
  }
  data {
    dtype
    shape
    bytes
  }
}`) as unknown as TypedDocumentString<ResponseCorrelationsQuery, ResponseCorrelationsQueryVariables>;
export const TotalCorrelationsDocument = new TypedDocumentString(`
    query TotalCorrelations($session: ID!, $units: UnitFilter!, $start: Float!, $stop: Float!, $binSize: Float!) {
  session(id: $session) {
    binnedActivity(
      areas: []
      units: $units
      start: $start
      stop: $stop
      binSize: $binSize
    ) {
      correlations {
        ...CorrelationMatrix
      }
    }
  }
}
    fragment CorrelationMatrix on UnitCorrelations {
  units {
    unitId
    area
    probe {
      name
    }
    channel {
      verticalPosition
    }
  }
  data {
    dtype
    shape
    bytes
  }
}`) as unknown as TypedDocumentString<TotalCorrelationsQuery, TotalCorrelationsQueryVariables>;
export const CsdProbesDocument = new TypedDocumentString(`
    query CsdProbes($session: ID!) {
  session(id: $session) {
    id
    probes {
      id
      name
      hasLfpData
      lfpSamplingRate
    }
  }
}
    `) as unknown as TypedDocumentString<CsdProbesQuery, CsdProbesQueryVariables>;
export const CsdOfPresentationsDocument = new TypedDocumentString(`
    query CsdOfPresentations($probe: ID!, $channels: [ID!]!, $presentations: PresentationFilter!, $before: Float!, $after: Float!, $binSize: Float!, $spacing: Float) {
  node(id: $probe) {
    ... on Probe {
      aligned: alignedLfp(
        channelIds: $channels
        presentations: $presentations
        before: $before
        after: $after
        binSize: $binSize
      ) {
        startTimes
        channelIds
        groups(by: [ALL]) {
          average {
            currentSourceDensity(spacing: $spacing)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CsdOfPresentationsQuery, CsdOfPresentationsQueryVariables>;
export const CsdOfEventsDocument = new TypedDocumentString(`
    query CsdOfEvents($probe: ID!, $channels: [ID!]!, $events: EventSource!, $before: Float!, $after: Float!, $binSize: Float!, $spacing: Float) {
  node(id: $probe) {
    ... on Probe {
      aligned: eventLfp(
        channelIds: $channels
        events: $events
        before: $before
        after: $after
        binSize: $binSize
      ) {
        startTimes
        channelIds
        average {
          currentSourceDensity(spacing: $spacing)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CsdOfEventsQuery, CsdOfEventsQueryVariables>;
export const EventChoicesDocument = new TypedDocumentString(`
    query EventChoices($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    available
    location
    unitCount
    areas(units: $units) {
      acronym
      alias
      name
      unitCount
    }
    stimulusNames
    intervalTables {
      name
      columns {
        name
        kind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventChoicesQuery, EventChoicesQueryVariables>;
export const EventSeriesDocument = new TypedDocumentString(`
    query EventSeries($session: ID!) {
  session(id: $session) {
    id
    timeSeries {
      path
      sampleCount
      channelCount
      type
      unit
    }
    optogeneticStimulationEpochs {
      epochId
    }
    runningSpeed(start: 0, stop: 0) {
      sampleCount
    }
  }
}
    `) as unknown as TypedDocumentString<EventSeriesQuery, EventSeriesQueryVariables>;
export const AroundPresentationsDocument = new TypedDocumentString(`
    query AroundPresentations($session: ID!, $presentations: PresentationFilter!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!, $by: [PresentationGrouping!]!, $parameters: [String!], $baseline: Baseline) {
  session(id: $session) {
    alignedActivity(
      presentations: $presentations
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      ...AroundUnits
      presentationIds
      all: groups(by: [ALL]) {
        data(statistic: MEAN, unit: HZ, baseline: $baseline) {
          dtype
          shape
          bytes
        }
      }
      groups(by: $by, parameters: $parameters) {
        parameters {
          name
          value
        }
        presentationIds
        data(statistic: MEAN, unit: HZ, baseline: $baseline) {
          dtype
          shape
          bytes
        }
      }
    }
  }
}
    fragment AroundUnits on ActivityAround {
  anchorTimes
  edges
  shape
  units {
    unitId
    area
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
}`) as unknown as TypedDocumentString<AroundPresentationsQuery, AroundPresentationsQueryVariables>;
export const AroundEventsDocument = new TypedDocumentString(`
    query AroundEvents($session: ID!, $events: EventSource!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!, $by: EventGrouping!, $baseline: Baseline) {
  session(id: $session) {
    eventActivity(
      events: $events
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      ...AroundUnits
      all: groups(by: ALL) {
        data(statistic: MEAN, unit: HZ, baseline: $baseline) {
          dtype
          shape
          bytes
        }
      }
      groups(by: $by) {
        value
        eventIndexes
        data(statistic: MEAN, unit: HZ, baseline: $baseline) {
          dtype
          shape
          bytes
        }
      }
    }
  }
}
    fragment AroundUnits on ActivityAround {
  anchorTimes
  edges
  shape
  units {
    unitId
    area
    channel {
      verticalPosition
    }
    probe {
      name
    }
  }
}`) as unknown as TypedDocumentString<AroundEventsQuery, AroundEventsQueryVariables>;
export const TrialsOfPresentationsDocument = new TypedDocumentString(`
    query TrialsOfPresentations($session: ID!, $presentations: PresentationFilter!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!) {
  session(id: $session) {
    alignedActivity(
      presentations: $presentations
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      unitIds
      data {
        dtype
        shape
        bytes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrialsOfPresentationsQuery, TrialsOfPresentationsQueryVariables>;
export const TrialsOfEventsDocument = new TypedDocumentString(`
    query TrialsOfEvents($session: ID!, $events: EventSource!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!) {
  session(id: $session) {
    eventActivity(
      events: $events
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      unitIds
      data {
        dtype
        shape
        bytes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrialsOfEventsQuery, TrialsOfEventsQueryVariables>;
export const PanelSelectivityDocument = new TypedDocumentString(`
    query PanelSelectivity($session: ID!, $units: UnitFilter!, $stimulus: ResponseStimulus!, $names: [String!]!) {
  session(id: $session) {
    responseMetrics(stimulus: $stimulus, units: $units, stimulusNames: $names) {
      unitIds
      gOsi
      imageSelectivity
      lifetimeSparseness
    }
  }
}
    `) as unknown as TypedDocumentString<PanelSelectivityQuery, PanelSelectivityQueryVariables>;
export const PanelTuningDocument = new TypedDocumentString(`
    query PanelTuning($session: ID!, $presentations: PresentationFilter!, $units: UnitFilter!, $parameters: [String!]!) {
  session(id: $session) {
    presentationActivity(presentations: $presentations, units: $units) {
      unitIds
      groups(by: PARAMETERS, parameters: $parameters) {
        parameters {
          value
        }
        mean: data(statistic: MEAN, unit: HZ) {
          dtype
          shape
          bytes
        }
        standardError: data(statistic: STANDARD_ERROR, unit: HZ) {
          dtype
          shape
          bytes
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PanelTuningQuery, PanelTuningQueryVariables>;
export const SpikesOfPresentationsDocument = new TypedDocumentString(`
    query SpikesOfPresentations($session: ID!, $presentations: PresentationFilter!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!) {
  session(id: $session) {
    alignedActivity(
      presentations: $presentations
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      unitIds
      spikes {
        unitIndexes
        anchorIndexes: presentationIndexes
        times: timesSinceStart
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SpikesOfPresentationsQuery, SpikesOfPresentationsQueryVariables>;
export const SpikesOfEventsDocument = new TypedDocumentString(`
    query SpikesOfEvents($session: ID!, $events: EventSource!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!) {
  session(id: $session) {
    eventActivity(
      events: $events
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      unitIds
      spikes {
        unitIndexes
        anchorIndexes: eventIndexes
        times: timesSinceEvent
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SpikesOfEventsQuery, SpikesOfEventsQueryVariables>;
export const RasterUnitsDocument = new TypedDocumentString(`
    query RasterUnits($session: ID!, $where: UnitFilter!) {
  session(id: $session) {
    id
    units(where: $where, first: 10000) {
      nodes {
        unitId
        area
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RasterUnitsQuery, RasterUnitsQueryVariables>;
export const FilePlaceDocument = new TypedDocumentString(`
    query FilePlace($session: ID!) {
  session(id: $session) {
    id
    fileName
    fileSize
    location
  }
}
    `) as unknown as TypedDocumentString<FilePlaceQuery, FilePlaceQueryVariables>;
export const FileMembersDocument = new TypedDocumentString(`
    query FileMembers($session: ID!, $path: String!, $first: Int!, $after: String) {
  session(id: $session) {
    fileObject(path: $path) {
      children(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          path
          name
          kind
          neurodataType
          linkTarget
          memberCount
          dataset {
            holds
            dtype
            shape
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FileMembersQuery, FileMembersQueryVariables>;
export const FileObjectDocument = new TypedDocumentString(`
    query FileObject($session: ID!, $path: String!) {
  session(id: $session) {
    fileObject(path: $path) {
      path
      name
      kind
      neurodataType
      namespace
      linkTarget
      memberCount
      attributeCount
      attributes(first: 1000) {
        name
        holds
        dtype
        shape
        value
        isShortened
      }
      dataset {
        holds
        dtype
        shape
        storage {
          layout
          chunkShape
          filters {
            id
            name
            parameters
          }
          storedBytes
          chunkCount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FileObjectQuery, FileObjectQueryVariables>;
export const FileValuesDocument = new TypedDocumentString(`
    query FileValues($session: ID!, $path: String!, $start: [WholeNumber!]!, $shape: [Int!]!) {
  session(id: $session) {
    fileObject(path: $path) {
      path
      dataset {
        values(start: $start, shape: $shape, textLength: 400) {
          start
          shape
          values
          shortenedCount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FileValuesQuery, FileValuesQueryVariables>;
export const PassingAreasDocument = new TypedDocumentString(`
    query PassingAreas($id: ID!, $units: UnitFilter!) {
  session(id: $id) {
    units(where: $units, first: 1) {
      totalCount
    }
    unitFilterEffects(where: $units) {
      condition
      applies
      excludedCount
    }
    areas(units: $units) {
      acronym
      unitCount
    }
  }
}
    `) as unknown as TypedDocumentString<PassingAreasQuery, PassingAreasQueryVariables>;
export const ProbeMapDocument = new TypedDocumentString(`
    query ProbeMap($session: ID!, $where: UnitFilter!) {
  session(id: $session) {
    id
    areas(units: $where) {
      acronym
      alias
      unitCount
    }
    units(where: $where, first: 2000) {
      totalCount
      nodes {
        unitId
        area
        firingRate
        snr
        probe {
          name
        }
        channel {
          verticalPosition
          horizontalPosition
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProbeMapQuery, ProbeMapQueryVariables>;
export const StimulusScheduleDocument = new TypedDocumentString(`
    query StimulusSchedule($id: ID!) {
  session(id: $id) {
    stimulusEpochs {
      index
      stimulusName
      startTime
      stopTime
      duration
      presentationCount
      touchesInvalidTime
    }
    invalidTimes {
      startTime
      stopTime
      tags
    }
    recordedSpan {
      startTime
      stopTime
    }
  }
}
    `) as unknown as TypedDocumentString<StimulusScheduleQuery, StimulusScheduleQueryVariables>;
export const SessionWarningsDocument = new TypedDocumentString(`
    query SessionWarnings($id: ID!) {
  session(id: $id) {
    warnings {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SessionWarningsQuery, SessionWarningsQueryVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session($id: ID!) {
  session(id: $id) {
    id
    available
    sessionType
    startTime
    description
    institution
    lab
    experimenters
    nwbVersion
    fileName
    fileSize
    unitCount
    passingUnitCount
    channelCount
    validChannelCount
    subject {
      subjectId
      specimenName
      species
      sex
      genotype
      strain
      age
      ageInDays
    }
    probes {
      probeId
      name
      location
      samplingRate
      hasLfpData
      channelCount
    }
  }
}
    `) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const StoredAreasDocument = new TypedDocumentString(`
    query StoredAreas($id: ID!) {
  session(id: $id) {
    unitCount
    areas(
      units: {amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false}
    ) {
      acronym
      alias
      name
      unitCount
    }
  }
}
    `) as unknown as TypedDocumentString<StoredAreasQuery, StoredAreasQueryVariables>;
export const CatalogDocument = new TypedDocumentString(`
    query Catalog {
  all: sessions(first: 1) {
    totalCount
  }
  absent: sessions(where: {available: false}, first: 1) {
    totalCount
  }
  sessionTypes
  areas {
    acronym
    alias
    name
    sessionCount
    unitCount
    passingUnitCount
  }
  places {
    name
    state
    fileCount
    readCount
  }
  refusedFiles {
    fileName
    code
    message
  }
}
    `) as unknown as TypedDocumentString<CatalogQuery, CatalogQueryVariables>;
export const SessionCountDocument = new TypedDocumentString(`
    query SessionCount($where: SessionFilter) {
  sessions(where: $where, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SessionCountQuery, SessionCountQueryVariables>;
export const SessionStripDocument = new TypedDocumentString(`
    query SessionStrip($id: ID!) {
  session(id: $id) {
    id
    recordedSpan {
      startTime
      stopTime
    }
    stimulusEpochs {
      index
      stimulusName
      startTime
      stopTime
    }
    areas {
      acronym
      alias
      unitCount
    }
    units(first: 2000) {
      totalCount
      nodes {
        unitId
        area
        firingRate
        snr
        probe {
          name
        }
        channel {
          verticalPosition
          horizontalPosition
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SessionStripQuery, SessionStripQueryVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($where: SessionFilter, $after: String) {
  sessions(where: $where, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      available
      location
      sessionType
      startTime
      unitCount
      passingUnitCount
      probeCount
      recordedAreas
      subject {
        species
        sex
        genotype
        ageInDays
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const IntervalTablesDocument = new TypedDocumentString(`
    query IntervalTables($session: ID!) {
  session(id: $session) {
    id
    intervalTables {
      name
      description
      rowCount
      columns {
        name
        description
        kind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IntervalTablesQuery, IntervalTablesQueryVariables>;
export const IntervalTableColumnsDocument = new TypedDocumentString(`
    query IntervalTableColumns($session: ID!, $table: String!) {
  session(id: $session) {
    id
    intervalTables(names: [$table]) {
      name
      columns {
        name
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IntervalTableColumnsQuery, IntervalTableColumnsQueryVariables>;
export const IntervalTableRowsDocument = new TypedDocumentString(`
    query IntervalTableRows($session: ID!, $table: String!, $first: Int!, $after: String) {
  session(id: $session) {
    id
    intervalTables(names: [$table]) {
      name
      rows(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          index
          values {
            name
            value
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IntervalTableRowsQuery, IntervalTableRowsQueryVariables>;
export const IntervalTableFilesDocument = new TypedDocumentString(`
    query IntervalTableFiles($session: ID!, $table: String!) {
  session(id: $session) {
    intervalTables(names: [$table]) {
      name
      csv: href(format: CSV)
      parquet: href(format: PARQUET)
    }
  }
}
    `) as unknown as TypedDocumentString<IntervalTableFilesQuery, IntervalTableFilesQueryVariables>;
export const ReceptiveFieldDocument = new TypedDocumentString(`
    query ReceptiveField($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    receptiveFields(units: $units) {
      stimulusNames
      presentationCount
      unitIds
      xPositions
      yPositions
      counts
      xCentres
      yCentres
      areas
    }
  }
}
    `) as unknown as TypedDocumentString<ReceptiveFieldQuery, ReceptiveFieldQueryVariables>;
export const UnitResponsesDocument = new TypedDocumentString(`
    query UnitResponses($session: ID!, $stimulus: String!, $units: UnitFilter!, $before: Float!, $after: Float!, $binSize: Float!, $by: [PresentationGrouping!]!, $parameters: [String!]) {
  session(id: $session) {
    around: alignedActivity(
      presentations: {stimulusNames: [$stimulus]}
      units: $units
      before: $before
      after: $after
      binSize: $binSize
    ) {
      presentationIds
      edges
      spikes {
        presentationIndexes
        timesSinceStart
      }
      groups(by: $by, parameters: $parameters) {
        parameters {
          name
          value
        }
        presentationCount
        presentationIds
        mean(unit: HZ)
      }
    }
    within: presentationActivity(
      presentations: {stimulusNames: [$stimulus]}
      units: $units
    ) {
      groups(by: $by, parameters: $parameters) {
        parameters {
          name
          value
        }
        presentationCount
        mean(unit: HZ)
        standardError(unit: HZ)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitResponsesQuery, UnitResponsesQueryVariables>;
export const StimulusNamesDocument = new TypedDocumentString(`
    query StimulusNames($session: ID!) {
  session(id: $session) {
    stimulusNames
  }
}
    `) as unknown as TypedDocumentString<StimulusNamesQuery, StimulusNamesQueryVariables>;
export const StimulusParametersDocument = new TypedDocumentString(`
    query StimulusParameters($session: ID!, $stimulus: String!) {
  session(id: $session) {
    stimulusPresentations(where: {stimulusNames: [$stimulus]}, first: 1) {
      totalCount
      nodes {
        duration
      }
    }
    stimulusParameterValues(where: {stimulusNames: [$stimulus]}) {
      name
      values
    }
  }
}
    `) as unknown as TypedDocumentString<StimulusParametersQuery, StimulusParametersQueryVariables>;
export const SelectivityDocument = new TypedDocumentString(`
    query Selectivity($session: ID!, $unit: ID!, $units: UnitFilter!, $stimulus: ResponseStimulus!, $names: [String!]!) {
  session(id: $session) {
    unit(id: $unit) {
      unitId
      analysisMetrics {
        all {
          name
          value
        }
      }
    }
    responseMetrics(stimulus: $stimulus, units: $units, stimulusNames: $names) {
      presentationCount
      names
      values
    }
  }
}
    `) as unknown as TypedDocumentString<SelectivityQuery, SelectivityQueryVariables>;
export const TuningGridDocument = new TypedDocumentString(`
    query TuningGrid($session: ID!, $stimulus: String!, $units: UnitFilter!, $parameters: [String!]!) {
  session(id: $session) {
    presentationActivity(presentations: {stimulusNames: [$stimulus]}, units: $units) {
      unitIds
      grid(parameters: $parameters) {
        axes {
          name
          values
        }
        presentationCounts
        mean(unit: HZ)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TuningGridQuery, TuningGridQueryVariables>;
export const UnitSpikeTimesDocument = new TypedDocumentString(`
    query UnitSpikeTimes($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    spikeTrainStatistics(units: $units) {
      unitIds
      spikeCounts
      isiMedian
      cv
      cv2
      isiViolations {
        counts
      }
      isiHistogram(bins: {equal: {from: 0, to: 0.1, count: 100}}) {
        edges
        counts
      }
    }
    correlograms(units: $units, pairs: AUTO, binSize: 0.001, lagCount: 50) {
      lags
      counts
    }
  }
}
    `) as unknown as TypedDocumentString<UnitSpikeTimesQuery, UnitSpikeTimesQueryVariables>;
export const UnitStabilityDocument = new TypedDocumentString(`
    query UnitStability($session: ID!, $unit: ID!) {
  session(id: $session) {
    recordedSpan {
      startTime
      stopTime
    }
    unit(id: $unit) {
      unitId
      observedTimes {
        startTime
        stopTime
      }
      spikeTimesData {
        dtype
        shape
        bytes
      }
      spikeAmplitudesData {
        dtype
        shape
        bytes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitStabilityQuery, UnitStabilityQueryVariables>;
export const CrossCorrelogramDocument = new TypedDocumentString(`
    query CrossCorrelogram($session: ID!, $units: UnitFilter!, $targets: UnitFilter!) {
  session(id: $session) {
    correlograms(units: $units, targets: $targets, binSize: 0.001, lagCount: 50) {
      referenceIds
      targetIds
      counts
    }
  }
}
    `) as unknown as TypedDocumentString<CrossCorrelogramQuery, CrossCorrelogramQueryVariables>;
export const UnitDocument = new TypedDocumentString(`
    query Unit($session: ID!, $unit: ID!) {
  session(id: $session) {
    id
    available
    location
    unit(id: $unit) {
      unitId
      area
      quality
      spikeCount
      firingRate
      snr
      isiViolations
      presenceRatio
      amplitudeCutoff
      isolationDistance
      lRatio
      dPrime
      nnHitRate
      nnMissRate
      silhouetteScore
      maxDrift
      cumulativeDrift
      waveform {
        duration
        halfwidth
        ptRatio
        amplitude
        spread
        repolarizationSlope
        recoverySlope
        velocityAbove
        velocityBelow
      }
      channel {
        channelId
        verticalPosition
        horizontalPosition
      }
      probe {
        probeId
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitQuery, UnitQueryVariables>;
export const UnitNeighboursDocument = new TypedDocumentString(`
    query UnitNeighbours($session: ID!, $where: UnitFilter!, $orderBy: [UnitOrder!]) {
  session(id: $session) {
    id
    units(where: $where, orderBy: $orderBy, first: 10000) {
      nodes {
        unitId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitNeighboursQuery, UnitNeighboursQueryVariables>;
export const UnitWaveformDocument = new TypedDocumentString(`
    query UnitWaveform($session: ID!, $unit: ID!, $probes: [String!]!) {
  session(id: $session) {
    channels(where: {probes: $probes}, first: 10000) {
      nodes {
        channelId
        verticalPosition
        horizontalPosition
      }
    }
    unit(id: $unit) {
      channel {
        channelId
      }
      meanWaveform(channels: VALID) {
        channelIds
        times
        data {
          dtype
          shape
          bytes
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitWaveformQuery, UnitWaveformQueryVariables>;
export const UnitTableDocument = new TypedDocumentString(`
    query UnitTable($session: ID!, $where: UnitFilter!, $orderBy: [UnitOrder!], $after: String) {
  session(id: $session) {
    id
    units(where: $where, orderBy: $orderBy, first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        unitId
        area
        spikeCount
        firingRate
        snr
        isiViolations
        presenceRatio
        amplitudeCutoff
        waveform {
          duration
        }
        probe {
          name
        }
        channel {
          verticalPosition
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitTableQuery, UnitTableQueryVariables>;
export const UnitChoicesDocument = new TypedDocumentString(`
    query UnitChoices($session: ID!, $units: UnitFilter!, $listed: UnitFilter!) {
  session(id: $session) {
    id
    unitCount
    units(where: $listed) {
      totalCount
    }
    probes {
      name
    }
    areas(units: $units) {
      acronym
      alias
      name
      unitCount
    }
  }
}
    `) as unknown as TypedDocumentString<UnitChoicesQuery, UnitChoicesQueryVariables>;