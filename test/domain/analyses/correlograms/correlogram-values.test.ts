import { describe, expect, test } from 'vitest'
import {
  correlationCoefficients,
  expectedCoincidences,
  normalizedRates,
  targetRates,
} from '../../../../src/domain/analyses/correlograms/correlogram-values.ts'

const { NaN: none } = Number
/** Five bins, around -0.5 to 0.5 s. */
const bins = { binSize: 0.25, lagCount: 2 }
const totals = { referenceCount: 8, targetCount: 20 }
const counts = Uint32Array.of(0, 2, 4)

describe('the rate of the target around spikes of the reference', () => {
  test('is its spikes over their number and the length of a bin', () => {
    expect(targetRates(counts, totals, bins)).toEqual(Float64Array.of(0, 1, 2))
    expect(targetRates(Uint32Array.of(0), { ...totals, referenceCount: 0 }, bins)).toEqual(
      Float64Array.of(none),
    )
  })

  test('is relative to its mean rate', () => {
    expect(normalizedRates(counts, totals, bins, 10)).toEqual(Float64Array.of(0, 0.5, 1))
    expect(normalizedRates(counts, totals, bins, 0.5)).toEqual(Float64Array.of(0, 0.025, 0.05))
    expect(normalizedRates(counts, totals, bins, 0)).toEqual(Float64Array.of(none, none, none))
    expect(normalizedRates(Uint32Array.of(0), { ...totals, targetCount: 0 }, bins, 10)).toEqual(
      Float64Array.of(none),
    )
  })
})

describe('the coefficient of correlation', () => {
  const of = (targetSquares: number, referenceSquares = 4) =>
    correlationCoefficients(
      Uint32Array.of(2, 1, 0),
      { referenceCount: 2, targetCount: 2 },
      [referenceSquares, targetSquares],
      4,
    )

  test('is the covariance of the trains over the root of their variances', () => {
    // Variations of 4 - 2²/4 and 4 - 2²/4, and 1 pair expected in each lag.
    expect(of(4)).toEqual(Float64Array.of(1 / 3, 0, -1 / 3))
  })

  test('is the same in few bins, where variations are less than 1', () => {
    // One spike each in the same one of two bins: (1 - 1/2) / (1 - 1/2).
    const one = { referenceCount: 1, targetCount: 1 }
    expect(correlationCoefficients(Uint32Array.of(1, 0), one, [1, 1], 2)).toEqual(
      Float64Array.of(1, -1),
    )
  })

  test('is missing of a train that is the same in all bins', () => {
    expect(of(1)).toEqual(Float64Array.of(none, none, none))
    expect(of(4, 1)).toEqual(Float64Array.of(none, none, none))
  })
})

describe('the coincidences that are expected', () => {
  const pairs = { references: Int32Array.of(0, 0), targets: Int32Array.of(1, 2) }
  const spikeCounts = Float64Array.of(10, 20, 30)

  test('are those of all pairs at even rates', () => {
    // Five bins: of lags from -2 to 2.
    expect(expectedCoincidences(spikeCounts, pairs, bins, 100)).toBe((500 * 5 * 0.25) / 100)
    expect(expectedCoincidences(spikeCounts, pairs, bins, 0.5)).toBe((500 * 5 * 0.25) / 0.5)
  })

  test('are none in no time', () => {
    expect(expectedCoincidences(spikeCounts, pairs, bins, 0)).toBe(0)
  })
})
