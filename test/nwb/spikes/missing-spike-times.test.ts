import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const { NaN: missing, POSITIVE_INFINITY: late, NEGATIVE_INFINITY: early } = Number
const units = [
  { id: 1, spikes: [2, missing, 1] },
  { id: 2, spikes: [3, 4, late] },
  { id: 3, spikes: [early, 0.5, missing] },
]

async function openFile(): Promise<SessionFile> {
  return SessionFile.open(await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), { units }))
}

test('the recorded span is that of the times that are known', async () => {
  const file = await openFile()
  expect(file.load('spikeSpan')).toEqual({ startTime: 0.5, stopTime: 4 })
  file.close()
})

test('a warning counts the units with times that are missing or infinite', async () => {
  const file = await openFile()
  expect(file.load('warnings')).toMatchObject([
    {
      code: 'SPIKES_OUT_OF_ORDER',
      path: '/units/spike_times',
      message: expect.stringContaining('in 3 of 3 units'),
    },
  ])
  file.close()
})
