import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays as start } from './array-server.ts'

const file = '/arrays/v1/1/a1b2c3/dataset.npz'

describe('Session.dataset', () => {
  test('tells what the file will hold, and reads nothing', async () => {
    const { sendQuery, reader } = await start()
    const { data } =
      await sendQuery(`dataset(areas: ["V1", "LM", "RL", "VISp"], before: 1, after: 1, binSize: 1) {
      session { id } areas { acronym unitCount } epochs { index } matrixCount cellCount href
    }`)
    expect(data.session.dataset).toEqual({
      session: { id: '1' },
      areas: [
        { acronym: 'VISp', unitCount: 2 },
        { acronym: 'VISl', unitCount: 1 },
        { acronym: 'VISrl', unitCount: 0 },
      ],
      epochs: [{ index: 0 }, { index: 2 }],
      matrixCount: 6,
      cellCount: 12,
      href: `${file}?areas=VISp,VISl,VISrl&before=1&after=1&binSize=1`,
    })
    expect(reader.requested.countSpikes).toBe(0)
  })

  test('has the shortest address for the notebook', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery('dataset { href }')
    expect(data.session.dataset.href).toBe(file)
  })

  test('has one address however the question is put', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery(`
      a: dataset(areas: ["V1", "VISp"], epochs: { stimulusNames: ["spontaneous", "gabors", "gabors"], indexes: [2, 0] }, after: null) { href }
      b: dataset(areas: ["VISp"], epochs: { indexes: [0, 2, 0], stimulusNames: ["gabors", "spontaneous"], excludeStimulusNames: [] }, after: null) { href }`)
    expect(data.session.a).toEqual(data.session.b)
    expect(data.session.a.href).toBe(
      `${file}?areas=VISp&epochs=0,2&stimulusNames=gabors,spontaneous&excludeStimulusNames=&after=end`,
    )
  })

  test('refuses a selection without an epoch, and tells the stimuli there are', async () => {
    const { sendQuery } = await start()
    const { errors } = await sendQuery('dataset(epochs: { minDuration: 1000 }) { href }')
    expect(errors[0]).toMatchObject({
      message: 'No epoch that passes the filter in this session. Available: gabors, spontaneous.',
      extensions: { code: 'EPOCH_NOT_FOUND' },
    })
  })
})

describe('dataset.npz', () => {
  test('holds a matrix for each epoch and area, and what tells of them', async () => {
    const { get } = await start()
    const address = `${file}?areas=VISp,VISl,VISrl&before=1&after=1&binSize=1`
    const response = await get(address)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="session_1_1000ms.npz"',
    )
    const members = unzip(Buffer.from(await response.arrayBuffer()))
    expect(response.headers.get('content-type')).toBe('application/zip')
    const arrays = Object.fromEntries(
      members.map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content)]),
    )
    expect(Object.keys(arrays)).toEqual([
      'parameters',
      'epoch_index',
      'epoch_stimulus_name',
      'epoch_block',
      'epoch_start_time',
      'epoch_stop_time',
      'window_start',
      'bin_count',
      'bin_edges',
      'unit_ids__VISp',
      'unit_ids__VISl',
      'unit_ids__VISrl',
      'xarray',
      '0__VISp',
      '2__VISp',
      '0__VISl',
      '2__VISl',
      '0__VISrl',
      '2__VISrl',
    ])
    expect(arrays.epoch_index?.data).toEqual(BigInt64Array.of(0n, 2n))
    expect(arrays.unit_ids__VISp?.data).toEqual(BigInt64Array.of(11n, 13n))
    expect(arrays['0__VISp']).toEqual({ shape: [2, 2], data: Uint16Array.of(0, 0, 3, 0) })
    expect(arrays['2__VISp']).toEqual({ shape: [2, 2], data: Uint16Array.of(0, 0, 0, 2) })
    expect(arrays['0__VISl']).toEqual({ shape: [2, 1], data: Uint16Array.of(1, 0) })
    expect(arrays['2__VISrl']).toEqual({ shape: [2, 0], data: new Uint16Array(0) })
    expect(JSON.parse(String(arrays.parameters?.data[0]))).toEqual({
      sessionId: '1',
      sessionType: 'brain_observatory_1.1',
      fileVersion: 'a1b2c3',
      areas: ['VISp', 'VISl', 'VISrl'],
      aliases: { VISp: 'V1', VISl: 'LM', VISrl: 'RL' },
      missingAreas: ['VISrl'],
      before: 1,
      after: 1,
      binSize: 1,
      epochs: {
        stimulusNames: null,
        excludeStimulusNames: ['invalid_presentation', 'spontaneous'],
        minDuration: null,
        indexes: null,
      },
      units: {
        amplitudeCutoffMax: 0.1,
        presenceRatioMin: 0.95,
        isiViolationsMax: 0.5,
        requireMetrics: true,
        validOnly: true,
        inBrainOnly: true,
        areas: null,
        columns: null,
        ids: null,
        probes: null,
        snrMin: null,
        firingRateMin: null,
        metrics: null,
      },
      spikeqlVersion: '0.0.0-test',
    })
  })

  test('of many millions of cells is written while it is sent, with the same arrays', async () => {
    const { get } = await start()
    const response = await get(
      `${file}?areas=VISp,VISl&excludeStimulusNames=&before=450&after=50&binSize=0.0005`,
    )
    expect(response.headers.get('accept-ranges')).toBe('none')
    expect(response.headers.get('content-length')).toBeNull()
    const members = unzip(Buffer.from(await response.arrayBuffer()))
    expect(members.map(({ name }) => name).slice(-2)).toEqual(['1__VISl.npy', '2__VISl.npy'])
    const matrix = decodeNpy(members.at(-1)?.content as Buffer)
    expect(matrix.shape).toEqual([1_000_000, 1])
    // Spikes at 9.5 and, two of them, 11.5 s; the window starts at 20 - 450 s.
    const filled = [...(matrix.data as Uint16Array).entries()].filter(([, count]) => count > 0)
    expect(filled).toEqual([
      [879_000, 1],
      [883_000, 2],
    ])
  })

  test('is counted in one pass, each matrix once', async () => {
    const { get, reader } = await start()
    expect((await get(file)).status).toBe(200)
    expect(reader.requested).toMatchObject({ countSpikes: 1, matrices: 6 })
  })

  test('holds uint32 where a count needs it', async () => {
    const spikes = Array.from({ length: 65_536 }, (_, i) => 10 + i / 1e6)
    const busy = new MemoryReader({ ...smallSession, units: [{ id: 1, area: 'VISp', spikes }] })
    const { bytes } = await start({}, busy)
    const members = unzip(await bytes(`${file}?areas=VISp&epochs=0&before=0&after=1&binSize=1`))
    expect(decodeNpy(members.at(-1)?.content as Buffer).data).toEqual(Uint32Array.of(65_536))
  })

  test.each([
    ['?areas=nowhere', 400, 'AREA_NOT_FOUND'],
    ['?epochs=7', 400, 'EPOCH_NOT_FOUND'],
    ['?stimulusNames=flashes', 400, 'EPOCH_NOT_FOUND'],
    ['?minDuration=1000', 400, 'EPOCH_NOT_FOUND'],
    ['?binSize=0', 400, 'INVALID_BIN_SIZE'],
    ['?epoch=0', 400, 'INVALID_ARGUMENT'],
  ])('answers %s with %i %s', async (search, status, code) => {
    const { get } = await start()
    expect(await errorOf(await get(file + search))).toMatchObject({ status, code })
  })

  test('is refused as a whole when it has too many cells, and nothing is read', async () => {
    const { get, reader } = await start({ maxCells: 5999 })
    expect(await errorOf(await get(file))).toMatchObject({ status: 413, code: 'TOO_MANY_CELLS' })
    expect(reader.requested.countSpikes).toBe(0)
  })
})
