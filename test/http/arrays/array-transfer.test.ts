import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import type { SessionReader } from '../../../src/sessions/session-reader.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { startArrays as start } from './array-server.ts'

const npy = '/arrays/v1/1/a1b2c3/binned-activity.npy?area=VISp&start=9&stop=13&binSize=2'
const csv = npy.replace('.npy', '.csv')

/** The bytes as they came: fetch would decode them. */
function getRaw(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(pieces) }))
    })
      .on('error', reject)
      .end()
  })
}

describe('a range of an array', () => {
  test('is answered alone', async () => {
    const { get, bytes } = await start()
    const whole = await bytes(npy)
    const response = await get(npy, { range: 'bytes=126-129' })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 126-129/132')
    expect(response.headers.get('content-length')).toBe('4')
    const part = Buffer.from(await response.arrayBuffer())
    expect(part).toEqual(whole.subarray(126, 130))
    expect([...part.subarray(2)]).toEqual([2, 0])
  })

  test.each([
    ['bytes=128-', [2, 0, 1, 1]],
    ['bytes=-2', [1, 1]],
    ['bytes=131-500', [1]],
  ])('may be %s', async (range, cells) => {
    const { get } = await start()
    const response = await get(npy, { range })
    expect(response.status).toBe(206)
    expect([...Buffer.from(await response.arrayBuffer())]).toEqual(cells)
  })

  test('behind the end is refused, with the length', async () => {
    const { get } = await start()
    const response = await get(npy, { range: 'bytes=132-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */132')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each(['bytes=0-1,4-5', 'lines=0-1', 'bytes'])('%s is answered with all', async (range) => {
    const { get } = await start()
    const response = await get(npy, { range })
    expect(response.status).toBe(200)
    expect((await response.arrayBuffer()).byteLength).toBe(132)
  })

  test('is answered with all where the client has another version', async () => {
    const { get } = await start()
    const tag = (await get(npy)).headers.get('etag') ?? ''
    const range = 'bytes=0-3'
    expect((await get(npy, { range, 'if-range': tag })).status).toBe(206)
    expect((await get(npy, { range, 'if-range': '"other"' })).status).toBe(200)
  })

  test('is not there for text, whose length is known only when it is written', async () => {
    const { get } = await start()
    const response = await get(csv, { range: 'bytes=0-3' })
    expect(response.status).toBe(200)
    expect(response.headers.get('accept-ranges')).toBe('none')
    expect((await get(npy)).headers.get('accept-ranges')).toBe('bytes')
  })
})

describe('compression', () => {
  test('is brotli, for who asks for it', async () => {
    const { server } = await start()
    const { headers, body } = await getRaw(server.url + npy, { 'accept-encoding': 'gzip, br' })
    expect(headers['content-encoding']).toBe('br')
    expect(headers['content-length']).toBeUndefined()
    expect(headers.vary).toContain('Accept-Encoding')
    expect(decodeNpy(brotliDecompressSync(body)).data).toEqual(Uint8Array.of(2, 0, 1, 1))
  })

  test.each([
    {},
    { 'accept-encoding': 'gzip, br;q=0' },
    { 'accept-encoding': 'br', range: 'bytes=0-' },
  ])('is none for %j', async (headers) => {
    const { server } = await start()
    const reply = await getRaw(server.url + npy, headers)
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.headers.vary).toContain('Accept-Encoding')
    expect(reply.body).toHaveLength(132)
  })

  test('gives other bytes, so another entity tag', async () => {
    const { server } = await start()
    const plain = await getRaw(server.url + npy, {})
    const { etag } = (await getRaw(server.url + npy, { 'accept-encoding': 'br' })).headers
    expect(etag).not.toBe(plain.headers.etag)
    const again = await fetch(server.url + npy, {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(etag) },
    })
    expect(again.status).toBe(304)
  })

  test('of JSON gives the same text', async () => {
    const { server } = await start()
    const query =
      '{ session(id: "1") { binnedActivity(start: 9, stop: 13, binSize: 0.001, areas: []) { counts } } }'
    const url = `${server.url}/graphql?query=${encodeURIComponent(query)}`
    const plain = await getRaw(url, { accept: 'application/json' })
    const packed = await getRaw(url, { accept: 'application/json', 'accept-encoding': 'br' })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.headers.vary).toContain('Accept-Encoding')
    expect(plain.body).toHaveLength(32_054)
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body)
    expect(packed.body.length).toBeLessThan(300)
  })

  test('of JSON without matrices gives the same text', async () => {
    const { server } = await start()
    const url = `${server.url}/graphql?query=${encodeURIComponent('{ __schema { types { name description } } }')}`
    const plain = await getRaw(url, { accept: 'application/json' })
    const packed = await getRaw(url, { accept: 'application/json', 'accept-encoding': 'br' })
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body)
    expect(plain.body.length).toBeGreaterThan(10_000)
  })

  test('of a short answer is not worth it', async () => {
    const { server } = await start()
    const url = `${server.url}/graphql?query=%7B__typename%7D`
    const { headers, body } = await getRaw(url, {
      accept: 'application/json',
      'accept-encoding': 'br',
    })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe('{"data":{"__typename":"Query"}}')
  })
})

describe('what was sent before', () => {
  test('is sent again without counting', async () => {
    const { bytes, reader } = await start()
    const first = await bytes(npy)
    expect(await bytes(npy)).toEqual(first)
    expect(await bytes(npy.replace('VISp', 'V1'))).toEqual(first)
    expect(reader.requested.countSpikes).toBe(1)
  })

  test('is not sent once the file has changed', async () => {
    const reader = new MemoryReader(smallSession)
    const { get } = await start({}, reader)
    expect((await get(npy)).status).toBe(200)
    reader.version = 'd4e5f6'
    expect((await get(npy)).status).toBe(410)
  })

  test('is counted again where nothing is kept', async () => {
    const { bytes, reader } = await start({ fileCacheBytes: 0 })
    expect(await bytes(npy)).toEqual(await bytes(npy))
    expect(reader.requested.countSpikes).toBe(2)
  })
})

describe('the gate', () => {
  test('turns away whoever finds it full, also here', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const reader = new MemoryReader(smallSession)
    const { get } = await start({ maxConcurrency: 1, maxQueue: 0 }, reader)
    const read = reader.read.bind(reader)
    const isRequested = new Promise<void>((requested) => {
      reader.read = async (name, requests) => {
        requested()
        await held
        return read(name, requests)
      }
    })
    const first = get(npy)
    await isRequested
    const refused = await get(npy)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVER_BUSY' } }],
    })
    letGo()
    expect((await first).status).toBe(200)
  })

  test('gives up what takes too long', async () => {
    const reader = new MemoryReader(smallSession)
    reader.read = () => new Promise(() => {})
    const { get } = await start({ requestTimeoutSeconds: 0.05 }, reader)
    const response = await get(npy)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_ABORTED' } }],
    })
  })

  test('stops counting when the client leaves', async () => {
    const reader = new MemoryReader(smallSession)
    const { server } = await start({}, reader)
    const controller = new AbortController()
    const stopped = new Promise<void>((resolve) => {
      const leaving: SessionReader = reader
      leaving.read = (_name, _requests, options) => {
        options?.signal?.addEventListener('abort', () => resolve())
        controller.abort()
        return new Promise(() => {})
      }
    })
    await expect(fetch(server.url + npy, { signal: controller.signal })).rejects.toThrow('aborted')
    await stopped
  })
})

test('a page of another origin may read the headers it needs', async () => {
  const { get, server } = await start({ corsOrigins: ['http://lab.example'] })
  const response = await get(npy, { origin: 'http://lab.example' })
  expect(response.headers.get('access-control-allow-origin')).toBe('http://lab.example')
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'retry-after, x-request-id, etag, content-disposition, content-length, content-range, accept-ranges',
  )
  expect(response.headers.get('vary')).toBe('Origin, Accept-Encoding')
  const preflight = await fetch(server.url + npy, {
    method: 'OPTIONS',
    headers: { origin: 'http://lab.example', 'access-control-request-method': 'GET' },
  })
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST')
  expect(preflight.headers.get('access-control-allow-headers')).toContain('if-none-match')
})
