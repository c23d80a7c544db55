// Format: HDF5 File Format Specification, sections IV.A.2.m (attributes) and III.E (global heap).

const VARIABLE_LENGTH = 9

/** Length of a text, address of its collection, and its number there. */
export const TEXT_REFERENCE_BYTES = 16

/** Of a datatype message. */
export const isVariableLength = (datatype: Uint8Array): boolean =>
  (datatype[0] & 15) === VARIABLE_LENGTH

/**
 * Addresses of the collections that hold the texts of an attribute: its message has only references
 * to them.
 */
export function textHeapsIn(message: Uint8Array): number[] {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  if (message.length < 9) return []
  const version = message[0]
  const sizes = [2, 4, 6].map((at) => view.getUint16(at, true)) as [number, number, number]
  const padded = version === 1 ? sizes.map((size) => Math.ceil(size / 8) * 8) : sizes
  const begin = version === 3 ? 9 : 8
  const [name, datatype, dataspace] = padded
  return isVariableLength(message.subarray(begin + name))
    ? textHeaps(message.subarray(begin + name + datatype + dataspace))
    : []
}

/** The same of elements as they are stored. */
export function textHeaps(elements: Uint8Array): number[] {
  const view = new DataView(elements.buffer, elements.byteOffset, elements.byteLength)
  const heaps = new Set<number>()
  for (let at = 0; at + TEXT_REFERENCE_BYTES <= elements.length; at += TEXT_REFERENCE_BYTES) {
    if (view.getUint32(at, true) > 0) heaps.add(Number(view.getBigUint64(at + 4, true)))
  }
  return [...heaps]
}
