import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PausingStore } from '../../../src/cache/stored/pausing-store.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
const fails = () => Promise.reject(new Error('gone'))

test('a store that has failed is left alone for half a minute', async () => {
  const store = new PausingStore()
  expect(await store.run(async () => 1)).toBe(1)
  await expect(store.run(fails)).rejects.toThrow('gone')
  pass(29_999)
  await expect(store.run(async () => 1)).rejects.toThrow('the store failed just before')
  pass(1)
  expect(await store.run(async () => 2)).toBe(2)
})

test('a fault is reported when it begins, and again after the store has worked', async () => {
  const faults: unknown[] = []
  const store = new PausingStore((error) => faults.push(error))
  for (let i = 0; i < 3; i++) {
    await expect(store.run(fails)).rejects.toThrow('gone')
    pass(30_000)
  }
  expect(faults).toHaveLength(1)
  await store.run(async () => 1)
  await expect(store.run(fails)).rejects.toThrow('gone')
  expect(faults).toHaveLength(2)
})
