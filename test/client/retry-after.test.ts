import { afterEach, describe, expect, test, vi } from 'vitest'
import { backOffSeconds, retryAfterSeconds, wait } from '../../src/client/retry-after.ts'

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')

  test.each([
    ['2', 2],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['soon', null],
    ['-1.5e', null],
    ['', null],
    [null, null],
  ])('%o asks to wait %o seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds)
  })
})

describe('wait', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test.each([
    [4, 0, 4000],
    [4, 0.5, 5000],
    [4, 0.999, 5998],
    [0, 0.999, 49.95],
  ])('of %d s with a chance of %d takes %d ms', async (seconds, chance, milliseconds) => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    let isOver = false
    const waiting = wait(seconds, undefined).then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(Math.floor(milliseconds) - 1)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(2)
    await waiting
    expect(isOver).toBe(true)
  })

  test('of a signal that is aborted already rejects with its reason', async () => {
    const reason = new Error('never mind')
    await expect(wait(20, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})

test('a request is asked again less and less often', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(backOffSeconds)).toEqual([0, 2, 4, 8, 16, 20, 20])
})
