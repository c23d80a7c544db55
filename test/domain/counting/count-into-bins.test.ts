import { describe, expect, test } from 'vitest'
import { CountingEdges, countIntoBins } from '../../../src/domain/counting/count-into-bins.ts'

/** Counts around a point of time, and the position that counting came to. */
function count(edges: readonly number[], spikes: readonly number[], origin = 0, full = 255) {
  const bins = new CountingEdges(Float64Array.from(edges))
  const cells = new Uint8Array(bins.binCount)
  const times = Float64Array.from(spikes)
  const target = { cells, offset: 0, stride: 1, full }
  const reached = countIntoBins(bins, times, 0, times.length, origin, target)
  return { counts: [...cells], reached }
}

describe('bins of one width', () => {
  test('are known by it, also where widths differ by a rounding', () => {
    const tenths = Float64Array.from({ length: 1001 }, (_, edge) => edge * 0.1)
    expect(new CountingEdges(tenths).binsPerSecond).toBeCloseTo(10, 9)
    expect(CountingEdges.ofSize(0.1, 1000).edges.slice(0, -1)).toEqual(tenths.slice(0, -1))
  })

  test('hold a spike from their edge on, to before the next', () => {
    // 3 * 0.1 is 0.30000000000000004, so that 0.3 lies before it
    expect(count([0, 0.1, 0.2, 3 * 0.1, 0.4], [0, 0.1, 0.3, 0.30000000000000004]).counts).toEqual([
      1, 1, 1, 1,
    ])
  })

  test('begin before the point of time', () => {
    expect(count([-1, -0.5, 0, 0.5], [9, 9.5, 10, 10.4], 10).counts).toEqual([1, 1, 2])
  })

  test('the last holds what lies at its end, or is told to lie in it', () => {
    expect(count([0, 1, 2], [1.5, 2]).counts).toEqual([0, 2])
  })
})

describe('bins of several widths', () => {
  test('are known by them', () => {
    expect(new CountingEdges(Float64Array.of(0, 0.1, 0.2, 5)).binsPerSecond).toBe(0)
  })

  test('hold the same, however far a spike is from the one before', () => {
    const edges = [0, 1e-9, 2e-9, 3e-9, 100, 1000, 1001]
    expect(count(edges, [0, 1e-9, 2.5e-9, 99, 100, 1000, 1000.5]).counts).toEqual([
      1, 1, 1, 1, 1, 2,
    ])
  })
})

test('bins of several widths begin before the point of time, too', () => {
  expect(count([-1, 0, 20], [9, 9.5, 10, 11.5], 10).counts).toEqual([2, 2])
})

describe('a cell that is full', () => {
  test.each([
    ['one width', [0, 1, 2, 3]],
    ['several widths', [0, 1, 2, 30]],
  ])('ends the counting before the spike that it has no room for, in bins of %s', (_, edges) => {
    const { counts, reached } = count(edges, [0.5, 1.1, 1.2, 1.3, 2.5], 0, 2)
    expect(counts).toEqual([1, 2, 0])
    expect(reached).toBe(3)
  })
})

test.each([
  ['one width', [0, 1, 2, 3]],
  ['several widths', [0, 1, 2, 30]],
])('the cell of a bin of %s lies where the target says', (_, edges) => {
  const bins = new CountingEdges(Float64Array.from(edges))
  const cells = new Uint16Array(9)
  const times = Float64Array.of(0.5, 1.5, 1.6, 2.5)
  countIntoBins(bins, times, 1, 4, 0, { cells, offset: 2, stride: 3, full: 65_535 })
  expect([...cells]).toEqual([0, 0, 0, 0, 0, 2, 0, 0, 1])
})
