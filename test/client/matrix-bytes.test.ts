import { describe, expect, test } from 'vitest'
import {
  CountMatrix,
  createClient,
  decodeArray,
  type Progress,
  UnexpectedResponseError,
} from '../../src/client/index.ts'
import { encodeNpy } from '../../src/formats/numpy/npy.ts'
import { stubServer } from './stub-server.ts'

/** A server of some bytes, under any path. */
const serverOf = (bytes: Uint8Array) => stubServer((_, response) => response.end(bytes))

describe('a matrix behind an href', () => {
  test('is decoded from .npy, and its progress told', async () => {
    const npy = encodeNpy({ shape: [2, 3], data: Uint16Array.of(1, 2, 3, 400, 5, 6) })
    const url = await stubServer((_, response) => {
      response.writeHead(200, { 'content-length': npy.length })
      response.end(npy)
    })
    const progress: Progress[] = []
    const counts = await createClient(url).matrix(
      { href: '/arrays/1' },
      { onProgress: (step) => progress.push(step) },
    )
    expect(counts.shape).toEqual([2, 3])
    expect(counts.data).toEqual(Uint16Array.of(1, 2, 3, 400, 5, 6))
    expect(counts.at(1, 0)).toBe(400)
    expect(progress.at(-1)).toEqual({ loaded: npy.length, total: npy.length })
  })

  test('tells no total that is less than what came, as of a compressed answer', async () => {
    const npy = encodeNpy({ shape: [1, 1], data: Uint8Array.of(7) })
    const client = createClient('http://spikes.example', {
      fetch: async () => new Response(npy, { headers: { 'content-length': '60' } }),
    })
    const progress: Progress[] = []
    const counts = await client.matrix(
      { href: '/arrays/1' },
      { onProgress: (step) => progress.push(step) },
    )
    expect(counts.data).toEqual(Uint8Array.of(7))
    expect(progress).toEqual([{ loaded: npy.length, total: null }])
  })

  test('is not fetched when its bytes are there already', async () => {
    const activity = {
      href: '/arrays/1',
      data: { dtype: 'uint8', shape: [1, 2], bytes: 'AAE=' },
    }
    const counts = await createClient('http://127.0.0.1:1').matrix(activity)
    expect(counts.data).toEqual(Uint8Array.of(0, 1))
  })

  test('has no units where none pass', async () => {
    const url = await serverOf(encodeNpy({ shape: [1000, 0], data: new Uint8Array(0) }))
    const counts = await createClient(url).matrix({ href: '/arrays/1' })
    expect(counts.shape).toEqual([1000, 0])
    expect(counts.bin(999)).toEqual(new Uint8Array(0))
  })

  test.each([
    ['of another format', new TextEncoder().encode('bin,unit\n1,2\n')],
    ['of another shape', encodeNpy({ shape: [2], data: Uint8Array.of(1, 2) })],
    ['of another number type', encodeNpy({ shape: [1, 2], data: Float64Array.of(1, 2) })],
    ['that ends early', encodeNpy({ shape: [1, 2], data: Uint8Array.of(1, 2) }).subarray(0, -1)],
  ])('%s is refused', async (_, bytes) => {
    const url = await serverOf(bytes)
    await expect(createClient(url).matrix({ href: '/arrays/1' })).rejects.toThrow(
      UnexpectedResponseError,
    )
  })
})

test('an array of texts is not one of numbers', async () => {
  const url = await serverOf(encodeNpy({ shape: [2], data: ['VISp', 'CA1'] }))
  await expect(createClient(url).array('/arrays/1')).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    message: 'The response from /arrays/1 is an array of texts.',
  })
})

describe('CountMatrix', () => {
  const counts = new CountMatrix(Uint8Array.of(1, 2, 3, 4, 5, 6), [3, 2])

  test('answers a cell, a bin and a unit', () => {
    expect(counts.at(2, 0)).toBe(5)
    expect(counts.bin(0)).toEqual(Uint8Array.of(1, 2))
    expect(counts.unit(1)).toEqual(Uint8Array.of(2, 4, 6))
  })

  test('refuses what lies outside', () => {
    expect(() => counts.at(0, 2)).toThrow('No bin 0 and unit 2 in a matrix of [3, 2].')
    expect(() => counts.at(-1, 0)).toThrow(RangeError)
    expect(() => counts.at(Number.NaN, 0)).toThrow(RangeError)
    expect(() => counts.bin(3)).toThrow('No bin 3 of 3.')
    expect(() => counts.unit(2)).toThrow('No unit 2 of 2.')
    expect(() => new CountMatrix(Uint8Array.of(1), [3, 2])).toThrow('1 counts do not fill')
  })
})

describe('decodeArray', () => {
  test('decodes little-endian numbers of each type', () => {
    const bytes = Buffer.from(Float64Array.of(0.1, Number.NaN).buffer).toString('base64')
    const { shape, data } = decodeArray({ dtype: 'float64', shape: [2], bytes })
    expect(shape).toEqual([2])
    expect(data).toEqual(Float64Array.of(0.1, Number.NaN))
  })

  test.each([
    [{ dtype: 'float16', shape: [1], bytes: 'AAA=' }, 'number type float16'],
    [{ dtype: 'uint16', shape: [2], bytes: 'AAA=' }, '2 bytes do not fill the shape [2] of uint16'],
    [{ dtype: 'uint8', shape: [1], bytes: 'A!A=' }, 'not base64'],
    [{ dtype: 'uint8', shape: [1], bytes: undefined }, 'query data { dtype shape bytes }'],
  ])('refuses %o', (array, message) => {
    expect(() => decodeArray(array)).toThrow(message)
  })
})
