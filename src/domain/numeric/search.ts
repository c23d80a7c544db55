/**
 * First position whose value is not below `value`: numpy's searchsorted
 * side 'left'. `values` ascend.
 */
export function lowerBound(
  values: Float64Array,
  value: number,
  from = 0,
  to = values.length,
): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * First position whose value is above `value`: numpy's searchsorted side 'right'. `values` ascend.
 */
export function upperBound(
  values: Float64Array,
  value: number,
  from = 0,
  to = values.length,
): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The same as {@link upperBound}, for a position that is likely near: at `from`, or some steps
 * after it. No value before `from` is above `value`.
 */
export function upperBoundNear(values: Float64Array, value: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < values.length && values[low + step] <= value) {
    low += step
    step *= 2
  }
  return upperBound(values, value, low, Math.min(values.length, low + step + 1))
}

/**
 * The same as {@link lowerBound}, for a position that is likely near: at `from`, or some steps
 * after it. Every value before `from` is below `value`.
 */
export function lowerBoundNear(values: Float64Array, value: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < values.length && values[low + step] < value) {
    low += step
    step *= 2
  }
  return lowerBound(values, value, low, Math.min(values.length, low + step + 1))
}

/**
 * Galloping search: the first position in [from, to) where `isBefore` is false, as it must be for
 * all after it; else `to`. O(log distance).
 */
export function firstNotBefore(
  from: number,
  to: number,
  isBefore: (position: number) => boolean,
): number {
  let low = from
  let step = 1
  while (low + step <= to && isBefore(low + step - 1)) {
    low += step
    step *= 2
  }
  let high = Math.min(to, low + step - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
