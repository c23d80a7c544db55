import { describe, expect, test } from 'vitest'
import { epochBins } from '../../../src/domain/counting/epoch-window.ts'
import { InvalidBinSizeError, InvalidWindowError, TooManyBinsError } from '../../../src/errors.ts'

const epochAt = (startTime: number, stopTime = startTime + 50) => ({
  index: 0,
  stimulusName: 'gabors',
  block: 0,
  startTime,
  stopTime,
})

describe('epochBins', () => {
  test('reaches from before the start to after it', () => {
    expect(epochBins(epochAt(100), { before: 10, after: 90, binSize: 0.1 })).toEqual({
      start: 90,
      stop: 190,
      size: 0.1,
      count: 1000,
    })
  })

  test('reaches to the end of the epoch when after is null', () => {
    expect(epochBins(epochAt(100, 130), { before: 0, after: null, binSize: 10 })).toEqual({
      start: 100,
      stop: 130,
      size: 10,
      count: 3,
    })
    expect(epochBins(epochAt(100, 130), { before: 10, after: null, binSize: 10 }).count).toBe(4)
  })

  test('keeps a start before the recording', () => {
    expect(epochBins(epochAt(3), { before: 10, after: 90, binSize: 50 })).toEqual({
      start: -7,
      stop: 93,
      size: 50,
      count: 2,
    })
  })

  test('may lie before the start, or behind it, as a whole', () => {
    expect(epochBins(epochAt(100), { before: 20, after: -10, binSize: 5 })).toEqual({
      start: 80,
      stop: 90,
      size: 5,
      count: 2,
    })
    expect(epochBins(epochAt(100), { before: -10, after: 20, binSize: 5 })).toEqual({
      start: 110,
      stop: 120,
      size: 5,
      count: 2,
    })
  })

  test('counts the bins by before + after, not by the difference of the rounded ends', () => {
    // (1e9 + 0.2) - (1e9 - 0.1) is 0.3000000715..., off by far more than a rounding of 0.3
    const bins = epochBins(epochAt(1e9), { before: 0.1, after: 0.2, binSize: 0.3 })
    expect(bins.count).toBe(1)
    const long = epochBins(epochAt(1e9), { before: 0.1, after: 0.2, binSize: 0.00001 })
    expect(long.count).toBe(30_000)
  })

  test.each([
    [0, 0],
    [10, -10],
    [10, -20],
    [Number.NaN, 90],
    [10, Number.NaN],
    [-Infinity, Infinity],
  ])('refuses before %d and after %d', (before, after) => {
    const cut = () => epochBins(epochAt(100), { before, after, binSize: 0.1 })
    expect(cut).toThrow(InvalidWindowError)
    expect(cut).toThrow(`before ${before} s and after ${after} s leave no window`)
  })

  test.each([
    [Infinity, 90],
    [10, Infinity],
  ])('refuses endless windows: before %d, after %d', (before, after) => {
    expect(() => epochBins(epochAt(100), { before, after, binSize: 0.1 })).toThrow(
      'both ends must be finite',
    )
  })

  test('asks for after where the end of the epoch is unknown', () => {
    const epoch = epochAt(100, Number.NaN)
    expect(() => epochBins(epoch, { before: 0, after: null, binSize: 0.1 })).toThrow(
      "If an epoch's end is unknown, pass the number of seconds after its start.",
    )
    expect(epochBins(epoch, { before: 0, after: 1, binSize: 0.1 }).count).toBe(10)
  })

  test('refuses the bins that cutIntoBins refuses', () => {
    expect(() => epochBins(epochAt(0), { before: 0, after: 1, binSize: 0 })).toThrow(
      InvalidBinSizeError,
    )
    expect(() => epochBins(epochAt(0), { before: 0, after: 1, binSize: 1e-9 })).toThrow(
      TooManyBinsError,
    )
    expect(() => epochBins(epochAt(0), { before: 0, after: 1, binSize: 2 })).toThrow(
      InvalidWindowError,
    )
  })
})
