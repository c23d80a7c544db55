/** Rows and columns on a page. */
const ROWS = 100
const COLUMNS = 20

/** A page of a dataset: a table of rows, and of columns where it has two dimensions or more. */
export interface ValuePage {
  /** from 1 */
  readonly page: number
  readonly pageCount: number
  /** of the first element, along each dimension */
  readonly start: readonly number[]
  readonly shape: readonly number[]
}

/**
 * The page of a dataset with a number. Rows are entries of the dimension before the last, columns
 * those of the last; further dimensions are gone through index by index. Columns turn first.
 *
 * @param lengths of the dataset; shape [dimensions]
 * @param requested from 1; what is beyond the last page is the last
 */
export function valuePage(lengths: readonly number[], requested: number): ValuePage {
  if (lengths.length === 0) return { page: 1, pageCount: 1, start: [], shape: [] }
  const isTable = lengths.length > 1
  const outer = isTable ? lengths.slice(0, -2) : []
  const rows = lengths[isTable ? lengths.length - 2 : 0]
  const columns = isTable ? lengths[lengths.length - 1] : 1
  const rowPages = Math.ceil(rows / ROWS)
  const columnPages = isTable ? Math.ceil(columns / COLUMNS) : 1
  const slices = outer.reduce((product, length) => product * length, 1)
  const pageCount = Math.max(1, slices * rowPages * columnPages)
  const page = Math.min(Math.max(1, Math.floor(requested)), pageCount)
  const at = page - 1
  const column = (at % columnPages || 0) * COLUMNS
  const row = (Math.floor(at / columnPages) % rowPages || 0) * ROWS
  const slice = indexesOf(Math.floor(at / (columnPages * rowPages)) || 0, outer)
  const rowCount = Math.min(ROWS, rows - row)
  return {
    page,
    pageCount,
    start: isTable ? [...slice, row, column] : [row],
    shape: isTable
      ? [
          ...outer.map((length) => Math.min(1, length)),
          rowCount,
          Math.min(COLUMNS, columns - column),
        ]
      : [rowCount],
  }
}

/** Indexes along each dimension of the element at a position in row-major order. */
function indexesOf(position: number, lengths: readonly number[]): number[] {
  let rest = position
  return lengths
    .toReversed()
    .map((length) => {
      const index = length > 0 ? rest % length : 0
      rest = length > 0 ? Math.floor(rest / length) : 0
      return index
    })
    .toReversed()
}

interface Storage {
  readonly chunkShape: readonly (number | string)[] | null
  readonly storedBytes: number | null
  readonly chunkCount: number | null
}

/**
 * About how many bytes a page takes to read: the chunks that it lies in, or its share of what is in
 * one piece; null: not known.
 */
export function bytesOfPage(
  lengths: readonly number[],
  { start, shape }: ValuePage,
  { chunkShape, storedBytes, chunkCount }: Storage,
): number | null {
  if (storedBytes === null) return null
  if (!chunkShape) {
    const all = lengths.reduce((product, length) => product * length, 1)
    const shown = shape.reduce((product, length) => product * length, 1)
    return all === 0 ? 0 : (storedBytes * shown) / all
  }
  if (!chunkCount) return 0
  const touched = shape.reduce((product, length, i) => {
    const chunk = Number(chunkShape[i])
    const first = Math.floor(start[i] / chunk)
    const last = Math.floor((start[i] + length - 1) / chunk)
    return product * Math.max(0, last + 1 - first)
  }, 1)
  return (storedBytes / chunkCount) * Math.min(touched, chunkCount)
}
