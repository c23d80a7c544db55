import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { AddressedExport } from '../../../src/exports/addressed-export.ts'
import { sendArray } from '../../../src/http/arrays/array-reply.ts'
import { FileCache } from '../../../src/http/arrays/file-cache.ts'
import { Turns } from '../../../src/http/guards/turns.ts'

/** A reply that only notes what it is given. */
class NotedReply {
  status = 200
  body: unknown
  readonly headers: Record<string, unknown> = {}

  code(status: number) {
    this.status = status
    return this
  }
  header(name: string, value: unknown) {
    this.headers[name] = value
    return this
  }
  getHeader(name: string) {
    return this.headers[name]
  }
  removeHeader(name: string) {
    delete this.headers[name]
    return this
  }
  type(mediaType: string) {
    return this.header('content-type', mediaType)
  }
  send(body?: unknown) {
    this.body = body
    return this
  }
}

const parts = [Uint8Array.of(0, 1, 2), Uint8Array.of(3, 4)]
const array: AddressedExport = {
  address: '/arrays/v1/1/a1b2c3/counts.npy',
  downloadName: 'counts.npy',
  mediaType: 'application/octet-stream',
  hasLength: true,
  encode: async () => ({ parts }),
}

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly isPublic?: boolean
  readonly ip?: string
}

async function send(sent: AddressedExport, { method, headers, isPublic, ip }: Sent = {}) {
  let made = 0
  const counted = { ...sent, encode: async () => ({ ...(await sent.encode()), made: ++made }) }
  const request = { method: method ?? 'GET', headers: headers ?? {}, ip: ip ?? '127.0.0.1' }
  const reply = new NotedReply()
  const sending = { files: new FileCache(0), version: '1.0.0', writing: new Turns() }
  await sendArray(request as unknown as FastifyRequest, reply as unknown as FastifyReply, counted, {
    ...sending,
    isPublic: isPublic ?? true,
  })
  const pieces: Uint8Array[] = []
  if (reply.body instanceof Readable) for await (const piece of reply.body) pieces.push(piece)
  const bytes = reply.body === undefined ? null : [...Buffer.concat(pieces)]
  return { status: reply.status, headers: reply.headers, pieces, bytes, made }
}

describe('an array', () => {
  test('is sent with its length, name and tag, to be kept for ever', async () => {
    const { status, headers, bytes } = await send(array)
    expect([status, bytes]).toEqual([200, [0, 1, 2, 3, 4]])
    expect(headers).toEqual({
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'attachment; filename="counts.npy"',
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      'content-length': 5,
    })
    const kept = await send(array, { isPublic: false })
    expect(kept.headers['cache-control']).toBe('private, max-age=31536000, immutable')
  })

  test('that a client has is not made again', async () => {
    const { etag } = (await send(array)).headers
    const again = await send(array, { headers: { 'if-none-match': String(etag) } })
    expect([again.status, again.made, again.bytes]).toEqual([304, 0, null])
    expect(again.headers).toMatchObject({ etag, vary: 'Accept-Encoding' })
  })

  test('has another tag at another address, and where it is compressed', async () => {
    const packed = { headers: { 'accept-encoding': 'br' } }
    const tags = await Promise.all([
      send(array),
      send({ ...array, address: `${array.address}?dtype=uint8` }),
      send(array, packed),
    ])
    const [plain, other, compressed] = tags.map(({ headers }) => String(headers.etag))
    expect(new Set([plain, other, compressed]).size).toBe(3)
    expect(compressed).toBe(plain?.replace(/"$/, '-br"'))
    expect(tags[2].headers).toMatchObject({ 'content-encoding': 'br' })
    expect(tags[2].headers).not.toHaveProperty('content-length')
  })

  test('is text or numbers: only text is worth gzip', async () => {
    const far = { headers: { 'accept-encoding': 'gzip' }, ip: '192.0.2.1' }
    const encodingOf = async (mediaType: string) =>
      (await send({ ...array, mediaType }, far)).headers['content-encoding']
    expect(await encodingOf('text/csv')).toBe('gzip')
    expect(await encodingOf('application/zip')).toBeUndefined()
  })

  test('is made for its headers alone only where they say its length', async () => {
    const head = await send(array, { method: 'HEAD' })
    expect([head.made, head.headers['content-length'], head.bytes]).toEqual([1, 5, null])
    const unknown = await send({ ...array, hasLength: false }, { method: 'HEAD' })
    expect([unknown.made, unknown.headers['accept-ranges']]).toEqual([0, 'none'])
    expect(unknown.headers).not.toHaveProperty('content-encoding')
    const packed = await send(array, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    expect([packed.made, packed.headers['content-encoding']]).toEqual([0, 'br'])
    expect(packed.headers['accept-ranges']).toBe('bytes')
  })

  test('that is written while it is sent has no length, nor ranges', async () => {
    const written = { ...array, encode: async () => ({ pieces: parts }) }
    const { headers, bytes, status } = await send(written, { headers: { range: 'bytes=1-2' } })
    expect([status, bytes, headers['accept-ranges']]).toEqual([200, [0, 1, 2, 3, 4], 'none'])
    expect(headers).not.toHaveProperty('content-length')
  })

  test('may be asked for in parts, which are never compressed', async () => {
    const some = { range: 'bytes=2-3', 'accept-encoding': 'br' }
    const { status, headers, bytes } = await send(array, { headers: some })
    expect([status, bytes]).toEqual([206, [2, 3]])
    expect(headers).toMatchObject({ 'content-range': 'bytes 2-3/5', 'content-length': 2 })
    expect(headers).not.toHaveProperty('content-encoding')
    const none = await send(array, { headers: { range: 'bytes=5-' } })
    expect([none.status, none.bytes]).toEqual([416, null])
    expect(none.headers).toMatchObject({
      'content-range': 'bytes */5',
      'cache-control': 'no-store',
    })
  })

  test('leaves in pieces of a megabyte: small parts joined, large ones cut', async () => {
    const MB = 2 ** 20
    const lengths = [1, MB - 1, 1, 2, 2 * MB + 5, MB, 3]
    const large = lengths.map((length, i) => new Uint8Array(length).fill(i))
    const { pieces } = await send({ ...array, encode: async () => ({ parts: large }) })
    expect(pieces.map(({ length }) => length)).toEqual([MB, 1, 2, MB, MB, 5, MB, 3])
    expect(Buffer.concat(pieces).equals(Buffer.concat(large))).toBe(true)
  })
})
