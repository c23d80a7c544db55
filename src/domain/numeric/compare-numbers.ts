/** Compare numbers for an ascending sort, a missing one (NaN) last, as pandas sorts. */
export function ascending(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
}
