import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type ByteSource, MemoryBytes } from '../../../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../../../src/byte-sources/watched-source.ts'
import { ChunkedSpikes, unshuffle } from '../../../../src/nwb/spikes/sources/chunked-spikes.ts'
import { FarFile } from '../../../support/recordings/far-file.ts'
import { temporaryFolder } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
/** Three chunks of four entries, the last of which has two; in pages of 4096 bytes. */
const entries = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]
const positions = Float64Array.of(9000, 100, 5000)

interface Storage {
  readonly isShuffled?: boolean
  readonly isDeflated?: boolean
}

/** A file of four pages with its chunks out of order, and how long each is. */
function stored({ isShuffled = false, isDeflated = false }: Storage) {
  const bytes = new Uint8Array(16_384)
  const byteLengths = new Float64Array(3)
  for (const [chunk, position] of positions.entries()) {
    const cells = Float64Array.from({ length: 4 }, (_, i) => entries[4 * chunk + i] ?? 0)
    const plain = new Uint8Array(cells.buffer)
    const shuffled = isShuffled ? plain.map((_, at) => plain[(at % 4) * 8 + (at >> 2)]) : plain
    const whole = isDeflated ? deflateSync(shuffled) : shuffled
    bytes.set(whole, position)
    byteLengths[chunk] = whole.length
  }
  return { bytes, byteLengths, layout: { chunkLength: 4, isShuffled, isDeflated } }
}

function open(storage: Storage, change: Partial<ReturnType<typeof stored>> = {}) {
  const { bytes, byteLengths, layout } = { ...stored(storage), ...change }
  return from(new MemoryBytes('spikes', bytes), byteLengths, layout)
}

function from(
  bytes: ByteSource,
  byteLengths: Float64Array,
  layout: ReturnType<typeof stored>['layout'],
) {
  const file = new WatchedSource(bytes)
  const fail = (cause: unknown) => new Error('damaged', { cause })
  const index = { positions, byteLengths }
  return { file, spikes: new ChunkedSpikes(file, entries.length, index, layout, fail) }
}

function read(spikes: ChunkedSpikes, from: number, to: number): number[] {
  const target = new Float64Array(to - from)
  spikes.read(target, from)
  return [...target]
}

/** A file on a server. */
function openFar(storage: Storage) {
  const { bytes, byteLengths, layout } = stored(storage)
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, bytes)
  const far = new FarFile(path)
  return { far, ...from(far, byteLengths, layout) }
}

describe.each([
  {},
  { isShuffled: true },
  { isDeflated: true },
  { isShuffled: true, isDeflated: true },
])('chunks that are stored as %j', (storage) => {
  test('are read from any entry to any other', () => {
    const { spikes } = open(storage)
    for (let from = 0; from <= 10; from++) {
      for (let to = from; to <= 10; to++) {
        expect(read(spikes, from, to)).toEqual(entries.slice(from, to))
      }
    }
    expect(
      spikes.readMany([
        { from: 9, to: 10 },
        { from: 2, to: 7 },
      ]),
    ).toEqual([Float64Array.of(9.5), Float64Array.of(2.5, 3.5, 4.5, 5.5, 6.5)])
  })

  test('are read once while entries of them follow each other', () => {
    const { file, spikes } = open(storage)
    read(spikes, 0, 2)
    read(spikes, 2, 4)
    expect(file.readCount).toBe(1)
    read(spikes, 3, 6)
    expect(file.readCount).toBe(2)
    read(spikes, 0, 1)
    expect(file.readCount).toBe(3)
  })
})

test('the layout says where chunks lie, and how they are stored', () => {
  const storage = { isShuffled: true, isDeflated: false }
  const { byteLengths } = stored(storage)
  expect(byteLengths).toEqual(Float64Array.of(32, 32, 32))
  expect(open(storage).spikes.layout).toEqual({
    kind: 'chunked',
    length: 10,
    chunks: { chunkLength: 4, ...storage },
    positions,
    byteLengths,
  })
})

test('a few entries cost a whole chunk, and no page begins with one', () => {
  expect(open({}).spikes).toMatchObject({ readsAnywhere: false, pagePhase: 0, latency: 0 })
})

describe('chunks on a server', () => {
  test('are fetched for several ranges at once, and wait as their file does', () => {
    const { far, spikes } = openFar({})
    expect(spikes.latency).toBe(0.08)
    spikes.readMany([
      { from: 0, to: 1 },
      { from: 9, to: 10 },
      { from: 1, to: 2 },
    ])
    expect([far.waits, far.bytesFetched]).toEqual([1, 2 * 4096])
    const other = openFar({})
    other.spikes.prefetch([{ from: 4, to: 8 }])
    expect([other.far.waits, other.far.bytesFetched]).toEqual([0, 4096])
  })

  test('take whole pages, each once', () => {
    const { spikes } = openFar({})
    expect(spikes.bytesOf([])).toBe(0)
    expect(
      spikes.bytesOf([
        { from: 0, to: 4 },
        { from: 3, to: 4 },
      ]),
    ).toBe(4096)
    expect(spikes.bytesOf([{ from: 4, to: 9 }])).toBe(2 * 4096)
    expect(spikes.bytesOf([{ from: 3, to: 9 }])).toBe(3 * 4096)
  })
})

describe('a chunk is damaged', () => {
  const damaged = expect.objectContaining({ message: 'damaged' })

  test('that cannot be inflated', () => {
    const { bytes } = stored({ isDeflated: true })
    const { spikes } = open({ isDeflated: true }, { bytes: bytes.fill(255, 100, 140) })
    expect(() => read(spikes, 4, 5)).toThrow(damaged)
    expect(read(spikes, 3, 4)).toEqual([3.5])
  })

  test.each([31, 33])('whose bytes are not as many as its entries have: %d', (length) => {
    const byteLengths = Float64Array.of(32, length, 32)
    const { spikes } = open({}, { byteLengths })
    const cause = `chunk 1 has ${length} of 32 bytes`
    expect(() => read(spikes, 4, 5)).toThrow(expect.objectContaining({ cause }))
    expect(read(spikes, 8, 9)).toEqual([8.5])
  })

  test.each([24, 40])('that is inflated to %d bytes instead of 32', (length) => {
    const { bytes, byteLengths } = stored({ isDeflated: true })
    const other = deflateSync(new Uint8Array(length))
    bytes.set(other, 100)
    byteLengths[1] = other.length
    expect(() => read(open({ isDeflated: true }, { bytes, byteLengths }).spikes, 4, 5)).toThrow(
      damaged,
    )
  })
})

test('the bytes of entries are put together in order of their weight', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => (at >> 1) + 1 + 16 * (at % 2))
  const target = new Float64Array(1)
  unshuffle(bytes, 2, 1, target)
  expect([...new Uint8Array(target.buffer)]).toEqual([17, 18, 19, 20, 21, 22, 23, 24])
})
