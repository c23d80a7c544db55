/** Below this many numbers numpy adds one after the other. */
const UNROLLED = 8
/** Up to this many numbers numpy adds in eight lanes; more it halves first. */
const BLOCK = 128

/**
 * The sum of some numbers, rounded as numpy's pairwise summation rounds it: means and deviations come out as the AllenSDK's, to the
 * last bit.
 */
export function numpySum(values: Float64Array, from = 0, to = values.length): number {
  const count = to - from
  if (count < UNROLLED) return addFrom(0, values, from, to)
  if (count > BLOCK) {
    const half = Math.floor(count / 2)
    const middle = from + half - (half % UNROLLED)
    return numpySum(values, from, middle) + numpySum(values, middle, to)
  }
  const lanes = values.slice(from, from + UNROLLED)
  const end = to - (count % UNROLLED)
  for (let i = from + UNROLLED; i < end; i++) {
    const lane = (i - from) % UNROLLED
    lanes[lane] = (lanes[lane] as number) + (values[i] as number)
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = lanes
  return addFrom(a + b + (c + d) + (e + f + (g + h)), values, end, to)
}

function addFrom(start: number, values: Float64Array, from: number, to: number): number {
  let sum = start
  for (let i = from; i < to; i++) sum += values[i] as number
  return sum
}

/**
 * Mean, and standard deviation with `ddof=1`, of some numbers, as numpy rounds them; the deviation of a single one is NaN.
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
    const deviation = (values[i] as number) - mean
    scratch[i] = deviation * deviation
  }
  return { mean, standardDeviation: Math.sqrt(numpySum(scratch, 0, count) / (count - 1)) }
}
