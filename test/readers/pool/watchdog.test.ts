import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Watchdog } from '../../../src/readers/pool/watchdog.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const begin = ({ begun }: Watchdog) => Atomics.store(begun, 0, 1)

test('a thread that has begun is stuck when its time is over', () => {
  using watchdog = new Watchdog(undefined, 5)
  begin(watchdog)
  vi.advanceTimersByTime(4000)
  expect(watchdog.stuck.aborted).toBe(false)
  vi.advanceTimersByTime(1000)
  expect(watchdog.stuck.aborted).toBe(true)
})

test('waiting for a thread does not count', () => {
  using watchdog = new Watchdog(undefined, 5)
  vi.advanceTimersByTime(60_000)
  begin(watchdog)
  vi.advanceTimersByTime(4000)
  expect(watchdog.stuck.aborted).toBe(false)
})

test('a question that its caller can give up takes as long as the caller waits, and a little more', () => {
  const caller = new AbortController()
  using watchdog = new Watchdog(caller.signal, 5, 2)
  begin(watchdog)
  vi.advanceTimersByTime(600_000)
  expect(watchdog.stuck.aborted).toBe(false)
  caller.abort()
  vi.advanceTimersByTime(1000)
  expect(watchdog.stuck.aborted).toBe(false)
  vi.advanceTimersByTime(1000)
  expect(watchdog.stuck.aborted).toBe(true)
})
