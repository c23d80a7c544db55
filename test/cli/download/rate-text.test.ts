import { expect, test } from 'vitest'
import { rateText } from '../../../src/cli/download/rate-text.ts'

test('a rate is that of the last twenty seconds, and says what is left', () => {
  let now = 0
  const text = rateText(() => now)
  expect(text(0, 1e9)).toBe('1 GB')
  now = 10_000
  expect(text(100e6, 1e9)).toBe('10 MB/s, 90 s left')
  now = 40_000
  expect(text(700e6, 1e9)).toBe('20 MB/s, 15 s left')
})

test('long times are in minutes, and hours', () => {
  let now = 0
  const text = rateText(() => now)
  text(0, 2e9)
  now = 1000
  expect(text(1e6, 2e9)).toBe('1 MB/s, 34 min left')
  expect(rateText(() => now)(5, 10)).toBe('10 bytes')
  const slow = rateText(() => now)
  slow(0, 2e9)
  now = 2000
  expect(slow(1e5, 2e9)).toBe('100 kB/s, 5.6 h left')
})
