import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/wire/dtype.ts'
import { decodeNpy } from '../../src/wire/npy.ts'
import { answeredSpikes } from '../support/answered-spikes.ts'
import { goldenFolder, goldenSessionIds } from '../support/golden.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { unzip } from '../support/unzip.ts'

const served = new ServedFolder(() => [`${goldenFolder}/cache`])

describe.each(goldenSessionIds)('spike times of session %s', (id) => {
  test('are those of spike_times.npz, in JSON and in bytes', async () => {
    const entries = unzip(readFileSync(`${goldenFolder}/expected/${id}/spike_times.npz`))
    const expected = new Map(
      entries.map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content).data]),
    )
    const units = await answeredSpikes(served, id)
    expect(new Set(units.map((unit) => unit.unitId))).toEqual(new Set(expected.keys()))
    for (const unit of units) {
      const times = expected.get(unit.unitId) as Float64Array
      expect(unit.spikeTimes).toEqual([...times])
      expect(unit.spikeTimesData.dtype).toBe('float64')
      expect(Buffer.from(unit.spikeTimesData.bytes, 'base64').equals(bytesOf(times))).toBe(true)
    }
  })
})
