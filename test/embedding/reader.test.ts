import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { LocalFile } from '../../src/byte-sources/byte-source.ts'
import { openRecording } from '../../src/embedding/reader.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

afterEach(() => {
  vi.restoreAllMocks()
})

test('a file that was opened as a recording is closed with it', async () => {
  const recording = await openRecording(await writeNwb(join(folder, 'one.nwb')))
  const read = vi.spyOn(LocalFile.prototype, 'read')
  const close = vi.spyOn(LocalFile.prototype, 'close')
  const [unitId] = (await recording.tables()).units.ids
  expect((await recording.spikeTimes(unitId)).length).toBeGreaterThan(0)
  await recording.close()
  const files = new Set(read.mock.contexts)
  expect(files.size).toBeGreaterThan(0)
  expect(new Set(close.mock.contexts)).toEqual(files)
})
