import { unzip } from '../../test/support/unzip.ts'

export interface NpyArray {
  readonly shape: readonly number[]
  readonly data: Uint8Array | Uint16Array | Uint32Array | Float64Array
}

/**
 * Arrays of an .npz file by name, of those number types that benchmarks
 * compare; others are left out.
 */
export function readNpz(file: Buffer): Map<string, NpyArray> {
  const arrays = new Map<string, NpyArray>()
  for (const { name, content } of unzip(file)) {
    const array = readNpy(content)
    if (array) arrays.set(name.replace(/\.npy$/, ''), array)
  }
  return arrays
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
