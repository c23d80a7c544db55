import { describe, expect, test } from 'vitest'
import { revisedLocalVariation } from '../../../../src/domain/analyses/trains/revised-local-variation.ts'

/** Spikes whose intervals are 0.3, 4.5, 6.7 and 9.3 s. */
const spikeTimes = Float64Array.of(0, 0.3, 4.8, 11.5, 20.8)
const R = 0.005

describe('revisedLocalVariation', () => {
  test('gives the published measure of a train', () => {
    const term = (a: number, b: number) =>
      (1 - (4 * a * b) / (a + b) ** 2) * (1 + (4 * R) / (a + b))
    const expected = term(0.3, 4.5) + term(4.5, 6.7) + term(6.7, 9.3)
    expect(revisedLocalVariation(spikeTimes, [[0, 5]], R)).toBeCloseTo(expected, 14)
  })

  test('is the local variation without refractoriness', () => {
    expect(revisedLocalVariation(spikeTimes, [[0, 5]], 0)).toBeCloseTo(0.8306154336734695, 14)
  })

  test('weighs short intervals by their refractoriness', () => {
    // Intervals 0.25 and 0.5 s.
    const expected = 3 * (1 / 3) ** 2 * (1 + 0.02 / 0.75)
    const times = Float64Array.of(1, 1.25, 1.75)
    expect(revisedLocalVariation(times, [[0, 3]], R)).toBeCloseTo(expected, 14)
  })

  test('pairs no intervals of different runs', () => {
    // Intervals 0.3 and 4.5 in the first run, 9.3 alone in the second: one pair.
    const runs = [[0, 3] as const, [3, 5] as const]
    const expected = 3 * (4.2 / 4.8) ** 2 * (1 + 0.02 / 4.8)
    expect(revisedLocalVariation(spikeTimes, runs, R)).toBeCloseTo(expected, 14)
  })

  test('leaves out two intervals of 0 in a row, which have no ratio', () => {
    const times = Float64Array.of(1, 1, 1, 3)
    expect(revisedLocalVariation(times, [[0, 4]], R)).toBeCloseTo(3 * (1 + 0.02 / 2), 14)
  })

  test('is 0 for a regular train, and NaN where there are no two intervals in a row', () => {
    expect(revisedLocalVariation(Float64Array.of(1, 2, 3, 4), [[0, 4]], R)).toBe(0)
    expect(revisedLocalVariation(spikeTimes, [[0, 2]], R)).toBeNaN()
    expect(revisedLocalVariation(spikeTimes, [], R)).toBeNaN()
  })
})
