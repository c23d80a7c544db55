import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface GoldenWaveform {
  readonly shape: readonly [number, number]
  readonly channel_ids: readonly number[]
  readonly sum: number
  readonly sha256: string
  readonly peak: number
  readonly dt: number
}

interface Waveform {
  readonly shape: readonly number[]
  readonly channelIds: readonly string[]
  readonly times: readonly number[]
  readonly values: readonly (readonly number[])[]
  readonly data: { readonly shape: readonly number[]; readonly bytes: string }
}

describe.each(goldenSessionIds)('mean waveforms of session %s', (id) => {
  test('are those of mean_waveforms.json', async () => {
    const expected = goldenResult<Record<string, GoldenWaveform>>(id, 'mean_waveforms')
    const { session } = await served.data<{
      session: {
        units: {
          nodes: {
            unitId: string
            channel: { channelId: string; valid: boolean }
            meanWaveform: Waveform
            peak: Waveform
          }[]
        }
      }
    }>(
      `query ($id: ID!) { session(id: $id) { units { nodes { unitId channel { channelId valid }
         meanWaveform { shape channelIds times values data { shape bytes } }
         peak: meanWaveform(channels: PEAK) { shape channelIds values }
       } } } }`,
      { id },
    )
    const { nodes } = session.units
    expect(nodes.map((unit) => unit.unitId).sort()).toEqual(Object.keys(expected).sort())
    for (const { unitId: unit, channel, meanWaveform, peak } of nodes) {
      const golden = expected[unit]
      expect(meanWaveform.shape).toEqual(golden.shape)
      expect(meanWaveform.data.shape).toEqual(golden.shape)
      expect(meanWaveform.channelIds.map(Number)).toEqual(golden.channel_ids)
      const bytes = Buffer.from(meanWaveform.data.bytes, 'base64')
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(golden.sha256)
      const cells = meanWaveform.values.flat()
      expect(new Uint8Array(Float64Array.from(cells).buffer)).toEqual(new Uint8Array(bytes))
      expect(Math.min(...cells)).toBe(golden.peak)
      expect(meanWaveform.times[1]).toBe(golden.dt)
      expect(meanWaveform.times).toHaveLength(golden.shape[1])
      expect(peak.channelIds).toEqual([channel.channelId])
      expect(peak.values).toEqual([
        meanWaveform.values[golden.channel_ids.indexOf(Number(channel.channelId))],
      ])
    }
  })
})
