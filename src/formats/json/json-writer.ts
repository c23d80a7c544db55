/** Whole numbers in any typed array of at most 32 bits. */
export type IntegerArray = Int32Array | Uint8Array | Uint16Array | Uint32Array

const MINUS = 0x2d
const COMMA = 0x2c
const ZERO = 0x30
const OPEN = 0x5b
const CLOSE = 0x5d

/** Numbers written at a time: some 60 KB of text, a quarter of a millisecond. */
const NUMBERS_PER_PIECE = 1 << 15

/**
 * Bytes encoded at a time; a multiple of 3, so that the pieces join to one text. Short ones
 * end before V8 has to move them.
 */
const BYTES_PER_PIECE = 3 << 12

/**
 * A matrix as JSON: a list of rows, each a list of cells. The same text as JSON.stringify of nested
 * arrays, without making them.
 *
 * @param cells shape [rows * columns], row by row
 */
export function* matrixJson(
  cells: Uint8Array | Uint16Array | Uint32Array,
  rowCount: number,
  columnCount: number,
): Generator<Uint8Array | string> {
  yield '['
  const width = longestNumber(cells) + 1
  const rowsPerPiece = Math.max(1, Math.floor(NUMBERS_PER_PIECE / Math.max(1, columnCount)))
  for (let first = 0; first < rowCount; first += rowsPerPiece) {
    const end = Math.min(rowCount, first + rowsPerPiece)
    const text = Buffer.allocUnsafe((end - first) * (columnCount * width + 3))
    let at = 0
    for (let row = first; row < end; row++) {
      if (row > 0) text[at++] = COMMA
      text[at++] = OPEN
      at = writeNumbers(text, at, cells, row * columnCount, (row + 1) * columnCount)
      text[at++] = CLOSE
    }
    yield text.subarray(0, at)
  }
  yield ']'
}

/** Whole numbers as a JSON list. */
export function* integersJson(numbers: IntegerArray): Generator<Uint8Array | string> {
  yield '['
  const width = longestNumber(numbers) + 1
  for (let from = 0; from < numbers.length; from += NUMBERS_PER_PIECE) {
    const to = Math.min(numbers.length, from + NUMBERS_PER_PIECE)
    const text = Buffer.allocUnsafe((to - from) * width + 1)
    if (from > 0) text[0] = COMMA
    yield text.subarray(0, writeNumbers(text, from > 0 ? 1 : 0, numbers, from, to))
  }
  yield ']'
}

/**
 * Numbers as a JSON list that reads back bit by bit; what JSON cannot say (NaN, infinite) is null.
 */
export function* floatsJson(numbers: Float64Array): Generator<string> {
  yield '['
  for (let from = 0; from < numbers.length; from += NUMBERS_PER_PIECE) {
    if (from > 0) yield ','
    yield floatsText(numbers.subarray(from, from + NUMBERS_PER_PIECE))
  }
  yield ']'
}

/** Numbers of a JSON list, without its brackets. */
export function floatsText(numbers: Float64Array): string {
  // JSON.stringify is right, and fastest, but for the sign of -0.
  if (!numbers.some((number) => Object.is(number, -0))) {
    return JSON.stringify(Array.from(numbers)).slice(1, -1)
  }
  return Array.from(numbers, (number) =>
    Object.is(number, -0) ? '-0' : JSON.stringify(number),
  ).join()
}

/** Bytes as a JSON string in base64 (RFC 4648, padded). */
export function* base64Json(bytes: Uint8Array): Generator<string> {
  yield '"'
  for (let from = 0; from < bytes.length; from += BYTES_PER_PIECE) {
    yield base64(bytes.subarray(from, from + BYTES_PER_PIECE))
  }
  yield '"'
}

/** Bytes in base64. */
export function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** Write numbers, comma between them; returns the position after the last. */
export function writeNumbers(
  text: Buffer,
  start: number,
  numbers: IntegerArray,
  from: number,
  to: number,
): number {
  if (from === to) return start
  let at = start
  for (let i = from; i < to; i++) {
    const number = numbers[i]
    // Nearly every count of a short bin has one digit.
    if (number >= 0 && number < 10) text[at++] = ZERO + number
    else at = writeInteger(text, at, number)
    text[at++] = COMMA
  }
  // The comma after the last number is one too many.
  return at - 1
}

function writeInteger(text: Buffer, start: number, number: number): number {
  let at = start
  if (number < 0) text[at++] = MINUS
  let rest = Math.abs(number)
  const end = at + digitCount(rest)
  for (let digit = end - 1; digit >= at; digit--) {
    const quotient = Math.floor(rest / 10)
    text[digit] = ZERO + rest - 10 * quotient
    rest = quotient
  }
  return end
}

function digitCount(number: number): number {
  let digits = 1
  for (let power = 10; power <= number; power *= 10) digits++
  return digits
}

/**
 * Characters that a number of an array may take. By its type: to look for the longest of fifty
 * million keeps everyone waiting.
 */
export function longestNumber({ BYTES_PER_ELEMENT }: IntegerArray): number {
  if (BYTES_PER_ELEMENT === 1) return 3
  return BYTES_PER_ELEMENT === 2 ? 5 : 11
}
