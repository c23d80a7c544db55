import { describe, expect, test } from 'vitest'
import { IsiHistogram } from '../../../../src/domain/analyses/trains/isi-histogram.ts'

/** Intervals 1, 2, 2, 3, 4. */
const spikeTimes = Float64Array.of(0, 1, 3, 5, 8, 12)

function countsOf(edges: readonly number[], times = spikeTimes) {
  const counts = new Uint32Array(edges.length - 1)
  new IsiHistogram(Float64Array.from(edges)).add(times, [[0, times.length]], counts)
  return [...counts]
}

describe('IsiHistogram', () => {
  test('counts an interval on an edge in the bin that starts there, and in the last bin at its end', () => {
    expect(countsOf([0, 1, 2, 3])).toEqual([0, 1, 3])
    expect(countsOf([0, 1, 2, 3, 4])).toEqual([0, 1, 2, 2])
  })

  test('leaves out intervals outside of all bins', () => {
    expect(countsOf([1.5, 2, 2.5])).toEqual([0, 2])
  })

  test('counts in bins of any widths', () => {
    expect(countsOf([0.5, 1, 2, 8])).toEqual([0, 1, 4])
    expect(countsOf([0.001, 0.01, 0.1, 1, 10])).toEqual([0, 0, 0, 5])
  })

  test('closes unequal bins as equal ones', () => {
    expect(countsOf([1, 2, 8])).toEqual([1, 4])
    expect(countsOf([0.5, 1, 4])).toEqual([0, 5])
    expect(countsOf([0.5, 1, 3])).toEqual([0, 4])
    expect(countsOf([2.5, 3, 9])).toEqual([0, 2])
  })

  test('counts an interval just below an edge in the bin before it', () => {
    // 3 * 0.1 is 0.30000000000000004, but 0.3 * 10 is 3.
    const edges = [0, 0.1, 0.2, 3 * 0.1, 0.4]
    expect(countsOf(edges, Float64Array.of(0, 0.3))).toEqual([0, 0, 1, 0])
  })

  test('compares with the exact edges, where a multiplication would round across one', () => {
    // 43 * 0.1 / 0.1 is less than 43.
    const edges = Float64Array.from({ length: 101 }, (_, edge) => edge * 0.1)
    const counts = new Uint32Array(100)
    const histogram = new IsiHistogram(edges)
    for (const interval of edges) histogram.add(Float64Array.of(0, interval), [[0, 2]], counts)
    expect([...counts]).toEqual([...new Array(99).fill(1), 2])
  })

  test('counts an interval on an edge that a multiplication would round to before it', () => {
    // 3 * 0.7 is 2.0999999999999996, and by the bins per second in bin 2.
    const edges = Float64Array.from({ length: 11 }, (_, edge) => edge * 0.7)
    expect(countsOf([...edges], Float64Array.of(0, 3 * 0.7))).toEqual([
      0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
    ])
  })

  test('counts no interval from one run to the next', () => {
    const counts = new Uint32Array(2)
    const runs = [
      [0, 2],
      [4, 6],
    ] as const
    new IsiHistogram(Float64Array.of(0, 2, 9)).add(spikeTimes, runs, counts)
    expect([...counts]).toEqual([1, 1])
    const even = new Uint32Array(2)
    new IsiHistogram(Float64Array.of(0, 4.5, 9)).add(spikeTimes, runs, even)
    expect([...even]).toEqual([2, 0])
  })
})
