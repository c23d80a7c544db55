import { expect, test } from 'vitest'
import { MemoryCache } from '../../src/cache/memory-cache.ts'

const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }]

test('what was used longest ago makes room', () => {
  const cache = new MemoryCache<object>(10)
  cache.set('a', one, 4)
  cache.set('b', two, 4)
  expect(cache.get('a')).toBe(one)
  cache.set('c', three, 4)
  expect(['a', 'b', 'c'].map((key) => cache.peek(key))).toEqual([one, undefined, three])
  expect(cache.statistics).toEqual({ entries: 2, bytes: 8, hits: 1, misses: 0 })
})

test('what is peeked at is not used', () => {
  const cache = new MemoryCache<object>(8)
  cache.set('a', one, 4)
  cache.set('b', two, 4)
  expect(cache.peek('a')).toBe(one)
  cache.set('c', three, 4)
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, two])
  expect(cache.statistics).toMatchObject({ hits: 1, misses: 1 })
})

test('what is set again has its new size, and what is deleted none', () => {
  const cache = new MemoryCache<object>(10)
  cache.set('a', one, 9)
  cache.set('a', one, 2)
  expect(cache.statistics.bytes).toBe(2)
  cache.delete('a')
  expect(cache.statistics).toMatchObject({ entries: 0, bytes: 0 })
})

test('without room nothing is kept', () => {
  const cache = new MemoryCache<object>(0)
  cache.set('a', one, 1)
  expect([cache.isOn, cache.get('a'), cache.peek('a')]).toEqual([false, undefined, undefined])
  expect(cache.statistics).toEqual({ entries: 0, bytes: 0, hits: 0, misses: 1 })
  expect(new MemoryCache<object>(1).isOn).toBe(true)
})
