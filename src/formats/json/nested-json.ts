import { floatsText, type IntegerArray, longestNumber, writeNumbers } from './json-writer.ts'

const COMMA = 0x2c
const OPEN = 0x5b
const CLOSE = 0x5d

/** Numbers written at a time: some 60 KB of text, a quarter of a millisecond. */
const NUMBERS_PER_PIECE = 1 << 15

/**
 * Whole numbers of any shape as nested JSON lists: the same text as JSON.stringify of {@link
 * nestedLists}, without making them.
 *
 * @param cells in C order, as many as the product of the shape
 */
export function* nestedIntegersJson(
  cells: IntegerArray,
  shape: readonly number[],
): Generator<Uint8Array | string> {
  const width = longestNumber(cells) + 1
  yield* nestedJson(shape, (from, to, { columns, closedBefore, levels }) => {
    const text = Buffer.allocUnsafe((to - from) * (columns * width + 2 * levels + 3))
    let at = 0
    for (let row = from; row < to; row++) {
      const closed = row > 0 ? closedBefore(row) : 0
      for (let i = 0; i < closed; i++) text[at++] = CLOSE
      if (row > 0) text[at++] = COMMA
      for (let i = 0; i <= closed; i++) text[at++] = OPEN
      at = writeNumbers(text, at, cells, row * columns, (row + 1) * columns)
      text[at++] = CLOSE
    }
    return text.subarray(0, at)
  })
}

/**
 * Numbers of any shape as nested JSON lists that read back bit by bit; what JSON cannot
 * say (NaN, infinite) is null.
 */
export function* nestedFloatsJson(
  cells: Float64Array,
  shape: readonly number[],
): Generator<Uint8Array | string> {
  yield* nestedJson(shape, (from, to, { columns, closedBefore }) => {
    let text = ''
    for (let row = from; row < to; row++) {
      const closed = row > 0 ? closedBefore(row) : 0
      text += ']'.repeat(closed) + (row > 0 ? ',' : '') + '['.repeat(closed + 1)
      text += `${floatsText(cells.subarray(row * columns, (row + 1) * columns))}]`
    }
    return text
  })
}

/** The same as lists of lists. */
export function nestedLists(cells: ArrayLike<number>, shape: readonly number[]): unknown {
  const listAt = (depth: number, from: number): unknown => {
    const length = shape[depth] ?? 0
    const inner = sizeOf(shape.slice(depth + 1))
    return Array.from({ length }, (_, i) =>
      depth === shape.length - 1 ? cells[from + i] : listAt(depth + 1, from + i * inner),
    )
  }
  return listAt(0, 0)
}

interface Rows {
  /** cells of a row: the last dimension */
  readonly columns: number
  /** how many lists around rows, but the outermost, end before a row */
  readonly closedBefore: (row: number) => number
  /** lists around a row */
  readonly levels: number
}

function* nestedJson<Text extends Uint8Array | string>(
  shape: readonly number[],
  write: (from: number, to: number, rows: Rows) => Text,
): Generator<Text | string> {
  const outer = shape.slice(0, -1)
  const rowCount = sizeOf(outer)
  if (outer.length === 0 || rowCount === 0) {
    // One flat list, or one without rows: small, or nothing.
    if (outer.length > 0) yield JSON.stringify(nestedLists([], shape))
    else yield write(0, 1, { columns: sizeOf(shape), closedBefore: () => 0, levels: 0 })
    return
  }
  const columns = shape.at(-1) ?? 0
  const levels = outer.length
  // Rows in a list of each level but the outermost, from the innermost outwards.
  const strides = outer.slice(1).map((_, level) => sizeOf(outer.slice(level + 1)))
  const closedBefore = (row: number) => strides.filter((stride) => row % stride === 0).length
  yield '['.repeat(levels)
  const rowsPerPiece = Math.max(1, Math.floor(NUMBERS_PER_PIECE / Math.max(1, columns)))
  for (let from = 0; from < rowCount; from += rowsPerPiece) {
    yield write(from, Math.min(rowCount, from + rowsPerPiece), { columns, closedBefore, levels })
  }
  yield ']'.repeat(levels)
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}
