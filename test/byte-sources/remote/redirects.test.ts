import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { httpAddress } from '../../../src/byte-sources/remote/remote-address.ts'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { RangeServer } from '../../support/servers/remote/range-server.ts'

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251)

/** Where recordings are looked up, and where they lie. */
let api: RangeServer
let store: RangeServer

beforeEach(async () => {
  api = await RangeServer.start()
  store = await RangeServer.start({ '/blob': bytes })
})

afterEach(async () => {
  await api[Symbol.asyncDispose]()
  await store[Symbol.asyncDispose]()
})

const redirectTo = (location: () => string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location: location() }).end()
  return true
}

function clientOf(allowPrivateNetworks = true): RemoteClient {
  const dandi = { origin: api.origin, header: 'authorization', value: 'token secret' }
  return new RemoteClient({ allowPrivateNetworks, credentials: { dandi } })
}

const asset = () => httpAddress(api.url('/assets/1/download/'), { credential: 'dandi' })

/** An address as a store presigns it: it holds for some seconds from now on. */
function presigned(seconds: number, path = '/blob'): string {
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${store.url(path)}?X-Amz-Date=${date}&X-Amz-Expires=${seconds}&X-Amz-Signature=secret`
}

async function readTwice(client: RemoteClient): Promise<Uint8Array> {
  const identity = await client.identify(asset())
  const target = new Uint8Array(100)
  await client.range(asset(), identity, { from: 500, to: 600 }, target)
  return target
}

describe('redirects', () => {
  test('are followed once, and kept', async () => {
    api.handler = redirectTo(() => presigned(3600))
    const client = clientOf()
    expect(await readTwice(client)).toEqual(bytes.slice(500, 600))
    expect([api.requests.length, store.requests.length]).toEqual([1, 2])
    await client.close()
  })

  test('carry a credential to its own origin only', async () => {
    api.handler = redirectTo(() => presigned(3600))
    const client = clientOf()
    await readTwice(client)
    expect(api.requests[0]?.headers.authorization).toBe('token secret')
    expect(store.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
    ])
    await client.close()
  })

  test('are asked for again before a presigned address expires', async () => {
    api.handler = redirectTo(() => presigned(30))
    const client = clientOf()
    await readTwice(client)
    expect(api.requests.length).toBe(2)
    await client.close()
  })

  test('are asked for again once when a presigned address is refused', async () => {
    let isRefused = false
    api.handler = redirectTo(() => presigned(3600))
    store.handler = (_request, response) => {
      if (!isRefused) return false
      isRefused = false
      response.writeHead(403).end()
      return true
    }
    const client = clientOf()
    const identity = await client.identify(asset())
    isRefused = true
    const target = new Uint8Array(10)
    await client.range(asset(), identity, { from: 0, to: 10 }, target)
    expect(target).toEqual(bytes.slice(0, 10))
    expect([api.requests.length, store.requests.length]).toEqual([2, 3])
    await client.close()
  })

  test('do not lead into private networks', async () => {
    api.handler = redirectTo(() => 'http://10.0.0.1/blob')
    const client = clientOf(false)
    await expect(client.identify(asset())).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail: '10.0.0.1 is in a private network',
    })
    await client.close()
  })

  test('do not lead to a name of a private address', async () => {
    const { port } = new URL(store.origin)
    api.handler = redirectTo(() => `http://localhost:${port}/blob`)
    const client = clientOf(false)
    await expect(client.identify(asset())).rejects.toMatchObject({ code: 'REMOTE_UNSUITABLE' })
    expect(store.requests).toEqual([])
    await client.close()
  })

  test.each([
    ['ftp://example.org/blob', 'a redirect from http:// to ftp:// was refused'],
    ['file:///etc/passwd', 'a redirect from http:// to file:// was refused'],
    ['http://', 'it redirects to something that is not an address'],
  ])('do not lead to %s', async (location, detail) => {
    api.handler = redirectTo(() => location)
    const client = clientOf()
    await expect(client.identify(asset())).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail,
    })
    await client.close()
  })

  test('end after some', async () => {
    api.handler = redirectTo(() => api.url('/again'))
    const client = clientOf()
    await expect(client.identify(asset())).rejects.toMatchObject({ detail: 'too many redirects' })
    expect(api.requests.length).toBe(6)
    await client.close()
  })

  test('leave no secret in an error', async () => {
    api.handler = redirectTo(() => presigned(3600, '/absent'))
    const client = clientOf()
    const failure = await client.identify(asset()).catch((error) => error)
    expect(failure.code).toBe('FILE_MISSING')
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toContain('secret')
    await client.close()
  })
})
