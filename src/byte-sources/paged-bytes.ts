import type { ByteRange } from './byte-source.ts'

/**
 * How many bytes come with some ranges of a file, which is fetched by whole pages; each page counts
 * once, whether or not it is kept already.
 *
 * @param ranges in any order; they may overlap
 */
export function pagedBytes(ranges: readonly ByteRange[], pageBytes: number): number {
  let pages = 0
  let counted = 0
  for (const { position, length } of ranges.toSorted((a, b) => a.position - b.position)) {
    if (length === 0) continue
    const from = Math.max(counted, Math.floor(position / pageBytes))
    const to = Math.ceil((position + length) / pageBytes)
    pages += Math.max(0, to - from)
    counted = Math.max(counted, to)
  }
  return pages * pageBytes
}
