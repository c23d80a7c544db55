import { createHash } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type EmbeddedServer } from '../../src/embedding/server.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'

const started: string[] = []
const http = createHttpServer((request, response) => spikeql.handler(request, response))
let spikeql: EmbeddedServer
let url = ''

beforeAll(async () => {
  spikeql = await createServer({
    places: [sampleSessionFolder],
    basePath: '/neural',
    pages: false,
    extensions: [
      {
        typeDefs: `
          extend type Session { notes(about: String!): [Note!]!  broken: Int }
          extend type Unit { row: Int! }
          type Note { text: String! length: Int! }
        `,
        resolvers: {
          Session: {
            notes: ({ id }, { about }) => [{ text: `${id} and ${about}` }],
            broken() {
              throw new Error('/secret/path')
            },
          },
          Note: { length: ({ text }) => text.length },
        },
      },
    ],
    plugins: [
      {
        async requestDidStart({ request }) {
          started.push(request.operationName ?? '')
          return {
            async willSendResponse({ response, contextValue }) {
              response.http.headers.set('x-host', contextValue.request.headers.host ?? '')
            },
          }
        },
      },
    ],
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/neural`
})

afterAll(async () => {
  http.close()
  await spikeql.close()
})

async function sendQuery(
  body: object,
): Promise<{ data: Record<string, unknown>; errors?: object[] }> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return response.json()
}

describe('an embedded server', () => {
  test('answers below its path, and at no other', async () => {
    expect(await sendQuery({ query: '{ sessions { nodes { id } } }' })).toEqual({
      data: { sessions: { nodes: [{ id: '810000001' }] } },
    })
    const elsewhere = await fetch(new URL('/neuralgia/graphql', url))
    expect(elsewhere.status).toBe(404)
  })

  test('answers the addresses of arrays', async () => {
    const { data } = await sendQuery({
      query:
        '{ session(id: "810000001") { stimulusEpoch(index: 1) { binnedActivity(areas: ["V1"]) { href } } } }',
    })
    const [, href = ''] = /"href":"([^"]*)"/.exec(JSON.stringify(data)) ?? []
    expect(href).toMatch(/^\/neural\/arrays\/v1\//)
    expect((await fetch(new URL(href, url))).status).toBe(200)
  })

  test('has the types and fields that were added, and says so', async () => {
    const query =
      '{ session(id: "810000001") { notes(about: "sleep") { text length } units(first: 2) { nodes { row } } } }'
    expect(await sendQuery({ query })).toEqual({
      data: {
        session: {
          notes: [{ text: '810000001 and sleep', length: 19 }],
          units: { nodes: [{ row: expect.any(Number) }, { row: expect.any(Number) }] },
        },
      },
    })
    expect(await (await fetch(`${url}/schema.graphql`)).text()).toContain('type Note {')
  })

  test('masks what added fields must not say', async () => {
    const { data, errors } = await sendQuery({ query: '{ session(id: "810000001") { broken } }' })
    expect(data).toEqual({ session: { broken: null } })
    expect(errors).toEqual([expect.objectContaining({ message: 'Internal error.' })])
  })

  test('runs plugins of Apollo Server', async () => {
    const query = 'query Plugged { server { version } }'
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Plugged' }),
    })
    expect(response.headers.get('x-host')).toBe(new URL(url).host)
    expect(started).toContain('Plugged')
  })

  test('takes persisted queries by their hashes', async () => {
    const query = '{ sessions { totalCount } }'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    expect(await sendQuery({ extensions })).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
    const reply = { data: { sessions: { totalCount: 1 } } }
    expect(await sendQuery({ query, extensions })).toEqual(reply)
    expect(await sendQuery({ extensions })).toEqual(reply)
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions) })
    expect(await (await fetch(`${url}/graphql?${search}`)).json()).toEqual(reply)
    const wrong = { query: '{ sessions { nodes { id } } }', extensions }
    expect(await sendQuery(wrong)).toMatchObject({
      errors: [{ message: expect.stringMatching(/sha/i) }],
    })
  })
})

describe('createServer', () => {
  const places = [sampleSessionFolder]
  const refusal = (options: Parameters<typeof createServer>[0]) =>
    createServer(options).then(
      () => 'accepted',
      (error: Error) => error.message,
    )

  test('refuses what it cannot serve, and says what to do', async () => {
    expect(await refusal({})).toBe('createServer needs either places or a catalog.')
    expect(await refusal({ places, basePath: 'neural/' })).toMatch(/^basePath must begin with/)
    expect(await refusal({ places: ['/nowhere'] })).toContain('/nowhere')
  })

  test('refuses extensions that do not fit the schema', async () => {
    const extended = (typeDefs: string, resolvers = {}) =>
      refusal({ places, extensions: [{ typeDefs, resolvers }] })
    expect(await extended('extend type Sesion { a: Int }')).toMatch(
      /^typeDefs cannot be added to the schema: Cannot extend type "Sesion"/,
    )
    expect(await extended('type A {')).toMatch(/^typeDefs cannot be added/)
    expect(await extended('type A implements Node { a: Int }')).toBe(
      'typeDefs cannot be added to the schema: Interface field Node.id expected but A does not provide it.',
    )
    expect(await extended('type A { a: Int }', { Session: { id: () => 'x' } })).toBe(
      'resolvers has Session.id, which typeDefs does not add to the schema.',
    )
  })

  test('refuses a prefix of Fastify, of which its addresses would know nothing', async () => {
    const mounted = await createServer({ places, pages: false })
    const app = Fastify()
    const registering = app.register(mounted.fastifyPlugin, { prefix: '/neural' })
    await expect(registering).rejects.toThrow('Give createServer the basePath "/neural"')
    await mounted.close()
  })

  test('is closed with the Fastify server that it is mounted in', async () => {
    const mounted = await createServer({ places, basePath: '/neural', pages: false })
    const app = Fastify()
    app.get('/hello', async () => 'hello')
    await app.register(mounted.fastifyPlugin)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const body = JSON.stringify({ query: '{ sessions { totalCount } }' })
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(`${address}/neural/graphql`, { method: 'POST', headers, body })
    expect(await reply.json()).toEqual({ data: { sessions: { totalCount: 1 } } })
    expect(await (await fetch(`${address}/hello`)).text()).toBe('hello')
    await app.close()
    await mounted.close()
  })
})
