import type { EdgeRule } from '../alignment/edge-rule.ts'
import type { Bins } from '../counting/bins.ts'
import { inTurns } from '../numeric/in-turns.ts'
import { firstNotBefore, lowerBound, upperBound } from '../numeric/search.ts'
import { spanOf, type TimeSpan } from '../time/time-span.ts'
import { type SampleStatistic, summarize } from './sample-statistics.ts'
import { middleTimes, orderSamples, type SignalSamples } from './signal-samples.ts'

/**
 * Windows in which samples are summarized: bins of the session's clock, the same bins around
 * moments, or intervals as one bin each.
 *
 * By the rules `numpy` and `halfOpen` the time of a sample is its middle, and `edges[k] <= time -
 * start < edges[k + 1]`; the last bin, and an interval, is closed by `numpy`. By the rule
 * `allenSdk` it is the sample's start, and `start + edges[k] <= time < start + edges[k + 1]`: the
 * running speed of the AllenSDK's StimulusAnalysis.
 */
export type SignalWindows =
  | { readonly kind: 'bins'; readonly bins: Bins }
  | {
      readonly kind: 'edges'
      readonly startTimes: Float64Array
      /** seconds from each moment, ascending; shape [bins + 1] */
      readonly edges: Float64Array
      readonly edgeRule: EdgeRule
    }
  | {
      readonly kind: 'whole'
      readonly startTimes: Float64Array
      readonly stopTimes: Float64Array
      readonly edgeRule: EdgeRule
    }

/** [windows, bins] */
export function windowsShape(windows: SignalWindows): [number, number] {
  if (windows.kind === 'bins') return [1, windows.bins.count]
  return [windows.startTimes.length, windows.kind === 'edges' ? windows.edges.length - 1 : 1]
}

/** From the start of the earliest to the end of the latest window; empty where none has times. */
export function spanOfWindows(windows: SignalWindows): TimeSpan {
  if (windows.kind === 'bins') {
    return { startTime: windows.bins.start, stopTime: windows.bins.stop }
  }
  const [rowCount] = windowsShape(windows)
  const spans = Array.from({ length: rowCount }, (_, row) => spanOfWindow(windows, row))
  return spanOf(spans) ?? { startTime: 0, stopTime: -1 }
}

function spanOfWindow(windows: Exclude<SignalWindows, { kind: 'bins' }>, row: number): TimeSpan {
  const startTime = windows.startTimes[row]
  if (windows.kind === 'whole') return { startTime, stopTime: windows.stopTimes[row] }
  const { edges } = windows
  return { startTime: startTime + edges[0], stopTime: startTime + edges[edges.length - 1] }
}

/** How much longer a summary takes than a simple step on a cell. */
const CELL_WEIGHT = 64

/**
 * A signal in windows; a missing value does not count. The event loop gets its turn between cells.
 *
 * @returns shape [windows, bins]; NaN where there is no sample
 */
export async function summarizeInWindows(
  samples: SignalSamples,
  windows: SignalWindows,
  statistic: SampleStatistic,
): Promise<Float64Array> {
  const isByStart = windows.kind !== 'bins' && windows.edgeRule === 'allenSdk'
  const { times, values } = orderSamples(
    isByStart ? samples.startTimes : middleTimes(samples),
    samples.values,
  )
  const [rowCount, binCount] = windowsShape(windows)
  const cells = new Float64Array(rowCount * binCount)
  let row = -1
  let positions: Uint32Array = new Uint32Array(0)
  await inTurns(cells.length, CELL_WEIGHT, (from, to) => {
    for (let cell = from; cell < to; cell++) {
      const bin = cell % binCount
      if (bin === 0) positions = positionsIn(times, windows, ++row)
      const inBin = values.subarray(positions[bin], positions[bin + 1])
      cells[cell] = summarize(inBin, statistic)
    }
  })
  return cells
}

/**
 * Position of the first sample of each bin of a window, and of the first after the last bin; all
 * equal where the window has no times.
 */
function positionsIn(times: Float64Array, windows: SignalWindows, row: number): Uint32Array {
  if (windows.kind === 'bins') return inBins(times, windows.bins)
  const start = windows.startTimes[row]
  if (windows.kind === 'whole') {
    return within(times, start, windows.stopTimes[row], windows.edgeRule === 'numpy')
  }
  const { edges, edgeRule } = windows
  if (Number.isNaN(start)) return new Uint32Array(edges.length)
  if (edgeRule === 'allenSdk') {
    return Uint32Array.from(edges, (edge) => lowerBound(times, start + edge))
  }
  // A second before, which no rounding reaches; from there on the search is short.
  const from = lowerBound(times, start + edges[0] - 1)
  return byDifference(times, start, edges, edgeRule === 'numpy', [from, times.length])
}

function within(times: Float64Array, start: number, stop: number, isClosed: boolean): Uint32Array {
  if (!(start <= stop)) return new Uint32Array(2)
  const end = isClosed ? upperBound(times, stop) : lowerBound(times, stop)
  return Uint32Array.of(lowerBound(times, start), end)
}

/** As {@link Bins} has it: what is outside of the window is in no bin. */
function inBins(times: Float64Array, { start, stop, size, count }: Bins): Uint32Array {
  const edges = Float64Array.from({ length: count + 1 }, (_, edge) => edge * size)
  const to = upperBound(times, stop)
  const from = lowerBound(times, start, 0, to)
  return byDifference(times, start, edges, true, [from, to])
}

/**
 * First subtract, then compare with the edges: the order of numpy's roundings.
 *
 * @param isClosed the last bin, at its end
 */
function byDifference(
  times: Float64Array,
  start: number,
  edges: Float64Array,
  isClosed: boolean,
  [from, to]: readonly [number, number],
): Uint32Array {
  const last = edges.length - 1
  let position = from
  return Uint32Array.from(edges, (edge, i) => {
    const isBefore = (at: number) => {
      const difference = times[at] - start
      return difference < edge || (isClosed && i === last && difference === edge)
    }
    position = firstNotBefore(position, to, isBefore)
    return position
  })
}
