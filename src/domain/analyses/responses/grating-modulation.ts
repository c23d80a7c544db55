import { numpySum } from '../../numeric/numpy-sum.ts'
import { WelchSpectrum } from '../spectrum/welch-spectrum.ts'

/** Counts of trials in bins of 1 ms: shape [trials, bins]. */
export interface TrialCounts {
  readonly counts: Float64Array
  readonly binCount: number
}

/** Samples of a segment of the spectrum, as in the AllenSDK. */
const SEGMENT = 1024

const BINS_PER_SECOND = 1000

/**
 * F1/F0 of the response to a drifting grating as the AllenSDK computes it: each trial is cut into
 * `int(frequency * duration)` cycles of `int(bins / cycles)` bins, whatever a cycle really lasts,
 * and averaged over them; F1 and F0 are the first two amplitudes of the result. The mean over
 * trials with spikes.
 *
 * @param frequency of the grating, in Hz
 * @param duration centre of the last bin, in seconds
 * @returns NaN without spikes, and where a trial is shorter than a cycle
 */
export function foldedModulation(
  { counts, binCount }: TrialCounts,
  frequency: number,
  duration: number,
): number {
  const cycles = Math.trunc(frequency * duration)
  const cycleBins = Math.trunc(binCount / cycles)
  if (!(cycles > 0) || cycleBins < 2) return Number.NaN
  return meanRatio(counts, binCount, cycles * cycleBins, (bin) => (bin % cycleBins) / cycleBins)
}

/**
 * The same over whole cycles of the grating, each of `1 / frequency` seconds.
 *
 * @param duration of a trial, in seconds
 */
export function cycleModulation(
  { counts, binCount }: TrialCounts,
  frequency: number,
  duration: number,
): number {
  const cycles = Math.floor(frequency * duration + 1e-9)
  if (!(cycles > 0)) return Number.NaN
  const cycleBins = BINS_PER_SECOND / frequency
  const used = Math.min(binCount, Math.round(cycles * cycleBins))
  return meanRatio(counts, binCount, used, (bin) => bin / cycleBins)
}

/**
 * Mean over trials of `2 |Σ n e^{-2πi φ}| / Σ n`, which is F1/F0 of what is averaged over cycles.
 *
 * @param used bins of each trial
 * @param phaseOf a bin, in cycles
 */
function meanRatio(
  counts: Float64Array,
  binCount: number,
  used: number,
  phaseOf: (bin: number) => number,
): number {
  const ratios: number[] = []
  for (let from = 0; from < counts.length; from += binCount) {
    let total = 0
    let real = 0
    let imaginary = 0
    for (let bin = 0; bin < used; bin++) {
      const count = counts[from + bin]
      if (count === 0) continue
      const angle = 2 * Math.PI * phaseOf(bin)
      total += count
      real += count * Math.cos(angle)
      imaginary += count * Math.sin(angle)
    }
    if (total > 0) ratios.push((2 * Math.hypot(real, imaginary)) / total)
  }
  return numpySum(Float64Array.from(ratios)) / ratios.length
}

/**
 * Depth of modulation at the grating's frequency: how many standard deviations of the power
 * spectrum its power lies off the mean (Matteucci 2019; AllenSDK `modulation_index`).
 */
export class ModulationIndex {
  readonly #spectrum = new WelchSpectrum(BINS_PER_SECOND, SEGMENT)

  /**
   * By the power at the first frequency of the spectrum that is not below the grating's.
   *
   * @param psth mean counts in bins of 1 ms; shape [bins]
   * @returns 0 where the response has no power, as in the AllenSDK; NaN beyond the spectrum
   */
  of(psth: Float64Array, frequency: number): number {
    const { frequencies, power } = this.#spectrum.of(psth)
    const mean = numpySum(power) / power.length
    if (mean === 0) return 0
    const at = frequencies.findIndex((candidate) => candidate >= frequency)
    if (at < 0) return Number.NaN
    const square = numpySum(power.map((value) => value * value)) / power.length
    return Math.abs((power[at] - mean) / Math.sqrt(square - mean * mean))
  }
}
