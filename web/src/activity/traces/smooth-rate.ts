/**
 * Rates smoothed with a Gaussian, whose weights beyond the ends and in gaps go to the bins that
 * there are.
 *
 * @param rates shape [bins]; null in a gap, where the result is null, too
 * @param sigma standard deviation of the Gaussian, in bins; it reaches four times as far
 */
export function smoothRate(
  rates: ArrayLike<number | null>,
  sigma: number,
): readonly (number | null)[] {
  const reach = Math.ceil(4 * sigma)
  const weights = Array.from({ length: reach + 1 }, (_, j) => Math.exp(-(j * j) / (2 * sigma ** 2)))
  return Array.from(rates, (rate, bin) => {
    if (rate === null) return null
    let sum = 0
    let total = 0
    for (let j = -reach; j <= reach; j++) {
      const other = rates[bin + j] ?? null
      if (other === null) continue
      sum += other * weights[Math.abs(j)]
      total += weights[Math.abs(j)]
    }
    return sum / total
  })
}
