import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leasedClaim } from '../../../src/cache/stored/claim-lease.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a claim is renewed three times a minute until it is given up, whatever fails', async () => {
  let renewed = 0
  let givenUp = 0
  const claim = leasedClaim(
    async () => {
      renewed++
      throw new Error('no')
    },
    async () => {
      givenUp++
      throw new Error('no')
    },
  )
  vi.advanceTimersByTime(19_999)
  expect(renewed).toBe(0)
  vi.advanceTimersByTime(1)
  expect(renewed).toBe(1)
  vi.advanceTimersByTime(40_000)
  expect(renewed).toBe(3)
  await claim.release()
  vi.advanceTimersByTime(60_000)
  expect([renewed, givenUp]).toEqual([3, 1])
})
