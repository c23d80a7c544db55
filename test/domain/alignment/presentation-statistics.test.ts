import { describe, expect, test } from 'vitest'
import { BinStatistics } from '../../../src/domain/alignment/bin-statistics.ts'
import { PresentationStatistics } from '../../../src/domain/alignment/presentation-statistics.ts'
import { meanAndDeviation, numpySum } from '../../../src/domain/numeric/numpy-sum.ts'
import { groupsOf } from '../../../src/domain/stimuli/grouped-presentations.ts'

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
      null,
      Uint32Array.of(0, 1),
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
      presentationCounts: Uint32Array.of(2, 2, 2, 2, 1, 1, 1, 1),
    })
  })

  test('of a unit have nothing of the one before', () => {
    const statistics = new BinStatistics(
      { kind: 'edges', startTimes, edges: Float64Array.of(0, 0.5, 1), edgeRule: 'numpy' },
      groups,
      null,
      Uint32Array.of(0, 1),
    )
    statistics.add(0, Float64Array.of(0.25, 0.75, 10.75))
    statistics.add(1, Float64Array.of(0.25))
    expect(statistics.finish().spikeCounts).toEqual(Float64Array.of(1, 1, 1, 0, 0, 0, 1, 0))
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
    const statistics = new BinStatistics(alignment, one, null, Uint32Array.of(0))
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
    const statistics = new PresentationStatistics(alignment, groups, false, null, Uint32Array.of(0))
    statistics.add(0, spikes)
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(5, 2),
      means: Float64Array.of(2.5, 2),
      standardDeviations: Float64Array.of(Math.sqrt(4.5), missing),
      presentationCounts: Uint32Array.of(2, 1),
    })
  })

  test('are of rates, each divided by its own duration', () => {
    const statistics = new PresentationStatistics(alignment, groups, true, null, Uint32Array.of(0))
    statistics.add(0, spikes)
    // 1 in 1 s and 4 in 2 s; 2 in 0.5 s
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(5, 2),
      means: Float64Array.of(1.5, 4),
      standardDeviations: Float64Array.of(Math.SQRT1_2, missing),
      presentationCounts: Uint32Array.of(2, 1),
    })
  })

  test('keep groups and units apart, in whatever order the presentations come', () => {
    const turned = groupsOf(Int32Array.of(1, 0, 2, 1), 4)
    const statistics = new PresentationStatistics(
      alignment,
      turned,
      false,
      null,
      Uint32Array.of(0, 1),
    )
    statistics.add(0, spikes)
    statistics.add(1, Float64Array.of(0.1, 10.1))
    const { spikeCounts, means, presentationCounts } = statistics.finish()
    // The last group has no presentation.
    expect(spikeCounts).toEqual(Float64Array.of(2, 1, 4, 1, 4, 0, 0, 0))
    expect(means).toEqual(Float64Array.of(2, 1, 2, 0.5, 4, 0, missing, missing))
    expect(presentationCounts).toEqual(Uint32Array.of(1, 1, 2, 2, 1, 1, 0, 0))
  })

  test.each([
    [false, Float64Array.of(0.5), 2],
    [true, Float64Array.of(1), 1],
  ])('take one without a duration, unless of rates: %s', (perSecond, means, count) => {
    const brief = { kind: 'whole', startTimes: Float64Array.of(0, 5) } as const
    const statistics = new PresentationStatistics(
      { ...brief, stopTimes: Float64Array.of(1, 5) },
      groupsOf(new Int32Array(2), 1),
      perSecond,
      null,
      Uint32Array.of(0),
    )
    statistics.add(0, Float64Array.of(0.5, 5))
    expect(statistics.finish()).toMatchObject({ means, presentationCounts: Uint32Array.of(count) })
  })

  test('know nothing of the spikes of a group of nothing but unknown stops', () => {
    const open = { ...alignment, stopTimes: Float64Array.of(1, missing, 22, 31) }
    const statistics = new PresentationStatistics(open, groups, false, null, Uint32Array.of(0))
    statistics.add(0, spikes)
    expect(statistics.finish().spikeCounts).toEqual(Float64Array.of(5, missing))
  })

  test('of a unit without spikes are 0', () => {
    const statistics = new PresentationStatistics(alignment, groups, false, null, Uint32Array.of(0))
    statistics.add(0, new Float64Array(0))
    expect(statistics.finish().standardDeviations).toEqual(Float64Array.of(0, missing))
  })
})

describe('what was not observed', () => {
  /** unit 0 from 0.5 to 20.5 s; unit 1 always; unit 2 never */
  const observation = {
    stretches: [[{ startTime: 0.5, stopTime: 20.5 }], [{ startTime: 0, stopTime: 99 }], []],
    ofUnits: Int32Array.of(0, 1, 2),
  }
  const unitRows = Uint32Array.of(0, 1, 2)
  const one = groupsOf(new Int32Array(4), 1)
  /** bins of the presentations: 0 and 1, 2 and 0, 2 and 2, 3 and 0 */
  const inHalves = Float64Array.of(0.5, 10.2, 10.4, 20.1, 20.2, 20.6, 20.7, 30.1, 30.2, 30.3)

  test('stays out of the statistics of the unit, bin by bin', () => {
    const statistics = new BinStatistics(
      { kind: 'edges', startTimes, edges: Float64Array.of(0, 0.5, 1), edgeRule: 'numpy' },
      one,
      observation,
      unitRows,
    )
    for (const column of [0, 1, 2]) statistics.add(column, inHalves)
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(7, 7, 7, 3, 3, 3),
      // unit 0: 2 and 2 in the first bin, 1 and 0 in the second
      means: Float64Array.of(2, 1.75, missing, 0.5, 0.75, missing),
      standardDeviations: Float64Array.of(
        0,
        Math.sqrt(4.75 / 3),
        missing,
        Math.SQRT1_2,
        Math.sqrt(2.75 / 3),
        missing,
      ),
      presentationCounts: Uint32Array.of(2, 4, 0, 2, 4, 0),
    })
  })

  test('stays out of those of whole presentations, which count only when all of them was observed', () => {
    const stopTimes = Float64Array.of(1, 10.5, 20.5, 31)
    const statistics = new PresentationStatistics(
      { kind: 'whole', startTimes, stopTimes },
      one,
      true,
      observation,
      unitRows,
    )
    for (const column of [0, 1, 2]) statistics.add(column, inHalves)
    expect(statistics.finish()).toEqual({
      spikeCounts: Float64Array.of(8, 8, 8),
      // unit 0: 2 in 0.5 s twice; unit 1: 1, 4, 4 and 3 Hz
      means: Float64Array.of(4, 3, missing),
      standardDeviations: Float64Array.of(0, Math.SQRT2, missing),
      presentationCounts: Uint32Array.of(2, 4, 0),
    })
  })

  test('is also a presentation whose start or stop is not known', () => {
    const known = { kind: 'whole', startTimes: Float64Array.of(0, missing, 20) } as const
    const groupsOfThree = groupsOf(new Int32Array(3), 1)
    const whole = new PresentationStatistics(
      { ...known, stopTimes: Float64Array.of(1, 2, missing) },
      groupsOfThree,
      false,
      null,
      Uint32Array.of(0),
    )
    whole.add(0, inHalves)
    expect(whole.finish()).toEqual({
      spikeCounts: Float64Array.of(1),
      means: Float64Array.of(1),
      standardDeviations: Float64Array.of(missing),
      presentationCounts: Uint32Array.of(1),
    })
    const binned = new BinStatistics(
      { ...known, kind: 'edges', edges: Float64Array.of(0, 1), edgeRule: 'numpy' },
      groupsOfThree,
      null,
      Uint32Array.of(0),
    )
    binned.add(0, inHalves)
    expect(binned.finish()).toEqual({
      spikeCounts: Float64Array.of(5),
      means: Float64Array.of(2.5),
      standardDeviations: Float64Array.of(Math.sqrt(4.5)),
      presentationCounts: Uint32Array.of(2),
    })
  })
})

describe("numpy's sum", () => {
  test('adds a few numbers one after the other', () => {
    expect(numpySum(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.1 + 0.2 + 0.3)
    expect(numpySum(new Float64Array(0))).toBe(0)
  })

  test('adds more in eight lanes, and the rest behind them', () => {
    const values = Float64Array.from({ length: 18 }, (_, i) => 0.1 * (i + 1))
    const v = (i: number) => values[i]
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
