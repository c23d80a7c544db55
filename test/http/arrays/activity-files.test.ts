import { describe, expect, test } from 'vitest'
import { decodeNpy, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { MemoryReader, type MemorySessionOptions } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

/** Two gratings of 90 degrees and one of 45, of 1 s each; then a flash of 2 s. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0, 0.25, 0.5, 10.5, 20.75, 30.5, 31.5] },
    { id: 12, area: 'VISl', spikes: [10.1, 10.2, 10.6, 32] },
  ],
  presentations: [
    grating(0, 90),
    grating(10, 45),
    grating(20, 90),
    { stimulusName: 'flashes', startTime: 30, stopTime: 32, block: 1, parameters: { color: -1 } },
  ],
}

function grating(startTime: number, orientation: number) {
  return {
    stimulusName: 'gratings',
    startTime,
    stopTime: startTime + 1,
    block: 0,
    parameters: { orientation },
  }
}

const activity = (fields: string) =>
  `alignedActivity(presentations: { stimulusNames: ["gratings"] }, after: 1, binSize: 0.5) { ${fields} }`
const start = () => startArrays({}, new MemoryReader(session))

/** A file's address below the session, and its bytes. */
async function download(field: string) {
  const { sendQuery, bytes } = await start()
  const { data, errors } = await sendQuery(field)
  expect(errors).toBeUndefined()
  const href: string = JSON.stringify(data).match(/"[a-zA-Z]*[hH]ref":"([^"]*)"/)?.[1] ?? ''
  return { href: href.replace('/arrays/v1/1/a1b2c3/', ''), file: await bytes(href) }
}

const arraysIn = (npz: Buffer) =>
  Object.fromEntries(
    unzip(npz).map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content)]),
  )

const request = 'presentations.stimulusNames=gratings&after=1&binSize=0.5'
const counts = Uint8Array.of(2, 0, 1, 0, 0, 2, 1, 1, 0, 0, 1, 0)

describe('aligned-activity', () => {
  test('is the counts of each presentation', async () => {
    const { href, file } = await download(activity('href'))
    expect(href).toBe(`aligned-activity.npy?${request}`)
    expect(decodeNpy(file)).toEqual({ shape: [3, 2, 2], data: counts })
  })

  test('says what its presentations, bins and units are', async () => {
    const { file } = await download(activity('href(format: NPZ)'))
    const { xarray, ...arrays } = arraysIn(file)
    expect(arrays).toEqual({
      counts: { shape: [3, 2, 2], data: counts },
      presentation_ids: vector(BigInt64Array.of(0n, 1n, 2n)),
      condition_ids: vector(BigInt64Array.of(0n, 1n, 0n)),
      stimulus_names: vector(['gratings', 'gratings', 'gratings']),
      start_times: vector(Float64Array.of(0, 10, 20)),
      unit_ids: vector(BigInt64Array.of(11n, 12n)),
      bin_start: vector(Float64Array.of(0, 0.5)),
      bin_stop: vector(Float64Array.of(0.5, 1)),
      bin_edges: vector(Float64Array.of(0, 0.5, 1)),
      session_id: scalar('1'),
      file_version: scalar('a1b2c3'),
      edge_rule: scalar('numpy'),
    })
    expect(JSON.parse(String(xarray.data[0]))).toMatchObject({
      data_vars: { counts: { dims: ['presentation', 'bin', 'unit'] } },
      coords: {
        presentation_ids: { dims: ['presentation'] },
        bin_start: { dims: ['bin'], attrs: { units: 's' } },
        bin_edges: { dims: ['edge'] },
        unit_ids: { dims: ['unit'] },
      },
    })
  })

  test('is a row a presentation and bin, and a column a unit, in a table', async () => {
    const { file } = await download(activity('href(format: CSV)'))
    expect(file.toString().split('\n')).toEqual([
      'presentation_id,condition_id,stimulus_name,start_time,bin_start,bin_stop,11,12',
      '0,0,gratings,0,0,0.5,2,0',
      '0,0,gratings,0,0.5,1,1,0',
      '1,1,gratings,10,0,0.5,0,2',
      '1,1,gratings,10,0.5,1,1,1',
      '2,0,gratings,20,0,0.5,0,0',
      '2,0,gratings,20,0.5,1,1,0',
      '',
    ])
  })

  test('is of whole presentations where it has no bins', async () => {
    const { href, file } = await download('presentationActivity { href }')
    expect(href).toBe('aligned-activity.npy?whole=true')
    // start < time <= stop
    expect(decodeNpy(file)).toEqual({
      shape: [4, 1, 2],
      data: Uint8Array.of(2, 0, 1, 3, 1, 0, 2, 1),
    })
  })

  test('has one address however it is asked for', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery(`
      a: alignedActivity(presentations: { ids: ["2", "0", "2"], excludeStimulusNames: [] }, before: 0, after: 1, binSize: 0.5) { href }
      b: alignedActivity(presentations: { ids: ["0", "2"] }, after: 1.0, binSize: 0.5) { href }`)
    expect(data.session.a).toEqual(data.session.b)
    const { data: other } = await sendQuery(`
      alignedActivity(presentations: { parameters: [{ name: "orientation", values: [45, 90] }], start: 1, epochIndexes: [1, 0] }, edges: [0, 0.25], edgeRule: ALLENSDK) { href }`)
    expect(other.session.alignedActivity.href).toContain(
      'aligned-activity.npy?presentations.epochIndexes=0,1&presentations.start=1&presentations.parameters=orientation%3D%5B45%2C90%5D&edges=0,0.25&edgeRule=allenSdk',
    )
  })

  test('takes the presentations that its address names', async () => {
    const { bytes } = await start()
    const csv = async (search: string) =>
      (await bytes(`/arrays/v1/1/a1b2c3/aligned-activity.csv?whole=true&${search}`))
        .toString()
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0])
    expect(await csv('presentations.parameters=orientation%3D%5B90%5D')).toEqual(['0', '2'])
    expect(await csv('presentations.blocks=1')).toEqual(['3'])
    expect(await csv('presentations.conditionIds=1&presentations.stop=10')).toEqual(['1'])
  })
})

describe('activity-statistics', () => {
  test('is one statistic of all groups', async () => {
    const { href, file } = await download(
      activity('groupsHref(by: PARAMETERS, parameters: ["orientation"], unit: HZ, format: NPY)'),
    )
    expect(href).toBe(
      `activity-statistics.npy?${request}&by=parameters&parameters=orientation&unit=HZ`,
    )
    expect(decodeNpy(file)).toEqual({
      shape: [2, 2, 2],
      data: Float64Array.of(2, 0, 2, 0, 0, 4, 2, 2),
    })
  })

  test('has every statistic, and what the presentations of a group share', async () => {
    const { file } = await download(activity('groupsHref'))
    const { xarray, ...arrays } = arraysIn(file)
    const nan = Number.NaN
    expect(arrays).toMatchObject({
      mean: { shape: [2, 2, 2], data: Float64Array.of(1, 0, 1, 0, 0, 2, 1, 1) },
      std: { shape: [2, 2, 2], data: Float64Array.of(Math.SQRT2, 0, 0, 0, nan, nan, nan, nan) },
      sem: { data: Float64Array.of(Math.SQRT2 / Math.sqrt(2), 0, 0, 0, nan, nan, nan, nan) },
      spike_count: { data: Float64Array.of(2, 0, 2, 0, 0, 2, 1, 1) },
      n: { data: Uint32Array.of(2, 2, 2, 2, 1, 1, 1, 1) },
      condition_ids: vector(BigInt64Array.of(0n, 1n)),
      stimulus_names: vector(['gratings', 'gratings']),
      presentation_counts: vector(BigInt64Array.of(2n, 1n)),
      unit: scalar('spikes'),
    })
    expect(JSON.parse(String(xarray.data[0])).data_vars.sem.dims).toEqual(['group', 'bin', 'unit'])
  })

  test('is a row a group, bin and unit in a table', async () => {
    const { file } = await download(
      activity('groupsHref(by: PARAMETERS, parameters: ["orientation"], format: CSV)'),
    )
    expect(file.toString().split('\n').slice(0, 4)).toEqual([
      'stimulus_name,orientation,presentation_count,bin_start,bin_stop,unit_id,mean,std,sem,spike_count,n',
      'gratings,90,2,0,0.5,11,1,1.4142135623730951,1,2,2',
      'gratings,90,2,0,0.5,12,0,0,0,0,2',
      'gratings,90,2,0.5,1,11,1,0,0,2,2',
    ])
  })

  test.each([
    ['ALL', 'stimulus_name,presentation_count', [',4']],
    ['EPOCH', 'epoch_index,stimulus_name,presentation_count', ['0,gratings,3', '1,flashes,1']],
  ])('says what each group by %s is', async (by, header, groups) => {
    const { file } = await download(
      `alignedActivity(units: { ids: ["11"] }, after: 1, binSize: 1) { groupsHref(by: ${by}, format: CSV) }`,
    )
    const [first, ...rows] = file.toString().trimEnd().split('\n')
    expect(first.startsWith(`${header},bin_start`)).toBe(true)
    expect(rows.map((row) => row.slice(0, row.indexOf(',0,1,11,')))).toEqual(groups)
  })

  test('is of one group, too', async () => {
    const { sendQuery, bytes } = await start()
    const { data } = await sendQuery(activity('groups { href(statistic: SPIKE_COUNT) }'))
    const [, second] = data.session.alignedActivity.groups
    expect(second.href).toContain(`?${request}&group=1&statistic=SPIKE_COUNT`)
    expect(decodeNpy(await bytes(second.href))).toEqual({
      shape: [2, 2],
      data: Float64Array.of(0, 2, 1, 1),
    })
  })
})

test('activity-grid has an axis for each parameter', async () => {
  const { href, file } = await download(
    activity('grid(parameters: ["orientation"]) { href(format: NPZ) }'),
  )
  expect(href).toBe(`activity-grid.npz?${request}&parameters=orientation`)
  expect(arraysIn(file)).toMatchObject({
    mean: { shape: [2, 2, 2], data: Float64Array.of(0, 2, 1, 1, 1, 0, 1, 0) },
    orientation: vector(Float64Array.of(45, 90)),
    n: { shape: [2, 2, 2], data: Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2) },
  })
})

describe('an address of activity', () => {
  test.each([
    [
      'aligned-activity.npy',
      'Give after and binSize, such as after: 0.5, binSize: 0.01; or the edges of the bins.',
    ],
    [
      'aligned-activity.npy?whole=true&presentations.parameters=orientation',
      'A parameter is "orientation"; it must be a name and its values, such as contrast=[0.8].',
    ],
    [
      'activity-statistics.npy?whole=true&by=colour',
      'by is "colour"; it must be one or more of all, stimulus, epoch, condition, parameters.',
    ],
    ['activity-statistics.npy?whole=true&group=9', 'group is 9; there are 3 groups, from 0.'],
    ['aligned-activity.npy?whole=true&presentations.ids=9', 'No presentation "9"'],
  ])('that makes no sense is refused: %s', async (address, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`/arrays/v1/1/a1b2c3/${address}`))
    expect(error.status).toBe(400)
    expect(error.message).toContain(message)
  })

  test('costs what its cells do', async () => {
    const { get } = await startArrays({ maxCells: 11 }, new MemoryReader(session))
    const address = `/arrays/v1/1/a1b2c3/aligned-activity.npy?${request}`
    expect(await errorOf(await get(address))).toMatchObject({ status: 413, code: 'TOO_MANY_CELLS' })
  })
})
