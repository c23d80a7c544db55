import { describe, expect, test, vi } from 'vitest'
import { RateLimits } from '../../../src/http/auth/rate-limits.ts'

const someone = (requestsPerMinute: number | null, cellsPerMinute: number | null, key = 'a') => ({
  key,
  name: key,
  grants: [],
  limits: { requestsPerMinute, cellsPerMinute },
})

describe('requests per minute', () => {
  test('pass as often as they may, and then say when the minute is over', async () => {
    const limits = new RateLimits(null)
    const principal = someone(2, null)
    await limits.takeRequest(principal)
    await limits.takeRequest(principal)
    await expect(limits.takeRequest(principal)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 60,
    })
  })

  test('are counted for each token, and not where there is no limit', async () => {
    const limits = new RateLimits(null)
    await limits.takeRequest(someone(1, null, 'a'))
    await limits.takeRequest(someone(1, null, 'b'))
    for (let i = 0; i < 3; i++) await limits.takeRequest(someone(null, 1, 'c'))
    await expect(limits.takeRequest(someone(1, null, 'b'))).rejects.toThrow()
  })
})

describe('cells per minute', () => {
  test('may be taken to the last, all at once or in parts', async () => {
    const limits = new RateLimits(null)
    await limits.takeCells(someone(null, 10, 'a'), 10)
    await limits.takeCells(someone(null, 10, 'b'), 4)
    await limits.takeCells(someone(null, 10, 'b'), 6)
    await expect(limits.takeCells(someone(null, 10, 'a'), 1)).rejects.toThrow()
    await expect(limits.takeCells(someone(null, 10, 'b'), 1)).rejects.toThrow()
  })

  test('that were refused are not counted', async () => {
    const limits = new RateLimits(null)
    const principal = someone(null, 10)
    await limits.takeCells(principal, 4)
    await expect(limits.takeCells(principal, 7)).rejects.toMatchObject({ retryAfterSeconds: 60 })
    await limits.takeCells(principal, 6)
  })

  test('beyond a whole minute will never pass', async () => {
    const more = new RateLimits(null).takeCells(someone(null, 10), 11)
    await expect(more).rejects.toMatchObject({ retryAfterSeconds: null })
  })

  test('are counted apart from requests, and none are free', async () => {
    const limits = new RateLimits(null)
    const principal = someone(1, 1)
    await limits.takeRequest(principal)
    await limits.takeCells(principal, 1)
    await limits.takeCells(principal, 0)
    await limits.takeCells(someone(1, null), 5)
  })
})

test('closing lets go of Redis', () => {
  let closed = 0
  new RateLimits({ status: 'ready', disconnect: () => closed++ }).close()
  new RateLimits(null).close()
  expect(closed).toBe(1)
})

test('who waits for the rest of a minute waits for whole seconds, and at least for one', async () => {
  vi.useFakeTimers()
  try {
    const limits = new RateLimits(null)
    const principal = someone(1, null)
    await limits.takeRequest(principal)
    const waits: unknown[] = []
    for (const milliseconds of [1500, 58_000, 450]) {
      vi.advanceTimersByTime(milliseconds)
      await limits.takeRequest(principal).catch((error) => waits.push(error.retryAfterSeconds))
    }
    // 58.5 s, 0.5 s and 0.05 s of the minute are left.
    expect(waits).toEqual([59, 1, 1])
    vi.advanceTimersByTime(50)
    await limits.takeRequest(principal)
  } finally {
    vi.useRealTimers()
  }
})
