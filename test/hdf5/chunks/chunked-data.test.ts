import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset as H5Dataset, File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { checksum } from '../../../src/hdf5/chunks/checksum.ts'
import type { Hdf5Dataset } from '../../../src/hdf5/hdf5-dataset.ts'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
let written = 0

/** Bytes of a file with what `edit` writes. */
async function bytesOf(edit: (file: H5File) => void, libver?: 'latest'): Promise<Buffer> {
  const path = join(folder, `${written++}.nwb`)
  await writeNwb(path, { edit, ...(libver ? { libver } : {}) })
  return readFileSync(path)
}

async function open(bytes: Uint8Array) {
  const file = await Hdf5File.open(new MemoryBytes('chunks.nwb', bytes))
  return { file, dataset: file.dataset('/x') as Hdf5Dataset }
}

const range = (count: number, from = 0) => Float64Array.from({ length: count }, (_, i) => from + i)

describe.each([
  ['oldest', undefined],
  ['newest', 'latest' as const],
])('the index of the %s format', (_, libver) => {
  test.each([
    ['of one chunk', [5], [5], null],
    ['of some', [100], [7], null],
    ['of many', [30_000], [7], null],
    ['of some that may become more', [100], [7], [null]],
    ['of many that may become more', [30_000], [7], [null]],
    ['of a matrix', [20, 30], [7, 4], null],
    ['of a matrix that may become longer', [20, 30], [7, 4], [null, 30]],
    ['of a matrix that may become wider', [20, 30], [7, 4], [20, null]],
    ['of a matrix that may become both', [20, 30], [7, 4], [null, null]],
    ['of a large matrix that may become both', [300, 30], [2, 2], [null, null]],
    ['of a matrix that may become a little larger', [20, 30], [7, 4], [40, 50]],
    ['of three dimensions', [6, 5, 4], [2, 3, 3], null],
  ])('%s', async (_, shape, chunks, maxshape) => {
    const count = shape.reduce((product, length) => product * length, 1)
    for (const compression of [0, 4]) {
      const bytes = await bytesOf(
        (file) =>
          file.create_dataset({
            name: 'x',
            data: range(count),
            shape,
            chunks,
            ...(maxshape ? { maxshape } : {}),
            ...(compression ? { compression } : {}),
          }),
        libver,
      )
      const { file, dataset } = await open(bytes)
      expect(dataset.chunked?.isReadable).toBe(true)
      expect(dataset.numbers()).toEqual(range(count))
      const rowLength = count / shape[0]
      expect(dataset.numbers({ from: 3, count: 2 })).toEqual(range(2 * rowLength, 3 * rowLength))
      if (shape.length === 2) {
        const columns = { from: 3, count: 2 }
        expect(dataset.numbers({ from: 6, count: 2, columns })).toEqual(
          Float64Array.of(183, 184, 213, 214),
        )
      }
      file.close()
    }
  })
})

describe('the index of a dataset of which little is written', () => {
  const zeros = (count: number) => new Float64Array(count)

  // Blocks of the index that hold over 1024 chunks are cut into pages.
  test('has pages, of which only some are written', async () => {
    const bytes = await bytesOf((file) => {
      const options = { name: 'x', data: [7], chunks: [1], maxshape: [null] }
      const dataset = file.create_dataset(options) as H5Dataset
      dataset.resize([150_000])
      dataset.write_slice([[140_000, 140_003]], [1, 2, 3])
      dataset.write_slice([[149_998, 150_000]], [4, 5])
    }, 'latest')
    const { file, dataset } = await open(bytes)
    expect(dataset.chunked?.isReadable).toBe(true)
    expect(dataset.numbers({ from: 0, count: 2 })).toEqual(Float64Array.of(7, 0))
    const near = dataset.numbers({ from: 139_999, count: 5 })
    expect(near).toEqual(Float64Array.of(0, 1, 2, 3, 0))
    expect(dataset.numbers({ from: 149_997, count: 3 })).toEqual(Float64Array.of(0, 4, 5))
    expect(dataset.numbers().reduce((sum, value) => sum + value)).toBe(22)
    file.close()
  })

  test('has no chunk any more after it was emptied', async () => {
    const bytes = await bytesOf((file) => {
      const options = { name: 'x', data: range(24), shape: [6, 4], chunks: [2, 2] }
      const dataset = file.create_dataset({ ...options, maxshape: [null, null] }) as H5Dataset
      dataset.resize([0, 4])
      dataset.resize([6, 4])
    }, 'latest')
    const { file, dataset } = await open(bytes)
    expect(dataset.chunked?.isReadable).toBe(true)
    expect(dataset.numbers()).toEqual(zeros(24))
    file.close()
  })

  test('is a tree of several levels', async () => {
    const bytes = await bytesOf((file) => {
      const options = { name: 'x', data: range(16_000), shape: [400, 40], chunks: [1, 2] }
      file.create_dataset({ ...options, maxshape: [null, null] })
    }, 'latest')
    const { file, dataset } = await open(bytes)
    expect(dataset.chunked?.isReadable).toBe(true)
    expect(dataset.numbers()).toEqual(range(16_000))
    file.close()
  })
})

describe('an index that is not of its dataset', () => {
  /** A file whose block of a kind has other bytes, and the checksum of these. */
  async function withBlock(
    options: Index[0] & { compression?: number },
    signature: string,
    length: number,
    change: (block: DataView) => void,
  ) {
    const bytes = await bytesOf((file) => {
      const count = options.shape.reduce((product, side) => product * side, 1)
      const chunks = options.shape.map(() => 2)
      file.create_dataset({ name: 'x', data: range(count), chunks, ...options })
    }, 'latest')
    const at = bytes.indexOf(signature)
    const block = bytes.subarray(at, at + length)
    const stored = block.readUInt32LE(length - 4)
    // That it is the whole block.
    expect(stored).toBe(checksum(block.subarray(0, -4)))
    change(new DataView(block.buffer, block.byteOffset, length))
    block.writeUInt32LE(checksum(block.subarray(0, -4)), length - 4)
    return open(bytes)
  }

  type Index = [options: { shape: number[]; maxshape?: null[] }, signature: string, length: number]
  const FIXED: Index = [{ shape: [40] }, 'FAHD', 28]
  const EXTENSIBLE: Index = [{ shape: [40], maxshape: [null] }, 'EAHD', 72]
  const TREE: Index = [{ shape: [20, 20], maxshape: [null, null] }, 'BTHD', 38]
  const FILTERED = { compression: 1 }

  test.each([
    ['a fixed array', 'of another kind', FIXED, 5, 1],
    ['a fixed array', 'with wider elements', FIXED, 6, 9],
    ['a fixed array', 'of another length', FIXED, 8, 21],
    ['an extensible array', 'of another kind', EXTENSIBLE, 5, 1],
    ['an extensible array', 'with narrower elements', EXTENSIBLE, 6, 7],
    ['an extensible array', 'without elements', EXTENSIBLE, 9, 0],
    ['an extensible array', 'without blocks', EXTENSIBLE, 10, 0],
    ['a tree', 'of another kind', TREE, 5, 11],
    ['a tree', 'of too many levels', TREE, 12, 17],
    ['a tree', 'with narrower records', TREE, 10, 23],
  ])('is damaged: %s %s', async (_, __, [options, signature, length], at, byte) => {
    const change = (block: DataView) => block.setUint8(at, byte)
    const { file, dataset } = await withBlock(options, signature, length, change)
    expect(() => dataset.numbers()).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }))
    file.close()
  })

  test.each([FIXED, EXTENSIBLE, TREE])(
    'of filtered chunks is damaged where it is of plain ones: %o %s',
    async (options, signature, length) => {
      const change = (block: DataView) => block.setUint8(5, signature === 'BTHD' ? 10 : 0)
      const filtered = { ...options, ...FILTERED }
      const { file, dataset } = await withBlock(filtered, signature, length, change)
      expect(() => dataset.numbers()).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }))
      file.close()
    },
  )

  test('is damaged where a tree has a chunk twice', async () => {
    const options = { shape: [10, 10], maxshape: [null, null] }
    const leafBytes = 10 + 24 * 25
    const { file, dataset } = await withBlock(options, 'BTLF', leafBytes, (block) => {
      // The place of the second along the last dimension.
      block.setUint8(6 + 24 + 16, 0)
    })
    expect(() => dataset.numbers()).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }))
    file.close()
  })

  test('is damaged where a tree says of a compressed chunk that it is not', async () => {
    const options = { shape: [10, 10], maxshape: [null, null], compression: 1 }
    // Records of address, length, filter mask and two places.
    const leafBytes = 10 + 36 * 25
    const { file, dataset } = await withBlock(options, 'BTLF', leafBytes, (block) => {
      block.setUint32(6 + 8 + 8, 1, true)
    })
    expect(() => dataset.numbers()).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }))
    expect(dataset.numbers({ from: 8, count: 2 })).toEqual(range(20, 80))
    file.close()
  })

  test('is damaged where a checksum is wrong', async () => {
    const { file, dataset } = await withBlock({ shape: [40] }, 'FAHD', 28, () => {})
    expect(dataset.numbers()).toEqual(range(40))
    file.close()
    const bytes = await bytesOf((file) => {
      file.create_dataset({ name: 'x', data: range(40), chunks: [2] })
    }, 'latest')
    for (const signature of ['FAHD', 'FADB']) {
      const wrong = Buffer.from(bytes)
      const at = wrong.indexOf(signature) + 12
      wrong[at] = (wrong[at] ?? 0) ^ 1
      const opened = await open(wrong)
      expect(() => opened.dataset.numbers()).toThrow(
        expect.objectContaining({ code: 'FILE_DAMAGED' }),
      )
      opened.file.close()
    }
  })
})

describe('a chunk that is not as long as it should be', () => {
  /** A dataset of two chunks of 64 entries, whose first key in the index is changed. */
  async function withKey(compression: number, change: (key: DataView) => void) {
    const bytes = await bytesOf((file) =>
      file.create_dataset({
        name: 'x',
        data: range(128),
        chunks: [64],
        ...(compression ? { compression } : {}),
      }),
    )
    // The only tree of chunks: its type is 1.
    let at = bytes.indexOf('TREE')
    while (bytes[at + 4] !== 1) at = bytes.indexOf('TREE', at + 1)
    change(new DataView(bytes.buffer, bytes.byteOffset + at + 24))
    return open(bytes)
  }
  const damaged = expect.objectContaining({ code: 'FILE_DAMAGED' })

  test.each([
    ['shorter', 0, (key: DataView) => key.setUint32(0, 500, true)],
    ['longer', 0, (key: DataView) => key.setUint32(0, 520, true)],
    ['compressed, and cut short', 4, (key: DataView) => key.setUint32(0, 40, true)],
    ['compressed, and said not to be', 4, (key: DataView) => key.setUint32(4, 1, true)],
  ])('is damaged: %s', async (_, compression, change) => {
    const { file, dataset } = await withKey(compression, change)
    expect(() => dataset.numbers({ from: 60, count: 2 })).toThrow(damaged)
    expect(dataset.numbers({ from: 64, count: 2 })).toEqual(Float64Array.of(64, 65))
    expect(() => dataset.numbers()).toThrow(damaged)
    file.close()
  })

  test('is read as it is where it is rightly said that it is not compressed', async () => {
    const { file, dataset } = await withKey(0, (key) => key.setUint32(4, 1, true))
    expect(dataset.numbers()).toEqual(range(128))
    file.close()
  })
})
