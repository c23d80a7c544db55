import { describe, expect, test } from 'vitest'
import {
  correctForJitter,
  type JitterRule,
} from '../../../../src/domain/analyses/correlograms/jitter-correction.ts'

/** Two presentations of five bins, in windows of 2, 2 and 1; 5, 5 and 4 spikes of three units. */
const trains = {
  binCount: 5,
  presentations: [
    [Float64Array.of(1, 2), Float64Array.of(0, 3, 4), Float64Array.of(0, 1)],
    [Float64Array.of(0, 2, 4), Float64Array.of(2, 3), Float64Array.of(0, 1)],
  ],
}
const pairOf = (reference: number, target: number) => ({
  references: Int32Array.of(reference),
  targets: Int32Array.of(target),
})
/** Coincidences of the first two units, and of the first with itself, at lags from -2 to 2. */
const counts = Uint32Array.of(2, 2, 1, 2, 3)
const ownCounts = Uint32Array.of(2, 1, 0, 1, 2)

const correct = (
  pair: { references: Int32Array; targets: Int32Array },
  part: Partial<JitterRule> = {},
  checkpoint = () => {},
  coincidences = counts,
) => {
  const rule = { lagCount: 2, windowBins: 2, minimumRate: 0, ...part }
  return [...correctForJitter(trains, coincidences, pair, rule, checkpoint)]
}

describe('the correction for jitter', () => {
  test('spreads spikes over windows, also a shorter last one, and pairs them across windows', () => {
    // Jittered, the first unit is [½ ½ 1 0 0] and [½ ½ 1 0 1], the second [1 0 ⅓ ⅔ 1] and
    // [0 0 ⅔ 4/3 0]: means of their sums of products are 5/6, 11/12, 3/4, 5/4 and 5/4. λ is 1/2.
    const expected = [
      (2 / 2 - 5 / 6) / (3 / 2),
      (2 / 2 - 11 / 12) / (4 / 2),
      (1 / 2 - 3 / 4) / (5 / 2),
      (2 / 2 - 5 / 4) / (4 / 2),
      (3 / 2 - 5 / 4) / (3 / 2),
    ]
    const corrected = correct(pairOf(0, 1))
    expect(corrected).toHaveLength(5)
    for (const [lag, value] of corrected.entries()) expect(value).toBeCloseTo(expected[lag], 14)
  })

  test('spreads nothing after the last bin', () => {
    // Means of the sums of products of the first unit and itself are 1, 3/4, 2, 3/4 and 1.
    const [, before, at, after, last] = correct(pairOf(0, 0), {}, () => {}, ownCounts)
    expect(before).toBeCloseTo((1 / 2 - 3 / 4) / (4 / 2), 14)
    expect(at).toBeCloseTo((0 - 2) / (5 / 2), 14)
    expect(after).toBeCloseTo((1 / 2 - 3 / 4) / (4 / 2), 14)
    expect(last).toBeCloseTo(0, 14)
  })

  test('in windows of one bin leaves nothing: spikes cannot move', () => {
    const part = { lagCount: 1, windowBins: 1 }
    const ofOne = correct(pairOf(0, 1), part, () => {}, Uint32Array.of(2, 1, 2))
    for (const value of ofOne) expect(value).toBeCloseTo(0, 14)
  })

  test('of a single presentation leaves nothing: its spikes are spread as they are', () => {
    const one = { binCount: 5, presentations: trains.presentations.slice(0, 1) }
    const rule = { lagCount: 1, windowBins: 2, minimumRate: 0 }
    // Spikes in the bins 1 and 2, and in 0, 3 and 4.
    const ofOne = correctForJitter(one, Uint32Array.of(1, 0, 1), pairOf(0, 1), rule, () => {})
    for (const value of ofOne) expect(value).toBeCloseTo(0, 14)
  })

  test('needs both units above the minimum rate', () => {
    // The third unit has 4 spikes in 10 bins.
    const none = new Array(5).fill(Number.NaN)
    expect(correct(pairOf(0, 2), { minimumRate: 0.4 })).toEqual(none)
    expect(correct(pairOf(2, 0), { minimumRate: 0.4 })).toEqual(none)
    expect(correct(pairOf(0, 1), { minimumRate: 0.4 })).not.toContain(Number.NaN)
    expect(correct(pairOf(2, 0), { minimumRate: 0.39 })).not.toContain(Number.NaN)
  })

  test('can be told to give up before a pair', () => {
    const giveUp = () => {
      throw new Error('given up')
    }
    expect(() => correct(pairOf(0, 1), {}, giveUp)).toThrow('given up')
  })
})
