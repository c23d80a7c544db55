import { type GraphQLObjectType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/graphql/context.ts'
import { QueryExecutor } from '../../src/graphql/query-executor.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { oneSession, smallSession } from './execute.ts'

const NEVER = Number.POSITIVE_INFINITY

interface Asked {
  readonly variables?: Record<string, unknown>
  readonly operationName?: string
}

/** Asks one document again and again. */
async function asking(query: string, plainExecutions: number) {
  const { catalog } = await oneSession(smallSession)
  const executor = new QueryExecutor(createSchema(), plainExecutions)
  const document = parse(query)
  return async ({ variables = {}, operationName }: Asked = {}) => {
    const contextValue = createContext({ catalog, version: '0.0.0-test' })
    const operation = { document, operationName: operationName ?? null, variables, contextValue }
    const { data, errors } = await executor.execute(operation)
    return JSON.parse(JSON.stringify({ data, errors }))
  }
}

/** The answer of graphql-js, and that of a compiled operation. */
async function bothAnswers(query: string, asked?: Asked) {
  const [plain, compiled] = await Promise.all([asking(query, NEVER), asking(query, 0)])
  return { plain: await plain(asked), compiled: await compiled(asked) }
}

describe('a compiled operation answers what graphql-js answers', () => {
  test.each([
    '{ sessions { totalCount nodes { id sessionType areas { acronym alias unitCount } } pageInfo { endCursor } edges { cursor } } }',
    '{ a: session(id: "1") { b: id } c: session(id: "1") { id __typename } server { maxCells } }',
    `{ session(id: "1") { ...Epochs units(where: { areas: ["V1"] }) { nodes { unitId spikeTimes(start: 10, stop: 20) { bytes dtype } } } } }
     fragment Epochs on Session { stimulusEpochs { index stimulusName binnedActivity(areas: ["VISp", "LM"], before: 1, after: 2, binSize: 0.5) { unitIds shape counts data { bytes } area { acronym } } } }`,
    '{ session(id: "1") { stimulusEpochs(where: { stimulusNames: ["gabors"] }) { ... on StimulusEpoch { block stopTime } } } }',
    '{ session(id: "1") { alignedActivity(presentations: {}, after: 1, binSize: 0.5) { shape counts groups(by: STIMULUS) { presentationCount mean deviation: standardDeviation } } } }',
  ])('%s', async (query) => {
    const { plain, compiled } = await bothAnswers(query)
    expect(plain.errors).toBeUndefined()
    expect(compiled).toEqual(plain)
  })

  test('with variables, given or left out', async () => {
    const query =
      'query Q($id: ID!, $first: Int = 1, $where: UnitFilter) { session(id: $id) { units(first: $first, where: $where) { nodes { unitId } } } }'
    const given = await bothAnswers(query, { variables: { id: '1', first: 3, where: {} } })
    expect(given.plain.data.session.units.nodes).toEqual([
      { unitId: '11' },
      { unitId: '12' },
      { unitId: '13' },
    ])
    expect(given.compiled).toEqual(given.plain)
    const leftOut = await bothAnswers(query, { variables: { id: '1' } })
    expect(leftOut.plain.data.session.units.nodes).toEqual([{ unitId: '11' }])
    expect(leftOut.compiled).toEqual(leftOut.plain)
  })

  test('of the operation that is named', async () => {
    const query = 'query A { session(id: "1") { id } } query B { server { version } }'
    const ask = await asking(query, 0)
    expect(await ask({ operationName: 'A' })).toEqual({ data: { session: { id: '1' } } })
    expect(await ask({ operationName: 'B' })).toEqual({
      data: { server: { version: '0.0.0-test' } },
    })
    expect(await ask({ operationName: 'A' })).toEqual({ data: { session: { id: '1' } } })
  })

  test.each([
    ['a field that fails', '{\n  server { version }\r\n  other: session(id: "404") { id }\n}', {}],
    ['a list that cannot be', '{ session(id: "1") { areas(acronyms: ["?"]) { acronym } } }', {}],
    ['no variable', 'query ($id: ID!) { session(id: $id) { id } }', {}],
    ['a variable that does not fit', 'query ($id: ID!) { session(id: $id) { id } }', { id: [1] }],
    [
      'a variable that is null where none may be',
      'query ($first: Int = 1) { session(id: "1") { units(first: $first) { totalCount } } }',
      { first: null },
    ],
  ])('to %s', async (_, query, variables) => {
    const { plain, compiled } = await bothAnswers(query, { variables })
    expect(plain.errors).toHaveLength(1)
    expect(compiled).toEqual(plain)
  })

  test('told where an error is, line by line', async () => {
    const ask = await asking('{\n  server { version }\r\n  other: session(id: "404") { id }\n}', 0)
    const { errors } = await ask()
    expect(errors).toMatchObject([{ path: ['other'], locations: [{ line: 3, column: 3 }] }])
  })
})

describe('an operation is compiled', () => {
  /** Whether executions go past graphql-js, which alone asks a type for its fields each time. */
  function watchedSchema() {
    const schema = createSchema()
    const query = schema.getQueryType() as GraphQLObjectType
    let looks = 0
    const { getFields } = query
    query.getFields = () => {
      looks++
      return getFields.call(query)
    }
    return { schema, looks: () => looks }
  }

  async function looksOfEach(query: string, executions: number, plainExecutions?: number) {
    const { catalog } = await oneSession(smallSession)
    const { schema, looks } = watchedSchema()
    const executor = new QueryExecutor(schema, plainExecutions)
    const document = parse(query)
    const each: boolean[] = []
    for (let i = 0; i < executions; i++) {
      const before = looks()
      const contextValue = createContext({ catalog, version: '0.0.0-test' })
      await executor.execute({ document, operationName: null, variables: {}, contextValue })
      each.push(looks() > before)
    }
    return each
  }

  test('when it was answered three times', async () => {
    // The fourth time it is compiled, which looks at the fields as well.
    expect(await looksOfEach('{ server { version } }', 6)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('anew when fifty others were asked meanwhile', async () => {
    const { catalog } = await oneSession(smallSession)
    const { schema, looks } = watchedSchema()
    const executor = new QueryExecutor(schema, 0)
    const ask = async (query: string, document = parse(query)) => {
      const before = looks()
      const contextValue = createContext({ catalog, version: '0.0.0-test' })
      await executor.execute({ document, operationName: null, variables: {}, contextValue })
      return looks() > before
    }
    const first = parse('{ server { version } }')
    expect([await ask('', first), await ask('', first)]).toEqual([true, false])
    for (let i = 0; i < 49; i++) await ask(`{ v${i}: server { version } }`)
    expect(await ask('', first)).toBe(false)
    for (let i = 0; i < 50; i++) await ask(`{ w${i}: server { version } }`)
    expect(await ask('', first)).toBe(true)
  })

  test.each([
    ['with conditions', '{ server @include(if: true) { version } }'],
    ['that asks for the schema', '{ __schema { queryType { name } } server { version } }'],
    ['that fails', '{ session(id: "404") { id } server { version } }'],
    [
      'that asks for more than a hundred fields, in fragments too',
      `{ ...A } fragment A on Query { server { ${Array.from({ length: 50 }, (_, i) => `v${i}: version`).join(' ')} } ...B }
       fragment B on Query { server { ${Array.from({ length: 51 }, (_, i) => `w${i}: version`).join(' ')} } }`,
    ],
  ])('unless it is one %s', async (_, query) => {
    expect(await looksOfEach(query, 4, 1)).toEqual([true, true, true, true])
  })
})
