import type { UnitPairs } from './correlogram-request.ts'

/** Trains of units in the same bins around presentations, as a jitter correction needs them. */
export interface TrialTrains {
  /** bins of each presentation */
  readonly binCount: number
  /** bin of every spike, ascending; shape [presentations][units][spikes] */
  readonly presentations: readonly (readonly Float64Array[])[]
}

/** Parameters of a jitter correction. */
export interface JitterRule {
  /** bins on each side of lag 0 */
  readonly lagCount: number
  /** bins within which a jittered spike may move */
  readonly windowBins: number
  /** spikes per bin; a pair of which one unit has no more is left out */
  readonly minimumRate: number
}

/**
 * Jitter-corrected correlograms, Siegle et al. 2021, without random numbers: the correlogram of the
 * trains less that of trains in which each spike is spread over its window of `windowBins` bins as
 * the spikes of all presentations are: `PSTH(t) * count in the window / mean count in the window`.
 *
 * Both are means over presentations of `Σ a(t) b(t + lag)`, divided by
 * `(binCount - |lag|) * sqrt(λa λb)`, where λ is the mean count per bin.
 *
 * @param counts of coincidences in all presentations; shape [pairs, lags]
 * @returns shape [pairs, lags]; NaN for a pair that is left out
 */
export function correctForJitter(
  trains: TrialTrains,
  counts: Uint32Array,
  { references, targets }: UnitPairs,
  rule: JitterRule,
  checkpoint: () => void,
): Float64Array<ArrayBuffer> {
  const { binCount, presentations } = trains
  const { lagCount, minimumRate } = rule
  const lags = 2 * lagCount + 1
  const spreads = (presentations[0] ?? []).map((_, unit) => spreadOf(trains, unit, rule.windowBins))
  const corrected = new Float64Array(counts.length).fill(Number.NaN)
  for (let pair = 0; pair < references.length; pair++) {
    const reference = spreads[references[pair]]
    const target = spreads[targets[pair]]
    if (!reference || !target) continue
    const isActive = reference.rate > minimumRate && target.rate > minimumRate
    if (!isActive) continue
    checkpoint()
    const jittered = jitteredSums(reference, target, rule, binCount)
    const scale = Math.sqrt(reference.rate * target.rate)
    for (let k = 0; k < lags; k++) {
      const overlap = binCount - Math.abs(k - lagCount)
      const mean = counts[pair * lags + k] / presentations.length
      corrected[pair * lags + k] =
        overlap > 0 ? (mean - jittered[k]) / (overlap * scale) : Number.NaN
    }
  }
  return corrected
}

/** A unit's spikes spread over their windows. */
interface Spread {
  /** mean count of each bin over the presentations; shape [bins] */
  readonly psth: Float64Array
  /** mean count of each window; shape [windows] */
  readonly windowMeans: Float64Array
  /** windows that hold spikes, ascending, and how many; shape [presentations][entries] */
  readonly windows: readonly Int32Array[]
  readonly windowCounts: readonly Int32Array[]
  /** mean count per bin */
  readonly rate: number
}

function spreadOf({ binCount, presentations }: TrialTrains, unit: number, size: number): Spread {
  const psth = new Float64Array(binCount)
  const windowMeans = new Float64Array(Math.ceil(binCount / size))
  const windows: Int32Array[] = []
  const windowCounts: Int32Array[] = []
  let spikeCount = 0
  for (const trains of presentations) {
    const counts = new Map<number, number>()
    for (const bin of trains[unit]) {
      const window = Math.floor(bin / size)
      psth[bin] += 1
      windowMeans[window] += 1
      counts.set(window, (counts.get(window) ?? 0) + 1)
      spikeCount++
    }
    windows.push(Int32Array.from(counts.keys()))
    windowCounts.push(Int32Array.from(counts.values()))
  }
  const count = presentations.length
  return {
    psth: psth.map((sum) => sum / count),
    windowMeans: windowMeans.map((sum) => sum / count),
    windows,
    windowCounts,
    rate: spikeCount / (count * binCount),
  }
}

/**
 * Mean over presentations of `Σ a(t) b(t + lag)` of two jittered trains; shape [lags]. All that
 * differs between presentations are the counts in windows: their products are averaged first.
 */
function jitteredSums(
  reference: Spread,
  target: Spread,
  { lagCount, windowBins }: JitterRule,
  binCount: number,
): Float64Array {
  const sums = new Float64Array(2 * lagCount + 1)
  const far = Math.ceil((lagCount + windowBins - 1) / windowBins)
  const products = windowProducts(reference, target, far)
  const width = 2 * far + 1
  for (let bin = 0; bin < binCount; bin++) {
    const rate = reference.psth[bin]
    if (rate === 0) continue
    const window = Math.floor(bin / windowBins)
    const last = Math.min(binCount - 1, bin + lagCount)
    let other = Math.max(0, bin - lagCount)
    while (other <= last) {
      const otherWindow = Math.floor(other / windowBins)
      const end = Math.min(last, (otherWindow + 1) * windowBins - 1)
      const factor = rate * products[window * width + otherWindow - window + far]
      const shift = lagCount - bin
      if (factor === 0) other = end + 1
      else for (; other <= end; other++) sums[other + shift] += factor * target.psth[other]
    }
  }
  return sums
}

/**
 * Mean over presentations of the product of the counts in two windows, each relative to its mean;
 * shape [windows of the reference, windows of the target from `far` before it to `far` after it].
 */
function windowProducts(reference: Spread, target: Spread, far: number): Float64Array {
  const width = 2 * far + 1
  const { windowMeans } = reference
  const products = new Float64Array(windowMeans.length * width)
  reference.windows.forEach((windows, presentation) => {
    const counts = reference.windowCounts[presentation]
    const others = target.windows[presentation]
    const otherCounts = target.windowCounts[presentation]
    let near = 0
    for (let i = 0; i < windows.length; i++) {
      while (near < others.length && others[near] < windows[i] - far) near++
      for (let j = near; j < others.length && others[j] <= windows[i] + far; j++) {
        products[windows[i] * width + others[j] - windows[i] + far] += counts[i] * otherCounts[j]
      }
    }
  })
  const count = reference.windows.length
  for (let cell = 0; cell < products.length; cell++) {
    if (products[cell] === 0) continue
    const window = Math.floor(cell / width)
    const other = window + (cell % width) - far
    products[cell] /= count * windowMeans[window] * target.windowMeans[other]
  }
  return products
}
