import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { type IdentifiedSource, Sources } from '../../src/byte-sources/open-source.ts'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { OwnThread } from '../../src/readers/inline-reader.ts'
import { ReaderThread } from '../../src/readers/thread/reader-thread.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const requests = [
  { bins: cutIntoBins({ startTime: 0, stopTime: 3 }, 1), unitRows: Uint32Array.of(0) },
]

test('counts in the thread that asks', async () => {
  const reader = new OwnThread().reader(await writeNwb(join(folder, 'own.nwb')))
  expect((await reader.tables()).units.count).toBe(1)
  expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(Uint8Array.of(1, 1, 1))
})

test('closes what it holds open, and opens it again for what is asked later', async () => {
  const sources = new Sources()
  const opened = vi.spyOn(sources, 'open')
  const thread = new OwnThread(new ReaderThread(sources))
  const reader = thread.reader(await writeNwb(join(folder, 'closed.nwb')))
  await reader.read('countSpikes', requests)
  const files = opened.mock.results.map(({ value }) => vi.spyOn(value as IdentifiedSource, 'close'))
  expect(files.length).toBeGreaterThan(0)
  thread.close()
  for (const close of files) expect(close).toHaveBeenCalledTimes(1)
  expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(Uint8Array.of(1, 1, 1))
  expect(opened.mock.results.length).toBeGreaterThan(files.length)
  thread.close()
})

test('tells what is wrong with a file', async () => {
  const reader = new OwnThread().reader(join(folder, 'absent.nwb'))
  await expect(reader.tables()).rejects.toMatchObject({ code: 'FILE_MISSING' })
})

test('does not begin what was given up', async () => {
  const reader = new OwnThread().reader(await writeNwb(join(folder, 'given-up.nwb')))
  await reader.tables()
  await expect(
    reader.read('countSpikes', requests, { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ code: 'REQUEST_ABORTED' })
})

test('does not blame the file where memory ran out', async () => {
  const path = await writeNwb(join(folder, 'large.nwb'))
  const sources = new Sources()
  const open = vi.spyOn(sources, 'open').mockImplementation(() => {
    throw new RangeError('Array buffer allocation failed')
  })
  const thread = new ReaderThread(sources)
  await expect(new OwnThread(thread).reader(path).tables()).rejects.toMatchObject({
    code: 'READER_OUT_OF_MEMORY',
    fileName: 'large.nwb',
  })
  expect(open).toHaveBeenCalledTimes(1)
})
