import { describe, expect, test } from 'vitest'
import {
  coverage,
  overlappingInvalidTimes,
  touchingInvalidTimes,
} from '../../../src/domain/time/coverage.ts'

const bins = { start: 10, stop: 20, size: 1, count: 10 }

describe('coverage', () => {
  test.each([
    ['all of it', 0, 100, 1],
    ['just it', 10, 20, 1],
    ['its second half', 15, 100, 0.5],
    ['its first quarter', 0, 12.5, 0.25],
    ['a tenth in its middle', 14, 15, 0.1],
    ['what ends where it starts', 0, 10, 0],
    ['what starts where it ends', 20, 30, 0],
    ['what lies before', 0, 5, 0],
    ['what lies after', 25, 30, 0],
  ])('of a window when %s was recorded', (_, startTime, stopTime, part) => {
    expect(coverage(bins, [{ startTime, stopTime }])).toBe(part)
  })

  test('is 0 when nothing was recorded', () => {
    expect(coverage(bins, [])).toBe(0)
  })

  test('adds up several stretches', () => {
    const stretches = [
      { startTime: 5, stopTime: 12 },
      { startTime: 13, stopTime: 14 },
      { startTime: 18, stopTime: 30 },
    ]
    expect(coverage(bins, stretches)).toBe(0.5)
  })

  test('counts the bins only, not what they leave of the window', () => {
    const threeBins = { start: 0, stop: 1, size: 0.25, count: 3 }
    expect(coverage(threeBins, [{ startTime: 0, stopTime: 0.75 }])).toBe(1)
  })

  test('counts what precedes the clock', () => {
    const early = { start: -10, stop: 90, size: 0.1, count: 1000 }
    expect(coverage(early, [{ startTime: 0, stopTime: 9000 }])).toBe(0.9)
  })

  test.each([
    // (3.3 + 0.1) - 3.3 is 0.10000000000000009
    ['above', { start: 3.3, stop: 3.4, size: 0.1, count: 1 }],
    // (0.7 + 0.1) - 0.7 is 0.09999999999999998
    ['below', { start: 0.7, stop: 0.8, size: 0.1, count: 1 }],
  ])('is exactly 1 for a whole window whose quotient a rounding puts %s', (_, whole) => {
    expect(coverage(whole, [{ startTime: 0, stopTime: 9 }])).toBe(1)
    expect(coverage(whole, [{ startTime: whole.start, stopTime: whole.stop }])).toBe(1)
  })

  test('is exactly 1 when the recording stops with a window whose bins add up to a rounding more', () => {
    // 3 * 0.1 is 0.30000000000000004
    const tenths = { start: 0, stop: 0.3, size: 0.1, count: 3 }
    expect(coverage(tenths, [{ startTime: 0, stopTime: 0.3 }])).toBe(1)
  })

  test('is below 1 when the recording lacks either end', () => {
    expect(coverage(bins, [{ startTime: 10.001, stopTime: 100 }])).toBeLessThan(1)
    expect(coverage(bins, [{ startTime: 0, stopTime: 19.999 }])).toBeLessThan(1)
  })
})

describe('overlappingInvalidTimes', () => {
  const invalid = (startTime: number, stopTime: number, tag = 'all_probes') => ({
    startTime,
    stopTime,
    tags: [tag],
  })

  test('keeps those that touch the window, whatever their tags, in order of the file', () => {
    const touching = [
      invalid(20, 30),
      invalid(0, 10),
      invalid(12, 13, 'stimulus'),
      invalid(0, 100, 'probeA'),
    ]
    const beside = [invalid(0, 9.999), invalid(20.001, 30)]
    expect(overlappingInvalidTimes(bins, [...touching, ...beside])).toEqual(touching)
  })

  test('finds none among none', () => {
    expect(overlappingInvalidTimes(bins, [])).toEqual([])
  })
})

test('an interval whose stop is not known is taken for its start', () => {
  const invalid = [{ startTime: 0, stopTime: 10, tags: [] }]
  expect(touchingInvalidTimes(5, Number.NaN, invalid)).toEqual(invalid)
  expect(touchingInvalidTimes(11, Number.NaN, invalid)).toEqual([])
})

test('an interval is touched by what is invalid up to its stop', () => {
  const invalid = [{ startTime: 8, stopTime: 9, tags: [] }]
  expect(touchingInvalidTimes(5, 10, invalid)).toEqual(invalid)
  expect(touchingInvalidTimes(5, 7, invalid)).toEqual([])
})

test('stretches that meet cover no more than all of a window', () => {
  // (0.31 - 0.3) + (0.4 - 0.31) is more than 0.1.
  const tenth = { start: 0.3, stop: 0.4, size: 0.1, count: 1 }
  const stretches = [
    { startTime: 0, stopTime: 0.31 },
    { startTime: 0.31, stopTime: 9 },
  ]
  expect(coverage(tenth, stretches)).toBe(1)
})
