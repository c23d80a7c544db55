import { describe, expect, test } from 'vitest'
import type { Counts } from '../../../../web/src/heatmap/cells/measure.ts'
import {
  latencies,
  sortByDepth,
  sortByLatency,
  sortByRate,
} from '../../../../web/src/heatmap/cells/unit-sorting.ts'

/** From one list a unit: easier to read than one a bin. */
function fromUnits(...units: number[][]): Counts {
  const binCount = units[0]?.length ?? 0
  const data = new Uint8Array(binCount * units.length)
  for (const [unit, bins] of units.entries())
    for (const [bin, count] of bins.entries()) data[bin * units.length + unit] = count
  return { shape: [binCount, units.length], data }
}

describe('sorting by depth', () => {
  test('goes down each probe from the surface; ties stay in the order of the API', () => {
    expect(
      sortByDepth([
        { probeName: 'probeB', verticalPosition: 100 },
        { probeName: 'probeA', verticalPosition: 20 },
        { probeName: 'probeA', verticalPosition: 3000 },
        { probeName: 'probeA', verticalPosition: 20 },
      ]),
    ).toEqual([2, 1, 3, 0])
  })

  test('units without a position come last on their probe, those without a probe last of all', () => {
    expect(
      sortByDepth([
        { probeName: null, verticalPosition: null },
        { probeName: 'probeA', verticalPosition: null },
        { probeName: 'probeA', verticalPosition: 0 },
        { probeName: null, verticalPosition: null },
      ]),
    ).toEqual([2, 1, 0, 3])
  })
})

test('sorting by rate puts the most active unit first, ties in the order of the API', () => {
  expect(sortByRate(fromUnits([1, 0], [0, 0], [3, 4], [0, 1]))).toEqual([2, 0, 3, 1])
})

describe('latency', () => {
  test('is the first bin behind the onset that lies two standard deviations above the mean', () => {
    // Mean 1, deviation sqrt(0.9 * 9) = 3: a count of 7 is 2 deviations above, one of 6 is not.
    const unit = [0, 0, 0, 0, 0, 0, 0, 0, 0, 10]
    expect([...latencies(fromUnits(unit), 5)]).toEqual([9])
    const early = [9, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect([...latencies(fromUnits(early), 2)]).toEqual([5])
  })

  test('takes the onset bin itself, and no bin before it', () => {
    const unit = [9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect([...latencies(fromUnits(unit), 0)]).toEqual([0])
    expect([...latencies(fromUnits(unit), 1)]).toEqual([1])
    expect([...latencies(fromUnits(unit), 2)]).toEqual([Number.POSITIVE_INFINITY])
  })

  test('without a response it is the first of the bins with most spikes', () => {
    expect([...latencies(fromUnits([2, 1, 0, 2, 1, 2]), 1)]).toEqual([3])
    expect([...latencies(fromUnits([1, 1, 1]), 1)]).toEqual([1])
  })

  test('sorts the quickest unit first, silent ones last', () => {
    expect(sortByLatency(fromUnits([0, 0, 0], [0, 0, 1], [5, 1, 0], [0, 1, 0]), 1)).toEqual([
      2, 3, 1, 0,
    ])
  })
})
