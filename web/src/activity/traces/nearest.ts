/** Position of the time nearest to a moment; -1 without times. */
export function nearest(times: Float64Array, moment: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[middle] < moment) low = middle + 1
    else high = middle
  }
  const isBeforeNearer =
    low > 0 && moment - times[low - 1] < (times[low] ?? Number.POSITIVE_INFINITY) - moment
  return isBeforeNearer ? low - 1 : Math.min(low, times.length - 1)
}
