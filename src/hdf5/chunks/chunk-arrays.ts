// HDF5's arrays of chunks: of datasets that cannot grow, and of those that may along
// one dimension. Format: HDF5 File Format Specification, sections VII.C "Fixed Array"
// and VII.D "Extensible Array".

import { unsignedAt } from '../object-header.ts'
import type { ChunkIndex } from './chunk-index.ts'
import { isNone } from './chunk-layout.ts'
import { chunkAtPosition, positionOfChunk } from './chunk-numbers.ts'
import { readCheckedBlock } from './index-block.ts'
import type { IndexSource } from './index-source.ts'

/** Signature, version, and the kind of its elements. */
const PREFIX = 6
const CHECKSUM = 4

/** Takes elements one after the other, in order of the chunks. */
class Elements {
  readonly #source: IndexSource
  readonly #chunks: ChunkIndex
  readonly elementBytes: number
  /** position of the next element */
  #next = 0
  /** position after the last element of a chunk that there is */
  readonly #end: number

  constructor(source: IndexSource, chunks: ChunkIndex, elementBytes: number, kind: number) {
    const { isFiltered, layout } = source
    const smallest = layout.offsetSize + (isFiltered ? 5 : 0)
    const isRight = isFiltered ? elementBytes >= smallest : elementBytes === smallest
    if (kind !== Number(isFiltered) || !isRight) {
      throw source.fail('the index of chunks is of another kind')
    }
    this.#source = source
    this.#chunks = chunks
    this.elementBytes = elementBytes
    const last = chunks.positions.length - 1
    this.#end = last < 0 ? 0 : positionOfChunk(source, last) + 1
  }

  get areAllRead(): boolean {
    return this.#next >= this.#end
  }

  take(view: DataView, at: number, count: number): void {
    const { isFiltered, layout, plainBytes } = this.#source
    const { offsetSize, base } = layout
    for (let i = 0; i < count && !this.areAllRead; i++, this.#next++) {
      const element = at + i * this.elementBytes
      if (isNone(view, element, offsetSize)) continue
      const position = base + unsignedAt(view, element, offsetSize)
      const maskAt = element + this.elementBytes - 4
      const lengthBytes = this.elementBytes - offsetSize - 4
      const byteLength = isFiltered
        ? unsignedAt(view, element + offsetSize, lengthBytes)
        : plainBytes
      const filterMask = isFiltered ? unsignedAt(view, maskAt, 4) : 0
      const chunk = chunkAtPosition(this.#source, this.#next)
      if (chunk >= 0) this.#chunks.add(chunk, position, byteLength, filterMask)
    }
  }

  /** Pass over elements that were never written. */
  skip(count: number): void {
    this.#next += count
  }
}

export function readChunkArray(source: IndexSource, position: number, chunks: ChunkIndex): void {
  const { offsetSize, lengthSize, base } = source.layout
  const header = readCheckedBlock(source, 'FAHD', position, 12 + lengthSize + offsetSize)
  const elements = new Elements(source, chunks, header.getUint8(6), header.getUint8(5))
  const pageLength = 2 ** header.getUint8(7)
  const count = unsignedAt(header, 8, lengthSize)
  const largest = source.largestGrid.reduce((product, length) => product * length, 1)
  if (count !== largest) {
    throw source.fail(`the index is of ${count} chunks, the dataset has ${largest}`)
  }
  if (isNone(header, 8 + lengthSize, offsetSize)) return
  const block = base + unsignedAt(header, 8 + lengthSize, offsetSize)
  const prefix = PREFIX + offsetSize
  if (count <= pageLength) {
    const length = prefix + count * elements.elementBytes + CHECKSUM
    elements.take(readCheckedBlock(source, 'FADB', block, length), prefix, count)
    return
  }
  const bitmapBytes = Math.ceil(Math.ceil(count / pageLength) / 8)
  const view = readCheckedBlock(source, 'FADB', block, prefix + bitmapBytes + CHECKSUM)
  const written = new Uint8Array(view.buffer, prefix, bitmapBytes)
  const isWritten = (page: number) => hasBit(written, page)
  readPages(source, elements, block + view.byteLength, count, pageLength, isWritten)
}

/** A bit for each page, the highest of a byte first. */
const hasBit = (bits: Uint8Array, i: number) => (bits[i >> 3] & (0x80 >> (i & 7))) !== 0

/** @param isWritten of a page; the others hold nothing */
function readPages(
  source: IndexSource,
  elements: Elements,
  position: number,
  count: number,
  pageLength: number,
  isWritten: (page: number) => boolean,
): void {
  const step = pageLength * elements.elementBytes + CHECKSUM
  for (let page = 0; page * pageLength < count && !elements.areAllRead; page++) {
    const length = Math.min(pageLength, count - page * pageLength)
    if (!isWritten(page)) elements.skip(length)
    else {
      const bytes = length * elements.elementBytes + CHECKSUM
      const view = readCheckedBlock(source, null, position + page * step, bytes)
      elements.take(view, 0, length)
    }
  }
}

export function readExtensibleArray(
  source: IndexSource,
  position: number,
  chunks: ChunkIndex,
): void {
  const { offsetSize, lengthSize, base } = source.layout
  const header = readCheckedBlock(source, 'EAHD', position, 16 + 6 * lengthSize + offsetSize)
  const elements = new Elements(source, chunks, header.getUint8(6), header.getUint8(5))
  const maxBits = header.getUint8(7)
  const indexElements = header.getUint8(8)
  const minElements = header.getUint8(9)
  const minPointers = header.getUint8(10)
  const pageLength = 2 ** header.getUint8(11)
  if (minElements === 0 || minPointers === 0) throw source.fail('the index of chunks is damaged')
  const addressAt = 12 + 6 * lengthSize
  if (isNone(header, addressAt, offsetSize)) return
  const orderBytes = Math.ceil(maxBits / 8)
  const superBlocks = 1 + maxBits - Math.log2(minElements)
  const direct = 2 * Math.log2(minPointers)
  const pointerCount = 2 * (minPointers - 1)
  const blockPrefix = PREFIX + offsetSize
  const pointersAt = blockPrefix + indexElements * elements.elementBytes
  const length = pointersAt + (pointerCount + superBlocks - direct) * offsetSize + CHECKSUM
  const root = readCheckedBlock(
    source,
    'EAIB',
    base + unsignedAt(header, addressAt, offsetSize),
    length,
  )
  elements.take(root, blockPrefix, indexElements)
  const addressIn = (view: DataView, at: number) =>
    isNone(view, at, offsetSize) ? null : base + unsignedAt(view, at, offsetSize)

  const readDataBlock = (
    at: number | null,
    count: number,
    isWritten: ((page: number) => boolean) | null,
  ) => {
    if (at === null) elements.skip(count)
    else if (isWritten) {
      const view = readCheckedBlock(source, 'EADB', at, blockPrefix + orderBytes + CHECKSUM)
      readPages(source, elements, at + view.byteLength, count, pageLength, isWritten)
    } else {
      const prefix = blockPrefix + orderBytes
      const bytes = prefix + count * elements.elementBytes + CHECKSUM
      elements.take(readCheckedBlock(source, 'EADB', at, bytes), prefix, count)
    }
  }

  let pointer = 0
  for (let number = 0; number < superBlocks && !elements.areAllRead; number++) {
    const blockCount = 2 ** Math.floor(number / 2)
    const blockLength = 2 ** Math.floor((number + 1) / 2) * minElements
    if (number < direct) {
      for (let i = 0; i < blockCount && !elements.areAllRead; i++, pointer++) {
        readDataBlock(addressIn(root, pointersAt + pointer * offsetSize), blockLength, null)
      }
      continue
    }
    const superAt = addressIn(root, pointersAt + (pointerCount + number - direct) * offsetSize)
    if (superAt === null) {
      elements.skip(blockCount * blockLength)
      continue
    }
    const pages = blockLength > pageLength ? blockLength / pageLength : 0
    const bitmapBytes = blockCount * Math.ceil(pages / 8)
    const bitmapAt = blockPrefix + orderBytes
    const blocksAt = bitmapAt + bitmapBytes
    const view = readCheckedBlock(
      source,
      'EASB',
      superAt,
      blocksAt + blockCount * offsetSize + CHECKSUM,
    )
    // The bits of one block follow those of the one before it, whole bytes or not.
    const written = new Uint8Array(view.buffer, bitmapAt, bitmapBytes)
    for (let i = 0; i < blockCount && !elements.areAllRead; i++) {
      const isWritten = (page: number) => hasBit(written, i * pages + page)
      readDataBlock(
        addressIn(view, blocksAt + i * offsetSize),
        blockLength,
        pages > 0 ? isWritten : null,
      )
    }
  }
}
