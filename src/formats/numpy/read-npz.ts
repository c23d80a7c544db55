// Reads numpy's .npz as it is written here: a zip of stored .npy files. Runs in a browser too.
import { InvalidArgumentError } from '../../errors.ts'
import { decodeNpy, type NdArray } from './npy.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
/** of a zip, and of its entries: before their names */
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const STORED = 0

/**
 * The arrays of an .npz file by their names.
 *
 * @throws InvalidArgumentError for anything but a zip of stored .npy files of less than 4 GB
 */
export function decodeNpz(bytes: Uint8Array): Map<string, NdArray> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const arrays = new Map<string, NdArray>()
  let entry = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (!isSignature(view, entry, ENTRY) || view.getUint16(entry + 10, true) !== STORED) {
      throw new InvalidArgumentError('These bytes are not an .npz file of stored arrays.')
    }
    const size = view.getUint32(entry + 20, true)
    const nameEnd = entry + ENTRY_SIZE + view.getUint16(entry + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(entry + ENTRY_SIZE, nameEnd))
    const local = view.getUint32(entry + 42, true)
    const extra = view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const from = local + LOCAL_SIZE + extra
    arrays.set(name.replace(/\.npy$/, ''), decodeNpy(bytes.subarray(from, from + size)))
    entry = nameEnd + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return arrays
}

function endOf(view: DataView): number {
  // A comment may follow, but none is written here.
  const end = view.byteLength - END_SIZE
  if (end >= 0 && isSignature(view, end, END)) return end
  throw new InvalidArgumentError('These bytes are not an .npz file, or not all of one.')
}

const isSignature = (view: DataView, at: number, signature: number) =>
  at + 4 <= view.byteLength && view.getUint32(at, true) === signature
