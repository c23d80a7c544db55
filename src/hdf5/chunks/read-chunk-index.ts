import { readChunkArray, readExtensibleArray } from './chunk-arrays.ts'
import { ChunkIndex } from './chunk-index.ts'
import type { ChunkLayout } from './chunk-layout.ts'
import { readNewTree } from './chunk-new-tree.ts'
import { positionOfChunk } from './chunk-numbers.ts'
import { readTree } from './chunk-tree.ts'
import type { IndexSource } from './index-source.ts'

/**
 * Sixteen megabytes of index; smaller chunks than that makes are slow whoever reads them. Bounds
 * what a crafted shape can allocate.
 */
const MOST_CHUNKS = 1 << 20

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
