import { quantileSorted } from 'd3-array'

/** A stretch of the session. */
export interface StabilityBin {
  /** seconds */
  readonly start: number
  readonly stop: number
  /** Hz over the time observed; null where nothing was observed */
  readonly rate: number | null
  /** amplitudes: 10 %, 50 % and 90 % of the spikes are not larger; null without spikes */
  readonly amplitudes: readonly [number, number, number] | null
}

interface Span {
  readonly startTime: number
  readonly stopTime: number
}

/** Null: it has no such end. */
interface ObservedSpan {
  readonly startTime: number | null
  readonly stopTime: number | null
}

/**
 * Rate and amplitudes in bins of equal length.
 *
 * @param times ascending, in seconds
 * @param amplitudes of the same spikes; null: the file has none
 * @param observed null: all of the span was
 */
export function stabilityBins(
  times: ArrayLike<number>,
  amplitudes: ArrayLike<number> | null,
  span: Span,
  observed: readonly ObservedSpan[] | null,
  binCount: number,
): StabilityBin[] {
  const length = (span.stopTime - span.startTime) / binCount
  const bins: StabilityBin[] = []
  let from = 0
  for (let i = 0; i < binCount; i++) {
    const start = span.startTime + i * length
    const stop = i === binCount - 1 ? span.stopTime : start + length
    let to = from
    while (to < times.length && (times[to] < stop || i === binCount - 1)) to++
    const seconds = observed ? secondsWithin(observed, start, stop) : stop - start
    bins.push({
      start,
      stop,
      rate: seconds > 0 ? (to - from) / seconds : null,
      amplitudes: amplitudes && to > from ? quantiles(amplitudes, from, to) : null,
    })
    from = to
  }
  return bins
}

function secondsWithin(spans: readonly ObservedSpan[], start: number, stop: number): number {
  return spans.reduce(
    (sum, { startTime, stopTime }) =>
      sum + Math.max(0, Math.min(stopTime ?? stop, stop) - Math.max(startTime ?? start, start)),
    0,
  )
}

function quantiles(values: ArrayLike<number>, from: number, to: number) {
  const sorted = [...Float64Array.from({ length: to - from }, (_, i) => values[from + i]).sort()]
  const at = (share: number) => quantileSorted(sorted, share) ?? Number.NaN
  return [at(0.1), at(0.5), at(0.9)] as const
}
