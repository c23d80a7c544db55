import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../src/formats/numpy/dtype.ts'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionsWith } from '../../support/golden/golden-folder.ts'
import { receivedSpikes } from '../../support/servers/received-spikes.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

describe.each(goldenSessionsWith('spike_amplitudes.json'))('spikes of session %s', (id) => {
  test('have the amplitudes of spike_amplitudes.json', async () => {
    const expected = goldenResult<Record<string, { n: number; sum: number }>>(
      id,
      'spike_amplitudes',
    )
    const units = await receivedSpikes(served, id)
    expect(units.map((unit) => unit.unitId).sort()).toEqual(Object.keys(expected).sort())
    for (const unit of units) {
      const { n, sum } = expected[unit.unitId] as { n: number; sum: number }
      expect(unit.spikeAmplitudes).toHaveLength(n)
      const added = unit.spikeAmplitudes.reduce((total, amplitude) => total + amplitude, 0)
      expect(Math.abs(added - sum)).toBeLessThanOrEqual(1e-12 * Math.max(1, sum))
      expect(
        Buffer.from(unit.spikeAmplitudesData.bytes, 'base64').equals(
          bytesOf(Float64Array.from(unit.spikeAmplitudes)),
        ),
      ).toBe(true)
      const from = unit.spikeTimes.findIndex((time) => time >= 10)
      expect(unit.earlyAmplitudes).toEqual(
        from < 0 ? [] : unit.spikeAmplitudes.slice(from, from + unit.early.length),
      )
    }
  })
})
