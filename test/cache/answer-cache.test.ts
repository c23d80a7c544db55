import { describe, expect, test } from 'vitest'
import { AnswerCache } from '../../src/cache/answer-cache.ts'

describe('AnswerCache', () => {
  test('asks once, also while the answer is on its way', async () => {
    const cache = new AnswerCache(10_000)
    let asked = 0
    const ask = async () => ++asked
    expect(await Promise.all([cache.get('a', ask), cache.get('a', ask)])).toEqual([1, 1])
    expect(await cache.get('a', ask)).toBe(1)
    expect(cache.statistics).toMatchObject({ entries: 1, hits: 2, misses: 1 })
  })

  test('asks again where the answer failed', async () => {
    const cache = new AnswerCache(10_000)
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await cache.get('a', async () => 'back')).toBe('back')
  })

  test('keeps the answers used last, up to its size', async () => {
    const cache = new AnswerCache(1000)
    const answer = (name: string) => cache.get(name, async () => new Uint8Array(400))
    await answer('a')
    await answer('b')
    await answer('a')
    await answer('c')
    expect(cache.statistics).toMatchObject({ entries: 2, bytes: 848, hits: 1, misses: 3 })
    await answer('a')
    expect(cache.statistics).toMatchObject({ hits: 2, misses: 3 })
    await answer('b')
    expect(cache.statistics).toMatchObject({ hits: 2, misses: 4 })
  })

  test('does not forget a newer answer in place of an older one', async () => {
    const cache = new AnswerCache(1000)
    const older = cache.get('a', async () => 1)
    cache.forget('a', older)
    const newer = cache.get('a', async () => 2)
    cache.forget('a', older)
    expect(cache.get('a', async () => 3)).toBe(newer)
  })
})
