/** First position whose value is not below `value`: numpy's searchsorted side 'left'. `values` ascend. */
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
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** First position whose value is above `value`: numpy's searchsorted side 'right'. `values` ascend. */
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
    if ((values[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
