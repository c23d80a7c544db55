import { describe, expect, test } from 'vitest'
import {
  type Baseline,
  type BinnedStatistics,
  binsWithin,
  relativeToBaseline,
} from '../../../src/domain/analyses/baseline.ts'

const none = Number.NaN
const edges = Float64Array.of(-2, -1, 0, 1, 2)

/** Two presentations of one unit, unless said otherwise. */
const statistics = (
  means: number[],
  deviations = means.map(() => 0),
  counts = means.map(() => 2),
): BinnedStatistics => ({
  means: Float64Array.from(means),
  standardDeviations: Float64Array.from(deviations),
  presentationCounts: counts,
})

const relative = (
  of: BinnedStatistics,
  method: Baseline['method'],
  [from, to] = [-2, 0] as [number, number],
) => [...relativeToBaseline(of, edges, { from, to, method })]

describe('the bins within a window', () => {
  test('lie in it wholly, ends included', () => {
    expect(binsWithin(edges, -2, 0)).toEqual([0, 2])
    expect(binsWithin(edges, -1.5, 1.5)).toEqual([1, 3])
    expect(binsWithin(edges, -10, 10)).toEqual([0, 4])
    expect(binsWithin(edges, 0.2, 0.8)).toEqual([3, 3])
  })

  test('are not lost to a rounding of their edges', () => {
    // 3 * 0.1 - 1 is -0.7, but for a rounding: -0.7 < -0.6999999999999998
    const rounded = Float64Array.from({ length: 11 }, (_, edge) => edge * 0.1 - 1)
    expect(binsWithin(rounded, -0.7, -0.3)).toEqual([3, 7])
  })
})

describe('a mean relative to its baseline', () => {
  test('less the mean of the baseline', () => {
    expect(relative(statistics([1, 3, 5, 2]), 'subtract')).toEqual([-1, 1, 3, 0])
  })

  test('as a percentage of it; missing where it is 0', () => {
    expect(relative(statistics([1, 3, 5, 2]), 'percent')).toEqual([-50, 50, 150, 0])
    expect(relative(statistics([0, 0, 5, 2]), 'percent')).toEqual([none, none, none, none])
  })

  test('in deviations of the mean over its bins; missing where they are all equal, or one', () => {
    expect(relative(statistics([1, 3, 5, 2]), 'zScore')).toEqual([
      -1 / Math.SQRT2,
      1 / Math.SQRT2,
      3 / Math.SQRT2,
      0,
    ])
    expect(relative(statistics([2, 2, 5, 2]), 'zScore')).toEqual([none, none, none, none])
    expect(relative(statistics([1, 3, 5, 2]), 'zScore', [-1, 0])).toEqual([none, none, none, none])
  })

  test('in deviations of all cells of the baseline', () => {
    // Cells 0 and 2 in the first bin, 3 and 3 in the second: mean 2, sum of squares 6.
    const of = statistics([1, 3, 5, 2], [Math.SQRT2, 0, 0, 0])
    const [first, second, third, fourth] = relative(of, 'pooledZScore')
    expect(first).toBeCloseTo(-1 / Math.SQRT2, 14)
    expect(second).toBeCloseTo(1 / Math.SQRT2, 14)
    expect(third).toBeCloseTo(3 / Math.SQRT2, 14)
    expect(fourth).toBe(0)
    expect(relative(statistics([2, 2, 5, 2]), 'pooledZScore')).toEqual([none, none, none, none])
  })

  test('of one presentation a bin, which has no deviation of its own', () => {
    const of = statistics([1, 3, 5, 2], [none, none, none, none], [1, 1, 1, 1])
    expect(relative(of, 'pooledZScore')).toEqual([
      -1 / Math.SQRT2,
      1 / Math.SQRT2,
      3 / Math.SQRT2,
      0,
    ])
  })

  test('leaves out bins without a mean, and is missing without any', () => {
    const deviations = [none, 0, 0, none]
    const counts = [0, 2, 2, 0]
    const of = statistics([none, 3, 5, none], deviations, counts)
    expect(relative(of, 'subtract')).toEqual([none, 0, 2, none])
    expect(relative(of, 'pooledZScore')).toEqual([none, none, none, none])
    const unknown = statistics([none, none, 5, 2], deviations, [0, 0, 2, 2])
    expect(relative(unknown, 'subtract')).toEqual([none, none, none, none])
    expect(relative(unknown, 'pooledZScore')).toEqual([none, none, none, none])
  })

  test('is taken unit by unit', () => {
    const of = statistics([1, 10, 3, 20, 5, 30, 2, 40])
    expect(relative(of, 'subtract')).toEqual([-1, -5, 1, 5, 3, 15, 0, 25])
  })

  test('needs a bin', () => {
    expect(() => relative(statistics([1, 3, 5, 2]), 'subtract', [-0.5, -0.1])).toThrow(
      'No bin lies wholly within the baseline from -0.5 to -0.1 s; the bins are from -2 to 2 s.',
    )
  })
})

describe('z-scores of means that are not around 0', () => {
  const edges = Float64Array.of(0, 1, 2, 3, 4)
  const statistics = {
    means: Float64Array.of(1, 3, 5, 9),
    standardDeviations: new Float64Array(4),
    presentationCounts: Float64Array.of(1, 1, 1, 1),
  }
  const scores = (method: 'zScore' | 'pooledZScore', to: number) => [
    ...relativeToBaseline(statistics, edges, { from: 0, to, method }),
  ]

  test('are in deviations of the bins of the baseline', () => {
    // The mean of 1, 3 and 5 is 3, their deviation 2.
    expect(scores('zScore', 3)).toEqual([-1, 0, 1, 3])
    expect(scores('pooledZScore', 3)).toEqual([-1, 0, 1, 3])
  })

  test('need two bins, or two cells', () => {
    const missing = new Array(4).fill(Number.NaN)
    expect(scores('zScore', 1)).toEqual(missing)
    expect(scores('pooledZScore', 1)).toEqual(missing)
  })
})

test('bins within a window are those between its ends, but for rounding', () => {
  const edges = Float64Array.of(0, 0.1, 0.2, 0.1 * 3, 0.4)
  expect(binsWithin(edges, 0, 0.3)).toEqual([0, 3])
  expect(binsWithin(edges, 0.1, 0.4)).toEqual([1, 4])
  expect(binsWithin(edges, 0.1 + 0.2, 0.4)).toEqual([3, 4])
  expect(binsWithin(edges, 0.05, 0.35)).toEqual([1, 3])
  expect(binsWithin(edges, -1, 9)).toEqual([0, 4])
  expect(binsWithin(edges, 5, 9)).toEqual([4, 4])
})

test('all cells of the baseline weigh alike, however many presentations a bin has', () => {
  // Cells of mean 0 and one, and of mean 4 and three: mean 3, squares 9 + 3 + 2 * 18 over 3 is 16.
  const of = statistics([none, 0, 4, 10], [none, none, Math.sqrt(18), 0], [0, 1, 3, 2])
  const [missing, ...scores] = relative(of, 'pooledZScore', [-2, 1])
  expect(missing).toBeNaN()
  for (const [i, score] of [-0.5, 0.5, 2].entries()) expect(scores[i]).toBeCloseTo(score, 14)
})

test('a rounding of an edge is a billionth of a bin, or what is lost between large numbers', () => {
  const brief = Float64Array.of(0, 0.001, 0.002)
  expect(binsWithin(brief, 1e-8, 0.002)).toEqual([1, 2])
  expect(binsWithin(brief, 0, 0.002 - 1e-8)).toEqual([0, 1])
  const late = Float64Array.of(2 ** 30, 2 ** 30 + 1)
  expect(binsWithin(late, 2 ** 30, 2 ** 30 + 1)).toEqual([0, 1])
})
