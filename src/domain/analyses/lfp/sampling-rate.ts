/**
 * Part by which the rate over all samples may differ from that between neighbours without a gap.
 */
const TOLERANCE = 1e-3

/**
 * Sampling rate of a series, in Hz: samples over time, or, where there are gaps, the usual distance
 * between neighbours.
 *
 * @param first times of some samples from the first on, seconds; shape [some]
 * @param last time of the last sample
 * @param count of all samples
 * @returns NaN for fewer than two samples
 */
export function samplingRate(first: Float64Array, last: number, count: number): number {
  const distances = first.slice(1).map((time, i) => time - first[i])
  const usual = 1 / (distances.sort()[distances.length >> 1] ?? Number.NaN)
  const overall = (count - 1) / (last - first[0])
  return Math.abs(overall / usual - 1) < TOLERANCE ? overall : usual
}
