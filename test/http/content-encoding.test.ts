import { request } from 'node:http'
import * as zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startArrays } from './arrays/array-server.ts'

const npy = '/arrays/v1/1/a1b2c3/binned-activity.npy?area=VISp&start=9&stop=13&binSize=2'
const csv = npy.replace('.npy', '.csv')
const schema = `/graphql?query=${encodeURIComponent('{ __schema { types { name description } } }')}`

/** As requests, urllib3 and Node's fetch send it by themselves, and browsers over plain http. */
const usual = { accept: 'application/json, text/csv', 'accept-encoding': 'gzip, deflate' }
const forwarded = { ...usual, 'x-forwarded-for': '192.0.2.7' }

/** The bytes as they came: fetch would decode them. */
async function getRaw(address: string, headers: Record<string, string>) {
  const { server } = await startArrays()
  return new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    request(server.url + address, { headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(pieces) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('gzip', () => {
  test.each([schema, csv])('is for text that leaves the machine: %s', async (address) => {
    const plain = await getRaw(address, { accept: usual.accept })
    const packed = await getRaw(address, forwarded)
    expect(packed.encoding).toBe('gzip')
    expect(zlib.gunzipSync(packed.body)).toEqual(plain.body)
  })

  test('is not for a client on this machine, which takes the text in less time as it is', async () => {
    const { encoding, body } = await getRaw(schema, usual)
    expect(encoding).toBeUndefined()
    expect(body.subarray(0, 8).toString()).toBe('{"data":')
  })

  test('is not for arrays, whose length a download then would not know', async () => {
    const { encoding, body } = await getRaw(npy, forwarded)
    expect(encoding).toBeUndefined()
    expect(body).toHaveLength(132)
  })
})

test('zstd comes before brotli, where Node has it', async () => {
  const plain = await getRaw(schema, { accept: usual.accept })
  const packed = await getRaw(schema, { ...usual, 'accept-encoding': 'gzip, br, zstd' })
  const decoders: Record<string, unknown> = zlib
  const decode = (decoders.zstdDecompressSync ?? zlib.brotliDecompressSync) as (
    bytes: Buffer,
  ) => Buffer
  expect(packed.encoding).toBe('zstdDecompressSync' in zlib ? 'zstd' : 'br')
  expect(decode(packed.body)).toEqual(plain.body)
})

test('an encoding that is refused, or that nobody knows, is not used', async () => {
  expect((await getRaw(schema, { ...usual, 'accept-encoding': 'br;q=0' })).encoding).toBeUndefined()
  expect((await getRaw(schema, { ...usual, 'accept-encoding': 'lz4' })).encoding).toBeUndefined()
})
