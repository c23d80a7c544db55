import { describe, expect, test } from 'vitest'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import { InvalidBinSizeError, InvalidWindowError, TooManyBinsError } from '../../../src/errors.ts'

const cut = (startTime: number, stopTime: number, size: number, length?: number) =>
  cutIntoBins({ startTime, stopTime }, size, length)

describe('cutIntoBins', () => {
  test('keeps the window as asked', () => {
    expect(cut(2, 4, 0.5)).toEqual({ start: 2, stop: 4, size: 0.5, count: 4 })
  })

  test.each([
    // 0.3 / 0.1 is 2.9999999999999996
    [0, 0.3, 0.1, 3],
    [0, 0.6, 0.2, 3],
    [0, 0.7, 0.1, 7],
    [0, 100, 0.1, 1000],
    [0, 1, 1 / 3, 3],
    [1000, 1000.3, 0.1, 3],
    [-10, 90, 0.1, 1000],
  ])('counts the bins from %d to %d s in bins of %d s: %d', (start, stop, size, count) => {
    expect(cut(start, stop, size).count).toBe(count)
  })

  test.each([
    [0, 1, 0.3, 3],
    [0, 0.99, 0.1, 9],
    [0, 0.399999, 0.1, 3],
    [0, 0.2999, 0.1, 2],
    [0, 1.9, 1, 1],
  ])('leaves out the remainder from %d to %d s in bins of %d s: %d', (start, stop, size, count) => {
    expect(cut(start, stop, size).count).toBe(count)
  })

  test('takes the length that is given for better known', () => {
    // 62.426 - 10 to 62.426 + 90 is 99.99999999999999 s long
    expect(cut(52.426, 152.426, 50, 100)).toEqual({
      start: 52.426,
      stop: 152.426,
      size: 50,
      count: 2,
    })
    expect(cut(0, 100, 1, 3).count).toBe(3)
  })

  test.each([0, -0.1, Number.NaN, Infinity, -Infinity])('refuses bins of %d s', (size) => {
    expect(() => cut(0, 1, size)).toThrow(InvalidBinSizeError)
    expect(() => cut(0, 1, size)).toThrow(`binSize is ${size}; it must be a finite number`)
  })

  test.each([
    [Number.NaN, 1],
    [0, Number.NaN],
    [-Infinity, 1],
    [0, Infinity],
  ])('refuses a window from %d to %d s, for its ends', (start, stop) => {
    expect(() => cut(start, stop, 0.1)).toThrow(InvalidWindowError)
    expect(() => cut(start, stop, 0.1)).toThrow(
      `The window is from ${start} to ${stop} s; both ends must be finite.`,
    )
  })

  test.each([
    [1, 1],
    [2, 1],
  ])('refuses a window from %d to %d s, for its length', (start, stop) => {
    expect(() => cut(start, stop, 0.1)).toThrow(InvalidWindowError)
    expect(() => cut(start, stop, 0.1)).toThrow('it must stop after it starts')
  })

  test('takes a window of exactly one bin, and refuses one a little shorter', () => {
    expect(cut(0, 0.1, 0.1).count).toBe(1)
    expect(() => cut(0, 0.0999, 0.1)).toThrow(
      'A window of 0.0999 s is too short for a bin of 0.1 s.',
    )
    expect(() => cut(0, 0.0999, 0.1)).toThrow(InvalidWindowError)
  })

  test('refuses a window that holds less than half a bin', () => {
    expect(() => cut(0, 0.04, 0.1)).toThrow(InvalidWindowError)
  })

  test('takes a million bins and refuses one more', () => {
    expect(cut(0, 1000, 0.001).count).toBe(1_000_000)
    expect(() => cut(0, 1_000_001, 1)).toThrow(TooManyBinsError)
    expect(() => cut(0, 1_000_001, 1)).toThrow('The window has 1000001 bins')
  })

  test('refuses bins so small, or a window so long, that their number overflows', () => {
    expect(() => cut(0, 1, Number.MIN_VALUE)).toThrow(TooManyBinsError)
    expect(() => cut(-1e308, 1e308, 1)).toThrow(TooManyBinsError)
  })
})

test('the tolerance for whole numbers grows with the number of bins', () => {
  // 100 / 0.1 where both ends were rounded: 999.9999999999999
  expect(cutIntoBins({ startTime: 1000.274, stopTime: 1100.274 }, 0.1).count).toBe(1000)
})
