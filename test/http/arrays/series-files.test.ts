import { tableFromIPC } from '@uwdata/flechette'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { decodeNpy, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

const session = {
  ...smallSession,
  invalidTimes: [{ startTime: 12, stopTime: 12.5, tags: ['probeA'] }],
  series: [
    {
      name: 'runningSpeed' as const,
      times: [9, 10, 11, 12],
      columns: { velocity: [1, 2, Number.NaN, 4], endTime: [10, 11, 12, 13] },
    },
    { name: 'rawGaze' as const, times: [9, 10], columns: { screenX: [1, 2] } },
    { name: 'filteredGaze' as const, times: [9, 10], columns: { screenX: [1, Number.NaN] } },
    {
      name: 'lfp' as const,
      probeId: '100',
      times: [10, 11, 12, 13],
      columns: { values: [0, 10, 1, 11, 2, 12, 3, 13] },
      channelIds: [1011, 1012],
    },
    {
      name: 'currentSourceDensity' as const,
      probeId: '100',
      times: [0, 0.1, 0.2],
      columns: { values: [1, 2, 3, 4, 5, 6] },
      verticalPositions: [20, 40],
      horizontalPositions: [0, 8],
    },
    {
      name: 'stored' as const,
      path: '/acquisition/licks',
      times: [1, 2],
      columns: { values: [7, 8] },
    },
  ],
}

const start = () => startArrays({}, new MemoryReader(session))

/** A file's address below the session, and its bytes. */
async function download(field: string) {
  const { sendQuery, bytes } = await start()
  const { data, errors } = await sendQuery(field)
  expect(errors).toBeUndefined()
  const href: string = JSON.stringify(data).match(/"href":"([^"]*)"/)?.[1] ?? ''
  return { href: href.replace('/arrays/v1/1/a1b2c3/', ''), file: await bytes(href) }
}

const arraysIn = (npz: Buffer) =>
  Object.fromEntries(
    unzip(npz).map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content)]),
  )

describe('a series of named columns, as a file', () => {
  test('is a row a sample, with what is missing left empty', async () => {
    const { href, file } = await download('runningSpeed(start: 10, stop: 12) { href }')
    expect(href).toBe('running-speed.csv?start=10&stop=12')
    expect(file.toString()).toBe('start_time,end_time,velocity\n10,11,2\n11,12,\n12,13,4\n')
  })

  test('is resampled as its fields are', async () => {
    const { href, file } = await download('runningSpeed(maxPoints: 2) { href }')
    expect(href).toBe('running-speed.csv?maxPoints=2')
    expect(file.toString()).toBe('start_time,end_time,velocity\n9,11,1.5\n11,13,4\n')
    const extremes = await download('runningSpeed(maxPoints: 2, resample: MIN_MAX) { href }')
    expect(extremes.href).toBe('running-speed.csv?maxPoints=2&resample=minMax')
  })

  test('is the raw gaze or the filtered one', async () => {
    const raw = await download('screenGaze { raw { href } }')
    expect(raw.href).toBe('raw-gaze.csv')
    expect(raw.file.toString()).toContain('\n10,2')
    const filtered = await download('screenGaze { filtered { href } }')
    expect(filtered.href).toBe('filtered-gaze.csv')
    expect(filtered.file.toString()).not.toContain('\n10,2')
  })

  test('has the same rows as .npz, Arrow and Parquet', async () => {
    const npz = await download('runningSpeed(start: 11) { href(format: NPZ) }')
    expect(arraysIn(npz.file)).toEqual({
      start_time: vector(Float64Array.of(11, 12)),
      end_time: vector(Float64Array.of(12, 13)),
      velocity: vector(Float64Array.of(Number.NaN, 4)),
    })
    const rows = [
      { start_time: 11, end_time: 12, velocity: null },
      { start_time: 12, end_time: 13, velocity: 4 },
    ]
    const arrow = tableFromIPC(
      (await download('runningSpeed(start: 11) { href(format: ARROW) }')).file,
    )
    expect(arrow.toArray()).toEqual(rows)
    expect(arrow.schema.metadata).toEqual(
      new Map([
        ['session_id', '1'],
        ['file_version', 'a1b2c3'],
      ]),
    )
    const parquet = await download('runningSpeed(start: 11) { href(format: PARQUET) }')
    const file = Uint8Array.from(parquet.file).buffer
    expect(await parquetReadObjects({ file })).toEqual(rows)
  })
})

describe('a series of channels, as a file', () => {
  const probe = (field: string) => `probes { ${field} }`

  test('is the array that its field gives, invalid times masked', async () => {
    const { href, file } = await download(probe('lfp(start: 11, channelIds: ["1012"]) { href }'))
    expect(href).toBe('lfp.npy?probe=100&channelIds=1012&start=11')
    expect(decodeNpy(file)).toEqual({ shape: [3, 1], data: Float64Array.of(11, Number.NaN, 13) })
    const unmasked = await download(
      probe('lfp(start: 12, maskInvalidIntervals: false) { href(format: CSV) }'),
    )
    expect(unmasked.href).toBe('lfp.csv?probe=100&masksInvalidTimes=false&start=12')
    expect(unmasked.file.toString()).toBe('time,channel_1011,channel_1012\n12,2,12\n13,3,13\n')
  })

  test('says in .npz what lies along its dimensions, as xarray has it', async () => {
    const { file } = await download(probe('lfp(start: 13) { href(format: NPZ) }'))
    const { xarray, ...arrays } = arraysIn(file)
    expect(arrays).toEqual({
      values: { shape: [1, 2], data: Float64Array.of(3, 13) },
      time: vector(Float64Array.of(13)),
      channel_ids: vector(['1011', '1012']),
      session_id: scalar('1'),
      file_version: scalar('a1b2c3'),
    })
    expect(JSON.parse(String(xarray.data[0]))).toEqual({
      coords: {
        time: { dims: ['time'], attrs: { units: 's' } },
        channel_ids: { dims: ['channel'], attrs: {} },
      },
      data_vars: { values: { dims: ['time', 'channel'], attrs: {} } },
      attrs: { session_id: '1', file_version: 'a1b2c3' },
    })
  })

  test('of current source density has a row a virtual channel', async () => {
    const { href, file } = await download(probe('currentSourceDensity { href }'))
    expect(href).toBe('current-source-density.npy?probe=100')
    expect(decodeNpy(file)).toEqual({ shape: [2, 3], data: Float64Array.of(1, 3, 5, 2, 4, 6) })
    const npz = await download(probe('currentSourceDensity { href(format: NPZ) }'))
    expect(arraysIn(npz.file)).toMatchObject({
      time: vector(Float64Array.of(0, 0.1, 0.2)),
      vertical_position: vector(Float64Array.of(20, 40)),
      horizontal_position: vector(Float64Array.of(0, 8)),
    })
    const csv = await download(probe('currentSourceDensity { href(format: CSV) }'))
    expect(csv.file.toString()).toBe('time,vertical_20,vertical_40\n0,1,2\n0.1,3,4\n0.2,5,6\n')
  })

  test('is any series of the file, by its path', async () => {
    const { href, file } = await download('timeSeries { samples { href(format: CSV) } }')
    expect(href).toBe('time-series.csv?path=%2Facquisition%2Flicks')
    expect(file.toString()).toBe('time,value\n1,7\n2,8\n')
  })
})

describe('an address of a series', () => {
  test.each([
    ['lfp.npy?probe=probeB', 400, 'No probe "probeB" in this session. Available: probeA.'],
    ['lfp.npy?probe=100&channelIds=1', 400, 'No channel "1" in the LFP of probeA.'],
    ['raw-running.csv', 404, 'The session has no raw-running.'],
    ['time-series.npy?path=x', 404, 'The session has no x. Available: /acquisition/licks.'],
    [
      'lfp.npy?probe=100&resample=median',
      400,
      'resample is "median"; it must be one of none, mean, minMax.',
    ],
    ['lfp.npy?probe=100&start=a', 400, 'start is "a"; it must be a number.'],
    ['lfp.pkl?probe=100', 404, 'There is no array "lfp.pkl".'],
  ])('that names nothing is refused: %s', async (address, status, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`/arrays/v1/1/a1b2c3/${address}`))
    expect(error.status).toBe(status)
    expect(error.message).toContain(message)
  })

  test('costs what its cells do', async () => {
    const { get } = await startArrays({ maxCells: 11 }, new MemoryReader(session))
    const error = await errorOf(await get('/arrays/v1/1/a1b2c3/lfp.npy?probe=100'))
    expect(error).toMatchObject({ status: 413, code: 'TOO_MANY_CELLS' })
    expect((await get('/arrays/v1/1/a1b2c3/lfp.npy?probe=100&stop=12')).status).toBe(200)
  })
})
