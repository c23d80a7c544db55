import type { Named } from '../../named.ts'
import type { Observation } from '../../time/observation.ts'
import type { ViolationRule } from './isi-violations.ts'
import type { Intervals } from './train-runs.ts'

/** Which spike trains are summarized. */
export interface TrainSelection {
  /** rows of the units table */
  readonly unitRows: Uint32Array
  /** spikes that are summarized together; shape [rows] */
  readonly rows: readonly Intervals[]
  /** null: the units were observed whenever they have spikes */
  readonly observation: Observation | null
}

/** What is wanted of them. */
export type TrainSummary =
  | { readonly kind: 'isiStatistics' }
  /** refractoriness: seconds */
  | { readonly kind: 'revisedVariations'; readonly refractoriness: number }
  | { readonly kind: 'isiMedians' }
  /** edges: seconds, ascending; shape [bins + 1] */
  | { readonly kind: 'isiHistograms'; readonly edges: Float64Array }
  | { readonly kind: 'isiViolations'; readonly rule: ViolationRule }
  /** binSize: seconds; null: the bins of the Allen Institute's pipeline */
  | { readonly kind: 'presenceRatios'; readonly binSize: number | null }
  | { readonly kind: 'fanoFactors'; readonly binSize: number }

export type TrainRequest = TrainSelection & TrainSummary

/** By kind of request; shape of each array: [rows, units]. What is not there is NaN. */
export interface TrainResponses {
  isiStatistics: IsiColumns
  revisedVariations: { readonly variations: Cells }
  isiMedians: { readonly medians: Cells }
  /** shape [rows, units, bins] */
  isiHistograms: { readonly histograms: Uint32Array<ArrayBuffer> }
  /** spikeCounts: those looked at */
  isiViolations: { readonly counts: Cells; readonly spikeCounts: Cells }
  presenceRatios: { readonly ratios: Cells }
  fanoFactors: { readonly factors: Cells }
}

/** See IsiStatistics. */
export interface IsiColumns {
  readonly spikeCounts: Cells
  /** spikes while the unit was observed */
  readonly observedCounts: Cells
  readonly means: Cells
  readonly cvs: Cells
  readonly cv2s: Cells
  readonly lvs: Cells
}

type Cells = Float64Array<ArrayBuffer>

export type TrainResponse = Named<TrainResponses>
