import { execute, type GraphQLSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createContext } from '../../../src/graphql/context.ts'
import { executeOperation } from '../../../src/graphql/execution/execute-operation.ts'
import { createSchema } from '../../../src/graphql/schema.ts'
import { Random } from '../../../src/sample/random.ts'
import { oneSession, smallSession } from '../execute.ts'
import { moodySchema, Settling } from './moody-schema.ts'
import { type RandomOperation, randomOperation } from './random-operation.ts'
import { unhandledDuring } from './unhandled-rejections.ts'

/**
 * Raise it by hand to look further: SPIKEQL_OPERATIONS=20000 npx vitest run test/graphql/execution
 */
const OPERATIONS = Number(process.env.SPIKEQL_OPERATIONS ?? 400)

/** Valid operations, the same in every run. */
function* operations(
  schema: GraphQLSchema,
  seed: string,
  values: Readonly<Record<string, readonly unknown[]>> = {},
): Generator<RandomOperation> {
  let written = 0
  for (let i = 0; written < OPERATIONS; i++) {
    const options = { maxDepth: 2 + (i % 5), values }
    const operation = randomOperation(schema, new Random(`${seed} ${i}`), options)
    if (validate(schema, parse(operation.query)).length > 0) continue
    written++
    yield operation
  }
}

const asJson = (response: unknown) => JSON.parse(JSON.stringify(response))

/** What a list of answers holds, so that a test that compares them cannot pass on nothing. */
function tally(responses: readonly { data?: unknown; errors?: readonly unknown[] }[]) {
  return {
    withErrors: responses.filter(({ errors }) => errors).length,
    withData: responses.filter(({ data }) => data).length,
    withBoth: responses.filter(({ data, errors }) => data && errors).length,
  }
}

describe('an operation is executed as by graphql-js', () => {
  test('whatever its fields do, with the same errors in the same order', async () => {
    const schema = moodySchema()
    const responses: { data?: unknown; errors?: readonly unknown[] }[] = []
    let droppedByGraphQL = 0
    for (const [i, { query, variables }] of [...operations(schema, 'moody')].entries()) {
      const document = parse(query)
      const seed = String(i)
      let expected: unknown
      const dropped = await unhandledDuring(async () => {
        const contextValue = { seed, settling: new Settling() }
        const args = { schema, document, variableValues: variables, contextValue }
        expected = asJson(await execute(args))
        await contextValue.settling.idle()
      })
      droppedByGraphQL += dropped.length
      let response: unknown
      const unhandled = await unhandledDuring(async () => {
        const contextValue = { seed, settling: new Settling() }
        response = asJson(await executeOperation({ schema, document, variables, contextValue }))
        await contextValue.settling.idle()
      })
      expect({ query, variables, response }).toEqual({ query, variables, response: expected })
      expect(unhandled, query).toEqual([])
      responses.push(response as (typeof responses)[number])
    }
    const { withErrors, withData, withBoth } = tally(responses)
    expect(withErrors).toBeGreaterThan(OPERATIONS / 5)
    expect(withData).toBeGreaterThan(OPERATIONS / 5)
    expect(withBoth).toBeGreaterThan(OPERATIONS / 20)
    expect(droppedByGraphQL).toBeGreaterThan(0)
  })

  test('of the schema, however often it is asked', async () => {
    const schema = createSchema()
    const { catalog } = await oneSession(smallSession)
    const responses: { data?: unknown; errors?: readonly unknown[] }[] = []
    const contextOf = () => createContext({ catalog, version: '0.0.0-test', maxCells: 500 })
    for (const { query, variables } of operations(schema, 'schema', worthQuerying)) {
      const document = parse(query)
      const contextValue = contextOf()
      const args = { schema, document, variableValues: variables, contextValue }
      let expected: unknown
      await unhandledDuring(async () => {
        expected = inOrder(asJson(await execute(args)))
      })
      for (let time = 0; time < 3; time++) {
        const given = { schema, document, variables, contextValue: contextOf() }
        const response = inOrder(asJson(await executeOperation(given)))
        expect({ query, variables, response }).toEqual({ query, variables, response: expected })
        if (time === 0) responses.push(response)
      }
    }
    const { withErrors, withData } = tally(responses)
    expect(withErrors).toBeGreaterThan(OPERATIONS / 20)
    expect(withData).toBeGreaterThan(OPERATIONS / 3)
  })
})

/** Names that a small session has, and some that it has not. */
const worthQuerying = {
  id: ['1', '1', '1', '11', '404'],
  areas: ['VISp', 'V1', 'VISl', 'XYZ'],
  acronyms: ['VISp', 'LM', 'XYZ'],
  start: [9, 10],
  stop: [12, 13],
  before: [0, 1],
  after: [1, 2],
  binSize: [0.5, 1],
  first: [1, 5, 1000],
  index: [0, 1, 2, 7],
  stimulusNames: ['gabors', 'spontaneous', 'x'],
  names: ['orientation', 'snr'],
  value: [1, 'x'],
  values: [1, 'x'],
}

interface ResponseData {
  readonly data?: unknown
  readonly errors?: readonly { readonly path?: readonly unknown[] }[]
}

/** Fields that wait for the same reader fail in no certain order. */
function inOrder({ data, errors }: ResponseData): ResponseData {
  const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return { data, ...(errors && { errors: [...errors].sort(byText) }) }
}
