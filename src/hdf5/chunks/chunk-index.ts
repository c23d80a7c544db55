import type { ByteSource } from '../../byte-sources/byte-source.ts'
import type { FileLayout } from '../superblock.ts'
import { readChunkArray, readExtensibleArray } from './chunk-arrays.ts'
import type { ChunkLayout } from './chunk-layout.ts'
import { readNewTree } from './chunk-new-tree.ts'
import { positionOfChunk } from './chunk-numbers.ts'
import { readTree } from './chunk-tree.ts'

/**
 * Sixteen megabytes of index; smaller chunks than that makes are slow whoever reads them. Bounds
 * what a crafted shape can allocate.
 */
const MOST_CHUNKS = 1 << 20

/** A file, and how an index that lies in it is read. */
export interface IndexSource {
  readonly file: ByteSource
  readonly layout: FileLayout
  /** chunks along each dimension */
  readonly grid: readonly number[]
  /** the same when the dataset has grown as far as it may; Infinity: without end */
  readonly largestGrid: readonly number[]
  /** entries along each dimension of a chunk */
  readonly chunk: readonly number[]
  /** of a chunk that no filter went over */
  readonly plainBytes: number
  readonly isFiltered: boolean
  /** makes the error of an index that is damaged */
  readonly fail: (cause: string) => Error
}

/**
 * Where the chunks of a dataset lie, in order of their places in it, the last dimension first.
 * Shape of each array: [chunks].
 */
export class ChunkIndex {
  /** -1: never written */
  readonly positions: Float64Array
  readonly byteLengths: Float64Array
  /** a bit for each filter that a chunk did not go through */
  readonly filterMasks: Uint32Array
  #found = 0

  constructor(chunkCount: number) {
    this.positions = new Float64Array(chunkCount).fill(-1)
    this.byteLengths = new Float64Array(chunkCount)
    this.filterMasks = new Uint32Array(chunkCount)
  }

  /** Whether every chunk was written. */
  get isComplete(): boolean {
    return this.#found === this.positions.length
  }

  /** @returns whether it is the first of its place */
  add(chunk: number, position: number, byteLength: number, filterMask: number): boolean {
    if (this.positions[chunk] !== -1) return false
    this.positions[chunk] = position
    this.byteLengths[chunk] = byteLength
    this.filterMasks[chunk] = filterMask
    this.#found++
    return true
  }
}

/**
 * The index of a dataset's chunks, of any kind.
 *
 * @returns null: it has more chunks than are indexed here
 * @throws what `fail` makes of an index that is damaged
 */
export function readChunkIndex(
  source: IndexSource,
  { index, address }: ChunkLayout,
): ChunkIndex | null {
  const count = source.grid.reduce((product, length) => product * length, 1)
  if (count > MOST_CHUNKS) return null
  const chunks = new ChunkIndex(count)
  if (address === null) return chunks
  const place = source.layout.base + address
  switch (index.kind) {
    case 'single': {
      const { byteLength, filterMask } = index.filtered ?? {
        byteLength: source.plainBytes,
        filterMask: 0,
      }
      chunks.add(0, place, byteLength, filterMask)
      break
    }
    case 'implicit':
      for (let chunk = 0; chunk < count; chunk++) {
        const offset = positionOfChunk(source, chunk) * source.plainBytes
        chunks.add(chunk, place + offset, source.plainBytes, 0)
      }
      break
    case 'tree':
      readTree(source, place, chunks)
      break
    case 'newTree':
      readNewTree(source, place, chunks)
      break
    case 'fixedArray':
      readChunkArray(source, place, chunks)
      break
    case 'extensibleArray':
      readExtensibleArray(source, place, chunks)
      break
  }
  const outside = chunks.positions.findIndex(
    (position, chunk) => position + chunks.byteLengths[chunk] > source.file.size,
  )
  if (outside >= 0) throw source.fail(`chunk ${outside} extends past the end of the file`)
  return chunks
}
