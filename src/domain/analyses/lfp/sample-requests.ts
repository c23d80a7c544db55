import type { SeriesId } from '../../series/series.ts'
import type { PresentationGroups } from '../../stimuli/grouped-presentations.ts'
import type { TimeSpan } from '../../time/time-span.ts'

/** Samples of some channels of a series that was located. */
export interface SampleWindows {
  readonly series: SeriesId
  /** ascending */
  readonly channels: readonly number[]
  /** seconds, both ends included: samples elsewhere are not read */
  readonly spans: readonly TimeSpan[]
  /** samples in these times, ends included, are taken as missing */
  readonly masked: readonly TimeSpan[]
}

/** Means in bins around events. */
export interface AlignedSamplesRequest extends SampleWindows {
  /** seconds; shape [events] */
  readonly startTimes: Float64Array
  /** seconds from the event, ascending; shape [bins + 1] */
  readonly edges: Float64Array
}

/** Statistics of them over the events of each group. */
export interface SampleStatisticsRequest extends AlignedSamplesRequest {
  readonly groups: PresentationGroups
}

/** The mean around spikes. */
export interface SpikeTriggeredRequest extends SampleWindows {
  /** seconds, ascending */
  readonly spikeTimes: Float64Array
  /** seconds, 0 or more */
  readonly before: number
  /** seconds, 0 or more */
  readonly after: number
}

/** Of `before` seconds before to `after` seconds after a spike. */
export interface SpikeTriggeredSamples {
  /** seconds from the sample that is nearest to the spike; shape [samples] */
  readonly times: Float64Array
  /** NaN where no spike was used; shape [samples, channels] */
  readonly means: Float64Array
  readonly usedSpikeCount: number
}

/** Power spectra by Welch's method. */
export interface SpectrumRequest extends SampleWindows {
  /** seconds */
  readonly segment: number
}

export interface SampleSpectra {
  /** Hz; shape [frequencies] */
  readonly frequencies: Float64Array
  /** NaN without segments; shape [frequencies, channels] */
  readonly power: Float64Array
  /** of each channel; shape [channels] */
  readonly segmentCounts: Uint32Array<ArrayBuffer>
}
