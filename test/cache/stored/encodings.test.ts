import { describe, expect, test } from 'vitest'
import { decodeEntry, encodeEntry } from '../../../src/cache/stored/index-entry.ts'
import { decodePack, encodePack } from '../../../src/cache/stored/pack-encoding.ts'

/** The same with one byte changed. */
function damaged(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('an entry', () => {
  const value = { a: Number.NaN, b: undefined, c: 2n ** 60n, d: Float64Array.of(1, 2) }
  const bytes = Buffer.from(encodeEntry('key', value))

  test('is as it was, for its key', () => {
    expect(decodeEntry('key', bytes)).toEqual(value)
    expect(decodeEntry('other', bytes)).toBeUndefined()
  })

  test('that is damaged anywhere is none', () => {
    for (let at = 0; at < bytes.length; at++) {
      expect(decodeEntry('key', damaged(bytes, at))).toBeUndefined()
    }
    expect(decodeEntry('key', Buffer.alloc(0))).toBeUndefined()
  })
})

describe('a pack', () => {
  const entries = [
    { key: 'a', value: Buffer.from('one') },
    { key: 'b', value: Buffer.alloc(0) },
    { key: 'é', value: Buffer.from([0, 255]) },
  ]
  const pack = encodePack('list', entries)

  function decoded(name: string, bytes: Uint8Array) {
    const found: [string, string][] = []
    const isWhole = decodePack(name, Buffer.from(bytes), (key, value) => {
      found.push([key, Buffer.from(value).toString('hex')])
    })
    return { isWhole, found }
  }

  test('has its entries in order', () => {
    expect(decoded('list', pack)).toEqual({
      isWhole: true,
      found: [
        ['a', '6f6e65'],
        ['b', ''],
        ['é', '00ff'],
      ],
    })
    expect(decoded('list', encodePack('list', []))).toEqual({ isWhole: true, found: [] })
  })

  test('of another list, or a damaged one, has none', () => {
    const none = { isWhole: false, found: [] }
    expect(decoded('other', pack)).toEqual(none)
    expect(decoded('list', Buffer.alloc(0))).toEqual(none)
    for (let at = 0; at < pack.length; at++) {
      expect(decoded('list', damaged(pack, at))).toEqual(none)
    }
  })
})
