import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import {
  CountMatrix,
  createClient,
  decodeArray,
  EpochActivityDocument,
  GraphQLRequestError,
  NotebookDocument,
  SessionDocument,
  SessionsDocument,
} from '../../src/client/index.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const served = new SharedFolder(sampleSessionFolder)

let client: ReturnType<typeof createClient>
beforeAll(() => {
  client = createClient(served.url)
})

describe('query', () => {
  test('answers a typed document, whose variables are optional', async () => {
    const { sessions } = await client.query(SessionsDocument)
    expectTypeOf(sessions.totalCount).toEqualTypeOf<number>()
    expect(sessions).toMatchObject({ totalCount: 1, nodes: [{ id: '810000001', available: true }] })
  })

  test('answers a typed document with variables', async () => {
    const { session } = await client.query(SessionDocument, { id: '810000001' })
    expect(session?.stimulusEpochs[1]).toMatchObject({ index: 1, stimulusName: 'gabors' })
    // @ts-expect-error a variable is missing
    await expect(client.query(SessionDocument)).rejects.toThrow(GraphQLRequestError)
    // @ts-expect-error a variable has the wrong name
    await expect(client.query(SessionDocument, { sessionId: '1' })).rejects.toThrow('$id')
  })

  test('answers a plain string', async () => {
    const query = 'query ($id: ID!) { session(id: $id) { id } }'
    expect(await client.query(query, { id: '810000001' })).toEqual({ session: { id: '810000001' } })
  })

  test('says what to do with a document of another kind', async () => {
    const tree = { kind: 'Document', definitions: [] }
    await expect(client.query(tree)).rejects.toThrow("documentMode: 'string'")
  })

  test('throws the errors of GraphQL, with code and data', async () => {
    const error = await client
      .query('{ sessionTypes session(id: "7") { id } }')
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(GraphQLRequestError)
    expect(error).toMatchObject({
      name: 'GraphQLRequestError',
      code: 'SESSION_NOT_FOUND',
      message: expect.stringMatching(/^No session "7"\./),
      errors: [{ path: ['session'] }],
      data: { sessionTypes: ['brain_observatory_1.1'], session: null },
    })
  })

  test('throws the errors of a query that cannot be understood', async () => {
    await expect(client.query('{ session(id: "1") { ids } }')).rejects.toMatchObject({
      name: 'GraphQLRequestError',
      code: 'GRAPHQL_VALIDATION_FAILED',
    })
  })
})

test('answer hands errors over beside the data', async () => {
  const { data, errors } = await client.request('{ sessionTypes session(id: "7") { id } }')
  expect(data).toEqual({ sessionTypes: ['brain_observatory_1.1'], session: null })
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['SESSION_NOT_FOUND'])
})

describe('matrix', () => {
  const window = { before: 0, after: 1.5, binSize: 0.5, areas: ['V1'] }

  test('decodes the bytes of a query', async () => {
    const { session } = await client.query(EpochActivityDocument, {
      id: '810000001',
      epoch: 1,
      ...window,
    })
    const [activity] = session?.stimulusEpoch?.binnedActivity ?? []
    expect(activity).toMatchObject({ area: { acronym: 'VISp', alias: 'V1' }, shape: [3, 11] })
    const counts = await client.matrix(activity as NonNullable<typeof activity>)
    expect(counts).toBeInstanceOf(CountMatrix)
    expect(counts.shape).toEqual([3, 11])
    expect(counts.at(0, 5)).toBe(5)
    expect(counts.at(2, 10)).toBe(1)
    expect(counts.bin(1)).toEqual(Uint8Array.of(1, 0, 0, 0, 1, 2, 0, 0, 1, 0, 2))
    expect(counts.unit(5)).toEqual(Uint8Array.of(5, 2, 4))
  })

  test('is what the JSON of the same query says, for every matrix of the notebook', async () => {
    const { session } = await client.query(NotebookDocument, { id: '810000001' })
    const json = await served.data<{
      session: { stimulusEpochs: { binnedActivity: { counts: number[][] }[] }[] }
    }>(`{ session(id: "810000001") {
      stimulusEpochs(where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) {
        binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"], before: 10, after: 90, binSize: 0.1) { counts }
      }
    } }`)
    const activities = session?.stimulusEpochs.flatMap((epoch) => epoch.binnedActivity) ?? []
    const rows = json.session.stimulusEpochs.flatMap((epoch) => epoch.binnedActivity)
    expect(activities.length).toBeGreaterThan(6)
    expect(activities).toHaveLength(rows.length)
    for (const [i, activity] of activities.entries()) {
      const { data, shape } = await client.matrix(activity)
      expect(shape[0]).toBe(1000)
      expect(Array.from(data)).toEqual(rows[i]?.counts.flat())
    }
  })

  test('is the same by its href, whose bytes are fetched', async () => {
    const requested = { id: '810000001', epoch: 1, areas: ['V1', 'AM'], binSize: 0.01 }
    const inline = await client.query(EpochActivityDocument, requested)
    const named = await client.query(EpochActivityDocument, { ...requested, inline: false })
    const activities = inline.session?.stimulusEpoch?.binnedActivity ?? []
    expect(activities.map(({ shape }) => shape[0])).toEqual([10_000, 10_000])
    for (const [i, activity] of activities.entries()) {
      const { href, data } = named.session?.stimulusEpoch?.binnedActivity[i] ?? { href: '' }
      expect(data).toBeUndefined()
      const progress: number[] = []
      const fetched = await client.matrix(
        { href },
        { onProgress: ({ loaded }) => progress.push(loaded) },
      )
      const decoded = await client.matrix(activity)
      expect(fetched).toEqual(decoded)
      expect(progress.at(-1)).toBeGreaterThan(decoded.data.byteLength)
    }
  })

  test('of an href that names another format says so, and its bytes can be had', async () => {
    const { session } = await client.query<{
      session: { binnedActivity: { href: string }[] }
    }>(`{ session(id: "810000001") {
      binnedActivity(start: 10, stop: 11, binSize: 0.5, areas: ["V1"]) { href(format: CSV) }
    } }`)
    const [{ href }] = session.binnedActivity as [{ href: string }]
    await expect(client.matrix({ href })).rejects.toThrow('is not a .npy file')
    const text = new TextDecoder().decode(await client.bytes(href))
    expect(
      text
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(',')[0]),
    ) //
      .toEqual(['bin_start', '10', '10.5'])
    expect(await (await fetch(client.urlOf(href))).text()).toBe(text)
  })

  test('of an href that is not there is an HttpError with the cure', async () => {
    await expect(client.matrix({ href: '/arrays/nothing' })).rejects.toMatchObject({
      name: 'HttpError',
      status: 404,
      code: 'NOT_FOUND',
      message: expect.stringContaining('The API is at POST /graphql'),
    })
  })

  test('says what to query when there are neither bytes nor href', async () => {
    // @ts-expect-error neither is there
    await expect(client.matrix({ shape: [1, 1] })).rejects.toThrow('Query href')
  })
})

test('decodeArray decodes float64 arrays, such as running speed', async () => {
  const { session } = await client.query<{
    session: { runningSpeed: { velocity: number[]; data: Parameters<typeof decodeArray>[0] } }
  }>(
    '{ session(id: "810000001") { runningSpeed(maxPoints: 5) { velocity data { dtype shape bytes } } } }',
  )
  const { shape, data } = decodeArray(session.runningSpeed.data)
  const [points, columns] = shape as [number, number]
  expect(data).toBeInstanceOf(Float64Array)
  const velocities = Array.from({ length: points }, (_, i) => data[i * columns + columns - 1])
  expect(velocities).toEqual(session.runningSpeed.velocity)
})
