import { describe, expect, test } from 'vitest'
import type { ServerOptions } from '../../../src/http/server.ts'
import { startArrays } from '../../http/arrays/array-server.ts'

interface LogLine {
  readonly path?: string
  readonly errors?: Readonly<Record<string, number>>
}

async function start(options: Partial<ServerOptions> = {}) {
  const lines: LogLine[] = []
  const stream = { write: (line: string) => lines.push(JSON.parse(line)) }
  const { server, get } = await startArrays({ logger: { level: 'info', stream }, ...options })
  const sendQuery = (body: object) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const counted = async () => {
    const text = await (await get('/metrics')).text()
    return text.split('\n').filter((line) => line.startsWith('spikeql_errors_total'))
  }
  return { lines, get, sendQuery, counted }
}

const counter = (route: string, operation: string, code: string, count: number) =>
  `spikeql_errors_total{route="${route}",operation="${operation}",code="${code}"} ${count}`

describe('errors', () => {
  test('of queries are counted by operation and code, once per response, and logged', async () => {
    const { lines, sendQuery, counted } = await start()
    const query =
      'query Missing { a: session(id: "8") { id } b: session(id: "9") { id } session(id: "1") { id } }'
    expect((await sendQuery({ query })).status).toBe(200)
    await sendQuery({ query })
    await sendQuery({ query: 'query Fine { sessions { totalCount } }' })
    expect(await counted()).toEqual([counter('/graphql', 'Missing', 'SESSION_NOT_FOUND', 2)])
    expect(lines.filter(({ path }) => path === '/graphql').map(({ errors }) => errors)).toEqual([
      { SESSION_NOT_FOUND: 2 },
      { SESSION_NOT_FOUND: 2 },
      undefined,
    ])
  })

  test('of documents that cannot be executed have no operation', async () => {
    const { sendQuery, counted } = await start()
    await sendQuery({ query: 'query Broken {' })
    await sendQuery({ query: 'query Unknown { nothing }', operationName: 'Unknown' })
    await sendQuery({})
    expect(await counted()).toEqual([
      counter('/graphql', 'none', 'GRAPHQL_PARSE_FAILED', 1),
      counter('/graphql', 'none', 'GRAPHQL_VALIDATION_FAILED', 1),
      counter('/graphql', 'none', '400', 1),
    ])
  })

  test('of addresses are counted by route and code', async () => {
    const { get, counted } = await start()
    await get('/arrays/v1/2/a1b2c3/binned-activity.npy')
    await get('/nowhere')
    expect(await counted()).toEqual([
      counter('/arrays/:rules/:sessionId/:fileVersion/:fileName', 'none', 'SESSION_NOT_FOUND', 1),
      counter('none', 'none', 'NOT_FOUND', 1),
    ])
  })

  test('of a query whose lists are made a second time are those of the second time', async () => {
    const { sendQuery, counted } = await start()
    const ids = Array.from({ length: 1000 }, () => '1')
    // 30,000 values: more than are made next to all else.
    const fields = Array.from({ length: 30 }, (_, i) => `a${i}: id`).join(' ')
    const response = await sendQuery({
      query: `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`,
      variables: { ids },
    })
    const { data } = (await response.json()) as { data: { nodes: unknown[] } }
    expect(data.nodes).toHaveLength(1000)
    expect(await counted()).toEqual([])
  })
})
