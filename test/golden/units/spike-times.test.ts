import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../src/formats/numpy/dtype.ts'
import { goldenArrays } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { receivedSpikes } from '../../support/servers/received-spikes.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

describe.each(goldenSessionIds)('spike times of session %s', (id) => {
  test('are those of spike_times.npz, in JSON and in bytes', async () => {
    const units = new Map((await receivedSpikes(served, id)).map((unit) => [unit.unitId, unit]))
    const expected = goldenArrays(id, 'spike_times')
    expect(expected.size).toBeGreaterThan(5)
    for (const [unitId, { data }] of expected) {
      const unit = units.get(unitId)
      expect(unit?.spikeTimes).toEqual([...data])
      expect(unit?.spikeTimesData.dtype).toBe('float64')
      const bytes = Buffer.from(unit?.spikeTimesData.bytes ?? '', 'base64')
      expect(bytes.equals(bytesOf(data as Float64Array))).toBe(true)
    }
  })
})
