import type { ByteSource } from '../byte-sources/byte-source.ts'
import type { FileLayout } from './superblock.ts'

/** What describes an object: one of the messages of its header. */
export interface HeaderMessage {
  readonly type: number
  /** the message stands elsewhere: what is here only says where */
  readonly isShared: boolean
  readonly bytes: Uint8Array<ArrayBuffer>
}

export const messageType = {
  linkInfo: 2,
  datatype: 3,
  link: 6,
  externalFiles: 7,
  layout: 8,
  attribute: 12,
  continuation: 16,
  symbolTable: 17,
  attributeInfo: 21,
} as const

/** Real headers have a few hundred bytes, or some KB of attributes, in a handful of blocks. */
const MAX_BLOCK_BYTES = 2 ** 20
const MAX_BLOCKS = 1000

/** The longest prefix. */
const PREFIX_BYTES = 34

/** Prefix and first block of nearly every header, in one read. */
const USUAL_BYTES = 512

/** Where messages stand. */
export interface Block {
  readonly position: number
  readonly length: number
}

interface Header {
  readonly version: 1 | 2
  /** of version 2: whether each message has the number of its creation */
  readonly isNumbered: boolean
  readonly first: Block
}

/**
 * Messages of the header at an address, as a reference to the object has it. libhdf5 does not hand
 * them out. Format: HDF5 File Format Specification, section IV.A.
 *
 * @returns null: not a header as the specification has it
 */
export function readObjectHeader(
  source: ByteSource,
  layout: FileLayout,
  address: number,
): HeaderMessage[] | null {
  const position = layout.base + address
  const begin = readBytes(source, position, Math.min(USUAL_BYTES, source.size - position))
  const header = begin && ObjectHeader.parse(begin, position, layout)
  if (!header) return null
  for (let block = header.missing; block; block = header.missing) {
    const bytes = readBytes(source, block.position, block.length)
    if (!bytes) return null
    header.add(bytes)
  }
  return header.isSane ? header.messages : null
}

/** A header whose blocks are read one after another, by whoever wants it. */
export class ObjectHeader {
  readonly messages: HeaderMessage[] = []
  readonly #header: Header
  readonly #layout: FileLayout
  /** from the begin of the header on */
  readonly #begin: Uint8Array<ArrayBuffer>
  readonly #position: number
  readonly #blocks: Block[]
  #blocksRead = 0

  /**
   * @param begin its first bytes, as many as most headers have
   * @returns null: not a header as the specification has it
   */
  static parse(
    begin: Uint8Array<ArrayBuffer>,
    position: number,
    layout: FileLayout,
  ): ObjectHeader | null {
    const header = readPrefix(begin, position)
    return header && new ObjectHeader(header, begin, position, layout)
  }

  private constructor(
    header: Header,
    begin: Uint8Array<ArrayBuffer>,
    position: number,
    layout: FileLayout,
  ) {
    this.#header = header
    this.#begin = begin
    this.#position = position
    this.#layout = layout
    this.#blocks = [header.first]
    this.#takeBegin()
  }

  /** Whether all of its blocks could be headers' blocks. */
  get isSane(): boolean {
    return (
      this.#blocks.length <= MAX_BLOCKS &&
      this.#blocks.every(({ length }) => length <= MAX_BLOCK_BYTES)
    )
  }

  /** The block that is to be added next; null: there is none, or it is not sane. */
  get missing(): Block | null {
    return (this.isSane && this.#blocks[this.#blocksRead]) || null
  }

  /** @param bytes of the block that was missing */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#take(bytes)
    this.#takeBegin()
  }

  /** Blocks that stand among the first bytes. */
  #takeBegin(): void {
    for (let block = this.missing; block; block = this.missing) {
      const at = block.position - this.#position
      if (at < 0 || at + block.length > this.#begin.length) return
      this.#take(this.#begin.slice(at, at + block.length))
    }
  }

  #take(bytes: Uint8Array<ArrayBuffer>): void {
    this.#blocksRead++
    for (const message of messagesIn(bytes, this.#header)) {
      if (message.type !== messageType.continuation) this.messages.push(message)
      else this.#blocks.push(continuationOf(message, this.#layout, this.#header))
    }
  }
}

function readPrefix(bytes: Uint8Array<ArrayBuffer>, position: number): Header | null {
  if (bytes.length < PREFIX_BYTES) return null
  const view = new DataView(bytes.buffer)
  if (bytes[0] === 1) {
    const first = { position: position + 16, length: view.getUint32(8, true) }
    return { version: 1, isNumbered: false, first }
  }
  const isVersion2 = String.fromCharCode(...bytes.subarray(0, 4)) === 'OHDR' && bytes[4] === 2
  if (!isVersion2) return null
  const flags = view.getUint8(5)
  const sizeAt = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0)
  const sizeBytes = 1 << (flags & 3)
  const length = unsignedAt(view, sizeAt, sizeBytes)
  const first = { position: position + sizeAt + sizeBytes, length }
  return { version: 2, isNumbered: (flags & 4) !== 0, first }
}

function messagesIn(
  bytes: Uint8Array<ArrayBuffer>,
  { version, isNumbered }: Header,
): HeaderMessage[] {
  const view = new DataView(bytes.buffer)
  const messages: HeaderMessage[] = []
  const prefix = version === 1 ? 8 : isNumbered ? 6 : 4
  let at = 0
  while (at + prefix <= bytes.length) {
    const type = version === 1 ? view.getUint16(at, true) : view.getUint8(at)
    const length = view.getUint16(at + (version === 1 ? 2 : 1), true)
    const flags = view.getUint8(at + (version === 1 ? 4 : 3))
    const begin = at + prefix
    if (begin + length > bytes.length) break
    messages.push({
      type,
      isShared: (flags & 2) !== 0,
      bytes: bytes.slice(begin, begin + length),
    })
    at = begin + length
  }
  return messages
}

/**
 * A further block; in version 2 it has a signature before its messages, and a checksum after them.
 */
function continuationOf(
  { bytes }: HeaderMessage,
  { base, offsetSize, lengthSize }: FileLayout,
  { version }: Header,
): Block {
  const view = new DataView(bytes.buffer)
  const position = base + unsignedAt(view, 0, offsetSize)
  const length = unsignedAt(view, offsetSize, lengthSize)
  return version === 1 ? { position, length } : { position: position + 4, length: length - 8 }
}

/** An unsigned number of some bytes, the lowest first; NaN beyond the end. */
export function unsignedAt(view: DataView, at: number, size: number): number {
  if (at + size > view.byteLength) return Number.NaN
  let value = 0
  for (let i = size - 1; i >= 0; i--) value = value * 256 + view.getUint8(at + i)
  return value
}

function readBytes(
  source: ByteSource,
  position: number,
  length: number,
): Uint8Array<ArrayBuffer> | null {
  const isInside = position >= 0 && length >= 0 && position + length <= source.size
  if (!isInside) return null
  const bytes = new Uint8Array(length)
  source.read(bytes, position)
  return bytes
}
