// Generated from documents.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from './typed-document.ts';
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
  readonly values?: ReadonlyArray<unknown> | null | undefined;
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

export type SessionsQueryVariables = Exact<{
  where?: SessionFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { readonly sessions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly sessionType: string | null, readonly startTime: string | null, readonly available: boolean, readonly unitCount: number | null, readonly passingUnitCount: number | null, readonly recordedAreas: ReadonlyArray<string> | null }> } };

export type SessionQueryVariables = Exact<{
  id: string | number;
  units?: UnitFilter;
}>;


export type SessionQuery = { readonly session: { readonly id: string, readonly sessionType: string | null, readonly startTime: string | null, readonly unitCount: number | null, readonly passingUnitCount: number | null, readonly areas: ReadonlyArray<{ readonly acronym: string, readonly alias: string | null, readonly name: string | null, readonly unitCount: number }>, readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly block: number | string | null, readonly startTime: number, readonly stopTime: number | null, readonly duration: number | null }> } | null };

export type EpochActivityQueryVariables = Exact<{
  id: string | number;
  epoch: number;
  areas?: ReadonlyArray<string> | string | null | undefined;
  units?: UnitFilter;
  before?: number;
  after?: number | null | undefined;
  binSize?: number;
  inline?: boolean;
}>;


export type EpochActivityQuery = { readonly session: { readonly stimulusEpoch: { readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly binnedActivity: ReadonlyArray<{ readonly unitIds: ReadonlyArray<string>, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly href: string, readonly area: { readonly acronym: string, readonly alias: string | null } | null, readonly data?: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }> } | null } | null };

export type NotebookQueryVariables = Exact<{
  id: string | number;
  areas?: ReadonlyArray<string> | string;
  units?: UnitFilter;
  before?: number;
  after?: number | null | undefined;
  binSize?: number;
  inline?: boolean;
}>;


export type NotebookQuery = { readonly session: { readonly stimulusEpochs: ReadonlyArray<{ readonly index: number, readonly stimulusName: string, readonly startTime: number, readonly binnedActivity: ReadonlyArray<{ readonly unitIds: ReadonlyArray<string>, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly href: string, readonly area: { readonly acronym: string, readonly alias: string | null } | null, readonly data?: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } }> }> } | null };

export type MatrixFragment = { readonly unitIds: ReadonlyArray<string>, readonly start: number, readonly binSize: number, readonly shape: ReadonlyArray<number>, readonly href: string, readonly area: { readonly acronym: string, readonly alias: string | null } | null, readonly data?: { readonly dtype: string, readonly shape: ReadonlyArray<number>, readonly bytes: string } };

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
export const MatrixFragmentDoc = new TypedDocumentString(`
    fragment Matrix on BinnedActivity {
  area {
    acronym
    alias
  }
  unitIds
  start
  binSize
  shape
  href
  data @include(if: $inline) {
    dtype
    shape
    bytes
  }
}
    `, {"fragmentName":"Matrix"}) as unknown as TypedDocumentString<MatrixFragment, unknown>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($where: SessionFilter, $first: Int! = 100, $after: String) {
  sessions(where: $where, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      sessionType
      startTime
      available
      unitCount
      passingUnitCount
      recordedAreas
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session($id: ID!, $units: UnitFilter! = {}) {
  session(id: $id) {
    id
    sessionType
    startTime
    unitCount
    passingUnitCount
    areas(units: $units) {
      acronym
      alias
      name
      unitCount
    }
    stimulusEpochs {
      index
      stimulusName
      block
      startTime
      stopTime
      duration
    }
  }
}
    `) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const EpochActivityDocument = new TypedDocumentString(`
    query EpochActivity($id: ID!, $epoch: Int!, $areas: [String!], $units: UnitFilter! = {}, $before: Float! = 10, $after: Float = 90, $binSize: Float! = 0.1, $inline: Boolean! = true) {
  session(id: $id) {
    stimulusEpoch(index: $epoch) {
      index
      stimulusName
      startTime
      binnedActivity(
        areas: $areas
        units: $units
        before: $before
        after: $after
        binSize: $binSize
      ) {
        ...Matrix
      }
    }
  }
}
    fragment Matrix on BinnedActivity {
  area {
    acronym
    alias
  }
  unitIds
  start
  binSize
  shape
  href
  data @include(if: $inline) {
    dtype
    shape
    bytes
  }
}`) as unknown as TypedDocumentString<EpochActivityQuery, EpochActivityQueryVariables>;
export const NotebookDocument = new TypedDocumentString(`
    query Notebook($id: ID!, $areas: [String!]! = ["V1", "LM", "RL", "AL", "PM", "AM"], $units: UnitFilter! = {}, $before: Float! = 10, $after: Float = 90, $binSize: Float! = 0.1, $inline: Boolean! = true) {
  session(id: $id) {
    stimulusEpochs(
      where: {excludeStimulusNames: ["spontaneous", "invalid_presentation"]}
    ) {
      index
      stimulusName
      startTime
      binnedActivity(
        areas: $areas
        units: $units
        before: $before
        after: $after
        binSize: $binSize
      ) {
        ...Matrix
      }
    }
  }
}
    fragment Matrix on BinnedActivity {
  area {
    acronym
    alias
  }
  unitIds
  start
  binSize
  shape
  href
  data @include(if: $inline) {
    dtype
    shape
    bytes
  }
}`) as unknown as TypedDocumentString<NotebookQuery, NotebookQueryVariables>;