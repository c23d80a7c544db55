import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

const flash = (startTime: number, color: number) => ({
  stimulusName: 'flashes',
  startTime,
  stopTime: startTime + 0.2,
  parameters: { color },
})

/** Three channels at 10 Hz from 0 to 1.9 s: sample i is i, 2i and i² V. */
const start = () =>
  startArrays(
    {},
    new MemoryReader({
      units: [{ id: 11, area: 'VISp', spikes: [0.31, 0.72, 1.52, 5] }],
      presentations: [flash(0.2, 1), flash(0.5, -1), flash(0.8, 1), flash(1.4, -1)],
      invalidTimes: [{ startTime: 1.45, stopTime: 1.62, tags: ['probeA'] }],
      series: [
        {
          name: 'lfp',
          probeId: '100',
          times: Array.from({ length: 20 }, (_, i) => i / 10),
          columns: { values: Array.from({ length: 20 }, (_, i) => [i, 2 * i, i * i]).flat() },
          channelIds: [850, 851, 852],
        },
      ],
    }),
  )

const root = '/arrays/v1/1/a1b2c3/'
const channels = 'channelIds: ["850", "851", "852"]'
const bins = 'before: 0.05, after: 0.15, binSize: 0.1'
const inAddress = 'probe=100&channelIds=850,851,852'
const formats = 'href npz: href(format: NPZ) csv: href(format: CSV)'

async function served(field: string) {
  const { sendQuery, bytes } = await start()
  const { data, errors } = await sendQuery(`probes { ${field} }`)
  expect(errors).toBeUndefined()
  const npz = async (href: string) =>
    Object.fromEntries(
      unzip(await bytes(href)).map(({ name, content }) => [
        name.replace('.npy', ''),
        decodeNpy(content),
      ]),
    )
  return {
    ...data.session.probes[0],
    text: async (href: string) => (await bytes(href)).toString(),
    npy: async (href: string) => decodeNpy(await bytes(href)),
    npz,
    xarray: async (href: string) => JSON.parse(String((await npz(href)).xarray?.data[0])),
  }
}

/** As numpy has the numbers of nested lists; null is NaN. */
const flat = (values: unknown) =>
  Float64Array.from((values as (number | null)[]).flat(9), (value) => value ?? Number.NaN)

describe('LFP around moments', () => {
  test('around presentations has these, the bins and the channels', async () => {
    const { alignedLfp, npy, xarray, text } = await served(
      `alignedLfp(${channels}, ${bins}) { shape values ${formats} }`,
    )
    const { shape, values, href, npz, csv } = alignedLfp
    expect(href).toBe(`${root}aligned-lfp.npy?${inAddress}&before=0.05&after=0.15&binSize=0.1`)
    expect(shape).toEqual([4, 2, 3])
    expect(await npy(href)).toEqual({ shape, data: flat(values) })
    expect(await xarray(npz)).toMatchObject({
      data_vars: { values: { dims: ['presentation', 'bin', 'channel'], attrs: { units: 'V' } } },
      coords: { presentation_ids: { dims: ['presentation'] }, channel_ids: { dims: ['channel'] } },
      attrs: { probe: '100' },
    })
    expect((await text(csv)).split('\n').slice(0, 2)).toEqual([
      'presentation_id,condition_id,stimulus_name,start_time,bin_start,bin_stop,850,851,852',
      '0,0,flashes,0.2,-0.05,0.05,2,4,4',
    ])
  })

  test('around events has their times and positions in the source', async () => {
    const { eventLfp, npz, npy } = await served(
      `eventLfp(${channels}, events: { times: [0.8, null, 0.2] }, where: { minGap: 0.1 },
         edges: [-0.05, 0.05, 0.15], maskInvalidIntervals: false) { shape values ${formats} }`,
    )
    expect(decodeURIComponent(eventLfp.href)).toBe(
      `${root}aligned-lfp.npy?${inAddress}&masksInvalidTimes=false&events={"times":[0.8,null,0.2]}&where.minGap=0.1&edges=-0.05,0.05,0.15`,
    )
    const { shape, values } = eventLfp
    expect(await npy(eventLfp.href)).toEqual({ shape, data: flat(values) })
    const arrays = await npz(eventLfp.npz)
    expect(arrays.event_times?.data).toEqual(Float64Array.of(0.8, 0.2))
    expect(arrays.source_indexes?.data).toEqual(BigInt64Array.of(0n, 2n))
  })
})

describe('averages of LFP', () => {
  const byColor = 'by: PARAMETERS, parameters: ["color"]'

  test('over all groups are one array, over one group another', async () => {
    const { alignedLfp, npz, npy, text } = await served(
      `alignedLfp(${channels}, ${bins}) {
         groupsHref(${byColor})
         npy: groupsHref(${byColor}, statistic: STANDARD_ERROR, format: NPY)
         groups(${byColor}) {
           presentationCount
           average { eventCounts mean standardDeviation standardError ${formats} sem: href(statistic: STANDARD_ERROR) }
         }
       }`,
    )
    const { groups, groupsHref } = alignedLfp
    expect(groupsHref).toBe(
      `${root}lfp-statistics.npz?${inAddress}&before=0.05&after=0.15&binSize=0.1&by=parameters&parameters=color`,
    )
    const all = (name: string) => ({
      shape: [2, 2, 3],
      data: flat(groups.map(({ average }: { average: Record<string, unknown> }) => average[name])),
    })
    const arrays = await npz(groupsHref)
    expect(arrays).toMatchObject({
      mean: all('mean'),
      std: all('standardDeviation'),
      sem: all('standardError'),
      color: { data: Float64Array.of(1, -1) },
      presentation_counts: { data: BigInt64Array.of(2n, 2n) },
    })
    expect(arrays.n).toEqual({
      ...all('eventCounts'),
      data: Uint32Array.from(all('eventCounts').data),
    })
    // The second dark flash has a masked bin.
    expect(Array.from(arrays.n?.data ?? [])).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1])
    expect(await npy(alignedLfp.npy)).toEqual(all('standardError'))

    const [, dark] = groups
    const { mean, standardError, href, sem, csv } = dark.average
    expect(href).toContain('&by=parameters&parameters=color&group=1')
    expect(await npy(href)).toEqual({ shape: [2, 3], data: flat(mean) })
    expect(await npy(sem)).toEqual({ shape: [2, 3], data: flat(standardError) })
    expect((await text(csv)).split('\n')[0]).toBe('bin_start,bin_stop,channel_id,mean,std,sem,n')
  })

  test('over events are of all of them', async () => {
    const { eventLfp, npz } = await served(
      `eventLfp(${channels}, events: { times: [0.8, 0.2] }, ${bins}) { average { mean eventCounts ${formats} } }`,
    )
    const { mean, npz: href } = eventLfp.average
    expect(href).toContain('&by=all&group=0')
    expect((await npz(href)).mean).toEqual({ shape: [2, 3], data: flat(mean) })
  })

  test('have their current source density', async () => {
    const { eventLfp, npy, xarray } = await served(
      `eventLfp(${channels}, events: { times: [0.8, 0.2] }, ${bins}) {
         average {
           currentSourceDensity(spacing: 2e6, conductivity: 0.3)
           currentSourceDensityHref(spacing: 2e6, conductivity: 0.3)
           npz: currentSourceDensityHref(spacing: 2e6, conductivity: 0.3, format: NPZ)
         }
       }`,
    )
    const { currentSourceDensity, currentSourceDensityHref, npz } = eventLfp.average
    expect(currentSourceDensityHref).toContain('lfp-source-density.npy?')
    expect(currentSourceDensityHref).toContain('&spacing=2000000&conductivity=0.3')
    const density = await npy(currentSourceDensityHref)
    expect(density).toEqual({ shape: [2, 3], data: flat(currentSourceDensity) })
    expect(density.data[1]).toBe((-(5 - 20 + 34) / 4) * 0.3)
    expect(await xarray(npz)).toMatchObject({ attrs: { spacing: 2e6, conductivity: 0.3 } })
  })
})

test('the average around the spikes of a unit says how many there are', async () => {
  const { spikeTriggeredLfp, npy, npz, xarray } = await served(
    `spikeTriggeredLfp(${channels}, unitIds: ["11"], before: 0.1, after: 0.1, stop: 4) {
       shape times mean spikeCount usedSpikeCount ${formats}
     }`,
  )
  const [average] = spikeTriggeredLfp
  expect(average.href).toBe(`${root}spike-triggered-lfp.npy?${inAddress}&unit=11&stop=4`)
  expect(await npy(average.href)).toEqual({ shape: average.shape, data: flat(average.mean) })
  const { times } = await npz(average.npz)
  expect(times?.data).toEqual(Float64Array.from(average.times))
  expect([average.spikeCount, average.usedSpikeCount]).toEqual([3, 2])
  expect(await xarray(average.npz)).toMatchObject({
    attrs: { unit_id: '11', spike_count: 3, used_spike_count: 2 },
  })
})

test('a spectrum has its frequencies and numbers of segments', async () => {
  const { lfpSpectrum, npy, npz, text } = await served(
    `lfpSpectrum(${channels}, stop: 1.4, segment: 0.4) { shape frequencies segmentCounts power ${formats} }`,
  )
  const { shape, frequencies, segmentCounts, power, href } = lfpSpectrum
  expect(href).toBe(`${root}lfp-spectrum.npy?${inAddress}&stop=1.4&segment=0.4`)
  expect(await npy(href)).toEqual({ shape, data: flat(power) })
  const arrays = await npz(lfpSpectrum.npz)
  expect(arrays.frequencies?.data).toEqual(Float64Array.from(frequencies))
  expect(arrays.segment_counts?.data).toEqual(BigInt64Array.from(segmentCounts.map(BigInt)))
  expect((await text(lfpSpectrum.csv)).split('\n')[0]).toBe('frequency,850,851,852')
})

test.each([
  ['aligned-lfp.npy?channelIds=850&after=1&binSize=1', 400, 'The address has no probe.'],
  ['aligned-lfp.npy?probe=100&after=1&binSize=1', 400, 'channelIds is empty'],
  ['aligned-lfp.npy?probe=100&channelIds=850', 400, 'Give after and binSize'],
  ['lfp-spectrum.npy?probe=100&channelIds=850&segment=0', 400, 'segment is 0'],
  ['lfp-statistics.npy?probe=100&channelIds=850&after=1&binSize=1&group=9', 400, 'group is 9'],
  [
    'lfp-statistics.npy?probe=100&channelIds=850&events={"times":[1]}&after=1&binSize=1',
    400,
    'LFP around events is averaged over all of them',
  ],
  ['spike-triggered-lfp.npy?probe=100&channelIds=850', 400, 'The address has no unit.'],
])('an address that makes no sense is refused: %s', async (address, status, message) => {
  const { get } = await start()
  const error = await errorOf(await get(root + encodeURI(address)))
  expect(error).toMatchObject({ status, message: expect.stringContaining(message) })
})
