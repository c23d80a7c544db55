import { afterEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

let server: RunningServer

afterEach(() => server.close())

async function sendQuery(extensions: object): Promise<unknown> {
  const { catalog } = await oneSession(smallSession)
  const session = await catalog.session('1')
  const reader = Object.create(session.reader, {
    tables: {
      value: (by: { fetches: { add(name: string, amount: number): void } }) => {
        by.fetches.add('requests', 3)
        by.fetches.add('bytes', 70_000)
        return session.reader.tables()
      },
    },
  })
  const remote = { ...session, reader }
  server = await startServer({
    catalog: { ...catalog, session: async () => remote },
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
  })
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ session(id: "1") { units { totalCount } } }', extensions }),
  })
  return response.json()
}

test('a response says on demand what was fetched of remote recordings for it', async () => {
  expect(await sendQuery({ fetched: true })).toMatchObject({
    data: { session: { units: { totalCount: expect.any(Number) } } },
    extensions: {
      fetched: { requests: 3, bytes: 70_000, waits: 0, retries: 0, cachedBytes: 0 },
    },
  })
})

test('a response says nothing of it otherwise', async () => {
  expect(await sendQuery({})).not.toHaveProperty('extensions')
})
