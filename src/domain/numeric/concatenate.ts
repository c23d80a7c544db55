/** Arrays one after the other. */
export function concatenate(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let from = 0
  for (const array of arrays) {
    all.set(array, from)
    from += array.length
  }
  return all
}
