import type { ByteSource } from '../../byte-sources/byte-source.ts'
import type { Hdf5Metadata } from '../hdf5-library.ts'
import type { FileLayout } from '../superblock.ts'
import { type ChunkFilter, filter } from './chunk-filters.ts'
import { chunkLayoutAt } from './chunk-layout.ts'
import { ChunkedData, gridOf } from './chunked-data.ts'
import { readChunkIndex } from './read-chunk-index.ts'

/** A larger chunk is left to libhdf5. */
const MOST_CHUNK_BYTES = 2 ** 28

/** Filters one of whose parameters says how many entries come out of them. */
const sizedFilters: readonly number[] = [filter.nbit, filter.scaleOffset]
const ENTRIES_PARAMETER = 2

/**
 * A dataset in chunks, its index read.
 *
 * @param address of its header
 * @param elementBytes as they are stored; null: of elements of variable
 *   length, whatever the header says
 * @param fail makes the error of an index or a chunk that is damaged
 * @returns null: stored in a way that is not known here
 */
export function openChunked(
  source: ByteSource,
  layout: FileLayout,
  address: number,
  { shape, maxshape, chunks }: Hdf5Metadata,
  elementBytes: number | null,
  filters: readonly ChunkFilter[],
  fail: (cause: unknown) => Error,
): ChunkedData | null {
  const found = chunkLayoutAt(source, layout, address)
  if (!found || !shape?.length || !chunks) return null
  const isSame = chunks.every((length, dimension) => length === found.chunk[dimension])
  if (!isSame || chunks.length !== found.chunk.length || chunks.length !== shape.length) {
    throw fail('its chunks are of another shape than its index')
  }
  if (elementBytes !== null && elementBytes !== found.elementBytes) {
    throw fail(`its chunks hold elements of ${found.elementBytes} bytes`)
  }
  const entries = chunks.reduce((product, length) => product * length, 1)
  const plainBytes = entries * found.elementBytes
  if (plainBytes > MOST_CHUNK_BYTES) return null
  for (const { id, parameters } of filters) {
    if (sizedFilters.includes(id) && parameters[ENTRIES_PARAMETER] !== entries) {
      throw fail('a filter is for chunks of another size')
    }
  }
  const grid = gridOf(shape, chunks)
  const longest = (maxshape ?? shape).map((length) =>
    length > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : length,
  )
  const index = readChunkIndex(
    {
      file: source,
      layout,
      grid,
      largestGrid: gridOf(longest, chunks),
      chunk: chunks,
      plainBytes,
      isFiltered: filters.length > 0,
      fail,
    },
    found,
  )
  const { partialUnfiltered } = found
  const stored = {
    shape,
    chunk: chunks,
    elementBytes: found.elementBytes,
    filters,
    partialUnfiltered,
  }
  return index && new ChunkedData(source, stored, index, fail)
}
