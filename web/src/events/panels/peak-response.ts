import { formatRate } from '../../heatmap/cells/cell-text.ts'

/** The largest mean rate after an event. */
export interface PeakResponse {
  /** Hz, less the mean rate before the event */
  readonly size: number
  /** centre of the first bin that has it, in seconds from the event; null: no spike came after */
  readonly time: number | null
}

/** Bins around an event: where the first begins, in seconds from it, and how wide they are. */
export interface EventBins {
  readonly before: number
  readonly binSize: number
}

/** Starts of bins are rounded: one may be this much too early. */
const SLACK = 1e-6

/**
 * The peak of mean rates after an event.
 *
 * @param rates in Hz, NaN where a bin was not observed; shape [bins]
 * @returns null where no bin after the event was observed
 */
export function peakResponse(
  rates: ArrayLike<number>,
  { before, binSize }: EventBins,
): PeakResponse | null {
  let [sum, count] = [0, 0]
  let peak: { rate: number; bin: number } | null = null
  for (let bin = 0; bin < rates.length; bin++) {
    const rate = rates[bin]
    if (Number.isNaN(rate)) continue
    const start = bin * binSize - before
    if (start >= -SLACK * binSize) {
      if (!peak || rate > peak.rate) peak = { rate, bin }
    } else if (start + binSize <= SLACK * binSize) {
      sum += rate
      count++
    }
  }
  if (!peak) return null
  return {
    size: peak.rate - (count > 0 ? sum / count : 0),
    time: peak.rate === 0 ? null : Number(((peak.bin + 0.5) * binSize - before).toFixed(9)),
  }
}

/** `+17 Hz at 55 ms` */
export function peakText({ size, time }: PeakResponse): string {
  const text = `${size < 0 ? '−' : '+'}${formatRate(Math.abs(size))} Hz`
  if (time === null) return text
  return `${text} at ${time < 0.9995 ? `${Math.round(1000 * time)} ms` : `${time.toFixed(2)} s`}`
}
