/** Whole numbers in any typed array of at most 32 bits. */
export type IntegerArray = Int32Array | Uint8Array | Uint16Array | Uint32Array

const MINUS = 0x2d
const COMMA = 0x2c
const ZERO = 0x30
const OPEN = 0x5b
const CLOSE = 0x5d

/**
 * A matrix as JSON text: a list of rows, each a list of cells. The same text as JSON.stringify of nested arrays, without making
 * them.
 *
 * @param cells shape [rows * columns], row by row
 */
export function writeMatrixJson(
  cells: Uint8Array | Uint16Array | Uint32Array,
  rowCount: number,
  columnCount: number,
): string {
  const text = Buffer.allocUnsafe(cells.length * (longestNumber(cells) + 1) + 3 * rowCount + 2)
  let at = 0
  text[at++] = OPEN
  for (let row = 0; row < rowCount; row++) {
    if (row > 0) text[at++] = COMMA
    text[at++] = OPEN
    at = writeNumbers(text, at, cells, row * columnCount, (row + 1) * columnCount)
    text[at++] = CLOSE
  }
  text[at++] = CLOSE
  return text.toString('latin1', 0, at)
}

/** Whole numbers as a JSON list. */
export function writeIntegersJson(numbers: IntegerArray): string {
  const text = Buffer.allocUnsafe(numbers.length * (longestNumber(numbers) + 1) + 2)
  text[0] = OPEN
  const end = writeNumbers(text, 1, numbers, 0, numbers.length)
  text[end] = CLOSE
  return text.toString('latin1', 0, end + 1)
}

/** Numbers as a JSON list that reads back bit by bit; what JSON cannot say (NaN, infinite) is null. */
export function writeFloatsJson(numbers: Float64Array): string {
  // JSON.stringify is right, and fastest, but for the sign of -0.
  if (!numbers.some((number) => Object.is(number, -0))) return JSON.stringify(Array.from(numbers))
  const texts = Array.from(numbers, (number) =>
    Object.is(number, -0) ? '-0' : JSON.stringify(number),
  )
  return `[${texts.join()}]`
}

/** Write numbers, comma between them; returns the position behind the last. */
function writeNumbers(
  text: Buffer,
  start: number,
  numbers: IntegerArray,
  from: number,
  to: number,
): number {
  if (from === to) return start
  let at = start
  for (let i = from; i < to; i++) {
    const number = numbers[i] as number
    // Nearly every count of a short bin has one digit.
    if (number >= 0 && number < 10) text[at++] = ZERO + number
    else at = writeInteger(text, at, number)
    text[at++] = COMMA
  }
  // The comma behind the last number is one too many.
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

/** Characters of the longest of the numbers. */
function longestNumber(numbers: IntegerArray): number {
  let largest = 0
  let hasNegative = false
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number
    if (number < 0) hasNegative = true
    if (Math.abs(number) > largest) largest = Math.abs(number)
  }
  return digitCount(largest) + Number(hasNegative)
}
