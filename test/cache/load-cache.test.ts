import { describe, expect, test } from 'vitest'
import { LoadCache } from '../../src/cache/load-cache.ts'

describe('LoadCache', () => {
  test('loads once, also while it is being loaded', async () => {
    const cache = new LoadCache<number>(10_000)
    let requested = 0
    const sendQuery = async () => ++requested
    expect(await Promise.all([cache.get('a', sendQuery), cache.get('a', sendQuery)])).toEqual([
      1, 1,
    ])
    expect(await cache.get('a', sendQuery)).toBe(1)
    expect(cache.statistics).toMatchObject({ entries: 1, hits: 2, misses: 1 })
  })

  test('loads again what could not be loaded', async () => {
    const cache = new LoadCache<string>(10_000)
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await cache.get('a', async () => 'back')).toBe('back')
  })

  test('keeps the values used last, up to its size', async () => {
    const cache = new LoadCache<Uint8Array>(1000)
    const response = (name: string) => cache.get(name, async () => new Uint8Array(400))
    await response('a')
    await response('b')
    await response('a')
    await response('c')
    expect(cache.statistics).toMatchObject({ entries: 2, bytes: 848, hits: 1, misses: 3 })
    await response('a')
    expect(cache.statistics).toMatchObject({ hits: 2, misses: 3 })
    await response('b')
    expect(cache.statistics).toMatchObject({ hits: 2, misses: 4 })
  })

  test('does not forget a newer value instead of an older one', async () => {
    const cache = new LoadCache<number>(1000)
    const older = cache.get('a', async () => 1)
    cache.forget('a', older)
    const newer = cache.get('a', async () => 2)
    cache.forget('a', older)
    expect(cache.get('a', async () => 3)).toBe(newer)
  })
})
