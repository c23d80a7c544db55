import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import type { MemorySeries } from '../../support/memory/memory-series.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

const seconds = Array.from({ length: 20 }, (_, i) => 5 + i)

/** Speed is 0 until 12 s, 10 until 20 s, then 0; a position with two columns. */
const series: readonly MemorySeries[] = [
  {
    name: 'runningSpeed',
    times: seconds,
    columns: {
      endTime: seconds.map((time) => time + 1),
      velocity: seconds.map((time) => (time >= 12 && time < 20 ? 10 : 0)),
    },
  },
  {
    name: 'stored',
    path: '/processing/behavior/position',
    times: seconds,
    columns: { values: seconds.flatMap((time) => [time, 100 + time]) },
  },
]
const presentations = [10, 16].map((startTime) => ({
  stimulusName: 'gabors',
  startTime,
  stopTime: startTime + 1,
  block: 0,
}))

const root = '/arrays/v1/1/a1b2c3/'
const speed = '{ signal: RUNNING_SPEED }'
const position = '{ timeSeries: { path: "/processing/behavior/position", column: 1 } }'
const positionInAddress = '%2Fprocessing%2Fbehavior%2Fposition%3Bcolumn%3D1'
const start = () => startArrays({}, new MemoryReader({ ...smallSession, presentations, series }))

async function served(field: string) {
  const { sendQuery, bytes } = await start()
  const { data, errors } = await sendQuery(field)
  expect(errors).toBeUndefined()
  return {
    ...data.session,
    text: async (href: string) => (await bytes(href)).toString(),
    npy: async (href: string) => decodeNpy(await bytes(href)),
    npz: async (href: string) =>
      Object.fromEntries(
        unzip(await bytes(href)).map(({ name, content }) => [
          name.replace('.npy', ''),
          decodeNpy(content),
        ]),
      ),
  }
}

describe('signals around presentations', () => {
  test('have an address without the units', async () => {
    const { alignedActivity, npy, text } = await served(
      `alignedActivity(units: { areas: ["LM"] }, before: 1, after: 1, binSize: 1) {
         signals(of: [${speed}, ${position}], statistic: MAX) { href csv: href(format: CSV) }
       }`,
    )
    const [running, moving] = alignedActivity.signals
    expect(running.href).toBe(
      `${root}aligned-signal.npy?before=1&after=1&binSize=1&signal=runningSpeed&statistic=max`,
    )
    expect(await npy(running.href)).toEqual({
      shape: [2, 2],
      data: Float64Array.of(0, 0, 10, 10),
    })
    expect(moving.href).toContain(`&signal=${positionInAddress}&`)
    expect(await text(moving.csv)).toBe(
      'presentation_id,condition_id,stimulus_name,start_time,-1,0\n0,0,gabors,10,109,111\n1,0,gabors,16,115,117\n',
    )
  })

  test('say what lies along their dimensions, and in which unit they are', async () => {
    const { alignedActivity, npz } = await served(
      `alignedActivity(after: 2, binSize: 2) {
         signals(of: [${speed}], edgeRule: ALLENSDK) { href(format: NPZ) }
         counts: signals(of: [${speed}], statistic: COUNT) { unit href(format: NPZ) }
       }`,
    )
    const [{ href }] = alignedActivity.signals
    expect(href).toContain('&signal=runningSpeed&signalEdgeRule=allenSdk')
    const { values, bin_edges, xarray } = await npz(href)
    expect(values).toEqual({ shape: [2, 1], data: Float64Array.of(0, 10) })
    expect(bin_edges.data).toEqual(Float64Array.of(0, 2))
    expect(JSON.parse(String(xarray.data[0]))).toMatchObject({
      data_vars: { values: { dims: ['presentation', 'bin'], attrs: { units: 'cm/s' } } },
      coords: { start_times: { dims: ['presentation'] }, bin_start: { dims: ['bin'] } },
      attrs: { signal: 'runningSpeed', statistic: 'mean', edge_rule: 'allenSdk' },
    })
    const [counts] = alignedActivity.counts
    expect(counts.unit).toBeNull()
    const ofCounts = JSON.parse(String((await npz(counts.href)).xarray.data[0]))
    expect(ofCounts.data_vars.values.attrs).toEqual({})
  })

  test('are of whole presentations where these are one bin', async () => {
    const { presentationActivity, npy } = await served(
      `presentationActivity { signals(of: [${position}]) { href } }`,
    )
    const [{ href }] = presentationActivity.signals
    expect(href).toBe(`${root}aligned-signal.npy?whole=true&signal=${positionInAddress}`)
    // Of a whole presentation both ends count: samples at 10 and 11, and at 16 and 17.
    expect(await npy(href)).toEqual({ shape: [2, 1], data: Float64Array.of(110.5, 116.5) })
  })
})

test('signals around events have an address of their source', async () => {
  const { eventActivity, npy, text } = await served(
    `eventActivity(events: { times: [16, null, 10] }, after: 2, binSize: 2, edgeRule: ALLENSDK) {
       signals(of: [${position}], edgeRule: HALF_OPEN) { href csv: href(format: CSV) }
     }`,
  )
  const [{ href, csv }] = eventActivity.signals
  expect(decodeURIComponent(href)).toBe(
    `${root}event-signal.npy?events={"times":[16,null,10]}&after=2&binSize=2&edgeRule=allenSdk&signal=/processing/behavior/position;column=1&signalEdgeRule=halfOpen`,
  )
  expect(await npy(href)).toEqual({ shape: [2, 1], data: Float64Array.of(116.5, 110.5) })
  expect(await text(csv)).toBe('event_time,source_index,0\n16,0,116.5\n10,2,110.5\n')
})

test('signals in the bins of a window have an address without the area', async () => {
  const { binnedActivity, npy, text } = await served(
    `binnedActivity(start: 10, stop: 14, binSize: 2, areas: ["V1", "LM"]) {
       signals(of: [${speed}]) { href csv: href(format: CSV) }
     }`,
  )
  const [[first], [second]] = binnedActivity.map(({ signals }: { signals: unknown }) => signals)
  expect(first.href).toBe(`${root}binned-signal.npy?start=10&stop=14&binSize=2&signal=runningSpeed`)
  expect(second).toEqual(first)
  expect(await npy(first.href)).toEqual({ shape: [2], data: Float64Array.of(0, 10) })
  expect(await text(first.csv)).toBe('bin_start,value\n0,0\n2,10\n')
})

describe('tuning to signals', () => {
  const fields = 'counts rates bitsPerSpike href npz: href(format: NPZ) csv: href(format: CSV)'

  test('is rates, with counts, time and information next to them', async () => {
    const { signalTuning, npy, npz, text } = await served(
      `signalTuning(axes: [{ signal: ${speed}, edges: [0, 5, 20, 30] }], units: { areas: ["VISp"] }) { ${fields} }`,
    )
    expect(signalTuning.href).toBe(
      `${root}signal-tuning.npy?axis1=runningSpeed&axis1.edges=0,5,20,30&units.areas=VISp`,
    )
    const rates = Float64Array.of(0.25, 0, Number.NaN, 2 / 12, 1 / 8, Number.NaN)
    expect(await npy(signalTuning.href)).toEqual({ shape: [2, 3], data: rates })
    const arrays = await npz(signalTuning.npz)
    expect(arrays).toMatchObject({
      rates: { shape: [2, 3], data: rates },
      counts: { shape: [2, 3], data: Uint32Array.of(3, 0, 0, 2, 1, 0) },
      occupancy: { shape: [3], data: Float64Array.of(12, 8, 0) },
      unit_occupancy: { shape: [2, 3], data: Float64Array.of(12, 8, 0, 12, 8, 0) },
      unit_ids: { data: BigInt64Array.of(11n, 13n) },
      bin_stop: { data: Float64Array.of(5, 20, 30) },
    })
    expect(Array.from(arrays.bits_per_spike.data)).toEqual(signalTuning.bitsPerSpike)
    expect(JSON.parse(String(arrays.xarray.data[0]))).toMatchObject({
      data_vars: {
        rates: { dims: ['unit', 'bin'], attrs: { units: 'Hz' } },
        occupancy: { dims: ['bin'], attrs: { units: 's' } },
      },
      coords: { bin_edges: { dims: ['edge'], attrs: { units: 'cm/s' } } },
      attrs: { signal: 'runningSpeed', lookup: 'previous' },
    })
    const [header, first] = (await text(signalTuning.csv)).split('\n')
    expect(header).toBe(
      'unit_id,bin_start,bin_stop,rate,count,occupancy,unit_occupancy,bits_per_second,bits_per_spike',
    )
    expect(first.startsWith('11,0,5,0.25,3,12,12,')).toBe(true)
  })

  test('to two signals has a dimension for each', async () => {
    const { signalTuning, npz } = await served(
      `signalTuning(axes: [{ signal: ${speed}, edges: [0, 5, 20] }, { signal: ${position}, edges: [100, 112, 125] }],
         within: [{ start: 10, stop: 22 }], lookup: NEAREST, maxGap: 2, minOccupancy: 0.5, units: { areas: ["VISp"] }) { ${fields} }`,
    )
    expect(signalTuning.npz).toBe(
      `${root}signal-tuning.npz?axis1=runningSpeed&axis1.edges=0,5,20&axis2=${positionInAddress}&axis2.edges=100,112,125&units.areas=VISp&within=10..22&lookup=nearest&maxGap=2&minOccupancy=0.5`,
    )
    const { counts, rates, xarray } = await npz(signalTuning.npz)
    expect(counts.shape).toEqual([2, 2, 2])
    expect(Array.from(counts.data)).toEqual(signalTuning.counts.flat(2))
    expect(Array.from(rates.data)).toEqual(
      signalTuning.rates.flat(2).map((rate: number | null) => rate ?? Number.NaN),
    )
    expect(JSON.parse(String(xarray.data[0]))).toMatchObject({
      data_vars: { rates: { dims: ['unit', 'bin', 'other_bin'] } },
      coords: { other_bin_start: { dims: ['other_bin'] } },
      attrs: { other_signal: '/processing/behavior/position;column=1' },
    })
  })
})

describe('an address of a signal', () => {
  test.each([
    ['binned-signal.npy?start=1&stop=2', 'signal'],
    ['binned-signal.npy?start=1&stop=2&signal=speed', '"speed" is not a signal'],
    ['binned-signal.npy?start=1&stop=2&signal=gazeX', 'This session does not have the signal'],
    ['binned-signal.npy?start=1&stop=2&signal=/x;row=1', 'it must be a signal, such as'],
    ['binned-signal.npy?start=1&stop=2&signal=/x;column=one', 'signal column is "one"'],
    ['binned-signal.npy?start=1&stop=2&signal=/x', 'No time series at "/x"'],
    [
      'binned-signal.npy?start=1&stop=2&signal=runningSpeed&statistic=mode',
      'statistic is "mode"; it must be one of mean, median, min, max, standardDeviation, count.',
    ],
    ['signal-tuning.npy', 'axes has 0 entries; give one signal or two.'],
    ['signal-tuning.npy?axis1=runningSpeed', 'edges has 0 entries; a bin needs two.'],
    ['signal-tuning.npy?axis2=runningSpeed', 'unknown field "axis2"'],
    ['signal-tuning.npy?axis1=runningSpeed&axis1.edges=0,x', 'axis1.edges is "x"'],
  ])('that makes no sense is refused: %s', async (address, message) => {
    const { get } = await start()
    const error = await errorOf(await get(root + address))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(message) })
  })
})
