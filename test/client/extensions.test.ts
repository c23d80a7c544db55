import { expect, expectTypeOf, test } from 'vitest'
import {
  createClient,
  GraphQLRequestError,
  type ResponseExtensions,
} from '../../src/client/index.ts'
import { stubServer } from './stub-server.ts'

const fetched = { requests: 3, bytes: 70_000, waits: 1, retries: 0, cachedBytes: 500 }

/** A server that answers every request alike; what it was asked. */
async function answering(answer: object) {
  const bodies: unknown[] = []
  const url = await stubServer(async (request, response) => {
    const parts = await request.toArray()
    bodies.push(JSON.parse(Buffer.concat(parts).toString()))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  return { client: createClient(url), bodies }
}

test('a query asks for what a response took, and hands it over', async () => {
  const { client, bodies } = await answering({ data: { a: 1 }, extensions: { fetched } })
  const seen: ResponseExtensions[] = []
  const options = {
    extensions: { fetched: true },
    onExtensions: (extensions: ResponseExtensions) => seen.push(extensions),
  }
  expect(await client.query('{ a }', {}, options)).toEqual({ a: 1 })
  expect(bodies).toEqual([{ query: '{ a }', variables: {}, extensions: { fetched: true } }])
  expect(seen).toEqual([{ fetched }])
  expectTypeOf(seen[0]?.fetched?.bytes).toEqualTypeOf<number | undefined>()
})

test('it is handed over also when the query failed', async () => {
  const { client } = await answering({ errors: [{ message: 'no' }], extensions: { fetched } })
  const seen: ResponseExtensions[] = []
  const options = { onExtensions: (extensions: ResponseExtensions) => seen.push(extensions) }
  await expect(client.query('{ a }', {}, options)).rejects.toThrow(GraphQLRequestError)
  expect(seen).toEqual([{ fetched }])
})

test('nothing is asked for by itself, and a response has what there is', async () => {
  const { client, bodies } = await answering({ data: { a: 1 } })
  expect(await client.request('{ a }')).toEqual({ data: { a: 1 }, errors: [], extensions: {} })
  expect(bodies).toEqual([{ query: '{ a }' }])
})

test('an estimate is asked for in place of data', async () => {
  const { client, bodies } = await answering({
    data: null,
    extensions: { estimate: { bytes: 5000 }, fetched },
  })
  const seen: ResponseExtensions[] = []
  const options = { onExtensions: (extensions: ResponseExtensions) => seen.push(extensions) }
  expect(await client.estimate('{ a }', {}, options)).toEqual({ bytes: 5000 })
  expect(bodies).toEqual([{ query: '{ a }', variables: {}, extensions: { estimate: true } }])
  expect(seen[0]?.fetched).toEqual(fetched)
})

test('an estimate may ask for more', async () => {
  const { client, bodies } = await answering({ data: null, extensions: { estimate: { bytes: 1 } } })
  await client.estimate('{ a }', {}, { extensions: { fetched: true } })
  expect(bodies).toEqual([
    { query: '{ a }', variables: {}, extensions: { fetched: true, estimate: true } },
  ])
})

test('an estimate fails as its query would', async () => {
  const { client } = await answering({ errors: [{ message: 'no' }] })
  await expect(client.estimate('{ a }')).rejects.toThrow(GraphQLRequestError)
})
