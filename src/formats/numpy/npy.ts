// numpy's .npy format: a header in Python's own words, then the cells. Runs in a browser too.
import { InvalidArgumentError } from '../../errors.ts'
import { bytesOf, dtypeCode, dtypeOf, dtypeOfCode, type NumberArray, numbersOver } from './dtype.ts'

/** An array of numbers or strings. */
export interface NdArray {
  /** `[]` for a single value; `[1000, 0]` for 1000 rows without columns */
  readonly shape: readonly number[]
  /** cells in C order (row by row), as many as the product of the shape */
  readonly data: NumberArray | readonly string[]
}

/** `\x93NUMPY`, version 1.0. */
const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0)
/** magic, and two bytes of the header's length */
const PREAMBLE = 10
/** the cells begin at a multiple of this, so that numpy may map them into memory */
const ALIGNMENT = 64

/** A one-dimensional array. */
export function vector(data: NumberArray | readonly string[]): NdArray {
  return { shape: [data.length], data }
}

/** A single value. */
export function scalar(value: number | string): NdArray {
  return { shape: [], data: typeof value === 'string' ? [value] : Float64Array.of(value) }
}

/** The bytes of an .npy file. */
export function encodeNpy(array: NdArray): Uint8Array<ArrayBuffer> {
  const { header, cells } = npyParts(array)
  const bytes = new Uint8Array(header.length + cells.length)
  bytes.set(header)
  bytes.set(cells, header.length)
  return bytes
}

/** Header and cells of an .npy file one by one; numbers are not copied. */
export function npyParts({ shape, data }: NdArray): { header: Uint8Array; cells: Uint8Array } {
  const size = shape.reduce((product, length) => product * length, 1)
  if (data.length !== size) {
    throw new RangeError(`${data.length} cells do not fill the shape [${shape}]`)
  }
  if (ArrayBuffer.isView(data)) {
    return { header: npyHeader(dtypeCode(dtypeOf(data)), shape), cells: bytesOf(data) }
  }
  const { width, cells } = encodeStrings(data)
  return { header: npyHeader(`<U${width}`, shape), cells }
}

/** The header of an .npy file, whose cells follow. */
export function npyHeader(code: string, shape: readonly number[]): Uint8Array {
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`
  const words = `{'descr': '${code}', 'fortran_order': False, 'shape': ${tuple}, }`
  const length = Math.ceil((PREAMBLE + words.length + 1) / ALIGNMENT) * ALIGNMENT
  const header = new Uint8Array(length).fill(0x20)
  header.set(MAGIC)
  new DataView(header.buffer).setUint16(MAGIC.length, length - PREAMBLE, true)
  for (let i = 0; i < words.length; i++) header[PREAMBLE + i] = words.charCodeAt(i)
  header[length - 1] = 0x0a
  return header
}

/**
 * numpy's fixed-width unicode: each string UCS-4, little-endian, filled up with
 * zeros to the longest one's width.
 */
function encodeStrings(strings: readonly string[]): { width: number; cells: Uint8Array } {
  const codePoints = strings.map((string) =>
    Array.from(string, (letter) => letter.codePointAt(0) as number),
  )
  const width = codePoints.reduce((longest, points) => Math.max(longest, points.length), 1)
  const cells = new Uint32Array(width * strings.length)
  codePoints.forEach((points, i) => {
    cells.set(points, i * width)
  })
  return { width, cells: bytesOf(cells) }
}

/**
 * The array in the bytes of an .npy file: C order, little-endian, of the number
 * types in dtype.ts or of strings.
 *
 * @throws InvalidArgumentError for anything else, and for bytes that end early
 */
export function decodeNpy(bytes: Uint8Array): NdArray {
  const { code, isFortranOrder, shape, cellsAt } = parseHeader(bytes)
  if (isFortranOrder && shape.length > 1) {
    throw new InvalidArgumentError('The .npy array is in Fortran order; save it in C order.')
  }
  const size = shape.reduce((product, length) => product * length, 1)
  const width = /^<U(\d+)$/.exec(code)?.[1]
  const dtype = dtypeOfCode(code)
  if (width === undefined && dtype === null) {
    throw new InvalidArgumentError(
      `The .npy array has the number type ${code}, which is not supported.`,
    )
  }
  const cellSize = width === undefined ? Number(code.slice(2)) : 4 * Number(width)
  const end = cellsAt + size * cellSize
  if (bytes.length < end) {
    throw new InvalidArgumentError(`The .npy file ends after ${bytes.length} of ${end} bytes.`)
  }
  // A copy of the cells: within the file they need not begin at a multiple of their size. Not by
  // slice(): a Node Buffer's does not copy.
  const cells = new Uint8Array(bytes.subarray(cellsAt, end)).buffer
  const data = dtype ? numbersOver(cells, dtype) : decodeStrings(cells, size, Number(width))
  return { shape, data }
}

function parseHeader(bytes: Uint8Array) {
  const isNpy = MAGIC.subarray(0, 6).every((byte, i) => bytes[i] === byte)
  const version = bytes[6] ?? 0
  if (!isNpy || bytes.length < 12 || version < 1 || version > 3) {
    throw new InvalidArgumentError('These bytes are not a .npy file of version 1 to 3.')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [start, length] =
    version === 1 ? [PREAMBLE, view.getUint16(8, true)] : [12, view.getUint32(8, true)]
  const cellsAt = start + length
  const words = new TextDecoder().decode(bytes.subarray(start, cellsAt))
  const code = /'descr':\s*'([^']+)'/.exec(words)?.[1]
  const order = /'fortran_order':\s*(True|False)/.exec(words)?.[1]
  const tuple = /'shape':\s*\(([\d,\s]*)\)/.exec(words)?.[1]
  if (code === undefined || order === undefined || tuple === undefined) {
    throw new InvalidArgumentError('The .npy header does not give a simple type, order and shape.')
  }
  const shape = tuple.split(',').filter((part) => part.trim() !== '')
  return { code, isFortranOrder: order === 'True', shape: shape.map(Number), cellsAt }
}

function decodeStrings(cells: ArrayBuffer, count: number, width: number): string[] {
  const points = new Uint32Array(cells)
  return Array.from({ length: count }, (_, i) => {
    const letters = points.subarray(i * width, (i + 1) * width)
    const length = letters.findLastIndex((point) => point !== 0) + 1
    return String.fromCodePoint(...letters.subarray(0, length))
  })
}
