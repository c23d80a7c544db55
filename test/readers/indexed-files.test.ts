import { copyFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { fileLocation } from '../../src/byte-sources/recording-location.ts'
import { LoadCache } from '../../src/cache/load-cache.ts'
import { ResponseCache } from '../../src/cache/response-cache.ts'
import type { StoredIndex } from '../../src/cache/stored/stored-index.ts'
import { RecordingError } from '../../src/errors.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { IndexedFiles } from '../../src/readers/indexed-files.ts'
import { OwnThread } from '../../src/readers/inline-reader.ts'
import { PooledReader } from '../../src/readers/pool/pooled-reader.ts'
import { everyRequest } from '../support/faults/every-reader-request.ts'
import { MemoryIndex } from '../support/memory/memory-index.ts'
import { writeRichRecording } from '../support/recordings/rich-recording.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { responseText } from '../support/response-text.ts'

const folder = temporaryFolder()

/** A minute from now: what was written just now has settled. */
const later = () => Date.now() + 60_000

/** A reader in a process of its own, as far as it can know. */
function newReader(path: string, index: StoredIndex, now = later): PooledReader {
  return new PooledReader(fileLocation(path), new IndexedFiles(new OwnThread(), { index }, now), {
    tables: new LoadCache(2 ** 25),
    contents: new LoadCache(2 ** 25),
    responses: new ResponseCache(0),
  })
}

/** Questions of which all that is asked again belongs to a whole recording, or to its spikes. */
const known = [
  'tables',
  'warnings',
  'countSpikes',
  'alignSpikes',
  'spikeTimes',
  'spikeAmplitudes',
  'presentations',
  'stimulusConditions',
  'storedSeries',
  'fileVersion',
  'spikeSpan',
]

describe('a recording that is known', () => {
  test.each([
    ['contiguous', {}],
    ['chunked', { layout: { chunkLength: 1000 } }],
    ['compressed', { layout: { chunkLength: 1000, compression: 4 } }],
  ])('has the same answers without being opened as HDF5: %s', async (name, recording) => {
    const path = await writeRichRecording(join(folder, `${name}.nwb`), recording)
    const index = new MemoryIndex()
    const first = newReader(path, index)
    const replies = new Map<string, string>()
    for (const request of known) {
      replies.set(request, responseText(await everyRequest[request]?.(first)))
    }
    const opened = vi.spyOn(SessionFile, 'open')
    const again = newReader(path, index)
    for (const request of known) {
      expect(responseText(await everyRequest[request]?.(again)), request).toBe(replies.get(request))
    }
    expect(opened).not.toHaveBeenCalled()
    opened.mockRestore()
  })

  test('whose spikes only libhdf5 can read is opened for them', async () => {
    const path = await writeRichRecording(join(folder, 'float32.nwb'), { layout: { dtype: '<f' } })
    const index = new MemoryIndex()
    const first = responseText(await everyRequest.countSpikes?.(newReader(path, index)))
    expect(responseText(await everyRequest.countSpikes?.(newReader(path, index)))).toBe(first)
  })

  test('is not asked again for the layout of its spikes in the same process', async () => {
    const path = await writeRichRecording(join(folder, 'one-process.nwb'))
    const reader = newReader(path, new MemoryIndex())
    const loads = vi.spyOn(SessionFile.prototype, 'load')
    await everyRequest.countSpikes?.(reader)
    await everyRequest.spikeTimes?.(reader)
    expect(loads.mock.calls.filter(([name]) => name === 'spikeLayout')).toHaveLength(1)
    loads.mockRestore()
  })
})

describe('what is not believed', () => {
  const identifierOf = async (path: string, index: StoredIndex) =>
    (await newReader(path, index).tables()).metadata.identifier

  test('an entry of the file before it was replaced, of the same size and time', async () => {
    const path = await writeNwb(join(folder, 'replaced.nwb'), { identifier: 'first' })
    const other = await writeNwb(join(folder, 'other.nwb'), { identifier: 'later' })
    const index = new MemoryIndex()
    expect(await identifierOf(path, index)).toBe('first')
    const { atime, mtime, size } = statSync(path)
    copyFileSync(other, path)
    utimesSync(path, atime, mtime)
    expect(statSync(path).size).toBe(size)
    expect(await identifierOf(path, index)).toBe('later')
  })

  test('an entry of another file', async () => {
    const index = new MemoryIndex()
    const [a, b] = [join(folder, 'a.nwb'), join(folder, 'b.nwb')]
    expect(await identifierOf(await writeNwb(a, { identifier: 'of a' }), index)).toBe('of a')
    expect(await identifierOf(await writeNwb(b, { identifier: 'of b' }), index)).toBe('of b')
  })

  test('nothing is kept of a file that was changed a moment before', async () => {
    const path = await writeNwb(join(folder, 'fresh.nwb'))
    const index = new MemoryIndex()
    await newReader(path, index, () => statSync(path).ctimeMs + 2900).tables()
    expect(index.entries.size).toBe(0)
    await newReader(path, index, () => statSync(path).ctimeMs + 3100).tables()
    expect(index.entries.size).toBe(1)
  })

  test('nothing is kept of a file that cannot be read', async () => {
    const path = await writeNwb(join(folder, 'no-units.nwb'), { units: null })
    const index = new MemoryIndex()
    await expect(newReader(path, index).tables()).rejects.toMatchObject({ code: 'NO_UNITS' })
    expect(index.entries.size).toBe(0)
  })
})

test('a file that changed after the tables were read is not asked about further', async () => {
  const path = await writeRichRecording(join(folder, 'changed.nwb'))
  const index = new MemoryIndex()
  const reader = newReader(path, index)
  const tables = await reader.tables()
  copyFileSync(await writeRichRecording(join(folder, 'longer.nwb'), { identifier: 'x' }), path)
  await expect(reader.load('fileVersion', { from: [tables] })).rejects.toMatchObject({
    code: 'FILE_CHANGED',
  })
  await expect(
    reader.read('spikeTimes', [{ unitRow: 0, span: { startTime: 0, stopTime: 1 } }], {
      from: [tables],
    }),
  ).rejects.toMatchObject({ code: 'FILE_CHANGED' })
})

describe('a recording that several processes want to read', () => {
  const sharing = (index: StoredIndex) =>
    new IndexedFiles(new OwnThread(), { index, claims: true }, later)

  test('is read by one of them', async () => {
    const path = await writeNwb(join(folder, 'shared.nwb'))
    const index = new MemoryIndex()
    const loads = vi.spyOn(OwnThread.prototype, 'load')
    try {
      const all = await Promise.all(
        (['tables', 'tables', 'presentations'] as const).map((name) =>
          sharing(index).load(fileLocation(path), null, name),
        ),
      )
      expect(loads.mock.calls.map(([, , name]) => name)).toEqual(['tables', 'presentations'])
      expect(all[1]?.response).toEqual(all[0]?.response)
      expect(index.claims.size).toBe(0)
    } finally {
      loads.mockRestore()
    }
  })

  test('is read by the next one where the first fails', async () => {
    const path = await writeNwb(join(folder, 'failing.nwb'))
    const index = new MemoryIndex()
    const fault = new RecordingError('READER_STUCK', 'failing.nwb')
    const loads = vi.spyOn(OwnThread.prototype, 'load').mockRejectedValueOnce(fault)
    try {
      const all = await Promise.allSettled(
        Array.from({ length: 2 }, () => sharing(index).load(fileLocation(path), null, 'tables')),
      )
      expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(loads.mock.calls.map(([, , name]) => name)).toEqual([
        'tables',
        'tables',
        'presentations',
      ])
      expect(index.claims.size).toBe(0)
    } finally {
      loads.mockRestore()
    }
  })
})
