import { describe, expect, test } from 'vitest'
import { MemoryReader } from '../support/memory/memory-session.ts'
import { execute, forgetting, oneSession, recordingLogger, smallSession } from './execute.ts'

const inSession = (selection: string) => `{ session(id: "1") { ${selection} } }`

describe('errors that the caller can act on', () => {
  test.each([
    ['{ session(id: "404") { id } }', 'SESSION_NOT_FOUND'],
    [inSession('unit(id: "99") { id }'), 'UNIT_NOT_FOUND'],
    [inSession('unit(id: "1e1") { id }'), 'UNIT_NOT_FOUND'],
    [inSession('areas(acronyms: ["XYZ"]) { acronym }'), 'AREA_NOT_FOUND'],
    [inSession('stimulusEpoch(index: 3) { index }'), 'EPOCH_NOT_FOUND'],
    [inSession('stimulusEpoch(index: -1) { index }'), 'EPOCH_NOT_FOUND'],
    [inSession('stimulusEpochs(where: { stimulusNames: ["x"] }) { index }'), 'EPOCH_NOT_FOUND'],
    [inSession('channels(where: { probes: ["x"] }) { totalCount }'), 'PROBE_NOT_FOUND'],
    [inSession('binnedActivity(start: 0, stop: 1, binSize: 0) { shape }'), 'INVALID_BIN_SIZE'],
    [inSession('binnedActivity(start: 0, stop: 1, binSize: 1e999) { shape }'), 'INVALID_BIN_SIZE'],
    [inSession('binnedActivity(start: 1, stop: 1) { shape }'), 'INVALID_WINDOW'],
    [inSession('binnedActivity(start: 2, stop: 1) { shape }'), 'INVALID_WINDOW'],
    [inSession('binnedActivity(start: -1e999, stop: 1) { shape }'), 'INVALID_WINDOW'],
    [inSession('binnedActivity(start: 0, stop: 1, areas: ["?"]) { shape }'), 'AREA_NOT_FOUND'],
    [inSession('binnedActivity(start: 0, stop: 1e6, binSize: 1e-3) { shape }'), 'TOO_MANY_BINS'],
    [
      inSession('stimulusEpochs { binnedActivity(before: -9, after: 1) { shape } }'),
      'INVALID_WINDOW',
    ],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ session(id: "1") { id ', 'GRAPHQL_PARSE_FAILED'],
  ])('%s: %s', async (query, code) => {
    const { catalog } = await oneSession(smallSession)
    const { logger, logged } = recordingLogger()
    const { errors } = await execute(catalog, query, { logger })
    expect(new Set(errors.map((error) => error.extensions.code))).toEqual(new Set([code]))
    expect(logged).toEqual([])
  })

  test('repeat a long name only in part', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(catalog, `{ session(id: "${'x'.repeat(5000)}") { id } }`)
    expect(errors[0]?.message).toMatch(/^No session "x{100}…" \(5000 characters\)\. Query/)
  })

  test('tell what there is', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(catalog, inSession('areas(acronyms: ["XYZ"]) { name }'))
    expect(errors[0].message).toBe('No area "XYZ" here. Available: VISp (V1), VISl (LM).')
    expect(errors[0]).toMatchObject({ path: ['session', 'areas'], locations: [{ line: 1 }] })
  })

  test('a variable that does not fit is the fault of the request', async () => {
    const { catalog } = await oneSession(smallSession)
    const { logger, logged } = recordingLogger()
    const query = 'query ($first: Int = 5) { sessions(first: $first) { totalCount } }'
    for (const first of ['many', null]) {
      const { errors } = await execute(catalog, query, { variables: { first }, logger })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    }
    expect(logged).toEqual([])
  })

  test('a wide list of bad variables stays the fault of the request', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(
      catalog,
      'query ($ids: [Int!]) { session(id: "1") { stimulusEpochs(where: { indexes: $ids }) { index } } }',
      { variables: { ids: Array(1000).fill('x') } },
    )
    expect(new Set(errors.map((error) => error.extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    )
  })

  test('a misspelt field is answered with the names like it', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(catalog, '{ sesions { totalCount } }')
    expect(errors[0].message).toBe(
      'Cannot query field "sesions" on type "Query". Did you mean "sessions" or "session"?',
    )
  })

  test('an aborted read is said to be aborted', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    reader.read = async () => {
      throw new DOMException('The operation was aborted', 'AbortError')
    }
    const { errors } = await execute(
      catalog,
      inSession('binnedActivity(start: 0, stop: 1, areas: []) { counts }'),
    )
    expect(errors).toMatchObject([{ extensions: { code: 'REQUEST_ABORTED' } }])
  })

  test('an abort is noticed although the reader does not', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    reader.read = () => new Promise(() => {})
    const { errors } = await execute(
      catalog,
      inSession('binnedActivity(start: 0, stop: 1, areas: []) { counts }'),
      { signal: AbortSignal.timeout(20) },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'REQUEST_ABORTED' } }])
  })
})

describe('faults of ours', () => {
  test('do not reach the caller, and are logged in full', async () => {
    const reader = new MemoryReader(smallSession)
    const catalog = await forgetting(reader)
    const fault = new Error('/data/private/path.nwb: read failed')
    reader.tables = async () => {
      throw fault
    }
    const { logger, logged } = recordingLogger()
    const { errors } = await execute(catalog, inSession('units { totalCount }'), { logger })
    expect(errors).toEqual([
      {
        message: 'Internal error.',
        locations: [{ line: 1, column: 22 }],
        path: ['session', 'units'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ])
    expect(logged).toMatchObject([{ err: fault }])
  })

  test('an answer that does not fit the schema is one', async () => {
    const { catalog } = await oneSession({
      ...smallSession,
      epochs: [{ stimulusName: 'x', block: 0, startTime: Number.NaN, stopTime: 1 }],
    })
    const { logger, logged } = recordingLogger()
    const { errors } = await execute(catalog, inSession('stimulusEpochs { startTime }'), { logger })
    expect(errors).toMatchObject([{ message: 'Internal error.' }])
    expect(logged).toHaveLength(1)
  })
})
