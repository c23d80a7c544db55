import { numpySum } from '../../numeric/numpy-sum.ts'

/** Standard deviations at which the filter ends, as scipy's do. */
const TRUNCATE = 4

/**
 * Gaussian filter along both axes, edges mirrored (`d c b a | a b c d`): the numbers of
 * `scipy.ndimage.gaussian_filter`, down to the order of its additions.
 *
 * @param map shape [rows, columns]
 * @param sigma in cells
 * @param isWhole whole numbers stay whole: fractions are cut off after each axis, as scipy does
 */
export function gaussianFilter(
  map: Float64Array,
  columns: number,
  sigma: number,
  isWhole: boolean,
): Float64Array {
  const weights = gaussianWeights(sigma)
  const rows = map.length / columns
  const filtered = map.slice()
  for (let column = 0; column < columns; column++) {
    filterLine(filtered, column, columns, rows, weights, isWhole)
  }
  for (let row = 0; row < rows; row++) {
    filterLine(filtered, row * columns, 1, columns, weights, isWhole)
  }
  return filtered
}

/** From the centre outwards; the sum over both sides is 1. */
function gaussianWeights(sigma: number): Float64Array {
  const radius = Math.trunc(TRUNCATE * sigma + 0.5)
  const exponent = -0.5 / (sigma * sigma)
  const both = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(exponent * (i - radius) ** 2),
  )
  const sum = numpySum(both)
  return both.slice(radius).map((weight) => weight / sum)
}

/** Filter the numbers `from`, `from + stride`, … in place. */
function filterLine(
  map: Float64Array,
  from: number,
  stride: number,
  length: number,
  weights: Float64Array,
  isWhole: boolean,
): void {
  const line = Float64Array.from({ length }, (_, i) => map[from + i * stride])
  for (let i = 0; i < length; i++) {
    let sum = line[i] * weights[0]
    for (let distance = weights.length - 1; distance > 0; distance--) {
      const pair = line[mirrored(i - distance, length)] + line[mirrored(i + distance, length)]
      sum += pair * weights[distance]
    }
    map[from + i * stride] = isWhole ? Math.trunc(sum) : sum
  }
}

function mirrored(position: number, length: number): number {
  const period = 2 * length
  const within = ((position % period) + period) % period
  return within < length ? within : period - 1 - within
}
