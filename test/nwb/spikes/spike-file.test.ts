import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LocalFile, MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { noFile } from '../../../src/byte-sources/source-identity.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { SpikeFile } from '../../../src/nwb/spikes/spike-file.ts'
import {
  type SpikeLayout as Storage,
  temporaryFolder,
  writeNwb,
} from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const units = [
  { id: 1, spikes: [0.5, 1.5, 2.5] },
  { id: 2, spikes: [1, 2] },
]
const requests = [0, 1].map((unitRow) => ({ unitRow, span: { startTime: 1, stopTime: 2 } }))

/** The spikes of a file in the layout that was found in it. */
async function open(layout: Storage, amplitudes?: readonly number[]) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    units,
    layout,
    edit(_file, table) {
      if (!amplitudes) return
      const chunks = layout.chunkLength ? { chunks: [layout.chunkLength] } : {}
      const data = [...amplitudes]
      table.create_dataset({ name: 'spike_amplitudes', data, dtype: '<d', ...chunks })
      table.create_dataset({ name: 'spike_amplitudes_index', data: [3, 5], dtype: '<q' })
    },
  })
  const session = await SessionFile.open(path)
  const found = session.load('spikeLayout')
  session.close()
  if (!found) throw new Error('a layout that is not known')
  const file = new LocalFile(path)
  return new SpikeFile(file, file.identity, found)
}

describe.each<Storage>([{}, { chunkLength: 2 }, { chunkLength: 4, compression: 4 }])(
  'spikes whose places are known, stored as %j',
  (layout) => {
    test('are read without HDF5, and their amplitudes', async () => {
      const file = await open(layout, [10, 20, 30, 40, 50])
      expect(file.read('spikeTimes', requests)).toEqual([
        Float64Array.of(1.5),
        Float64Array.of(1, 2),
      ])
      expect(file.read('spikeAmplitudes', requests)).toEqual([
        Float64Array.of(20),
        Float64Array.of(40, 50),
      ])
      expect(file.bytesRead).toBeGreaterThan(0)
      expect(file.readMs).toBeGreaterThan(0)
      file.close()
    })
  },
)

test('amplitudes that are not there are an error of whoever asks for them', async () => {
  const file = await open({})
  expect(() => file.read('spikeAmplitudes', requests)).toThrow(
    'a recording without known amplitudes has none to open',
  )
  file.close()
})

test('what is more than spikes is an error of whoever asks for it', async () => {
  const file = await open({})
  expect(() => file.read('fileObjects', [{ path: '/' }])).toThrow(
    'fileObjects needs more than the layout of the spikes',
  )
  file.close()
})

test('a chunk that is damaged is an error that names its dataset', () => {
  const chunks = { chunkLength: 2, isShuffled: false, isDeflated: true }
  const place = { positions: Float64Array.of(0), byteLengths: Float64Array.of(20) }
  const damaged = { kind: 'chunked', length: 2, chunks, ...place } as const
  const bytes = new MemoryBytes('damaged.nwb', new Uint8Array(20))
  const ends = Float64Array.of(2)
  const file = new SpikeFile(bytes, noFile, { ends, times: damaged, amplitudes: damaged })
  expect(() => file.read('spikeTimes', requests.slice(0, 1))).toThrow(
    expect.objectContaining({ code: 'FILE_DAMAGED', detail: 'dataset /units/spike_times' }),
  )
  file.close()
})

test('reading spikes whose places are known ends when it is cancelled', async () => {
  const file = await open({})
  expect(() => file.read('spikeTimes', requests, () => true)).toThrow('The request was cancelled')
  file.close()
})
