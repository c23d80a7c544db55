import { openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LocalFile } from '../../../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../../../src/byte-sources/watched-source.ts'
import type { Hdf5Dataset } from '../../../../src/hdf5/hdf5-dataset.ts'
import { Hdf5File } from '../../../../src/hdf5/hdf5-file.ts'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { ChunkedSpikes, unshuffle } from '../../../../src/nwb/spikes/sources/chunked-spikes.ts'
import { LibrarySpikes } from '../../../../src/nwb/spikes/sources/library-spikes.ts'
import { openSpikes } from '../../../../src/nwb/spikes/sources/open-spikes.ts'
import { runPython } from '../../../support/python/python.ts'
import { temporaryFolder } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const COUNT = 20_003
/** What the files hold: k / 7 */
const expected = Float64Array.from({ length: COUNT }, (_, k) => k / 7)

/**
 * A file whose dataset x was created with these options of h5py; some
 * entries may be left unwritten.
 */
async function stored(name: string, options: string, libver = 'earliest', written = COUNT) {
  const path = join(folder, `${name}.h5`)
  runPython(
    `
import sys, h5py, numpy as np
values = np.arange(${COUNT}) / 7
with h5py.File(sys.argv[1], 'w', libver='${libver}') as f:
    x = f.create_dataset('x', shape=values.shape, dtype='<f8', ${options})
    x[:${written}] = values[:${written}]
`,
    [path],
  )
  return { path, ...(await open(path)) }
}

async function open(path: string) {
  const watched = new WatchedSource(new LocalFile(path))
  const file = await Hdf5File.open(watched)
  return { file, source: openSpikes(file.dataset('/x') as Hdf5Dataset, watched), watched }
}

describe('chunks are read without libhdf5', () => {
  test.each([
    ['gzip', 'chunks=(1000,), compression="gzip"'],
    ['shuffled', 'chunks=(1000,), shuffle=True'],
    ['shuffled, gzip', 'chunks=(1000,), shuffle=True, compression="gzip"'],
    ['as they are', 'chunks=(1000,)'],
    ['one of all', 'chunks=(20003,), compression="gzip"'],
    ['many, in two levels', 'chunks=(64,), compression="gzip"'],
    ['newer indexes', 'chunks=(1000,), compression="gzip"', 'latest'],
    ['of a dataset that may grow', 'chunks=(1000,), maxshape=(None,)', 'latest'],
  ])('%s', async (name, options, libver = 'earliest') => {
    const { file, source } = await stored(name, options, libver)
    expect(source).toBeInstanceOf(ChunkedSpikes)
    const all = new Float64Array(COUNT)
    source.read(all, 0)
    expect(all).toEqual(expected)
    for (const [from, to] of [
      [0, 1],
      [999, 1001],
      [1000, 2000],
      [63, 64],
      [17_777, COUNT],
    ] as const) {
      const part = new Float64Array(to - from)
      source.read(part, from)
      expect(part).toEqual(expected.slice(from, to))
    }
    file.close()
  })

  test('each once, however many units begin in it', async () => {
    const { file, source, watched } = await stored('once', 'chunks=(1000,), compression="gzip"')
    const before = watched.readCount
    for (let from = 0; from < 5000; from += 250) source.read(new Float64Array(250), from)
    expect(watched.readCount - before).toBe(5)
    file.close()
  })
})

describe('libhdf5 reads', () => {
  test.each([
    ['checked sums', 'chunks=(1000,), fletcher32=True'],
    ['other filters', 'chunks=(1000,), scaleoffset=8'],
  ])('%s', async (name, options) => {
    const { file, source } = await stored(name, options)
    expect(source).toBeInstanceOf(LibrarySpikes)
    const part = new Float64Array(3)
    source.read(part, 999)
    expect(Array.from(part, (value) => value.toFixed(6))).toEqual([
      '142.714286',
      '142.857143',
      '143.000000',
    ])
    file.close()
  })

  test('chunks some of which were never written', async () => {
    const { file, source } = await stored('missing', 'chunks=(1000,)', 'earliest', 5000)
    expect(source).toBeInstanceOf(LibrarySpikes)
    const part = new Float64Array(2)
    source.read(part, 4999)
    expect(part).toEqual(Float64Array.of(4999 / 7, 0))
    file.close()
  })
})

describe('a chunk that is damaged', () => {
  test.each(['compression="gzip"', 'shuffle=True, compression="gzip"'])(
    'is an error, and no numbers: %s',
    async (options) => {
      const { path, file } = await stored(`damaged-${options.length}`, `chunks=(1000,), ${options}`)
      file.close()
      const position = Number(
        runPython(
          `
import sys, h5py
with h5py.File(sys.argv[1]) as f: print(f['x'].id.get_chunk_info(3).byte_offset)
`,
          [path],
        ),
      )
      const descriptor = openSync(path, 'r+')
      const bytes = new Uint8Array(40)
      readSync(descriptor, bytes, 0, 40, position + 100)
      writeSync(
        descriptor,
        bytes.map((byte) => byte ^ 0x5a),
        0,
        40,
        position + 100,
      )
      const damaged = await open(path)
      expect(damaged.source).toBeInstanceOf(ChunkedSpikes)
      expect(() => damaged.source.read(new Float64Array(10), 3500)).toThrow(
        expect.objectContaining({ code: 'FILE_DAMAGED' }),
      )
      const healthy = new Float64Array(1)
      damaged.source.read(healthy, 2999)
      expect(healthy).toEqual(Float64Array.of(2999 / 7))
      damaged.file.close()
    },
  )
})

test.each([
  ['in one piece', ''],
  ['in chunks', ', chunks=(1,)'],
])('a unit of more spikes than memory holds is refused: stored %s', async (_, chunks) => {
  const path = join(folder, `endless${chunks.length}.nwb`)
  runPython(
    `
import sys, h5py
with h5py.File(sys.argv[1], 'w') as f:
    f.attrs['nwb_version'] = '2.2.2'
    f['units/id'] = [1, 2]
    f['units/spike_times_index'] = [10, 2**33]
    f.create_dataset('units/spike_times', shape=(2**33,), dtype='<f8'${chunks})
`,
    [path],
  )
  const file = await SessionFile.open(path)
  const span = { startTime: 0, stopTime: 1 }
  expect(() => file.read('spikeTimes', [{ unitRow: 1, span }])).toThrow(
    expect.objectContaining({ code: 'INDEX_INVALID' }),
  )
  file.close()
})

test('bytes that were shuffled are put together', () => {
  // 1 is 3FF0000000000000, -2.5 is C004000000000000
  const bytes = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x04, 0x3f, 0xc0)
  const both = new Float64Array(2)
  unshuffle(bytes, 2, 0, both)
  expect(both).toEqual(Float64Array.of(1, -2.5))
  const second = new Float64Array(1)
  unshuffle(bytes, 2, 1, second)
  expect(second).toEqual(Float64Array.of(-2.5))
})
