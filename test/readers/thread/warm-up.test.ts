import { expect, test, vi } from 'vitest'
import { MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { warmUpFile } from '../../../src/hdf5/warm-up-recording.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { SpikeFile } from '../../../src/nwb/spikes/spike-file.ts'
import { warmUp } from '../../../src/readers/thread/warm-up.ts'

test('the warm-up recording has units, presentations with parameters, and spikes in order', async () => {
  const file = await SessionFile.of(new MemoryBytes('warm-up.nwb', await warmUpFile()))
  const { units, epochs, channels } = file.tables()
  expect([units.count, channels.count, epochs.length]).toEqual([4, 64, 64])
  expect(units.areas).toEqual(['VISp', 'VISp', 'VISp', 'VISp'])
  expect([...units.spikeCounts]).toEqual([20_000, 20_000, 20_000, 20_000])
  expect(file.load('stimulusConditions').parameters.columns.map(({ name }) => name)).toContain(
    'color',
  )
  expect(
    file.read('spikeTimes', [{ unitRow: 3, span: { startTime: 63.99, stopTime: 70 } }]),
  ).toEqual([Float64Array.of(63.9904, 63.9936, 63.9968)])
  file.close()
})

test('can be practised more than once in a thread, and closes what it opened', async () => {
  const requested = [vi.spyOn(SessionFile.prototype, 'load'), vi.spyOn(SpikeFile.prototype, 'read')]
  const closed = vi.spyOn(SessionFile.prototype, 'close')
  await warmUp({ readsStructure: true })
  const counts = requested.map((spy) => spy.mock.calls.length)
  expect(Math.min(...counts)).toBeGreaterThan(10)
  await warmUp({ readsStructure: true })
  expect(requested.map((spy) => spy.mock.calls.length)).toEqual(counts.map((count) => 2 * count))
  expect(closed).toHaveBeenCalledTimes(2)
  vi.restoreAllMocks()
})

test('opens nothing as HDF5 where all recordings are known', async () => {
  const opened = vi.spyOn(SessionFile, 'of')
  const counted = vi.spyOn(SpikeFile.prototype, 'read')
  await warmUp({ readsStructure: false })
  expect(opened).not.toHaveBeenCalled()
  expect(counted.mock.calls.length).toBeGreaterThan(10)
  vi.restoreAllMocks()
})
