import type { AnalysisMetrics, CatalogSession } from '../catalog/session-catalog.ts'
import type { Bins } from '../domain/bins.ts'
import type { WaveformRows } from '../domain/mean-waveform.ts'
import type { SessionTables, StimulusEpoch } from '../domain/session-tables.ts'

/** What stands behind each GraphQL type while a query runs: the way to the data, not the data. */

export type SessionModel = CatalogSession

interface InSession {
  readonly session: CatalogSession
  readonly tables: SessionTables
}

export interface AreaModel extends InSession {
  readonly acronym: string
  /** rows of its units that pass the filter asked, in order */
  readonly unitRows: Uint32Array
}

export interface UnitModel extends InSession {
  readonly row: number
}

export interface MeanWaveformModel extends UnitModel {
  readonly rows: WaveformRows
}

export interface ChannelModel extends InSession {
  readonly row: number
}

export interface ProbeModel extends InSession {
  readonly row: number
}

export interface StimulusEpochModel extends InSession {
  readonly epoch: StimulusEpoch
}

export interface BinnedActivityModel extends InSession {
  readonly area: AreaModel | null
  readonly epoch: StimulusEpochModel | null
  readonly bins: Bins
  /** rows of the units that are the columns, in order */
  readonly unitRows: Uint32Array
}

/** A unit's row of a table of analysis metrics. */
export interface AnalysisMetricsModel {
  readonly metrics: AnalysisMetrics
  readonly row: number
}
