import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { httpAddress } from '../../../src/byte-sources/remote/remote-address.ts'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { type Fault, RangeServer } from '../../support/servers/remote/range-server.ts'

const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => (i * 7) % 251)
const quick = { attempts: 4, firstPause: 1, deadlineSeconds: 60 }

let server: RangeServer
let client: RemoteClient

beforeEach(async () => {
  server = await RangeServer.start({ '/a/one.nwb': bytes })
  client = new RemoteClient({ retryPolicy: quick })
})

afterEach(async () => {
  await client.close()
  await server[Symbol.asyncDispose]()
})

const address = () => httpAddress(server.url('/a/one.nwb'))

async function fetchRange(from: number, to: number): Promise<Uint8Array> {
  const target = new Uint8Array(to - from)
  await client.range(address(), await client.identify(address()), { from, to }, target)
  return target
}

describe('RemoteClient', () => {
  test('opens a file and fills a range of it', async () => {
    const { identity, bytes: first } = await client.open(address(), 100)
    expect(first).toEqual(bytes.slice(0, 100))
    expect(identity.size).toBe(10_000)
    const target = new Uint8Array(50)
    await client.range(address(), identity, { from: 9950, to: 10_000 }, target)
    expect(target).toEqual(bytes.slice(9950))
    expect(client.statistics).toEqual({ requests: 2, bytes: 150, retries: 0 })
    expect(server.requests[1]?.headers['if-match']).toBe(identity.etag)
    expect(server.requests[1]?.headers['accept-encoding']).toBe('identity')
  })

  test('gives all bytes of a file shorter than what it asks for first', async () => {
    expect((await client.open(address(), 65_536)).bytes).toEqual(bytes)
  })

  test.each<Fault>(['503', 'reset', 'truncated', 'slow', 'wrong range', 'changed tag'])(
    'gives the same bytes where a server fails every third time: %s',
    async (fault) => {
      server.faultKinds = [fault]
      const identity = await client.identify(address())
      server.faultEvery = 3
      for (let from = 0; from < 10_000; from += 1000) {
        const target = new Uint8Array(1000)
        await client.range(address(), identity, { from, to: from + 1000 }, target)
        expect(target).toEqual(bytes.slice(from, from + 1000))
      }
      expect(client.statistics.retries).toBe(fault === 'slow' ? 0 : 5)
    },
  )

  test('says what was tried when a server does not recover', async () => {
    server.handler = (_request, response) => {
      response.writeHead(503).end()
      return true
    }
    await expect(client.identify(address())).rejects.toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      fileName: 'one.nwb',
      detail: expect.stringMatching(/^4 attempts in [\d.]+ s: HTTP 503 x 4$/),
    })
  })

  test('does not wait for a server longer than the deadline', async () => {
    server.handler = (_request, response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end()
      return true
    }
    await expect(client.identify(address())).rejects.toMatchObject({ code: 'REMOTE_UNREACHABLE' })
    expect(server.requests.length).toBe(1)
  })

  test('names a file that changed', async () => {
    const identity = await client.identify(address())
    server.files.set('/a/one.nwb', { bytes: bytes.slice().fill(1) })
    const target = new Uint8Array(10)
    const fetched = client.range(address(), identity, { from: 0, to: 10 }, target)
    await expect(fetched).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    expect(target).toEqual(new Uint8Array(10))
  })

  test('compares dates and sizes where a tag is weak', async () => {
    const date = { etag: 'W/"1"', 'last-modified': 'Fri, 01 May 2020 10:00:00 GMT' }
    server.files.set('/a/one.nwb', { bytes, headers: date })
    const identity = await client.identify(address())
    expect(identity).toMatchObject({ etag: null, lastModified: date['last-modified'] })
    const target = new Uint8Array(10)
    await client.range(address(), identity, { from: 0, to: 10 }, target)
    expect(server.requests[1]?.headers['if-match']).toBeUndefined()
    const later = { ...date, 'last-modified': 'Sat, 02 May 2020 10:00:00 GMT' }
    server.files.set('/a/one.nwb', { bytes, headers: later })
    const fetched = client.range(address(), identity, { from: 0, to: 10 }, target)
    await expect(fetched).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })

  test('refuses a server that sends whole files, without reading them', async () => {
    let sent = 0
    server.handler = (_request, response) => {
      response.writeHead(200, { 'content-length': 2 ** 30 })
      const piece = Buffer.alloc(65_536)
      const send = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length
      }
      response.on('drain', send)
      send()
      return true
    }
    await expect(client.identify(address())).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail: 'it sends whole files instead of byte ranges',
    })
    expect(sent).toBeLessThan(2 ** 24)
  })

  test.each([
    ['an encoding', { 'content-encoding': 'gzip' }, 'it encodes byte ranges (gzip)'],
    ['no total', { 'content-range': 'bytes 0-0/*' }, 'it does not say how long the file is'],
    ['no range', { 'content-range': 'none' }, 'it does not say which range it sends'],
  ])('refuses %s', async (_name, headers, detail) => {
    server.files.set('/a/one.nwb', { bytes })
    server.handler = (_request, response) => {
      const usual = { 'content-range': 'bytes 0-0/10000', 'content-length': 1 }
      response.writeHead(206, { ...usual, ...headers }).end('x')
      return true
    }
    await expect(client.identify(address())).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail,
    })
  })

  test.each([
    [401, 'REMOTE_DENIED'],
    [403, 'REMOTE_DENIED'],
    [404, 'FILE_MISSING'],
    [416, 'REMOTE_UNSUITABLE'],
  ])('does not repeat what HTTP %i answers: %s', async (status, code) => {
    server.handler = (_request, response) => {
      response.writeHead(status).end('<Error><Token>secret</Token></Error>')
      return true
    }
    const failure = await client.identify(address()).catch((error) => error)
    expect(failure).toMatchObject({ code, detail: `HTTP ${status}` })
    expect(JSON.stringify(failure) + failure.message).not.toContain('secret')
    expect(server.requests.length).toBe(1)
  })

  test('ends what is under way when it is aborted', async () => {
    const aborting = new AbortController()
    server.handler = () => {
      aborting.abort()
      return true
    }
    const fetched = client.identify(address(), { signal: aborting.signal })
    await expect(fetched).rejects.toMatchObject({ code: 'REQUEST_ABORTED' })
  })

  test('fetches a small body whole, and refuses a longer one', async () => {
    const body = await client.small(address(), { maxBytes: 10_000 })
    expect(body.bytes).toEqual(bytes)
    await expect(client.small(address(), { maxBytes: 9999 })).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
    })
  })

  test('keeps several ranges of one server apart', async () => {
    const places = Array.from({ length: 100 }, (_, i) => i * 100)
    const fetched = await Promise.all(places.map((from) => fetchRange(from, from + 100)))
    expect(fetched.map((part) => part[0])).toEqual(places.map((from) => bytes[from]))
  })
})
