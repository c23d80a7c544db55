import { tableFromIPC } from '@uwdata/flechette'
import { describe, expect, test } from 'vitest'
import { decodeNpy, type NdArray, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays as start } from './array-server.ts'

/** Bins [9, 11) and [11, 13] of the two units of VISp: counts [[2, 0], [1, 1]]. */
const npy = '/arrays/v1/1/a1b2c3/binned-activity.npy?area=VISp&start=9&stop=13&binSize=2'
const named = (ending: string) => npy.replace('.npy', ending)

describe('href', () => {
  test('is an address that a person can read', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery(
      'binnedActivity(start: 9, stop: 13, binSize: 2, areas: ["V1"]) { href csv: href(format: CSV) }',
    )
    expect(data.session.binnedActivity).toEqual([{ href: npy, csv: named('.csv') }])
  })

  test('leaves out what is so by default', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery(
      'stimulusEpoch(index: 2) { binnedActivity(areas: ["V1"]) { href } }',
    )
    expect(data.session.stimulusEpoch.binnedActivity[0].href).toBe(
      '/arrays/v1/1/a1b2c3/binned-activity.npy?area=VISp&epoch=2',
    )
  })

  test('is the same however the question is put', async () => {
    const { sendQuery } = await start()
    const { data } = await sendQuery(`
      a: binnedActivity(start: 9, stop: 13, areas: [], units: {
        ids: ["13", "11", "13"], areas: ["V1"], probes: ["probeA"], isiViolationsMax: null, presenceRatioMin: 0.95, validOnly: false,
        metrics: [{ metric: SNR, min: 1 }, { metric: D_PRIME, max: 9 }, { metric: SNR, max: 5, min: 0 }]
      }) { href }
      b: binnedActivity(start: 9.0, stop: 13e0, binSize: 0.1, areas: [], units: {
        metrics: [{ metric: D_PRIME, max: 9.0 }, { metric: SNR, min: 1, max: 5 }],
        validOnly: false, isiViolationsMax: null, probes: ["100"], areas: ["VISp"], ids: ["11", "13"]
      }) { href }`)
    expect(data.session.a).toEqual(data.session.b)
    expect(data.session.a[0].href).toBe(
      '/arrays/v1/1/a1b2c3/binned-activity.npy?start=9&stop=13&units.isiViolationsMax=none&units.validOnly=false' +
        '&units.areas=VISp&units.ids=11,13&units.probes=100&units.dPrime=..9&units.snr=1..5',
    )
  })

  test('names another address for another question', async () => {
    const { sendQuery } = await start()
    const requests = [
      'start: 9, stop: 13, areas: ["V1"]',
      'start: 9, stop: 13, areas: ["LM"]',
      'start: 9, stop: 13, areas: []',
      'start: 9, stop: 14, areas: []',
      'start: 8, stop: 13, areas: []',
      'start: 9, stop: 13, areas: [], binSize: 0.2',
      'start: 9, stop: 13, areas: [], units: { snrMin: 1 }',
      'start: 9, stop: 13, areas: [], units: { ids: [] }',
      'start: 9, stop: 13, areas: [], units: { requireMetrics: false }',
      'start: 9, stop: 13, areas: [], units: { amplitudeCutoffMax: null }',
      'start: 9, stop: 13, areas: [], units: { amplitudeCutoffMax: 0 }',
    ]
    const { data } = await sendQuery(
      requests.map((requested, i) => `q${i}: binnedActivity(${requested}) { href }`).join(' '),
    )
    const addresses = Object.values(data.session as Record<string, { href: string }[]>).map(
      ([matrix]) => matrix?.href,
    )
    expect(new Set(addresses).size).toBe(requests.length)
  })

  test('answers what counts answers, for each way to choose units', async () => {
    const { sendQuery, bytes } = await start()
    const filters = [
      '{ ids: ["13"] }',
      '{ areas: ["V1"] }',
      '{ inBrainOnly: false }',
      '{ ids: [] }',
      '{ metrics: [{ metric: SNR, max: 2.9 }] }',
    ]
    for (const filter of filters) {
      const { data } = await sendQuery(
        `binnedActivity(start: 9, stop: 13, binSize: 2, areas: [], units: ${filter}) { counts shape href }`,
      )
      const [{ counts, shape, href }] = data.session.binnedActivity
      expect(decodeNpy(await bytes(href))).toEqual({ shape, data: Uint8Array.from(counts.flat()) })
    }
  })
})

describe('/arrays', () => {
  test('answers .npy: the matrix in its narrowest type', async () => {
    const { get } = await start()
    const response = await get(npy)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-length')).toBe('132')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="session_1_VISp_9-13s_2000ms.npy"',
    )
    expect(decodeNpy(Buffer.from(await response.arrayBuffer()))).toEqual({
      shape: [2, 2],
      data: Uint8Array.of(2, 0, 1, 1),
    })
  })

  test('answers .npz: the matrix and what it is', async () => {
    const { bytes } = await start()
    const members = unzip(
      await bytes(
        '/arrays/v1/1/a1b2c3/binned-activity.npz?area=VISp&epoch=2&before=1&after=1&binSize=1',
      ),
    )
    const arrays = members.map(({ name, content }): [string, NdArray] => [name, decodeNpy(content)])
    const [name, description] = arrays.pop() ?? []
    expect(name).toBe('xarray.npy')
    expect(JSON.parse(String(description?.data[0]))).toEqual({
      data_vars: { counts: { dims: ['bin', 'unit'], attrs: {} } },
      coords: {
        unit_ids: { dims: ['unit'], attrs: {} },
        bin_start: { dims: ['bin'], attrs: { units: 's' } },
        bin_edges: { dims: ['edge'], attrs: { units: 's' } },
      },
      attrs: {
        start: 19,
        stop: 21,
        bin_size: 1,
        area: 'VISp',
        session_id: '1',
        file_version: 'a1b2c3',
        epoch_index: 2,
        epoch_stimulus_name: 'gabors',
        epoch_start_time: 20,
      },
    })
    expect(arrays).toEqual([
      ['counts.npy', { shape: [2, 2], data: Uint8Array.of(0, 0, 0, 2) }],
      ['unit_ids.npy', vector(BigInt64Array.of(11n, 13n))],
      ['bin_start.npy', vector(Float64Array.of(0, 1))],
      ['bin_edges.npy', vector(Float64Array.of(0, 1, 2))],
      ['start.npy', scalar(19)],
      ['stop.npy', scalar(21)],
      ['bin_size.npy', scalar(1)],
      ['area.npy', scalar('VISp')],
      ['session_id.npy', scalar('1')],
      ['file_version.npy', scalar('a1b2c3')],
      ['epoch_index.npy', { shape: [], data: BigInt64Array.of(2n) }],
      ['epoch_stimulus_name.npy', scalar('gabors')],
      ['epoch_start_time.npy', scalar(20)],
    ])
  })

  test('answers .csv: bins and units named', async () => {
    const { get } = await start()
    const response = await get(named('.csv'))
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(await response.text()).toBe('bin_start,11,13\n9,2,0\n11,1,1\n')
  })

  test('answers .csv of a matrix without units', async () => {
    const { bytes } = await start()
    const address = named('.csv').replace('VISp', 'VISrl')
    expect((await bytes(address)).toString()).toBe('bin_start\n9\n11\n')
  })

  test('answers .arrow: a column a unit, and what the matrix is', async () => {
    const { get } = await start()
    const response = await get(named('.arrow'))
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.file')
    const table = tableFromIPC(await response.arrayBuffer())
    expect(table.names).toEqual(['bin_start', '11', '13'])
    expect(table.toColumns()).toEqual({
      bin_start: Float64Array.of(9, 11),
      11: Uint8Array.of(2, 1),
      13: Uint8Array.of(0, 1),
    })
    expect(Object.fromEntries(table.schema.metadata ?? [])).toEqual({
      start: '9',
      stop: '13',
      bin_size: '2',
      area: 'VISp',
      session_id: '1',
      file_version: 'a1b2c3',
    })
  })

  test('answers .csr.npz: only what is not 0', async () => {
    const { bytes } = await start()
    const members = unzip(await bytes(named('.csr.npz')))
    expect(members.map(({ name, content }) => [name, decodeNpy(content)])).toEqual([
      ['indices.npy', vector(Int32Array.of(0, 0, 1))],
      ['indptr.npy', vector(Int32Array.of(0, 1, 3))],
      ['format.npy', scalar('csr')],
      ['shape.npy', vector(BigInt64Array.of(2n, 2n))],
      ['data.npy', vector(Uint8Array.of(2, 1, 1))],
      ['unit_ids.npy', vector(BigInt64Array.of(11n, 13n))],
    ])
  })

  test('counts nothing for a client that has the array already', async () => {
    const { get, reader } = await start()
    const tag = (await get(npy)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    const requested = reader.requested.countSpikes
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const response = await get(npy, { 'if-none-match': known })
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe(tag)
      expect(await response.text()).toBe('')
    }
    expect(reader.requested.countSpikes).toBe(requested)
    expect((await get(npy, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('gives a client that asks for the headers those of the array, and counts once for both', async () => {
    const { get, reader } = await start()
    const plain = { 'accept-encoding': 'identity' }
    const head = await get(npy, plain, 'HEAD')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    const response = await get(npy, plain)
    const bytes = await response.arrayBuffer()
    const ofConnections = ['x-request-id', 'date', 'connection', 'keep-alive']
    const headersOf = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => !ofConnections.includes(name)))
    expect(headersOf(head)).toEqual(headersOf(response))
    expect(head.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect(reader.requested.countSpikes).toBe(1)
  })

  test('counts nothing for the headers of what has no length', async () => {
    const { get, reader } = await start()
    const compressed = await get(npy, { 'accept-encoding': 'br' }, 'HEAD')
    expect(compressed.headers.get('content-encoding')).toBe('br')
    expect(compressed.headers.get('content-length')).toBeNull()
    const csv = await get(named('.csv'), { 'accept-encoding': 'identity' }, 'HEAD')
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(reader.requested.countSpikes).toBe(0)
  })

  test('gives one entity tag however the question is put, and another for another', async () => {
    const { get } = await start()
    const tagOf = async (address: string) => (await get(address, {}, 'HEAD')).headers.get('etag')
    const tag = await tagOf(npy)
    expect(
      await tagOf('/arrays/v1/1/a1b2c3/binned-activity.npy?binSize=2.0&stop=13&start=9&area=V1'),
    ).toBe(tag)
    expect(await tagOf(named('.csv'))).not.toBe(tag)
    expect(await tagOf(npy.replace('13', '14'))).not.toBe(tag)
  })

  test('says that an address is outdated when the file has changed, and names the new one', async () => {
    const reader = new MemoryReader(smallSession)
    const { get, sendQuery } = await start({}, reader)
    reader.version = 'd4e5f6'
    expect(await errorOf(await get(npy))).toMatchObject({
      status: 410,
      code: 'ADDRESS_OUTDATED',
      message: expect.stringContaining('Query href again'),
    })
    const { data } = await sendQuery(
      'binnedActivity(start: 9, stop: 13, binSize: 2, areas: ["V1"]) { href }',
    )
    expect((await get(data.session.binnedActivity[0].href)).status).toBe(200)
  })

  test('says that an address is outdated when the rules have changed', async () => {
    const { get } = await start()
    const response = await get(npy.replace('v1', 'v0'))
    expect(await errorOf(response)).toMatchObject({ status: 410, code: 'ADDRESS_OUTDATED' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('refuses an address with an endless part, and does not send it back', async () => {
    const { get } = await start()
    const refused = await errorOf(await get(npy.replace('/1/', `/${'1'.repeat(1001)}/`)))
    expect(refused).toEqual({
      status: 414,
      code: 'BAD_REQUEST',
      message: 'A part of the address is too long.',
    })
  })

  test.each([
    ['/arrays/v1/2/a1b2c3/binned-activity.npy?start=0&stop=1', 404, 'SESSION_NOT_FOUND'],
    ['/arrays/v1/1/a1b2c3/other.npy?start=0&stop=1', 404, 'NOT_FOUND'],
    ['/arrays/v1/%ff/a1b2c3/binned-activity.npy?start=0&stop=1', 400, 'BAD_REQUEST'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy', 400, 'INVALID_ARGUMENT'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=x', 400, 'INVALID_ARGUMENT'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&start=0', 400, 'INVALID_ARGUMENT'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&end=2', 400, 'INVALID_ARGUMENT'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=%zz', 400, 'INVALID_ARGUMENT'],
    [
      '/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&units.validOnly=1',
      400,
      'INVALID_ARGUMENT',
    ],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&units.snr=2', 400, 'INVALID_ARGUMENT'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=1&stop=0', 400, 'INVALID_WINDOW'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&binSize=0', 400, 'INVALID_BIN_SIZE'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&area=nowhere', 400, 'AREA_NOT_FOUND'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1&units.ids=7', 400, 'UNIT_NOT_FOUND'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?epoch=9', 400, 'EPOCH_NOT_FOUND'],
    ['/arrays/v1/1/a1b2c3/binned-activity.npy?start=0&stop=1e7', 413, 'TOO_MANY_BINS'],
  ])('answers %s with %i %s', async (address, status, code) => {
    const { get } = await start()
    expect(await errorOf(await get(address))).toMatchObject({ status, code })
  })

  test('refuses as many cells as a query may not ask for, and reads nothing', async () => {
    const { get, reader } = await start({ maxCells: 3 })
    expect(await errorOf(await get(npy))).toMatchObject({ status: 413, code: 'TOO_MANY_CELLS' })
    expect(reader.requested.countSpikes).toBe(0)
  })

  test('tells no path of ours for a fault of ours', async () => {
    const reader = new MemoryReader(smallSession)
    const { get } = await start({}, reader)
    reader.read = async () => {
      throw new Error('/data/private/path.nwb: read failed')
    }
    const response = await get(npy)
    expect(response.headers.get('cache-control')).toBeNull()
    expect(await errorOf(response)).toEqual({
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Internal error.',
    })
  })

  test('finds a session whose id is no plain word', async () => {
    const reader = new MemoryReader({ ...smallSession, id: 'sub-1/ses 2#ä%2F' })
    const { get, server } = await start({}, reader)
    const query =
      '{ sessions { nodes { binnedActivity(start: 9, stop: 13, areas: []) { href } } } }'
    const reply = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'application/json' },
    })
    // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
    const { data } = (await reply.json()) as any
    const response = await get(data.sessions.nodes[0].binnedActivity[0].href)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="session_sub-1_ses_2___2F_all_9-13s_100ms.npy"',
    )
  })
})
