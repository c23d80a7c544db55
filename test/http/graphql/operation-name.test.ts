import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'
import type { MemoryReader } from '../../support/memory/memory-session.ts'

let server: RunningServer
let reader: MemoryReader
const logged: string[] = []

beforeAll(async () => {
  const { catalog, ...session } = await oneSession(smallSession)
  reader = session.reader
  const stream = { write: (line: string) => logged.push(line) }
  server = await startServer({
    catalog,
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
    logger: { level: 'warn', stream },
  })
})

afterAll(() => server.close())

const query = 'query Epochs { session(id: "1") { stimulusEpochs { index } } }'
const two = 'query A { session(id: "1") { id } } query B { session(id: "1") { unitCount } }'

interface Requested {
  readonly method: string
  readonly accept: string
  readonly query: string
  readonly operationName?: string
}

function sendQuery({ method, accept, ...requested }: Requested): Promise<Response> {
  if (method === 'GET') {
    return fetch(`${server.url}/graphql?${new URLSearchParams(requested)}`, { headers: { accept } })
  }
  const headers = { accept, 'content-type': 'application/json' }
  return fetch(`${server.url}/graphql`, { method, headers, body: JSON.stringify(requested) })
}

describe.each(['GET', 'POST'])('%s', (method) => {
  describe.each(['application/json', 'application/graphql-response+json'])('for %s', (accept) => {
    test.each([
      ['Spikes', query, 'Unknown operation named "Spikes".'],
      ['', query, 'Unknown operation named "".'],
      ['epochs', query, 'Unknown operation named "epochs".'],
      ['C', two, 'Unknown operation named "C".'],
    ])(
      'an operation "%s" that %s lacks is refused before anything is executed',
      async (operationName, query, message) => {
        reader.requested.tables = 0
        const response = await sendQuery({ method, accept, query, operationName })
        expect(response.status).toBe(400)
        expect(await response.json()).toEqual({
          errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
        })
        expect(reader.requested.tables).toBe(0)
        expect(logged).toEqual([])
      },
    )

    test('one of several operations must be named', async () => {
      const unnamed = await sendQuery({ method, accept, query: two })
      expect(unnamed.status).toBe(400)
      expect(await unnamed.json()).toMatchObject({
        errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
      })
      const named = await sendQuery({ method, accept, query: two, operationName: 'B' })
      expect(await named.json()).toEqual({ data: { session: { unitCount: 4 } } })
      expect(named.status).toBe(200)
    })
  })
})
