import { inflateRawSync } from 'node:zlib'

export interface NpyArray {
  readonly shape: readonly number[]
  readonly data: Uint8Array | Uint16Array | Uint32Array | Float64Array
}

/** Arrays of an .npz file by name, of those number types that benchmarks compare; others are left out. */
export function readNpz(file: Buffer): Map<string, NpyArray> {
  const arrays = new Map<string, NpyArray>()
  for (const { name, content } of unzip(file)) {
    const array = readNpy(content)
    if (array) arrays.set(name.replace(/\.npy$/, ''), array)
  }
  return arrays
}

/** By the central directory, so that the sizes are known however the entries were written. */
function* unzip(zip: Buffer): Generator<{ readonly name: string; readonly content: Buffer }> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const count = zip.readUInt16LE(end + 10)
  let entry = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    const isDeflated = zip.readUInt16LE(entry + 10) === 8
    const size = zip.readUInt32LE(entry + 20)
    const nameLength = zip.readUInt16LE(entry + 28)
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength)
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const stored = zip.subarray(start, start + size)
    yield { name, content: isDeflated ? inflateRawSync(stored) : stored }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
}

const types = { '|u1': Uint8Array, '<u2': Uint16Array, '<u4': Uint32Array, '<f8': Float64Array }

function readNpy(content: Buffer): NpyArray | null {
  const major = content.readUInt8(6)
  const headerLength = major === 1 ? content.readUInt16LE(8) : content.readUInt32LE(8)
  const start = (major === 1 ? 10 : 12) + headerLength
  const header = content.toString('latin1', 10, start)
  const type = types[/'descr': '(.*?)'/.exec(header)?.[1] as keyof typeof types]
  if (!type || /'fortran_order': True/.test(header)) return null
  const shape = [...(/'shape': \((.*?)\)/.exec(header)?.[1] ?? '').matchAll(/\d+/g)].map(Number)
  const bytes = new Uint8Array(content.subarray(start))
  return { shape, data: new type(bytes.buffer, 0, bytes.byteLength / type.BYTES_PER_ELEMENT) }
}
