import { describe, expect, test } from 'vitest'
import { BinStatistics } from '../../src/domain/bin-statistics.ts'
import { meanAndDeviation, numpySum } from '../../src/domain/numpy-sum.ts'
import { groupsOf, PresentationStatistics } from '../../src/domain/presentation-statistics.ts'

const missing = Number.NaN
/** three presentations of 1 s in group 0 and 1; one in none */
const startTimes = Float64Array.of(0, 10, 20, 30)
const groups = groupsOf(Int32Array.of(0, 1, 0, -1), 2)
/** 1, 2 and 4 spikes; and 3 that belong to no group */
const spikes = Float64Array.of(0.5, 10.2, 10.4, 20.1, 20.2, 20.6, 20.7, 30.1, 30.2, 30.3)

describe('groupsOf', () => {
  test('counts the presentations of each group', () => {
    expect(groups.sizes).toEqual(Int32Array.of(2, 1))
  })
})

describe('statistics of bins', () => {
  test('are over the presentations of a group, for each bin and unit', () => {
    const statistics = new BinStatistics(
      { kind: 'edges', startTimes, edges: Float64Array.of(0, 0.5, 1), edgeRule: 'numpy' },
      groups,
      2,
    )
    statistics.add(1, spikes)
    statistics.add(0, new Float64Array(0))
    // group 0: [0, 1] and [2, 2]; group 1: [2, 0]
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(0, 2, 0, 3, 0, 2, 0, 0),
      means: Float64Array.of(0, 1, 0, 1.5, 0, 2, 0, 0),
      standardDeviations: Float64Array.of(
        0,
        Math.SQRT2,
        0,
        Math.SQRT1_2,
        missing,
        missing,
        missing,
        missing,
      ),
    })
  })

  test('are the same when the counts do not fit in memory at once', () => {
    const presentations = 20_000
    const alignment = {
      kind: 'edges',
      startTimes: Float64Array.from({ length: presentations }, (_, i) => i),
      edges: Float64Array.of(0, 0.25, 0.5, 0.75, 1),
      edgeRule: 'halfOpen',
    } as const
    const one = groupsOf(new Int32Array(presentations), 1)
    const statistics = new BinStatistics(alignment, one, 1)
    // Every other presentation has a spike in its second bin.
    statistics.add(
      0,
      Float64Array.from({ length: presentations / 2 }, (_, i) => 2 * i + 0.3),
    )
    const { means, standardDeviations } = statistics.finish()
    expect(means).toEqual(Float64Array.of(0, 0.5, 0, 0))
    expect(standardDeviations[1]).toBe(Math.sqrt(0.25 * (20_000 / 19_999)))
  })
})

describe('statistics of whole presentations', () => {
  const alignment = {
    kind: 'whole',
    startTimes,
    stopTimes: Float64Array.of(1, 10.5, 22, 31),
  } as const

  test('are of counts', () => {
    const statistics = new PresentationStatistics(alignment, groups, false, 1)
    statistics.add(0, spikes)
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(5, 2),
      means: Float64Array.of(2.5, 2),
      standardDeviations: Float64Array.of(Math.sqrt(4.5), missing),
    })
  })

  test('are of rates, each divided by its own duration', () => {
    const statistics = new PresentationStatistics(alignment, groups, true, 1)
    statistics.add(0, spikes)
    // 1 in 1 s and 4 in 2 s; 2 in 0.5 s
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(5, 2),
      means: Float64Array.of(1.5, 4),
      standardDeviations: Float64Array.of(Math.SQRT1_2, missing),
    })
  })

  test('of a unit without spikes are 0', () => {
    const statistics = new PresentationStatistics(alignment, groups, false, 1)
    statistics.add(0, new Float64Array(0))
    expect(statistics.finish().standardDeviations).toEqual(Float64Array.of(0, missing))
  })
})

describe("numpy's sum", () => {
  test('adds a few numbers one after the other', () => {
    expect(numpySum(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.1 + 0.2 + 0.3)
    expect(numpySum(new Float64Array(0))).toBe(0)
  })

  test('adds more in eight lanes, and the rest behind them', () => {
    const values = Float64Array.from({ length: 18 }, (_, i) => 0.1 * (i + 1))
    const v = (i: number) => values[i] as number
    const lane = (i: number) => v(i) + v(i + 8)
    const lanes =
      lane(0) + lane(1) + (lane(2) + lane(3)) + (lane(4) + lane(5) + (lane(6) + lane(7)))
    expect(numpySum(values)).toBe(lanes + v(16) + v(17))
  })

  test('gives the mean, and the deviation with one degree of freedom less', () => {
    const scratch = new Float64Array(4)
    expect(meanAndDeviation(Float64Array.of(1, 2, 3, 4), scratch)).toEqual({
      mean: 2.5,
      standardDeviation: Math.sqrt(5 / 3),
    })
    expect(meanAndDeviation(Float64Array.of(7), scratch)).toEqual({
      mean: 7,
      standardDeviation: missing,
    })
  })
})
