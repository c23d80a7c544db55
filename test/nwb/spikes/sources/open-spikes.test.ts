import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../../../src/byte-sources/watched-source.ts'
import type { ChunkFilter } from '../../../../src/hdf5/chunks/chunk-filters.ts'
import type { Hdf5Dataset } from '../../../../src/hdf5/hdf5-dataset.ts'
import { openSpikes } from '../../../../src/nwb/spikes/sources/open-spikes.ts'

const shuffle = (bytes: number): ChunkFilter => ({ id: 2, parameters: [bytes] })
const deflate: ChunkFilter = { id: 1, parameters: [4] }
const fletcher32: ChunkFilter = { id: 3, parameters: [] }
const index = { positions: Float64Array.of(0, 64), byteLengths: Float64Array.of(50, 60) }

interface Stored {
  readonly isFloat64?: boolean
  readonly shape?: readonly number[]
  readonly filters?: readonly ChunkFilter[]
  readonly isUniform?: boolean
}

/** Where a dataset of chunks lies, as far as the fastest source of it knows. */
function layoutOf({ isFloat64 = true, shape = [10], filters = [], isUniform = true }: Stored) {
  const chunked = { filters, isUniform, index }
  const dataset = { isFloat64, shape, length: shape[0], chunkLength: 5, chunked }
  const file = new WatchedSource(new MemoryBytes('spikes', new Uint8Array(200)))
  return openSpikes(dataset as unknown as Hdf5Dataset, file).layout
}

describe('chunks', () => {
  test.each([
    ['as they are', [], false, false],
    ['shuffled', [shuffle(8)], true, false],
    ['deflated', [deflate], false, true],
    ['shuffled and deflated', [shuffle(8), deflate], true, true],
  ])('are read without libhdf5 %s', (_, filters, isShuffled, isDeflated) => {
    const chunks = { chunkLength: 5, isShuffled, isDeflated }
    expect(layoutOf({ filters })).toEqual({ kind: 'chunked', length: 10, chunks, ...index })
  })

  test.each<[string, Stored]>([
    ['with a checksum', { filters: [fletcher32] }],
    ['with a checksum after both', { filters: [shuffle(8), deflate, fletcher32] }],
    ['shuffled by half of an entry', { filters: [shuffle(4), deflate] }],
    ['deflated before they are shuffled', { filters: [deflate, shuffle(8)] }],
    ['some of which are otherwise', { isUniform: false }],
    ['of other numbers', { isFloat64: false }],
    ['of rows', { shape: [10, 1] }],
    ['of no entries', { shape: [0] }],
  ])('are read by libhdf5 %s', (_, stored) => {
    expect(layoutOf(stored)).toBeNull()
  })
})

describe('a dataset in one piece', () => {
  /** Ten entries from byte 40 on, to the end of a file. */
  const entries = Float64Array.from({ length: 10 }, (_, i) => i + 0.5)

  /**
   * Where openSpikes finds a dataset that `read` reads an entry of from the file.
   *
   * @param begin of the entries
   */
  function layoutBy(read: (file: WatchedSource, entry: number) => number, begin = 40) {
    const bytes = new Uint8Array(begin + 80)
    bytes.set(new Uint8Array(entries.buffer), begin)
    const file = new WatchedSource(new MemoryBytes('spikes', bytes))
    const numbers = ({ from }: { readonly from: number }) => Float64Array.of(read(file, from))
    const dataset = { isFloat64: true, shape: [10], length: 10, chunkLength: null, numbers }
    const { layout } = openSpikes(dataset as unknown as Hdf5Dataset, file)
    expect(file.reads).toBeNull()
    return layout
  }

  function entryAt(file: WatchedSource, position: number): number {
    const cell = new Float64Array(1)
    file.read(new Uint8Array(cell.buffer), position)
    return cell[0]
  }

  test('lies where libhdf5 reads its entries, after what it reads before', () => {
    const found = layoutBy((file, entry) => {
      if (entry === 0) file.read(new Uint8Array(16), 3)
      return entryAt(file, 40 + 8 * entry)
    })
    expect(found).toEqual({ kind: 'plain', position: 40, length: 10 })
    const atOnce = layoutBy((file, entry) => entryAt(file, 8 * entry), 0)
    expect(atOnce).toEqual({ kind: 'plain', position: 0, length: 10 })
  })

  test.each([0, 5, 9])('is read by libhdf5 where entry %d lies elsewhere', (elsewhere) => {
    const layout = layoutBy((file, entry) => {
      const value = entryAt(file, 40 + 8 * entry)
      if (entry === elsewhere) file.read(new Uint8Array(8), 8 * entry)
      return value
    })
    expect(layout).toBeNull()
  })

  test.each([0, 5, 9])('is read by libhdf5 where entry %d has other bits', (other) => {
    const layout = layoutBy((file, entry) => {
      const value = entryAt(file, 40 + 8 * entry)
      return entry === other ? -value : value
    })
    expect(layout).toBeNull()
  })

  test('is read by libhdf5 where this reads nothing of the file, or before its begin', () => {
    expect(layoutBy((_, entry) => entries[entry] ?? 0)).toBeNull()
    expect(layoutBy((file) => entryAt(file, 40))).toBeNull()
  })

  test('is read by libhdf5 where it would end after the file', () => {
    const layout = layoutBy((file, entry) => {
      // As if all lay an entry later: there is no last one.
      file.reads?.push({ position: 48 + 8 * entry, length: 8 })
      return entries[entry + 1] ?? 0
    })
    expect(layout).toBeNull()
  })
})
