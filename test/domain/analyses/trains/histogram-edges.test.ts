import { describe, expect, test } from 'vitest'
import {
  linearEdges,
  logarithmicEdges,
} from '../../../../src/domain/analyses/trains/histogram-edges.ts'
import { InvalidArgumentError, TooManyBinsError } from '../../../../src/errors.ts'

describe('linearEdges', () => {
  test('are those of numpy.linspace, ends exact', () => {
    expect([...linearEdges({ from: 0, to: 0.3, count: 3 })]).toEqual([
      0,
      0.3 / 3,
      2 * (0.3 / 3),
      0.3,
    ])
    expect([...linearEdges({ from: -1, to: 1, count: 1 })]).toEqual([-1, 1])
  })

  test('start anywhere, and end where the range does, whatever rounding makes of a sum', () => {
    expect([...linearEdges({ from: 1, to: 2, count: 4 })]).toEqual([1, 1.25, 1.5, 1.75, 2])
    // 0.2 + 2 * ((0.9 - 0.2) / 2) is 0.8999999999999999.
    expect(linearEdges({ from: 0.2, to: 0.9, count: 2 })[2]).toBe(0.9)
  })

  test('make a million bins at most', () => {
    expect(linearEdges({ from: 0, to: 1, count: 1_000_000 })).toHaveLength(1_000_001)
    expect(() => linearEdges({ from: 0, to: 1, count: 1_000_001 })).toThrow(TooManyBinsError)
  })

  test('refuse a range without length or bins, and too many bins', () => {
    expect(() => linearEdges({ from: 1, to: 1, count: 3 })).toThrow(InvalidArgumentError)
    expect(() => linearEdges({ from: 0, to: 1, count: 0 })).toThrow(InvalidArgumentError)
    expect(() => linearEdges({ from: 0, to: 1, count: 2e6 })).toThrow(TooManyBinsError)
  })
})

describe('logarithmicEdges', () => {
  test('have the same ratio from one to the next, ends exact', () => {
    const edges = logarithmicEdges({ from: 0.001, to: 10, count: 4 })
    expect([edges[0], edges[4]]).toEqual([0.001, 10])
    for (const [i, expected] of [0.001, 0.01, 0.1, 1, 10].entries()) {
      expect((edges[i] ?? 0) / expected).toBeCloseTo(1, 13)
    }
  })

  test('end where the range does, whatever rounding makes of a product', () => {
    // 0.3 * (0.7 / 0.3) is 0.7000000000000001.
    const edges = logarithmicEdges({ from: 0.3, to: 0.7, count: 2 })
    expect(edges).toHaveLength(3)
    expect(edges[2]).toBe(0.7)
  })

  test('refuse to start at 0', () => {
    expect(() => logarithmicEdges({ from: 0, to: 1, count: 3 })).toThrow(InvalidArgumentError)
  })
})
