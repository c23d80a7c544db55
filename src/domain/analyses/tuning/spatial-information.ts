/** How much a unit's spikes say of a signal (Skaggs et al., 1993). */
export interface SpatialInformation {
  /** NaN where no bin has a rate */
  readonly bitsPerSecond: number
  /** NaN where the unit is silent, too */
  readonly bitsPerSpike: number
}

/**
 * Rates from counts and the seconds spent; NaN in a bin that was not visited, or not for long
 * enough.
 *
 * @param occupancy seconds
 * @returns shape of each [units, bins]
 */
export function tuningRates(
  counts: Float64Array,
  occupancy: Float64Array,
  minOccupancy: number,
): Float64Array {
  return counts.map((count, cell) => {
    const seconds = occupancy[cell]
    return seconds > 0 && seconds >= minOccupancy ? count / seconds : Number.NaN
  })
}

/**
 * `Σ p λ log2(λ / λ̄)` over the bins with a rate, where `p` is the share of the time spent in them
 * and `λ̄ = Σ p λ`; a bin without spikes adds nothing.
 *
 * @param rates of one unit; shape [bins]
 */
export function spatialInformation(
  rates: Float64Array,
  occupancy: Float64Array,
): SpatialInformation {
  let seconds = 0
  let spikes = 0
  for (let bin = 0; bin < rates.length; bin++) {
    if (Number.isNaN(rates[bin])) continue
    seconds += occupancy[bin]
    spikes += occupancy[bin] * rates[bin]
  }
  const mean = spikes / seconds
  let bitsPerSecond = seconds > 0 ? 0 : Number.NaN
  for (let bin = 0; bin < rates.length; bin++) {
    const rate = rates[bin]
    if (rate > 0) bitsPerSecond += (occupancy[bin] / seconds) * rate * Math.log2(rate / mean)
  }
  return { bitsPerSecond, bitsPerSpike: mean > 0 ? bitsPerSecond / mean : Number.NaN }
}
