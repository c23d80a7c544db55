/**
 * Corrections to the metadata of a finished HDF5 file, for what h5wasm cannot write itself: boolean
 * enums, contiguous data beyond memory, and datasets without the time of their writing. Only
 * version 1 object headers occur, since the files are written for the earliest library version.
 *
 * Format: "HDF5 File Format Specification Version 3.0", sections II.A, IV.A.1.a and IV.A.2.
 */
const MESSAGE = {
  nil: 0x00,
  dataspace: 0x01,
  datatype: 0x03,
  layout: 0x08,
  attribute: 0x0c,
  continuation: 0x10,
  modificationTime: 0x12,
} as const

interface HeaderMessage {
  readonly type: number
  /** of the message's type field, from the start of the file */
  readonly position: number
  /** of the message's own bytes */
  readonly body: number
  readonly size: number
}

/** Let a dataset of compound placeholders be of h5py's boolean type. */
export function declareBooleanDataset(file: DataView, header: number): void {
  writeBooleanType(file, findMessage(file, header, MESSAGE.datatype))
}

/** Let an attribute of a compound placeholder be of h5py's boolean type. */
export function declareBooleanAttribute(file: DataView, header: number, name: string): void {
  for (const message of messagesOf(file, header)) {
    if (message.type !== MESSAGE.attribute) continue
    const nameSize = file.getUint16(message.body + 2, true)
    if (readText(file, message.body + 8, nameSize - 1) !== name) continue
    const size = file.getUint16(message.body + 4, true)
    writeBooleanType(file, { body: message.body + 8 + alignTo8(nameSize), size })
    return
  }
  throw new Error(`no attribute "${name}" in the object header at ${header}`)
}

/** Let an empty float64 dataset have a shape, and its values begin at `address`. */
export function declareContiguous(
  file: DataView,
  header: number,
  shape: readonly number[],
  address: number,
): void {
  const space = findMessage(file, header, MESSAGE.dataspace)
  if (file.getUint8(space.body) !== 1 || file.getUint8(space.body + 1) !== shape.length) {
    throw new Error(`the object header at ${header} has another dataspace than expected`)
  }
  const hasMaximum = (file.getUint8(space.body + 2) & 1) === 1
  for (const [i, length] of shape.entries()) {
    const dimension = space.body + 8 + 8 * i
    file.setBigUint64(dimension, BigInt(length), true)
    if (hasMaximum) file.setBigUint64(dimension + 8 * shape.length, BigInt(length), true)
  }
  const layout = findMessage(file, header, MESSAGE.layout)
  const isContiguous = file.getUint8(layout.body) === 3 && file.getUint8(layout.body + 1) === 1
  if (!isContiguous) throw new Error(`the dataset with its header at ${header} is not contiguous`)
  const bytes = shape.reduce((product, length) => product * length, Float64Array.BYTES_PER_ELEMENT)
  file.setBigUint64(layout.body + 2, BigInt(address), true)
  file.setBigUint64(layout.body + 10, BigInt(bytes), true)
}

/** Without the time of writing, two runs give the same bytes. h5py does not store it either. */
export function forgetModificationTime(file: DataView, header: number): void {
  for (const { type, position, body, size } of messagesOf(file, header)) {
    if (type !== MESSAGE.modificationTime) continue
    file.setUint16(position, MESSAGE.nil, true)
    for (let i = 0; i < size; i++) file.setUint8(body + i, 0)
  }
}

/** The superblock says where the file ends; data after that would be refused. */
export function declareEndOfFile(file: DataView, end: number): void {
  if (file.getUint8(8) !== 0) throw new Error('only superblock version 0 is known here')
  file.setBigUint64(40, BigInt(end), true)
}

function findMessage(file: DataView, header: number, type: number): HeaderMessage {
  for (const message of messagesOf(file, header)) if (message.type === type) return message
  throw new Error(`no message of type ${type} in the object header at ${header}`)
}

function* messagesOf(file: DataView, header: number): Generator<HeaderMessage> {
  if (file.getUint8(header) !== 1) throw new Error(`no version 1 object header at ${header}`)
  const blocks = [{ start: header + 16, size: file.getUint32(header + 8, true) }]
  for (const { start, size: blockSize } of blocks) {
    for (let position = start; position < start + blockSize; ) {
      const type = file.getUint16(position, true)
      const size = file.getUint16(position + 2, true)
      const body = position + 8
      if (type === MESSAGE.continuation) {
        blocks.push({
          start: Number(file.getBigUint64(body, true)),
          size: Number(file.getBigUint64(body + 8, true)),
        })
      }
      yield { type, position, body, size }
      position = body + size
    }
  }
}

/**
 * An enum of int8 with FALSE = 0 and TRUE = 1: section IV.A.2.d. What is
 * left of the room stays zero.
 */
function writeBooleanType(file: DataView, room: { body: number; size: number }): void {
  const enumeration = [0x18, 2, 0, 0, 1, 0, 0, 0]
  const int8 = [0x10, 0x08, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0]
  const names = [...'FALSE\0\0\0TRUE\0\0\0\0'].map((letter) => letter.charCodeAt(0))
  const type = [...enumeration, ...int8, ...names, 0, 1]
  const isCompound = (file.getUint8(room.body) & 0x0f) === 6
  if (!isCompound || room.size < type.length) throw new Error('no placeholder for a boolean type')
  for (let i = 0; i < room.size; i++) file.setUint8(room.body + i, type[i] ?? 0)
}

function readText(file: DataView, start: number, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += String.fromCharCode(file.getUint8(start + i))
  return text
}

const alignTo8 = (size: number): number => (size + 7) & ~7
