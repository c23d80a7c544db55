import { describe, expect, test } from 'vitest'
import {
  maskSamples,
  planResampling,
  pointCount,
  type Reduction,
  Resampler,
  type Resampling,
  reductionOf,
} from '../../../src/domain/series/resampling.ts'

const { NaN: missing } = Number

function resample(
  samples: readonly number[],
  resampling: Resampling,
  reduction: Reduction,
  columns = 1,
): number[] {
  const resampler = new Resampler(samples.length / columns, columns, resampling, reduction)
  resampler.add(Float64Array.from(samples))
  return [...resampler.finish()]
}

describe('planResampling', () => {
  test('leaves samples as they are where no number of points is asked, or they fit', () => {
    const asStored = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 }
    expect(planResampling(1000, null, 'mean')).toEqual(asStored)
    expect(planResampling(10, 10, 'mean')).toEqual(asStored)
    expect(planResampling(10, 10, 'minMax')).toEqual(asStored)
    expect(planResampling(10, 10, 'none')).toEqual(asStored)
    expect(planResampling(0, 1, 'mean')).toEqual(asStored)
  })

  test('makes groups so large that the points fit', () => {
    const plan = planResampling(10, 4, 'mean')
    expect(plan).toEqual({ method: 'mean', samplesPerGroup: 3, pointsPerGroup: 1 })
    expect(pointCount(10, plan)).toBe(4)
  })

  test('counts both points of an envelope', () => {
    const plan = planResampling(10, 5, 'minMax')
    expect(plan).toEqual({ method: 'minMax', samplesPerGroup: 5, pointsPerGroup: 2 })
    expect(pointCount(10, plan)).toBe(4)
  })

  test('never exceeds the points asked', () => {
    for (let samples = 1; samples < 60; samples++) {
      for (let points = 2; points < 20; points++) {
        for (const method of ['mean', 'minMax'] as const) {
          const plan = planResampling(samples, points, method)
          expect(pointCount(samples, plan)).toBeLessThanOrEqual(points)
        }
      }
    }
  })

  test('refuses to resample where it must not', () => {
    expect(() => planResampling(11, 10, 'none')).toThrow(/11 samples.*maxPoints is 10/)
  })

  test('refuses less than one point, or one pair', () => {
    expect(() => planResampling(5, 0, 'mean')).toThrow(/at least 1/)
    expect(() => planResampling(5, 1, 'minMax')).toThrow(/at least 2/)
  })
})

describe('Resampler', () => {
  const inPairs: Resampling = { method: 'mean', samplesPerGroup: 2, pointsPerGroup: 1 }
  const envelope: Resampling = { method: 'minMax', samplesPerGroup: 3, pointsPerGroup: 2 }

  test('gives the mean of each group; the last has what is left', () => {
    expect(resample([1, 3, 5, 9, 4], inPairs, 'mean')).toEqual([2, 7, 4])
  })

  test('leaves missing samples out; a group of nothing else is missing', () => {
    expect(resample([missing, 3, missing, missing, 4], inPairs, 'mean')).toEqual([3, missing, 4])
    expect(resample([missing, 3, 1, missing], envelope, 'minMax')).toEqual([1, 3, missing, missing])
  })

  test('gives lowest and highest of each group, and the ends of its times', () => {
    expect(resample([2, -1, 5, 7, 6], envelope, 'minMax')).toEqual([-1, 5, 6, 7])
    expect(resample([10, 11, 12, 13, 14], envelope, 'ends')).toEqual([10, 12, 13, 14])
  })

  test('gives first or last in every point of a group', () => {
    expect(resample([10, 11, 12, 13], envelope, 'first')).toEqual([10, 10, 13, 13])
    expect(resample([10, 11, 12, 13], envelope, 'last')).toEqual([12, 12, 13, 13])
    expect(resample([10, 11, 12], inPairs, 'last')).toEqual([11, 12])
  })

  test('keeps columns apart', () => {
    expect(resample([1, 10, 3, 30, 5, 50], inPairs, 'mean', 2)).toEqual([2, 20, 5, 50])
    expect(resample([1, 10, 3, -30, 2, 50], envelope, 'minMax', 2)).toEqual([1, -30, 3, 50])
  })

  test('gives the same however the samples come in pieces', () => {
    const resampler = new Resampler(5, 1, envelope, 'minMax')
    for (const sample of [2, -1, 5, 7, 6]) resampler.add(Float64Array.of(sample))
    expect([...resampler.finish()]).toEqual([-1, 5, 6, 7])
  })

  test('passes samples through where a group is one of them', () => {
    const asStored: Resampling = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 }
    expect(resample([1, missing, 3], asStored, 'mean')).toEqual([1, missing, 3])
    expect(resample([], asStored, 'mean')).toEqual([])
  })
})

test.each([
  ['first', [3, 3]],
  ['last', [2, 2]],
  ['ends', [3, 2]],
  ['minMax', [1, 4]],
] as const)('two points of a group hold its %s', (reduction, points) => {
  const pairs = { method: 'minMax', samplesPerGroup: 5, pointsPerGroup: 2 } as const
  expect(resample([missing, 3, 1, 4, 2], pairs, reduction)).toEqual(points)
})

test.each([
  ['minMax', 'time', 'ends'],
  ['minMax', 'value', 'minMax'],
  ['mean', 'time', 'mean'],
  ['mean', 'value', 'mean'],
] as const)('%s reduces a %s to %s', (method, column, reduction) => {
  expect(reductionOf({ method, samplesPerGroup: 2, pointsPerGroup: 1 }, column)).toBe(reduction)
})

test('a group of one sample has as many points as are wanted of it', () => {
  const twice = { method: 'minMax', samplesPerGroup: 1, pointsPerGroup: 2 } as const
  expect(resample([3, 5], twice, 'minMax')).toEqual([3, 3, 5, 5])
})

describe('maskSamples', () => {
  test('takes samples as missing that lie in one of several spans, and no others', () => {
    const samples = Float64Array.of(1, 2, 3)
    maskSamples(samples, Float64Array.of(0, 1, 2), [])
    expect([...samples]).toEqual([1, 2, 3])
    const spans = [
      { startTime: 0, stopTime: 0.5 },
      { startTime: 1.5, stopTime: 9 },
    ]
    maskSamples(samples, Float64Array.of(0, 1, 2), spans)
    expect([...samples]).toEqual([missing, 2, missing])
  })

  test('takes the first sample as missing, too', () => {
    const samples = Float64Array.of(1, 2)
    maskSamples(samples, Float64Array.of(0, 1), [{ startTime: 0, stopTime: 0.5 }])
    expect([...samples]).toEqual([missing, 2])
  })

  test('takes samples in a span as missing, ends included, in every column', () => {
    const samples = Float64Array.of(1, 10, 2, 20, 3, 30, 4, 40)
    maskSamples(samples, Float64Array.of(0, 1, 2, 3), [{ startTime: 1, stopTime: 2 }])
    expect([...samples]).toEqual([1, 10, missing, missing, missing, missing, 4, 40])
  })
})
