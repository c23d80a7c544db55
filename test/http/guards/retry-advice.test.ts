import { expect, test } from 'vitest'
import { RetryAdvice } from '../../../src/http/guards/retry-advice.ts'

/** Advice for so many who are refused in the same moment, by a clock and chance of the test's. */
function advised(count: number, queueLength: number, chance: number, clock = { now: 0 }) {
  const advice = new RetryAdvice(
    queueLength,
    () => chance,
    () => clock.now,
  )
  return { advice, clock, seconds: Array.from({ length: count }, () => advice.next()) }
}

test('one who is refused alone comes back in a second', () => {
  expect(advised(1, 64, 0.999).seconds).toEqual([1])
})

test('the more are refused, the further apart they come back, from a second on', () => {
  expect(advised(2560, 64, 0.999).seconds.at(-1)).toBe(10)
  expect(advised(2560, 64, 0).seconds.at(-1)).toBe(1)
  expect(advised(2560, 64, 0.5).seconds.at(-1)).toBe(6)
})

test('no one waits longer than half a minute', () => {
  expect(Math.max(...advised(100_000, 1, 0.999).seconds)).toBe(30)
})

test('those of long ago are forgotten', () => {
  const { advice, clock } = advised(2560, 64, 0.999)
  clock.now = 60_000
  expect(advice.next()).toBe(1)
  expect(advice.refused).toBe(2561)
})

test('half of those who were refused are forgotten within two seconds', () => {
  const { advice, clock } = advised(38, 1, 0.9999)
  clock.now = 2000
  // 19 and this one, four in a second: five seconds, but for chance.
  expect(advice.next()).toBe(5)
})
