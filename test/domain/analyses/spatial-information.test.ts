import { describe, expect, test } from 'vitest'
import {
  spatialInformation,
  tuningRates,
} from '../../../src/domain/analyses/tuning/spatial-information.ts'

const none = Number.NaN

describe('rates', () => {
  test('are counts by the time spent; missing where none was, or not enough', () => {
    const counts = Float64Array.of(4, 0, 0, 2, 1, 0)
    const occupancy = Float64Array.of(2, 0.5, 0, 2, 0.5, 0)
    expect([...tuningRates(counts, occupancy, 0)]).toEqual([2, 0, none, 1, 2, none])
    expect([...tuningRates(counts, occupancy, 1)]).toEqual([2, none, none, 1, none, none])
  })
})

test('the rate of spikes in no time is missing', () => {
  expect([...tuningRates(Float64Array.of(3), Float64Array.of(0), 0)]).toEqual([none])
  expect([...tuningRates(Float64Array.of(3), Float64Array.of(2), 2)]).toEqual([1.5])
})

describe('spatial information', () => {
  const information = (rates: number[], occupancy: number[]) =>
    spatialInformation(Float64Array.from(rates), Float64Array.from(occupancy))

  test('of a unit that fires in one of two equal halves is one bit a spike', () => {
    expect(information([4, 0], [10, 10])).toEqual({ bitsPerSecond: 2, bitsPerSpike: 1 })
  })

  test('weighs bins by the time spent in them', () => {
    // p = 1/4 and 3/4, mean rate 2: 1/4 · 8 · log2(4) = 4 bits a second.
    expect(information([8, 0], [5, 15])).toEqual({ bitsPerSecond: 4, bitsPerSpike: 2 })
  })

  test('is told of little time and few spikes, too', () => {
    expect(information([1, 0], [0.25, 0.25])).toEqual({ bitsPerSecond: 0.5, bitsPerSpike: 1 })
  })

  test('of a unit that fires everywhere alike is none', () => {
    expect(information([3, 3, 3], [1, 2, 4])).toEqual({ bitsPerSecond: 0, bitsPerSpike: 0 })
  })

  test('leaves out bins without a rate', () => {
    expect(information([4, 0, none], [10, 10, 0.1])).toEqual({ bitsPerSecond: 2, bitsPerSpike: 1 })
  })

  test('of a silent unit is 0 a second, and missing per spike', () => {
    expect(information([0, 0], [10, 10])).toEqual({ bitsPerSecond: 0, bitsPerSpike: none })
  })

  test('without any rate is missing', () => {
    expect(information([none], [0])).toEqual({ bitsPerSecond: none, bitsPerSpike: none })
  })
})
