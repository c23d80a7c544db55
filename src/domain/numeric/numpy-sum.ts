/** Below this many numbers numpy adds one after the other. */
const UNROLLED = 8
/** Up to this many numbers numpy adds in eight lanes; more it halves first. */
const BLOCK = 128

/**
 * The sum of some numbers, rounded as numpy's pairwise summation rounds it: means and deviations
 * come out as the AllenSDK's, to the last bit.
 */
export function numpySum(values: Float64Array, from = 0, to = values.length): number {
  const count = to - from
  if (count < UNROLLED) return addFrom(0, values, from, to)
  if (count > BLOCK) {
    const half = Math.floor(count / 2)
    const middle = from + half - (half % UNROLLED)
    return numpySum(values, from, middle) + numpySum(values, middle, to)
  }
  const end = to - (count % UNROLLED)
  const lane = (number: number) => {
    let sum = values[from + number]
    for (let i = from + number + UNROLLED; i < end; i += UNROLLED) sum += values[i]
    return sum
  }
  const lanes = lane(0) + lane(1) + (lane(2) + lane(3)) + (lane(4) + lane(5) + (lane(6) + lane(7)))
  return addFrom(lanes, values, end, to)
}

function addFrom(start: number, values: Float64Array, from: number, to: number): number {
  let sum = start
  for (let i = from; i < to; i++) sum += values[i]
  return sum
}

/**
 * Mean, and standard deviation with `ddof=1`, of some numbers, as numpy rounds them; the deviation
 * of fewer than two, and the mean of none, are NaN.
 *
 * @param scratch at least as many as the numbers
 */
export function meanAndDeviation(
  values: Float64Array,
  scratch: Float64Array,
): { readonly mean: number; readonly standardDeviation: number } {
  const count = values.length
  const mean = numpySum(values) / count
  for (let i = 0; i < count; i++) {
    const deviation = values[i] - mean
    scratch[i] = deviation * deviation
  }
  const variance = count < 2 ? Number.NaN : numpySum(scratch, 0, count) / (count - 1)
  return { mean, standardDeviation: Math.sqrt(variance) }
}
