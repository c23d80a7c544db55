import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

const flash = (startTime: number, color: number) => ({
  stimulusName: 'flashes',
  startTime,
  stopTime: startTime + 1,
  block: 0,
  parameters: { color },
})
const gabor = (startTime: number, x: number, y: number) => ({
  stimulusName: 'gabors',
  startTime,
  stopTime: startTime + 0.25,
  block: 1,
  parameters: { x_position: x, y_position: y },
})

const start = () =>
  startArrays(
    {},
    new MemoryReader({
      ...smallSession,
      series: [
        {
          name: 'runningSpeed',
          times: [5, 10, 11, 15, 20],
          columns: { velocity: [0, 8, 9, 0, 7] },
        },
        {
          name: 'stored',
          path: '/processing/licks',
          times: [10, 11, 20.5, 30],
          columns: { values: [1, 1, 1, 1] },
        },
      ],
      presentations: [flash(10, 1), flash(11, -1), gabor(20, 0, 0), gabor(21, 10, 0)],
      intervals: {
        trials: {
          start_time: [9, 11, 19],
          stop_time: [10, null, 21],
          response: ['hit', 'miss', 'hit'],
          licks: [[9.1, 9.2], null, [20.5]],
        },
      },
    }),
  )
const root = '/arrays/v1/1/a1b2c3/'
const v1 = 'units: { areas: ["V1"] }'

async function served(field: string) {
  const { sendQuery, bytes, get } = await start()
  const { data } = await sendQuery(field)
  return {
    ...data.session,
    get,
    text: async (href: string) => (await bytes(href)).toString(),
    array: async (href: string) => {
      const { shape, data: cells } = decodeNpy(await bytes(href))
      return { shape, cells: Array.from(cells as ArrayLike<number>, Number) }
    },
    names: async (href: string) =>
      unzip(await bytes(href)).map(({ name }) => name.replace('.npy', '')),
  }
}

describe('activity around events', () => {
  const bins = 'before: 1, after: 1, binSize: 1'

  test('is counts, with the events, units and bins', async () => {
    const { eventActivity, text, array, names } = await served(
      `eventActivity(events: { times: [10.5, null, 20.5] }, ${bins}, ${v1}) {
         shape counts href npz: href(format: NPZ) csv: href(format: CSV)
       }`,
    )
    const { shape, counts, href, npz, csv } = eventActivity
    expect(decodeURIComponent(href)).toBe(
      `${root}event-activity.npy?events={"times":[10.5,null,20.5]}&units.areas=VISp&before=1&after=1&binSize=1`,
    )
    expect(await array(href)).toEqual({ shape, cells: counts.flat(2) })
    expect(await names(npz)).toEqual(
      expect.arrayContaining(['counts', 'event_times', 'source_indexes', 'bin_start', 'unit_ids']),
    )
    // Unit 11 has spikes at 10, 10.5 and 11 s; unit 13 at 20 and 21 s.
    expect((await text(csv)).trimEnd().split('\n')).toEqual([
      'event_time,source_index,bin_start,bin_stop,11,13',
      '10.5,0,-1,0,1,0',
      '10.5,0,0,1,2,0',
      '20.5,2,-1,0,0,1',
      '20.5,2,0,1,0,1',
    ])
  })

  test.each([
    ['intervals: { table: "trials", where: [{ column: "response", values: ["hit"] }] }', ''],
    ['timeSeries: { path: "/processing/licks", min: 0.5 }', 'where: { minGap: 2, stop: 21 }'],
    ['crossings: { of: { signal: RUNNING_SPEED }, threshold: 5, hold: 6 }', ''],
  ])('have an address of their source: %s', async (source, where) => {
    const { eventActivity, array } = await served(
      `eventActivity(events: { ${source} }, ${where} ${bins}, edgeRule: ALLENSDK) { shape counts href }`,
    )
    const { shape, counts, href } = eventActivity
    expect(shape[0]).toBeGreaterThan(0)
    expect(await array(href)).toEqual({ shape, cells: counts.flat(2) })
  })

  test.each([
    '{"times":["now"]}',
    '{"times":[1],"intervals":{"table":"trials"}}',
    '{"intervals":{"column":"start_time"}}',
    '{"intervals":{"table":"trials","path":"/x"}}',
    '{"crossings":{"of":{"name":"heartbeat"},"threshold":5}}',
    '[]',
    '1.5',
    '',
  ])('refuse a source that makes no sense: %s', async (source) => {
    const { get } = await start()
    const search = `events=${encodeURIComponent(source)}&before=1&after=1&binSize=1`
    const error = await errorOf(await get(`${root}event-activity.npy?${search}`))
    expect(error).toMatchObject({
      status: 400,
      message: expect.stringContaining('it must be one source of events as JSON'),
    })
  })
})

describe('first spikes', () => {
  const requested = 'firstSpikes(until: 0.75) { shape latencies href }'
  const cellsOf = (latencies: (number | null)[][]) =>
    latencies.flat().map((latency) => latency ?? Number.NaN)

  test('after presentations and events have files', async () => {
    const { alignedActivity, eventActivity, array } = await served(
      `alignedActivity(after: 1, binSize: 1, ${v1}) { ${requested} }
       eventActivity(events: { times: [9.75, 20] }, after: 1, binSize: 1, ${v1}) { ${requested} }`,
    )
    const around = alignedActivity.firstSpikes
    expect(around.href).toBe(
      `${root}first-spikes.npy?units.areas=VISp&after=1&binSize=1&until=0.75`,
    )
    expect(await array(around.href)).toEqual({
      shape: around.shape,
      cells: cellsOf(around.latencies),
    })
    const after = eventActivity.firstSpikes
    expect(after.href).toContain(`${root}event-first-spikes.npy?events=`)
    // Unit 11 at 10 s, unit 13 at 20 s.
    const cells = [0.25, Number.NaN, Number.NaN, 0]
    expect(await array(after.href)).toEqual({ shape: [2, 2], cells })
  })
})

describe('jitter-corrected correlograms', () => {
  test('have the lags and pairs', async () => {
    const { alignedActivity, array, text } = await served(
      `alignedActivity(presentations: { stimulusNames: ["flashes"] }, after: 1, binSize: 0.25, ${v1}) {
         jitterCorrectedCorrelograms(lagCount: 1, jitterWindow: 0.5, minimumRate: 0) {
           shape values href csv: href(format: CSV)
         }
       }`,
    )
    const { shape, values, href, csv } = alignedActivity.jitterCorrectedCorrelograms
    expect(href).toContain('&lagCount=1&jitterWindow=0.5&minimumRate=0')
    expect(await array(href)).toEqual({
      shape,
      cells: values.flat().map((value: number | null) => value ?? Number.NaN),
    })
    expect((await text(csv)).split('\n')[0]).toBe('reference_id,target_id,-0.25,0,0.25')
  })
})

describe('activity in intervals', () => {
  test('is counts, with rates next to them', async () => {
    const { intervalActivity, text, array, names } = await served(
      `intervalActivity(intervals: [{ start: 9, stop: 11 }, { start: 20, stop: 24 }], ${v1}) {
         counts href npz: href(format: NPZ) csv: href(format: CSV)
       }`,
    )
    const { counts, href, npz, csv } = intervalActivity
    expect(href).toBe(`${root}interval-activity.npy?intervals=9..11,20..24&units.areas=VISp`)
    expect(await array(href)).toEqual({ shape: [2, 2], cells: counts.flat() })
    expect(await names(npz)).toEqual(
      expect.arrayContaining(['counts', 'rates', 'start_time', 'stop_time', 'unit_ids', 'xarray']),
    )
    // Unit 11 has spikes at 10 and 10.5 s, in the 1.5 s since the recording began at 9.5 s; unit 13
    // at 20 and 21 s.
    expect(await text(csv)).toBe(
      'start_time,stop_time,unit_id,count,rate\n9,11,11,2,1.3333333333333333\n9,11,13,0,0\n20,24,11,0,0\n20,24,13,2,0.5\n',
    )
  })
})

describe('rates', () => {
  test('are smoothed as their address says', async () => {
    const { binnedActivity, array } = await served(
      `binnedActivity(start: 9, stop: 13, binSize: 0.5, areas: ["V1"]) {
         rates(kernel: { gaussian: 0.25 }) { shape values href }
         sliding(stride: 0.25) { shape counts href }
       }`,
    )
    const { rates, sliding } = binnedActivity[0]
    const window = 'area=VISp&start=9&stop=13&binSize=0.5'
    expect(rates.href).toBe(`${root}smoothed-rates.npy?${window}&kernel=gaussian%3A0.25`)
    expect(await array(rates.href)).toEqual({
      shape: rates.shape,
      cells: rates.values.flat().map((rate: number | null) => rate ?? Number.NaN),
    })
    expect(sliding.href).toBe(`${root}sliding-counts.npy?${window}&stride=0.25`)
    expect(await array(sliding.href)).toEqual({
      shape: sliding.shape,
      cells: sliding.counts.flat(),
    })
  })

  test.each([
    ['kernel=box:1', 'kernel is "box:1"; it must be gaussian, exponential or boxcar and a length'],
    ['kernel=boxcar:', 'kernel'],
  ])('refuse an address that makes no sense: %s', async (kernel, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`${root}smoothed-rates.npy?start=9&stop=13&${kernel}`))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(message) })
  })
})

describe('statistics of spike trains', () => {
  test('are a table of the units', async () => {
    const { spikeTrainStatistics, text } = await served(
      `spikeTrainStatistics(${v1}, within: [{ start: 9, stop: 13 }]) { href }`,
    )
    const { href } = spikeTrainStatistics
    expect(href).toBe(`${root}spike-train-statistics.csv?units.areas=VISp&within=9..13`)
    const [header, first, second] = (await text(href)).split('\n')
    expect(header).toBe(
      'unit_id,area,spike_count,observed_seconds,rate,isi_mean,isi_median,cv,cv2,local_variation,revised_local_variation,isi_violation_count,isi_violations,presence_ratio',
    )
    // Spikes at 10, 10.5 and 11 s: two intervals of 0.5 s.
    expect(first).toMatch(/^11,VISp,3,[\d.]+,[\d.]+,0.5,0.5,0,0,0,0,0,0,$/)
    expect(second).toMatch(/^13,VISp,1,[\d.]+,[\d.]+,,,,,,,0,0,$/)
  })

  test('have a row for each interval and unit', async () => {
    const { spikeTrainStatistics, text } = await served(
      `spikeTrainStatistics(${v1}, within: [{ start: 9, stop: 13 }, { start: 20, stop: 22 }], perInterval: true) { href }`,
    )
    const rows: string[] = (await text(spikeTrainStatistics.href)).trimEnd().split('\n').slice(1)
    expect(rows.map((row) => row.split(',').slice(0, 6))).toEqual([
      ['0', '9', '13', '11', 'VISp', '3'],
      ['0', '9', '13', '13', 'VISp', '1'],
      ['1', '20', '22', '11', 'VISp', '0'],
      ['1', '20', '22', '13', 'VISp', '2'],
    ])
  })
})

describe('histograms of interspike intervals', () => {
  test('are counts, with the units and edges', async () => {
    const { spikeTrainStatistics, array, names, text } = await served(
      `spikeTrainStatistics(${v1}, within: [{ start: 9, stop: 22 }]) {
         isiHistogram(bins: { edges: [0, 0.5, 1, 2] }) {
           counts href npz: href(format: NPZ) csv: href(format: CSV)
         }
       }`,
    )
    const { counts, href, npz, csv } = spikeTrainStatistics.isiHistogram
    expect(href).toBe(`${root}isi-histogram.npy?units.areas=VISp&within=9..22&edges=0,0.5,1,2`)
    // Unit 11 has spikes at 10, 10.5 and 11 s; unit 13 at 12, 20 and 21 s.
    expect(counts).toEqual([
      [0, 2, 0],
      [0, 0, 1],
    ])
    expect(await array(href)).toEqual({ shape: [2, 3], cells: [0, 2, 0, 0, 0, 1] })
    expect(await names(npz)).toEqual(
      expect.arrayContaining(['counts', 'unit_ids', 'bin_start', 'bin_stop', 'bin_edges']),
    )
    expect(await text(csv)).toBe('unit_id,0,0.5,1\n11,0,2,0\n13,0,0,1\n')
  })

  test('are of each interval, in bins by a range', async () => {
    const { spikeTrainStatistics, array, text } = await served(
      `spikeTrainStatistics(${v1}, within: [{ start: 9, stop: 13 }, { start: 20, stop: 22 }], perInterval: true) {
         logarithmic: isiHistogram(bins: { logarithmic: { from: 0.1, to: 10, count: 2 } }) { href csv: href(format: CSV) }
         equal: isiHistogram(bins: { equal: { from: 0, to: 2, count: 2 } }) { counts href }
       }`,
    )
    const { logarithmic, equal } = spikeTrainStatistics
    const search = 'units.areas=VISp&within=9..13,20..22&perInterval=true'
    expect(equal.href).toBe(`${root}isi-histogram.npy?${search}&equal=0..2..2`)
    expect(await array(equal.href)).toEqual({
      shape: [2, 2, 2],
      cells: [2, 0, 0, 0, 0, 0, 0, 1],
    })
    expect(equal.counts.flat(2)).toEqual([2, 0, 0, 0, 0, 0, 0, 1])
    expect(logarithmic.href).toBe(`${root}isi-histogram.npy?${search}&logarithmic=0.1..10..2`)
    expect(await text(logarithmic.csv)).toBe(
      'start_time,stop_time,unit_id,0.1,1\n9,13,11,2,0\n9,13,13,0,0\n20,22,11,0,0\n20,22,13,0,1\n',
    )
  })

  test.each([
    ['', 'The address has 0 kinds of bins; give one of edges, equal and logarithmic.'],
    ['?edges=0,1&equal=0..1..2', 'The address has 2 kinds of bins'],
    ['?equal=0..1', 'it must be the ends of a range and a number of bins'],
    ['?equal=0..1..1.5', 'it must be the ends of a range and a number of bins'],
    ['?logarithmic=0..1..5', 'Logarithmic bins start at 0'],
    ['?edges=1', 'edges has 1 entries; a bin needs two.'],
  ])('refuse an address that makes no sense: %s', async (search, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`${root}isi-histogram.npy${search}`))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(message) })
  })
})

describe('responses', () => {
  test('have metrics as a table, by their names', async () => {
    const { responseMetrics, text } = await served(
      `responseMetrics(stimulus: FLASHES, ${v1}, rule: CORRECTED) { names values href }`,
    )
    const { names, values, href } = responseMetrics
    expect(href).toBe(
      `${root}response-metrics.csv?stimulus=flashes&units.areas=VISp&rule=corrected`,
    )
    const [header = '', ...rows]: string[] = (await text(href)).trimEnd().split('\n')
    expect(header.split(',')).toEqual(['unit_id', 'area', 'preferred_condition_id', ...names])
    expect(rows.map((row) => row.split(',').slice(3))).toEqual(
      [0, 1].map((unit) => values.map((row: (number | null)[]) => String(row[unit] ?? ''))),
    )
  })

  test('have maps, with their axes and centres', async () => {
    const { receptiveFields, array, names } = await served(
      `receptiveFields(${v1}) { shape counts href npz: href(format: NPZ) }`,
    )
    const { shape, counts, href, npz } = receptiveFields
    expect(href).toBe(`${root}receptive-fields.npy?units.areas=VISp`)
    expect(await array(href)).toEqual({ shape, cells: counts.flat(2) })
    expect(await names(npz)).toEqual(
      expect.arrayContaining(['counts', 'unit_ids', 'x_positions', 'y_positions', 'azimuths']),
    )
  })
})

describe('a table of intervals', () => {
  test('has all columns of the rows that match', async () => {
    const { intervalTables, text } = await served(
      `intervalTables(names: ["trials"]) {
         all: href hits: href(where: [{ column: "response", values: ["hit"] }])
       }`,
    )
    const [{ all, hits }] = intervalTables
    expect(all).toBe(`${root}intervals.csv?table=trials`)
    expect(decodeURIComponent(hits)).toBe(
      `${root}intervals.csv?table=trials&where=response=["hit"]`,
    )
    const rows = [
      'row,start_time,stop_time,response,licks',
      '0,9,10,hit,"[9.1,9.2]"',
      '1,11,,miss,',
      '2,19,21,hit,[20.5]',
    ]
    expect((await text(all)).trimEnd().split('\n')).toEqual(rows)
    expect((await text(hits)).trimEnd().split('\n')).toEqual([rows[0], rows[1], rows[3]])
  })

  test.each([
    ['', 'The address names no table of intervals.'],
    ['?table=trial', 'No table of intervals "trial" in this session. Available: trials.'],
    ['?table=trials&where=response=..3', 'it must have values'],
    ['?table=trials&where=response=["no"]', 'No row of trials has the response "no"'],
  ])('refuses an address that makes no sense: %s', async (search, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`${root}intervals.csv${search}`))
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining(message) })
  })
})
