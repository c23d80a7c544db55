import { describe, expect, test } from 'vitest'
import { kernelWeights } from '../../../../src/domain/analyses/rates/rate-kernel.ts'
import { InvalidArgumentError } from '../../../../src/errors.ts'

describe('kernelWeights', () => {
  test('a Gaussian reaches four standard deviations', () => {
    const { before, after, weights } = kernelWeights({ kind: 'gaussian', deviation: 0.025 }, 0.01)
    expect([before, after, weights.length]).toEqual([10, 10, 21])
    const [peak = 0, next = 0, last = 0] = [weights[10], weights[11], weights[20]]
    expect(next / peak).toBeCloseTo(Math.exp(-0.08), 14)
    expect(last / peak).toBeCloseTo(Math.exp(-8), 14)
    expect(weights[9]).toBe(next)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14)
  })

  test('an exponential looks back only, over five time constants', () => {
    const { before, after, weights } = kernelWeights({ kind: 'exponential', timeConstant: 2 }, 1)
    expect([before, after]).toEqual([10, 0])
    expect((weights[9] ?? 0) / (weights[10] ?? 0)).toBeCloseTo(Math.exp(-0.5), 14)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14)
  })

  test('a kernel ends with the bin that its reach ends in', () => {
    // 4 * 0.3 s are 2.4 bins of half a second, 5 * 0.25 s are 2.5.
    const gaussian = kernelWeights({ kind: 'gaussian', deviation: 0.3 }, 0.5)
    expect([gaussian.before, gaussian.after]).toEqual([3, 3])
    const { before, after, weights } = kernelWeights(
      { kind: 'exponential', timeConstant: 0.25 },
      0.5,
    )
    expect([before, after]).toEqual([3, 0])
    expect((weights[2] ?? 0) / (weights[3] ?? 0)).toBeCloseTo(Math.exp(-2), 14)
  })

  test('a kernel reaches a hundred thousand bins at most', () => {
    const reaching = (bins: number) => kernelWeights({ kind: 'boxcar', width: 2 * bins }, 1)
    expect(reaching(100_000).before).toBe(100_000)
    expect(() => reaching(100_001)).toThrow(InvalidArgumentError)
  })

  test('a boxcar of an odd number of bins weighs them alike', () => {
    const { before, after, weights } = kernelWeights({ kind: 'boxcar', width: 0.05 }, 0.01)
    expect([before, after]).toEqual([2, 2])
    for (const weight of weights) expect(weight).toBeCloseTo(0.2, 14)
  })

  test('a boxcar of any other width has a part of the outer bins', () => {
    const even = kernelWeights({ kind: 'boxcar', width: 4 }, 1)
    expect([...even.weights]).toEqual([0.125, 0.25, 0.25, 0.25, 0.125])
    const odd = kernelWeights({ kind: 'boxcar', width: 1.5 }, 1)
    expect(odd.weights[1]).toBeCloseTo(2 / 3, 14)
    expect(odd.weights[0]).toBeCloseTo(1 / 6, 14)
  })

  test('a boxcar no wider than a bin changes nothing', () => {
    for (const width of [1, 0.3]) {
      const { before, after, weights } = kernelWeights({ kind: 'boxcar', width }, 1)
      expect(weights[before]).toBe(1)
      expect(weights.length).toBe(before + 1 + after)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(1)
    }
  })

  test('refuses kernels without a length, or of far too many bins', () => {
    for (const deviation of [0, -1, Number.POSITIVE_INFINITY, 1e9]) {
      expect(() => kernelWeights({ kind: 'gaussian', deviation }, 0.01)).toThrow(
        InvalidArgumentError,
      )
    }
    expect(() => kernelWeights({ kind: 'boxcar', width: 0 }, 0.01)).toThrow(InvalidArgumentError)
    expect(() => kernelWeights({ kind: 'exponential', timeConstant: -1 }, 0.01)).toThrow(
      InvalidArgumentError,
    )
  })
})
