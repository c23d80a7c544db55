/**
 * Median as numpy's: the middle value, or half the sum of the two in the middle; NaN of none.
 *
 * @param values are put into another order; none is NaN
 */
export function median(values: Float64Array): number {
  const { length } = values
  const middle = length >>> 1
  const upper = select(values, middle)
  if (length % 2 === 1) return upper
  let lower = values[0]
  for (let i = 1; i < middle; i++) if (values[i] > lower) lower = values[i]
  return (lower + upper) / 2
}

/** The value that would be at a position if all were sorted; smaller ones are moved before it. */
function select(values: Float64Array, position: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = middleOf(values[from], values[(from + to) >>> 1], values[to])
    let low = from
    let high = to
    while (low <= high) {
      while (values[low] < pivot) low++
      while (values[high] > pivot) high--
      if (low > high) break
      const value = values[low]
      values[low++] = values[high]
      values[high--] = value
    }
    if (position <= high) to = high
    else if (position >= low) from = low
    else break
  }
  return values[position]
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
