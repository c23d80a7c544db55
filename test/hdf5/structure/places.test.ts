import { describe, expect, test } from 'vitest'
import { type ByteSource, MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { textHeaps, textHeapsIn } from '../../../src/hdf5/structure/attribute-heaps.ts'
import { chunkIndexPosition, contiguousData } from '../../../src/hdf5/structure/data-place.ts'
import {
  collectionBegins,
  collectionRests,
  fetchParts,
} from '../../../src/hdf5/structure/fetch-parts.ts'
import { text, u16, u32, u64 } from '../header-bytes.ts'

const layout = { base: 100, offsetSize: 8, lengthSize: 8 }
const bytes = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat())

describe('data in one piece', () => {
  test.each([3, 4])('have place and length, version %i', (version) => {
    const message = bytes([version, 1], u64(5000), u64(80))
    expect(contiguousData(message, layout)).toEqual({ position: 5100, length: 80 })
  })

  test('are neither chunks, nor of older versions, nor cut off', () => {
    expect(contiguousData(bytes([3, 2], u64(5000), u64(80)), layout)).toBeNull()
    expect(contiguousData(bytes([2, 1], u64(5000), u64(80)), layout)).toBeNull()
    expect(contiguousData(bytes([3, 1], u64(5000), u32(80)), layout)).toBeNull()
  })
})

test('the tree of chunks of version 3 has a place', () => {
  expect(chunkIndexPosition(bytes([3, 2, 2], u64(5000)), layout)).toBe(5100)
  expect(chunkIndexPosition(bytes([4, 2, 2], u64(5000)), layout)).toBeNull()
  expect(chunkIndexPosition(bytes([3, 1, 2], u64(5000)), layout)).toBeNull()
})

describe('texts of variable length', () => {
  const reference = (length: number, heap: number) => [...u32(length), ...u64(heap), ...u32(1)]
  const attribute = (version: number, typeClass: number, ...elements: number[][]) => {
    const [name, datatype, dataspace] = [text('unit\0'), [0x10 | typeClass, 0, 0, 0], [1, 0]]
    const filled = (part: number[]) =>
      version === 1 ? [...part, ...new Array((8 - (part.length % 8)) % 8).fill(0)] : part
    const sizes = [name, datatype, dataspace].flatMap(({ length }) => u16(length))
    const parts = [name, datatype, dataspace].flatMap(filled)
    return bytes([version, 0], sizes, version === 3 ? [0] : [], parts, ...elements)
  }

  test.each([1, 2, 3])('of an attribute stand in collections, version %i', (version) => {
    const elements = [reference(5, 4000), reference(0, 9000), reference(7, 6000)]
    expect(textHeapsIn(attribute(version, 9, ...elements))).toEqual([4000, 6000])
    expect(textHeapsIn(attribute(version, 3, ...elements))).toEqual([])
  })

  test('name each collection once, and none that is cut off', () => {
    const elements = bytes(reference(5, 4000), reference(1, 4000), reference(1, 5000))
    expect(textHeaps(elements)).toEqual([4000, 5000])
    expect(textHeaps(elements.subarray(0, -1))).toEqual([4000])
    expect(textHeapsIn(new Uint8Array(8))).toEqual([])
  })
})

describe('parts of a file', () => {
  const source = new MemoryBytes(
    'parts.nwb',
    Uint8Array.from({ length: 10_000 }, (_, i) => i),
  )

  test('are empty where they are not within it', () => {
    const parts = fetchParts(source, [
      { position: 3, length: 2 },
      { position: 9999, length: 1 },
      { position: 9999, length: 2 },
      { position: -1, length: 2 },
      { position: 5, length: -1 },
    ])
    const none = new Uint8Array(0)
    expect(parts).toEqual([Uint8Array.of(3, 4), Uint8Array.of(9999 & 255), none, none, none])
  })

  test('of a collection: its begin', () => {
    const begins = (file: ByteSource, ...positions: number[]) =>
      collectionBegins(file, new Set(positions))
    expect(begins(source, 1000, 9000)).toEqual([
      { position: 1000, length: 4096 },
      { position: 9000, length: 1000 },
    ])
    // What 65 KB take, another wait would take, too.
    const far = new MemoryBytes('far.nwb', new Uint8Array(200_000))
    Object.defineProperty(far, 'cost', { value: { latency: 0.1, bandwidth: 1e6, pageBytes: 1 } })
    expect(begins(far, 1000)).toEqual([{ position: 1000, length: 65_536 }])
    expect(begins(far, 1000, 9000).map(({ length }) => length)).toEqual([4096, 4096])
  })

  test('of a collection: what it has beyond its begin', () => {
    const collection = (length: number) => bytes(text('GCOL'), u32(1), u64(length))
    const begins = [100, 200, 300, 400, 500].map((position) => ({ position, length: 16 }))
    const rests = collectionRests(begins, [
      collection(4112),
      collection(16),
      bytes(text('HEAP'), u32(1), u64(4112)),
      collection(2 ** 20 + 16),
      collection(2 ** 20 + 17),
    ])
    expect(rests).toEqual([
      { position: 116, length: 4096 },
      { position: 416, length: 2 ** 20 },
    ])
  })
})
