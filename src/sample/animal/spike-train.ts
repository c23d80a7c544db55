import type { Random } from '../random.ts'
import type { FiringRate } from './firing-rate.ts'

/** seconds after a spike in which the same cell does not fire */
const REFRACTORY_SECONDS = 0.0015

/**
 * Draw a number of spikes that follow a firing rate: exponential intervals on the
 * axis of the cumulative rate.
 *
 * @param spikeTimes filled with seconds, ascending, multiples of the probe's sampling interval
 */
export function drawSpikeTimes(
  spikeTimes: Float64Array,
  { cumulative, binWidth }: Pick<FiringRate, 'cumulative' | 'binWidth'>,
  samplingRate: number,
  hasContamination: boolean,
  random: Random,
): void {
  const count = spikeTimes.length
  let sum = 0
  for (let i = 0; i < count; i++) {
    sum += random.exponential()
    spikeTimes[i] = sum
  }
  const total = cumulative[cumulative.length - 1]
  const scale = total / (sum + random.exponential())
  // Spikes of several cells in one cluster come closer to each other than one cell could fire.
  const refractory = hasContamination ? 0 : REFRACTORY_SECONDS
  let bin = 0
  let below = 0
  let last = 0
  for (let i = 0; i < count; i++) {
    const target = spikeTimes[i] * scale
    while (cumulative[bin] < target && bin < cumulative.length - 1) below = cumulative[bin++]
    const part = (target - below) / (cumulative[bin] - below)
    const sample = Math.round((bin + Math.min(part, 1)) * binWidth * samplingRate)
    const time = sample / samplingRate
    last = time - last < refractory && i > 0 ? afterRefractory(last, samplingRate) : time
    spikeTimes[i] = last
  }
}

/**
 * Move a few spikes exactly onto edges of the bins of windows around stimulus onsets, where a count
 * that divides instead of comparing with the edges goes wrong: `(onset - 10 s) + k * 0.1 s` in
 * doubles, and the window's end.
 *
 * @param spikeTimes changed in place; stays ascending
 */
export function moveSpikesOntoEdges(spikeTimes: Float64Array, onsets: readonly number[]): void {
  const edges = onsets.flatMap((onset) => [
    ...EDGE_NUMBERS.map((number) => onset - 10 + number * 0.1),
    onset + 90,
  ])
  for (const edge of edges.sort((one, other) => one - other)) {
    const next = firstAtOrAfter(spikeTimes, edge)
    if (next < spikeTimes.length) spikeTimes[next] = edge
  }
}

/** 43, 57 and 83: among the many k with floor(k * 0.1 / 0.1) !== k or an inexact k * 0.1 */
const EDGE_NUMBERS = [0, 1, 3, 43, 57, 83, 137, 500, 777, 999, 1000]

/** Spike amplitudes in volts: they vary around the unit's own, and drift a little. */
export function drawSpikeAmplitudes(
  amplitudes: Float64Array,
  meanVolts: number,
  random: Random,
): void {
  const drift = random.between(-0.15, 0.15) / amplitudes.length
  for (let i = 0; i < amplitudes.length; i++) {
    const noise = random.next() + random.next() + random.next() - 1.5
    amplitudes[i] = meanVolts * (1 + 0.25 * noise + drift * i)
  }
}

const afterRefractory = (last: number, samplingRate: number): number =>
  Math.round((last + REFRACTORY_SECONDS) * samplingRate + 1) / samplingRate

function firstAtOrAfter(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
