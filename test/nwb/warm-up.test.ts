import { expect, test } from 'vitest'
import { MemoryBytes } from '../../src/nwb/byte-source.ts'
import { practiceFile } from '../../src/nwb/hdf5-practice-file.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { warmUp } from '../../src/nwb/warm-up.ts'

test('the practice recording has units, presentations with parameters, and spikes in order', async () => {
  const file = await SessionFile.of(new MemoryBytes('practice.nwb', await practiceFile()))
  const { units, epochs, channels } = file.tables()
  expect([units.count, channels.count, epochs.length]).toEqual([4, 64, 64])
  expect(units.areas).toEqual(['VISp', 'VISp', 'VISp', 'VISp'])
  expect([...units.spikeCounts]).toEqual([20_000, 20_000, 20_000, 20_000])
  expect(file.stimulusConditions().parameters.columns.map(({ name }) => name)).toContain('color')
  expect(file.spikeTimes([{ unitRow: 3, span: { startTime: 63.99, stopTime: 70 } }])).toEqual([
    Float64Array.of(63.9904, 63.9936, 63.9968),
  ])
  file.close()
})

test('can be practised more than once in a thread', async () => {
  await warmUp()
  await warmUp()
})
