/** Unsigned counts in the narrowest array that holds them. */
export type CountArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>

/**
 * Spike counts, shape [bins, units], row by row: the count of bin `b` and unit `u` is
 * `counts[b * unitCount + u]`.
 */
export interface CountMatrix {
  readonly binCount: number
  readonly unitCount: number
  readonly counts: CountArray
}

/**
 * The largest count that a cell holds. Not as a power, which V8 would compute again
 * for each spike that is counted.
 */
export function capacityOf(counts: CountArray): number {
  if (counts instanceof Uint8Array) return 0xff
  return counts instanceof Uint16Array ? 0xffff : 0xffffffff
}

/** The same counts in the next wider cells. */
export function widen(counts: CountArray): CountArray {
  return counts instanceof Uint8Array ? Uint16Array.from(counts) : Uint32Array.from(counts)
}

/** Rows and columns of a square that is transposed at once: it stays in the processor's cache. */
const TILE = 64

/** Cells of shape [rows, columns] as [columns, rows], in the same type. */
export function transposed(cells: CountArray, rowCount: number, columnCount: number): CountArray {
  if (rowCount <= 1 || columnCount <= 1) return cells
  const result = new (cells.constructor as new (length: number) => CountArray)(cells.length)
  for (let top = 0; top < rowCount; top += TILE) {
    const bottom = Math.min(rowCount, top + TILE)
    for (let left = 0; left < columnCount; left += TILE) {
      const right = Math.min(columnCount, left + TILE)
      for (let column = left; column < right; column++) {
        let from = top * columnCount + column
        for (let to = column * rowCount + top; to < column * rowCount + bottom; to++) {
          result[to] = cells[from]
          from += columnCount
        }
      }
    }
  }
  return result
}
