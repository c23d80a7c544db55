import type {
  SpectrumRequest,
  SpikeTriggeredRequest,
} from '../domain/analyses/lfp/sample-requests.ts'
import type { ViolationRule } from '../domain/analyses/trains/isi-violations.ts'
import type { Bins } from '../domain/counting/bins.ts'
import type { DatasetPlan, DatasetRequest } from '../domain/counting/dataset.ts'
import type { RequestedWindow } from '../domain/counting/matrix-request.ts'
import type { StoredSeries } from '../domain/series/series.ts'
import type { ElementDescription, FileAttribute } from '../domain/session/file-object.ts'
import type { IntervalColumn, IntervalTable } from '../domain/session/interval-table.ts'
import type { WaveformChannels, WaveformRows } from '../domain/session/mean-waveform.ts'
import type { SessionTables, StimulusEpoch, UnitColumn } from '../domain/session/session-tables.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { Grouping } from '../domain/stimuli/presentation-grouping.ts'
import type { PresentationIntervals } from '../domain/stimuli/presentation-intervals.ts'
import type { PresentationList, PresentationRows } from '../domain/stimuli/presentations.ts'
import type { ParameterRows, ParameterTable } from '../domain/stimuli/stimulus-parameters.ts'
import type { UnitFilter } from '../domain/units/unit-filter.ts'
import type { CorrelogramsRequest } from '../exports/analyses/correlograms.ts'
import type { SpikeTrainsRequest } from '../exports/analyses/spike-trains.ts'
import type { FileFormat } from '../formats/file-format.ts'
import type { Activity } from '../request/activity/activity.ts'
import type {
  AlignedActivity,
  GridActivity,
  PresentationGroup,
} from '../request/activity/aligned-activity.ts'
import type { EventActivity, EventGroup } from '../request/activity/event-activity.ts'
import type { FirstSpikes, LatencyWindow } from '../request/activity/first-spikes.ts'
import type { GroupActivity, StatisticsActivity } from '../request/activity/group-statistics.ts'
import type { IntervalActivity } from '../request/activity/interval-activity.ts'
import type { PeakRequest } from '../request/activity/response-peaks.ts'
import type {
  LfpAroundEvents,
  LfpAroundPresentations,
  LfpAverage,
} from '../request/analyses/aligned-lfp.ts'
import type { UnitCorrelations } from '../request/analyses/correlations.ts'
import type { Correlograms } from '../request/analyses/correlograms.ts'
import type { HistogramBins } from '../request/analyses/isi-histogram.ts'
import type { JitterCorrelograms } from '../request/analyses/jitter-correlograms.ts'
import type { LfpSelection } from '../request/analyses/lfp.ts'
import type { SlidingCounts, SmoothedRates } from '../request/analyses/rates.ts'
import type {
  ReceptiveFieldsSelection,
  ResponseMetricsSelection,
} from '../request/analyses/responses.ts'
import type { SignalTuning } from '../request/analyses/signal-tuning.ts'
import type { SpikeTrains } from '../request/analyses/spike-trains.ts'
import type { SeriesSelection } from '../request/series.ts'
import type { SignalInWindows } from '../request/signals/signals-in-windows.ts'
import type { AnalysisMetrics, CatalogSession } from '../sessions/session-catalog.ts'

/** What each GraphQL type is while a query runs: the way to the data, not the data. */

export type SessionModel = CatalogSession

export type UnitColumnModel = UnitColumn

interface InSession {
  readonly session: CatalogSession
  readonly tables: SessionTables
}

/** An object of a session's file: a member of a group, or by its path. */
export interface FileObjectModel {
  readonly session: CatalogSession
  readonly path: string
}

export interface FileDatasetModel extends FileObjectModel {
  readonly elements: ElementDescription
}

export interface FileAttributeModel extends FileObjectModel {
  readonly attribute: FileAttribute
}

/**
 * Its counts are known from the list of sessions, or from the session's tables; these
 * are loaded when more is selected.
 */
export interface AreaModel {
  readonly session: CatalogSession
  readonly acronym: string
  /** valid channels */
  readonly channelCount: number
  /** units that pass the requested filter */
  readonly unitCount: number
  readonly open: () => Promise<OpenedArea>
}

export interface OpenedArea extends InSession {
  readonly units: UnitFilter
  /** rows of its units that pass the requested filter, in order */
  readonly unitRows: Uint32Array
}

export interface UnitModel extends InSession {
  readonly row: number
}

export interface MeanWaveformModel extends UnitModel {
  readonly rows: WaveformRows
  readonly wanted: WaveformChannels
}

export interface ChannelModel extends InSession {
  readonly row: number
}

export interface ProbeModel extends InSession {
  readonly row: number
}

export interface OptogeneticEpochModel extends InSession {
  readonly row: number
}

/** A window of a recorded time series. */
export type SeriesModel = SeriesSelection

export interface StoredSeriesModel extends StoredSeries {
  readonly session: CatalogSession
}

export interface EllipseModel extends SeriesModel {
  readonly ellipse: 'cornealReflection' | 'pupil' | 'eye'
}

export interface StimulusEpochModel extends InSession {
  readonly epoch: StimulusEpoch
}

interface InPresentations extends InSession {
  readonly list: PresentationList
}

export interface StimulusPresentationModel extends InPresentations {
  /** position in the list */
  readonly id: number
  /** the page that it came with */
  readonly page: PresentationPage
  /** where it stands on the page */
  readonly position: number
}

/** What an object with a global id is, and of which type it is. */
export type NodeModel =
  | (SessionModel & { readonly __typename: 'Session' })
  | (UnitModel & { readonly __typename: 'Unit' })
  | (ChannelModel & { readonly __typename: 'Channel' })
  | (ProbeModel & { readonly __typename: 'Probe' })
  | (StimulusEpochModel & { readonly __typename: 'StimulusEpoch' })
  | (StimulusPresentationModel & { readonly __typename: 'StimulusPresentation' })
  | (StimulusConditionModel & { readonly __typename: 'StimulusCondition' })
  | (OptogeneticEpochModel & { readonly __typename: 'OptogeneticEpoch' })
  | (StoredSeriesModel & { readonly __typename: 'TimeSeries' })

/** Presentations whose parameters are loaded together. */
export interface PresentationPage {
  readonly rows: PresentationRows
  /** null: they were not requested when the page was made */
  readonly parameters: ParameterRows | null
}

export interface StimulusConditionModel extends InPresentations {
  readonly conditions: StimulusConditions
  readonly id: number
}

/** A row of a table of parameters; -1: of a masked presentation, which has none. */
export interface ParameterRowModel {
  readonly table: ParameterTable
  readonly row: number
}

export interface BinnedActivityModel extends InSession {
  readonly area: AreaModel | null
  readonly epoch: StimulusEpochModel | null
  readonly window: RequestedWindow
  readonly units: UnitFilter
  readonly bins: Bins
  /** rows of the units that are the columns, in order */
  readonly unitRows: Uint32Array
}

export interface DatasetModel extends InSession {
  /** canonical */
  readonly request: DatasetRequest
  readonly plan: DatasetPlan
}

/** A unit's row of a table of analysis metrics. */
export interface AnalysisMetricsModel {
  readonly session: CatalogSession
  readonly metrics: AnalysisMetrics
  readonly row: number
}

export type ActivityModel = Activity

export type AlignedActivityModel = AlignedActivity

export type EventActivityModel = EventActivity

/** Spikes within intervals; `alignment` lists them. */
export type IntervalActivityModel = IntervalActivity

export type SignalTuningModel = SignalTuning

export interface IntervalTableModel {
  readonly session: CatalogSession
  readonly table: IntervalTable
}

export interface IntervalColumnModel extends IntervalTableModel {
  readonly column: IntervalColumn
}

export interface IntervalRowModel extends IntervalTableModel {
  readonly row: number
  /** the rows of its page: what is read of one is read of all */
  readonly page: { readonly from: number; readonly count: number }
}

/** A signal in windows: its values are read when they are wanted. */
export interface SignalModel extends SignalInWindows {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

/** The first spikes of an activity in a window. */
export interface FirstSpikesModel extends FirstSpikes {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface InterPresentationIntervalsModel extends PresentationIntervals {
  readonly session: SessionModel
  /** null: of all stimuli */
  readonly stimulusNames: readonly string[] | null
}

/** Columns of units over a group of presentations or events. */
export interface GroupColumnsModel<Options> {
  readonly group: GroupModel
  readonly options: Options
  /** where they can be downloaded, or those of all groups */
  readonly addressIn: (format: FileFormat, allGroups: boolean) => Promise<string>
}

export type FirstSpikeStatisticsModel = GroupColumnsModel<LatencyWindow>

export type ResponsePeaksModel = GroupColumnsModel<PeakRequest>

export type StatisticsModel<Of extends Activity = Activity> = StatisticsActivity<Of>

export type GroupModel<Of extends Activity = Activity> = GroupActivity<Of>

export type ActivityGroupModel = PresentationGroup

export type EventGroupModel = EventGroup

export type ActivityGridModel = GridActivity

export type ResponseMetricsModel = ResponseMetricsSelection

export type ReceptiveFieldsModel = ReceptiveFieldsSelection

export interface CorrelogramsModel extends Correlograms {
  /** as it was made, but for the unit of the values */
  readonly requested: Omit<CorrelogramsRequest, 'unit'>
}

export interface JitterCorrectedCorrelogramsModel extends JitterCorrelograms {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface UnitCorrelationsModel extends UnitCorrelations {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface SmoothedRatesModel extends SmoothedRates {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface SlidingCountsModel extends SlidingCounts {
  /** where they can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface SpikeTrainStatisticsModel extends SpikeTrains {
  /** as it was made */
  readonly requested: SpikeTrainsRequest
}

export interface IsiViolationsModel {
  readonly trains: SpikeTrains
  readonly rule: ViolationRule
}

export interface IsiHistogramModel {
  readonly trains: SpikeTrainStatisticsModel
  readonly bins: HistogramBins
  /** seconds, ascending; shape [bins + 1] */
  readonly edges: Float64Array
}

export type AlignedLfpModel = LfpAroundPresentations

export type EventLfpModel = LfpAroundEvents

export interface LfpGroupModel {
  readonly activity: AlignedLfpModel
  readonly grouping: Grouping
  readonly conditions: StimulusConditions | null
  /** positions among the presentations */
  readonly members: Int32Array
  readonly average: LfpAverageModel
}

export type LfpAverageModel = LfpAverage

export interface SpikeTriggeredLfpModel extends UnitModel {
  readonly lfp: LfpSelection
  readonly request: SpikeTriggeredRequest
  /** where it can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}

export interface LfpSpectrumModel {
  readonly lfp: LfpSelection
  readonly request: SpectrumRequest
  /** where it can be downloaded */
  readonly addressIn: (format: FileFormat) => Promise<string>
}
