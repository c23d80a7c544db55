import { describe, expect, test } from 'vitest'
import type { EdgeAlignment } from '../../../src/domain/alignment/alignment.ts'
import { FirstSpikeStatistics, FirstSpikes } from '../../../src/domain/alignment/first-spikes.ts'
import { groupsOf } from '../../../src/domain/stimuli/grouped-presentations.ts'

const none = Number.NaN

const windows = (startTimes: number[], from: number, until: number): EdgeAlignment => ({
  kind: 'edges',
  startTimes: Float64Array.from(startTimes),
  edges: Float64Array.of(from, until),
  edgeRule: 'halfOpen',
})

describe('first spikes', () => {
  const latencies = (alignment: EdgeAlignment, ...units: readonly number[][]) => {
    const first = new FirstSpikes(alignment, units.length)
    units.forEach((spikes, column) => {
      first.add(column, Float64Array.from(spikes))
    })
    return [...first.finish().latencies]
  }

  test('are the earliest in the window, from its start to before its end', () => {
    expect(latencies(windows([10], 0.5, 2), [10, 10.25, 10.5, 11])).toEqual([0.5])
    expect(latencies(windows([10], 0.5, 2), [10.25, 12, 13])).toEqual([none])
    expect(latencies(windows([10], -1, 0), [9.5, 9.75])).toEqual([-0.5])
  })

  test('have the shape [presentations, units], for presentations in any order', () => {
    expect(latencies(windows([20, 10, none], 0, 1), [10.5, 20.25], [20.5], [])).toEqual([
      0.25,
      0.5,
      none,
      0.5,
      none,
      none,
      none,
      none,
      none,
    ])
  })
})

describe('first spikes of groups', () => {
  test('have median and quartiles over the presentations with a spike', () => {
    const alignment = windows([0, 10, 20, 30, 40, 50], 0, 1)
    const groups = groupsOf(Int32Array.of(0, 0, 0, 0, 1, -1), 2)
    const statistics = new FirstSpikeStatistics(alignment, groups, 2)
    statistics.add(0, Float64Array.of(0.25, 10.5, 20.75, 35, 50.5))
    statistics.add(1, Float64Array.of(0.5, 40.125, 40.25))
    expect(statistics.finish()).toEqual({
      medians: Float64Array.of(0.5, 0.5, none, 0.125),
      lowerQuartiles: Float64Array.of(0.375, 0.5, none, 0.125),
      upperQuartiles: Float64Array.of(0.625, 0.5, none, 0.125),
      respondedCounts: Uint32Array.of(3, 1, 0, 1),
    })
  })
})
