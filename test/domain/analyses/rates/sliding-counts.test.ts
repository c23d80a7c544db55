import { describe, expect, test } from 'vitest'
import {
  SlidingCounter,
  slideBins,
  slidingStarts,
} from '../../../../src/domain/analyses/rates/sliding-counts.ts'
import { cutIntoBins } from '../../../../src/domain/counting/bins.ts'
import { InvalidArgumentError, TooManyBinsError } from '../../../../src/errors.ts'

const window = (startTime: number, stopTime: number, size: number) =>
  cutIntoBins({ startTime, stopTime }, size)

function count(bins: ReturnType<typeof slideBins>, trains: readonly (readonly number[])[]) {
  const counter = new SlidingCounter({ unitRows: Uint32Array.from(trains.keys()), bins })
  trains.forEach((train, column) => {
    counter.add(column, Float64Array.from(train))
  })
  return counter.finish().counts
}

describe('slideBins', () => {
  test('has the bins that lie wholly in the window', () => {
    expect(slideBins(window(0, 10, 2), 1).count).toBe(9)
    expect(slideBins(window(0, 10, 2), 3).count).toBe(3)
    expect(slideBins(window(0, 2, 2), 1).count).toBe(1)
  })

  test('takes no bin away for a rounding of the window', () => {
    // 100.575 - 100 is a little less than 19 * 0.025 + 0.1.
    expect(slideBins(window(100, 100.575, 0.1), 0.025).count).toBe(20)
  })

  test('has a million bins at most', () => {
    expect(slideBins(window(0, 1_000_000, 1), 1).count).toBe(1_000_000)
  })

  test('starts bins at multiples of the stride', () => {
    expect([...slidingStarts(slideBins(window(5, 6, 0.5), 0.25))]).toEqual([0, 0.25, 0.5])
  })

  test('refuses a stride that is not greater than 0, and too many bins', () => {
    for (const stride of [0, -1, Number.NaN]) {
      expect(() => slideBins(window(0, 10, 1), stride)).toThrow(InvalidArgumentError)
    }
    expect(() => slideBins(window(0, 10, 1), 1e-6)).toThrow(TooManyBinsError)
  })
})

describe('SlidingCounter', () => {
  test('counts a spike in every bin that holds it', () => {
    // Bins [0, 2), [1, 3), [2, 4), [3, 5].
    const bins = slideBins(window(10, 15, 2), 1)
    expect([...count(bins, [[11.5, 13]])]).toEqual([1, 1, 1, 1])
    expect([...count(bins, [[12]])]).toEqual([0, 1, 1, 0])
  })

  test('closes the last bin, and no other', () => {
    const bins = slideBins(window(10, 15, 2), 1)
    expect([...count(bins, [[14]])]).toEqual([0, 0, 0, 1])
    expect([...count(bins, [[15]])]).toEqual([0, 0, 0, 1])
    expect([...count(bins, [[15.5]])]).toEqual([0, 0, 0, 0])
  })

  test('leaves out spikes between bins where the stride is longer than they are', () => {
    // Bins [0, 1) and [3, 4).
    expect([...count(slideBins(window(0, 5, 1), 3), [[0.5, 1, 2, 3, 3.5]])]).toEqual([1, 2])
  })

  test('is the same as bins side by side where the stride is their size', () => {
    expect([...count(slideBins(window(0, 3, 1), 1), [[0, 0.5, 1, 3]])]).toEqual([2, 1, 1])
  })

  test('begins a bin at every stride, in seconds', () => {
    // Bins [0, 1), [0.5, 1.5) and [1, 2].
    expect([...count(slideBins(window(0, 2, 1), 0.5), [[0.2, 0.7, 1.2, 1.3, 2]])]).toEqual([
      2, 3, 3,
    ])
  })

  test('keeps to bytes as long as no bin has more than 255 spikes', () => {
    const spikes = [0.5, 1.5].flatMap((time) => new Array<number>(255).fill(time))
    expect(count(slideBins(window(0, 2, 1), 1), [spikes])).toEqual(Uint8Array.of(255, 255))
  })

  test('has a column for each unit, in cells that are wide enough', () => {
    const many = new Array<number>(300).fill(0.5)
    const counts = count(slideBins(window(0, 2, 1), 1), [[1.5], many])
    expect(counts).toEqual(Uint16Array.of(0, 300, 1, 0))
  })
})
