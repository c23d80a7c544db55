import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)
const id = '715093703'

interface Golden {
  readonly shape: readonly [number, number]
  readonly first: readonly (readonly number[])[]
  readonly channels: readonly number[]
  readonly t0: number
  readonly csd_shape: readonly [number, number]
}

interface Probe {
  readonly probeId: string
  readonly lfp: {
    readonly shape: readonly number[]
    readonly channelIds: readonly string[]
    readonly times: readonly number[]
    readonly values: readonly (readonly (number | null)[])[]
  } | null
  readonly currentSourceDensity: {
    readonly shape: readonly number[]
    readonly times: readonly number[]
    readonly verticalPositions: readonly number[]
    readonly horizontalPositions: readonly number[]
    readonly values: readonly (readonly number[])[]
  } | null
}

async function probes(args = ''): Promise<Probe[]> {
  const { session } = await served.data<{ session: { probes: Probe[] } }>(
    `query ($id: ID!) { session(id: $id) { probes {
       probeId
       lfp${args} { shape channelIds times values }
       currentSourceDensity { shape times verticalPositions horizontalPositions values }
     } } }`,
    { id },
  )
  return session.probes
}

describe(`local field potential of session ${id}`, () => {
  const golden = goldenResult<Golden>(id, 'lfp')

  test('is that of lfp.json', async () => {
    const [probeA] = await probes()
    expect(probeA?.lfp?.shape).toEqual(golden.shape)
    expect(probeA?.lfp?.channelIds).toEqual(golden.channels.map(String))
    expect(probeA?.lfp?.times[0]).toBe(golden.t0)
    expect(probeA?.lfp?.values).toHaveLength(golden.shape[0])
    expect(probeA?.lfp?.values.slice(0, 2).map((row) => row.slice(0, 3))).toEqual(golden.first)
  })

  test('is null for a probe without a file, and so is its current source density', async () => {
    const others = (await probes()).slice(1)
    expect(others).toHaveLength(5)
    expect(others.every((probe) => probe.lfp === null && !probe.currentSourceDensity)).toBe(true)
  })

  test('has only the window and the channels asked', async () => {
    const [whole] = await probes()
    const [start, stop] = [whole?.lfp?.times[10], whole?.lfp?.times[12]]
    const wanted = [golden.channels[4], golden.channels[1]]
    const [part] = await probes(
      `(start: ${start}, stop: ${stop}, channelIds: ["${wanted[0]}", "${wanted[1]}"])`,
    )
    expect(part?.lfp?.channelIds).toEqual([golden.channels[1], golden.channels[4]].map(String))
    expect(part?.lfp?.values).toEqual(
      whole?.lfp?.values.slice(10, 13).map((row) => [row[1], row[4]]),
    )
  })

  test('of a channel that it does not have is an error', async () => {
    const { errors } = await served.sendQuery(
      `{ session(id: "${id}") { probes { lfp(channelIds: ["7"]) { shape } } } }`,
    )
    expect(errors?.[0]?.extensions.code).toBe('CHANNEL_NOT_FOUND')
  })

  test('has a current source density of the shape of lfp.json, with the positions of its rows', async () => {
    const [probeA] = await probes()
    const density = probeA?.currentSourceDensity
    const [channels, times] = golden.csd_shape
    expect(density?.shape).toEqual(golden.csd_shape)
    expect(density?.values.map((row) => row.length)).toEqual(new Array(channels).fill(times))
    expect(density?.times).toHaveLength(times)
    expect(density?.verticalPositions).toHaveLength(channels)
    expect(density?.horizontalPositions).toHaveLength(channels)
  })
})
