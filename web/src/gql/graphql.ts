/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * A range of a metric. A unit for which the metric is missing (NaN) fails, even if neither end is
 * given.
 */
export type MetricRange = {
  /** Maximum, inclusive; no upper limit by default. */
  readonly max?: number | null | undefined;
  /** Which metric. */
  readonly metric: UnitMetric;
  /** Minimum, inclusive; no lower limit by default. */
  readonly min?: number | null | undefined;
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
   * before anything is counted or listed, and NaN lies in no window. In files of up to a million spikes
   * all are checked; in larger ones a sample of every unit, or none where they are compressed or the
   * file is read over a network.
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

/** Sort direction. */
export type SortDirection =
  /** Smallest first; names in order of their UTF-16 code units. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/**
 * A condition on a column of the units table; all that is given must hold. A unit that has no value
 * fails, even if nothing is given. A column that the units table does not have is the error
 * INVALID_ARGUMENT, which lists those that it has. Among the units of several sessions, none passes of
 * a session that lacks the column; it is an error only if all of them lack it.
 */
export type UnitColumnFilter = {
  /** Name of the column in the file, such as `cell_type`. */
  readonly column: string;
  /** Maximum, inclusive; no upper limit by default. An error as for `min`. */
  readonly max?: number | null | undefined;
  /**
   * Minimum, inclusive; no lower limit by default. An error if the column does not hold numbers or
   * flags.
   */
  readonly min?: number | null | undefined;
  /**
   * The values, one of which the unit must have. Values are compared by meaning, as in
   * StimulusParameterFilter; one that no unit has is the error INVALID_ARGUMENT, which lists some that
   * exist.
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
   * the atlas knows is the error AREA_NOT_FOUND.
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
   * Only units with one of these `unitId`s. A unit that the session does not have is the error
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
   * Only units of one of these probes (`probeId`s or names). An unknown probe is the error
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

export type ActivityChoicesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type ActivityChoicesQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly unitCount: number | null, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }> } | null };

export type ActivityEpochsQueryVariables = Exact<{
  session: string | number;
}>;


export type ActivityEpochsQuery = { readonly session: { readonly id: string, readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly duration: number | null }> } | null };

export type ActivityMatrixFragment = { readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly href: string, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> };

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


export type EpochActivityQuery = { readonly session: { readonly stimulusEpoch: { readonly stimulusName: string, readonly startTime: number, readonly binnedActivity: ReadonlyArray<{ readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly href: string, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> }>, readonly running: ReadonlyArray<{ readonly runningSpeed: (number | null)[] | null }> } | null, readonly dataset: { readonly href: string } } | null };

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


export type WindowActivityQuery = { readonly session: { readonly binnedActivity: ReadonlyArray<{ readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly coverage: number, readonly unitCoverage: ReadonlyArray<number>, readonly binCoverage: (number | null)[] | null, readonly href: string, readonly npz: string, readonly csv: string, readonly area: { readonly acronym: string, readonly alias: string | null, readonly name: string | null } | null, readonly units: ReadonlyArray<{ readonly unitId: string, readonly channel: { readonly verticalPosition: number | null } | null, readonly probe: { readonly name: string } | null }>, readonly invalidTimes: ReadonlyArray<{ readonly startTime: number, readonly stopTime: number, readonly tags: ReadonlyArray<string> }> }>, readonly running: ReadonlyArray<{ readonly runningSpeed: (number | null)[] | null }> } | null };

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

export type SessionsQueryVariables = Exact<{
  where?: SessionFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { readonly sessions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly available: boolean, readonly sessionType: string | null, readonly startTime: string | null, readonly unitCount: number | null, readonly passingUnitCount: number | null, readonly probeCount: number | null, readonly recordedAreas: ReadonlyArray<string> | null, readonly subject: { readonly species: string | null, readonly sex: string | null, readonly genotype: string | null, readonly ageInDays: number | null } | null }> } };

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

export type UnitSpikeTimesQueryVariables = Exact<{
  session: string | number;
  units: UnitFilter;
}>;


export type UnitSpikeTimesQuery = { readonly session: { readonly id: string, readonly spikeTrainStatistics: { readonly unitIds: ReadonlyArray<string>, readonly spikeCounts: unknown, readonly isiMedian: unknown, readonly cv: unknown, readonly cv2: unknown, readonly isiViolations: { readonly counts: unknown }, readonly isiHistogram: { readonly edges: (number | null)[], readonly counts: unknown } }, readonly correlograms: { readonly lags: (number | null)[], readonly counts: unknown } } | null };

export type UnitQueryVariables = Exact<{
  session: string | number;
  unit: string | number;
}>;


export type UnitQuery = { readonly session: { readonly id: string, readonly available: boolean, readonly unit: { readonly unitId: string, readonly area: string | null, readonly quality: string | null, readonly spikeCount: number | null, readonly firingRate: number | null, readonly snr: number | null, readonly isiViolations: number | null, readonly presenceRatio: number | null, readonly amplitudeCutoff: number | null, readonly isolationDistance: number | null, readonly lRatio: number | null, readonly dPrime: number | null, readonly nnHitRate: number | null, readonly nnMissRate: number | null, readonly silhouetteScore: number | null, readonly maxDrift: number | null, readonly cumulativeDrift: number | null, readonly waveform: { readonly duration: number | null, readonly halfwidth: number | null, readonly ptRatio: number | null, readonly amplitude: number | null, readonly spread: number | null, readonly repolarizationSlope: number | null, readonly recoverySlope: number | null, readonly velocityAbove: number | null, readonly velocityBelow: number | null }, readonly channel: { readonly channelId: string, readonly verticalPosition: number | null, readonly horizontalPosition: number | null } | null, readonly probe: { readonly probeId: string, readonly name: string } | null } | null } | null };

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
}>;


export type UnitChoicesQuery = { readonly session: { readonly id: string, readonly unitCount: number | null, readonly probes: ReadonlyArray<{ readonly name: string }>, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }> } | null };

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
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
}
    `, {"fragmentName":"ActivityMatrix"}) as unknown as TypedDocumentString<ActivityMatrixFragment, unknown>;
export const ActivityChoicesDocument = new TypedDocumentString(`
    query ActivityChoices($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    available
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
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
}`) as unknown as TypedDocumentString<EpochActivityQuery, EpochActivityQueryVariables>;
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
  href
  npz: href(format: NPZ)
  csv: href(format: CSV)
}`) as unknown as TypedDocumentString<WindowActivityQuery, WindowActivityQueryVariables>;
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
export const UnitDocument = new TypedDocumentString(`
    query Unit($session: ID!, $unit: ID!) {
  session(id: $session) {
    id
    available
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
    query UnitChoices($session: ID!, $units: UnitFilter!) {
  session(id: $session) {
    id
    unitCount
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