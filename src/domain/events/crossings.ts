/** When a signal counts as having risen above a threshold. */
export interface CrossingRule {
  readonly threshold: number
  /**
   * seconds before a crossing in which there is a sample, and none at or above the threshold; null:
   * only the sample before is looked at
   */
  readonly hold: number | null
  /** seconds from a crossing on in which no sample is below the threshold */
  readonly minDuration: number
}

/**
 * Positions of the samples at which a signal rises to a threshold. Sample `i` does if
 * `values[i] >= threshold`, while all samples with `times[i] - hold <= time < times[i]`, of which
 * there must be at least one, are below it, and all with `time - times[i] < minDuration` from `i`
 * on are not. Missing values (NaN) are left out as if they had not been sampled.
 *
 * @param times shape [samples], seconds, ascending
 * @param values shape [samples]
 */
export function findCrossings(
  times: Float64Array,
  values: Float64Array,
  { threshold, hold, minDuration }: CrossingRule,
): Int32Array {
  const crossings: number[] = []
  /** of the last sample that was there, and of the last one at or above the threshold */
  let previous = Number.NaN
  let lastHigh = Number.NEGATIVE_INFINITY
  for (let sample = 0; sample < values.length; sample++) {
    const value = values[sample]
    const time = times[sample]
    if (Number.isNaN(value) || Number.isNaN(time)) continue
    const isHigh = value >= threshold
    if (isHigh) {
      const from = hold === null ? previous : time - hold
      const wasLow = previous >= from && previous < time && lastHigh < from
      if (wasLow && staysHigh(times, values, sample, threshold, minDuration)) crossings.push(sample)
      lastHigh = time
    }
    previous = time
  }
  return Int32Array.from(crossings)
}

function staysHigh(
  times: Float64Array,
  values: Float64Array,
  from: number,
  threshold: number,
  minDuration: number,
): boolean {
  for (let sample = from; sample < values.length; sample++) {
    if (!(times[sample] - times[from] < minDuration)) return true
    if (values[sample] < threshold) return false
  }
  return true
}
