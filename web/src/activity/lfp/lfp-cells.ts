import { type Counts, Gap } from '../../heatmap/cells/measure.ts'
import { nearest } from '../traces/nearest.ts'

/** A channel of a probe. */
export interface LfpChannel {
  readonly channelId: string
  /** µm from the probe's tip; null where the file does not say */
  readonly verticalPosition: number | null
}

/** Some channels of those with LFP, evenly spread from the surface down; unknown depths last. */
export function spreadChannels(channels: readonly LfpChannel[], most: number): LfpChannel[] {
  const height = ({ verticalPosition }: LfpChannel) => verticalPosition ?? Number.NEGATIVE_INFINITY
  const ordered = channels.toSorted((one, other) => height(other) - height(one) || 0)
  if (ordered.length <= most) return ordered
  const step = (ordered.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => ordered[Math.round(i * step)])
}

/** LFP as the cells of a heatmap. */
export interface LfpCells {
  /** µV, and gaps where no sample is near; shape [bins, channels] */
  readonly counts: Counts
  /** seconds */
  readonly binSize: number
}

/**
 * Points as cells of equal width, each with the value of the point nearest to its middle.
 *
 * @param times seconds, ascending; shape [points]
 * @param volts NaN where the file marks the time as invalid; shape [points, channels]
 * @param window seconds on the same clock
 * @returns null with fewer than two points
 */
export function lfpCells(
  times: Float64Array,
  volts: Float64Array,
  window: { readonly start: number; readonly stop: number },
): LfpCells | null {
  if (times.length < 2) return null
  const channelCount = volts.length / times.length
  const steps = times.subarray(1).map((time, i) => time - times[i])
  const step = steps.sort()[steps.length >> 1]
  const binCount = Math.max(1, Math.round((window.stop - window.start) / step))
  const binSize = (window.stop - window.start) / binCount
  const data = new Float64Array(binCount * channelCount)
  const gaps = new Uint8Array(data.length)
  for (let bin = 0; bin < binCount; bin++) {
    const middle = window.start + (bin + 0.5) * binSize
    const point = nearest(times, middle)
    const isNear = Math.abs(times[point] - middle) <= step
    for (let channel = 0; channel < channelCount; channel++) {
      const cell = bin * channelCount + channel
      const value = volts[point * channelCount + channel]
      data[cell] = 1e6 * value
      if (!isNear) gaps[cell] = Gap.NOT_RECORDED
      else if (Number.isNaN(value)) gaps[cell] = Gap.INVALID
    }
  }
  return { counts: { shape: [binCount, channelCount], data, gaps }, binSize }
}

/** Fraction of the cells whose colours are told apart; the rest have the last colour. */
const SHOWN_SHARE = 0.99

/** µV on either side of 0 that nearly all cells do not exceed; 1 without any. */
export function lfpLimit({ data, gaps }: Counts): number {
  const sizes = Float64Array.from(data, Math.abs)
    .filter((_, cell) => !gaps?.[cell])
    .sort()
  return sizes[Math.ceil(SHOWN_SHARE * sizes.length) - 1] || 1
}
