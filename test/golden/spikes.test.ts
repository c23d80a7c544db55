import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/wire/npy.ts'
import { goldenFolder, goldenSessionIds } from '../support/golden.ts'
import { goldenAnswer } from '../support/golden-answers.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { unzip } from '../support/unzip.ts'

const served = new ServedFolder(() => [`${goldenFolder}/cache`])

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (array: Float64Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

interface SpikesAnswer {
  readonly session: {
    readonly units: {
      readonly nodes: readonly {
        readonly id: string
        readonly spikeCount: number
        readonly spikeTimes: readonly number[]
        readonly spikeTimesData: { readonly dtype: string; readonly bytes: string }
        readonly spikeAmplitudes: readonly number[]
        readonly spikeAmplitudesData: { readonly bytes: string }
        readonly early: readonly number[]
        readonly earlyAmplitudes: readonly number[]
      }[]
    }
  }
}

async function answeredUnits(id: string) {
  const { session } = await served.data<SpikesAnswer>(
    `query ($id: ID!) { session(id: $id) { units { nodes {
       id spikeCount spikeTimes spikeTimesData { dtype bytes } spikeAmplitudes spikeAmplitudesData { bytes }
       early: spikeTimes(start: 10, stop: 60) earlyAmplitudes: spikeAmplitudes(start: 10, stop: 60)
     } } } }`,
    { id },
  )
  return session.units.nodes
}

describe.each(goldenSessionIds)('spikes of session %s', (id) => {
  test('are those of spike_times.npz, in JSON and in bytes', async () => {
    const entries = unzip(readFileSync(`${goldenFolder}/expected/${id}/spike_times.npz`))
    const expected = new Map(
      entries.map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content).data]),
    )
    const units = await answeredUnits(id)
    expect(new Set(units.map((unit) => unit.id))).toEqual(new Set(expected.keys()))
    for (const unit of units) {
      const times = expected.get(unit.id) as Float64Array
      expect(unit.spikeTimes).toEqual([...times])
      expect(unit.spikeTimesData.dtype).toBe('float64')
      expect(Buffer.from(unit.spikeTimesData.bytes, 'base64').equals(bytesOf(times))).toBe(true)
    }
  })

  test('have the counts and fingerprints of spike_counts.json, in its order', async () => {
    const expected = goldenAnswer<
      Record<string, { n: number; first: number; last: number; sha256: string }>
    >(id, 'spike_counts')
    const units = await answeredUnits(id)
    const answered = units.map((unit) => [
      unit.id,
      unit.spikeCount,
      sha256(Buffer.from(unit.spikeTimesData.bytes, 'base64')),
    ])
    expect(answered.sort()).toEqual(
      Object.entries(expected)
        .map(([unit, { n, sha256: fingerprint }]) => [unit, n, fingerprint])
        .sort(),
    )
  })

  test('have the amplitudes of spike_amplitudes.json', async () => {
    const expected = goldenAnswer<Record<string, { n: number; sum: number }>>(
      id,
      'spike_amplitudes',
    )
    for (const unit of await answeredUnits(id)) {
      const { n, sum } = expected[unit.id] as { n: number; sum: number }
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
