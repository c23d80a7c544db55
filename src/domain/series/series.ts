import type { TimeSpan } from '../time/time-span.ts'
import type { Reduction, Resampling } from './resampling.ts'

/**
 * The columns of each recorded time series but its times, which are the column `time`. Every column
 * has shape [samples], but `values`, which has [samples, channels].
 */
export const seriesColumns = {
  /** s, cm/s */
  runningSpeed: ['endTime', 'velocity'],
  /** radians, V, V */
  rawRunning: ['netRotation', 'signalVoltage', 'supplyVoltage'],
  /** px and radians of three ellipses: centre, width and height from edge to edge, angle */
  eyeTracking: [
    'cornealReflectionCenterX',
    'cornealReflectionCenterY',
    'cornealReflectionWidth',
    'cornealReflectionHeight',
    'cornealReflectionPhi',
    'pupilCenterX',
    'pupilCenterY',
    'pupilWidth',
    'pupilHeight',
    'pupilPhi',
    'eyeCenterX',
    'eyeCenterY',
    'eyeWidth',
    'eyeHeight',
    'eyePhi',
  ],
  /** px², px², cm, cm, degrees, degrees */
  rawGaze: ['eyeArea', 'pupilArea', 'screenX', 'screenY', 'sphericalX', 'sphericalY'],
  /** the same units */
  filteredGaze: ['eyeArea', 'pupilArea', 'screenX', 'screenY', 'sphericalX', 'sphericalY'],
  /** V */
  lfp: ['values'],
  /** V/cm² as the AllenSDK's files give it */
  currentSourceDensity: ['values'],
  /** any TimeSeries of NWB, by its path */
  stored: ['values'],
} as const

export type SeriesName = keyof typeof seriesColumns

/**
 * One series of a session; `probeId` for those of a probe, else null; `path` only of
 * `stored`: that of a StoredSeries.
 */
export interface SeriesId {
  readonly name: SeriesName
  readonly probeId: string | null
  readonly path?: string
}

/** Whether a series lies in a file of its probe, next to that of the session. */
export function isInProbeFile({ name }: SeriesId): boolean {
  return name === 'lfp' || name === 'currentSourceDensity'
}

/** A TimeSeries of NWB, as the file keeps it. What the file does not say is null. */
export interface StoredSeries {
  readonly path: string
  /** NWB's name of its type */
  readonly type: string | null
  readonly description: string | null
  readonly unit: string | null
  readonly sampleCount: number
  readonly channelCount: number
}

/** Which samples of a series are wanted. */
export interface SeriesSpan {
  readonly series: SeriesId
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
}

/** Consecutive samples of a series, by their positions in the file. */
export interface SampleRun {
  readonly from: number
  readonly count: number
}

/** How many samples runs hold together. */
export function countSamples(runs: readonly SampleRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0)
}

/** Some of the samples that runs hold: those at the positions `[from, from + count)` among them. */
export function sliceRuns(runs: readonly SampleRun[], from: number, count: number): SampleRun[] {
  const slices: SampleRun[] = []
  let skipped = from
  let left = count
  for (const run of runs) {
    const taken = Math.min(run.count - skipped, left)
    if (taken > 0) slices.push({ from: run.from + skipped, count: taken })
    skipped = Math.max(0, skipped - run.count)
    left -= Math.max(0, taken)
  }
  return slices
}

/** Where the samples of a span lie in a series. */
export interface SeriesWindow {
  /**
   * the samples, in order of the file: one run where the times ascend, several where they do not
   */
  readonly runs: readonly SampleRun[]
  /** how many samples the runs hold */
  readonly count: number
  /** the columns that the file has */
  readonly columns: readonly string[]
  /** of the column `values`: how many channels; 1 where there is none */
  readonly channelCount: number
  /** what the file says of each channel; shape of each [channels] */
  readonly labels: {
    /** ids of electrodes; null: the electrodes table does not have it */
    readonly channelIds: readonly (string | null)[] | null
    /** µm */
    readonly verticalPositions: Float64Array | null
    /** µm */
    readonly horizontalPositions: Float64Array | null
  }
}

/** Samples of one column, brought to points. */
export interface SamplesRequest {
  readonly series: SeriesId
  /** one of the series' columns, or `time` */
  readonly column: string
  /** which channels of `values`, ascending; null: all */
  readonly channels: readonly number[] | null
  /** ascending, none overlapping another: see SeriesWindow */
  readonly runs: readonly SampleRun[]
  readonly resampling: Resampling
  readonly reduction: Reduction
  /** samples in these times, ends included, are taken as missing */
  readonly masked: readonly TimeSpan[]
}
