import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { OwnThread } from '../../src/readers/inline-reader.ts'
import { ReaderThread } from '../../src/readers/reader-thread.ts'
import { temporaryFolder, writeNwb } from '../support/write-nwb.ts'

const folder = temporaryFolder()
const requests = [
  { bins: cutIntoBins({ startTime: 0, stopTime: 3 }, 1), unitRows: Uint32Array.of(0) },
]

test('counts in the thread that asks', async () => {
  const reader = new OwnThread().reader(await writeNwb(join(folder, 'own.nwb')))
  expect((await reader.tables()).units.count).toBe(1)
  expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(Uint8Array.of(1, 1, 1))
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
  const thread = new ReaderThread({
    async session() {
      const file = await SessionFile.open(path)
      file.load = () => {
        throw new RangeError('Array buffer allocation failed')
      }
      return file
    },
    async spikes() {
      throw new Error('not asked for')
    },
  })
  await expect(new OwnThread(thread).reader(path).tables()).rejects.toMatchObject({
    code: 'READER_OUT_OF_MEMORY',
    fileName: 'large.nwb',
  })
})
