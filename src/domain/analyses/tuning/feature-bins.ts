import { medianOf } from '../../numeric/quantiles.ts'
import { lowerBound, upperBound } from '../../numeric/search.ts'
import type { SignalSamples } from '../../signals/signal-samples.ts'
import { isObserved, observedSeconds, type Stretches } from '../../time/observation.ts'
import type { TimeSpan } from '../../time/time-span.ts'

/**
 * Which sample a moment belongs to: the last one that began, as long as it lasts; or the nearest.
 */
export type SampleLookup = 'previous' | 'nearest'

/** A signal that units may be tuned to. */
export interface TuningFeature {
  readonly samples: SignalSamples
  /** ascending; shape [bins + 1]; the last bin is closed */
  readonly edges: Float64Array
}

export interface TuningRules {
  readonly lookup: SampleLookup
  /** seconds that a sample lasts at most whose end is not known; null: five median steps */
  readonly maxGap: number | null
  /** only samples that begin in one of these, `start <= time < stop`; null: all */
  readonly within: readonly TimeSpan[] | null
}

/**
 * Samples in order of time, each with the bin of the features that it lies in. Shape of every
 * array: [samples].
 */
export interface BinnedSamples {
  /** when each begins, in seconds; ascending */
  readonly startTimes: Float64Array
  /** when each ends, in seconds */
  readonly stopTimes: Float64Array
  /** in C order over the features; -1: in none */
  readonly bins: Int32Array
  /** seconds that count as spent in the bin */
  readonly durations: Float64Array
}

/** Steps that a sample lasts at most, unless it is said otherwise. */
const MOST_STEPS = 5

/**
 * The bins of the samples of the first feature. Other features have their values at the start of
 * each of these samples. A sample with a missing value, or a value outside of the edges, is in
 * none.
 */
export function binSamples(
  features: readonly TuningFeature[],
  { lookup, maxGap, within }: TuningRules,
): BinnedSamples {
  const [first, ...others] = features.map((feature) => ({
    edges: feature.edges,
    ...inOrder(feature.samples, maxGap),
  }))
  const { startTimes, stopTimes, step } = first
  const bins = Int32Array.from(first.values, (value) => binOf(first.edges, value))
  for (const other of others) {
    const binCount = other.edges.length - 1
    for (let sample = 0; sample < bins.length; sample++) {
      const at = sampleAt(other, startTimes[sample], lookup)
      const bin = at < 0 ? -1 : binOf(other.edges, other.values[at])
      bins[sample] = bin < 0 || bins[sample] < 0 ? -1 : bins[sample] * binCount + bin
    }
  }
  if (within) {
    for (let sample = 0; sample < bins.length; sample++) {
      const time = startTimes[sample]
      const isWithin = within.some((span) => span.startTime <= time && time < span.stopTime)
      if (!isWithin) bins[sample] = -1
    }
  }
  const durations =
    lookup === 'nearest'
      ? new Float64Array(bins.length).fill(step)
      : stopTimes.map((stop, sample) => stop - startTimes[sample])
  return { startTimes, stopTimes, bins, durations }
}

/** When a unit was observed, and how samples were binned. */
interface ObservedSamples {
  readonly stretches: Stretches
  readonly lookup: SampleLookup
}

/**
 * Seconds spent in each bin.
 *
 * @param observed what of them counts; null: all
 */
export function occupancyOf(
  samples: BinnedSamples,
  binCount: number,
  observed: ObservedSamples | null = null,
): Float64Array {
  const { bins, durations } = samples
  const occupancy = new Float64Array(binCount)
  for (let sample = 0; sample < bins.length; sample++) {
    const bin = bins[sample]
    if (bin < 0) continue
    const seconds = observed ? observedDuration(samples, sample, observed) : durations[sample]
    occupancy[bin] = occupancy[bin] + seconds
  }
  return occupancy
}

/** How much of a sample was observed; where each lasts a step, it lies in the step's middle. */
function observedDuration(
  { startTimes, stopTimes, durations }: BinnedSamples,
  sample: number,
  { stretches, lookup }: ObservedSamples,
): number {
  const duration = durations[sample]
  const start = startTimes[sample]
  const [from, to] =
    lookup === 'nearest' ? [start - duration / 2, start + duration / 2] : [start, stopTimes[sample]]
  return isObserved(stretches, from, to) ? duration : observedSeconds(stretches, from, to)
}

interface OrderedSamples {
  readonly startTimes: Float64Array
  readonly stopTimes: Float64Array
  readonly values: Float64Array
  /** median time from one to the next, in seconds; 0 of fewer than two */
  readonly step: number
}

/** Position of the sample that a moment belongs to; -1: none. */
export function sampleAt(
  { startTimes, stopTimes }: Pick<OrderedSamples, 'startTimes' | 'stopTimes'>,
  time: number,
  lookup: SampleLookup,
): number {
  const after = upperBound(startTimes, time)
  const previous = after - 1
  if (lookup === 'previous') return previous >= 0 && time < stopTimes[previous] ? previous : -1
  if (after === startTimes.length) return previous
  // As near as the previous one: the later, as pynapple has it.
  return previous < 0 || startTimes[after] - time <= time - startTimes[previous] ? after : previous
}

/** A sample whose end is not known lasts to the next, or `maxGap`; the last one does not. */
function inOrder({ startTimes, stopTimes, values }: SignalSamples, maxGap: number | null) {
  const order = Uint32Array.from(startTimes.keys())
    .filter((sample) => !Number.isNaN(startTimes[sample]))
    .sort((a, b) => startTimes[a] - startTimes[b])
  const starts = Float64Array.from(order, (sample) => startTimes[sample])
  const steps = starts.slice(1).map((time, sample) => time - starts[sample])
  const step = steps.length === 0 ? 0 : medianOf(steps.slice().sort())
  const longest = maxGap ?? MOST_STEPS * step
  return {
    startTimes: starts,
    stopTimes: stopTimes
      ? Float64Array.from(order, (sample) => stopTimes[sample])
      : starts.map((time, sample) => time + Math.min(steps[sample] ?? 0, longest)),
    values: Float64Array.from(order, (sample) => values[sample]),
    step,
  }
}

/** As numpy.histogram has it; -1: outside of the edges, or missing. */
function binOf(edges: Float64Array, value: number): number {
  const last = edges.length - 1
  if (!(value >= edges[0] && value <= edges[last])) return -1
  return value === edges[last] ? lowerBound(edges, value) - 1 : upperBound(edges, value) - 1
}
