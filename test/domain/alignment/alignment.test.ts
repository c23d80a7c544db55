import { describe, expect, test } from 'vitest'
import { AlignedCounter } from '../../../src/domain/alignment/aligned-counter.ts'
import { AlignedSpikeList } from '../../../src/domain/alignment/aligned-spikes.ts'
import { type Alignment, positionAfter, spikesOf } from '../../../src/domain/alignment/alignment.ts'
import type { EdgeRule } from '../../../src/domain/alignment/edge-rule.ts'

function counts(alignment: Alignment, ...units: readonly number[][]): number[] {
  const counter = new AlignedCounter(alignment, units.length)
  units.forEach((spikes, column) => {
    counter.add(column, Float64Array.from(spikes))
  })
  return [...counter.finish().counts]
}

const edges = (edgeRule: EdgeRule, starts: number[], ...bins: number[]): Alignment => ({
  kind: 'edges',
  startTimes: Float64Array.from(starts),
  edges: Float64Array.from(bins),
  edgeRule,
})

describe('counts around presentations', () => {
  test.each([
    ['numpy', [1, 3]],
    ['halfOpen', [1, 2]],
    // The AllenSDK's own answer: each of the two spikes at 1 counts in both bins.
    ['allenSdk', [3, 3]],
  ] as const)('spikes on edges, by the rule %s', (rule, expected) => {
    expect(counts(edges(rule, [0], 0, 1, 2), [0, 1, 1, 2])).toEqual(expected)
  })

  test.each(['numpy', 'halfOpen', 'allenSdk'] as const)(
    'have the shape [presentations, bins, units], by the rule %s',
    (rule) => {
      const alignment = edges(rule, [10, 20], -1, 0, 0.5)
      expect(counts(alignment, [9.5, 10.25, 10.3, 19.9], [20.1, 20.2, 20.6])).toEqual([
        // 10: before, behind; 20: before, behind
        1, 0, 2, 0, 1, 0, 0, 2,
      ])
    },
  )

  test('numpy subtracts first: 0.1 + 0.2 lies behind the edge 0.3, but 0.3 - 0.1 before 0.2', () => {
    // 0.1 + 0.2 = 0.30000000000000004, so that the shifted edge is above a spike at 0.3; 0.3
    // - 0.1 = 0.19999999999999998
    const spikes = [0.30000000000000004]
    expect(counts(edges('numpy', [0.1], 0, 0.2, 0.4), spikes)).toEqual([0, 1])
    expect(counts(edges('allenSdk', [0.1], 0, 0.2, 0.4), spikes)).toEqual([1, 1])
    expect(counts(edges('numpy', [0.1], 0, 0.2, 0.4), [0.3])).toEqual([1, 0])
    expect(counts(edges('allenSdk', [0.1], 0, 0.2, 0.4), [0.3])).toEqual([1, 0])
  })

  test('windows that overlap, and presentations in any order, count on their own', () => {
    const alignment = edges('numpy', [2, 0, 1], 0, 1.5)
    expect(counts(alignment, [0.5, 1.2, 2.1, 3.4])).toEqual([2, 2, 2])
  })

  test('a unit that needs wider cells than others leaves their counts as they are', () => {
    const many = Array.from({ length: 300 }, (_, i) => i / 1000)
    const alignment = edges('numpy', [0, 10], 0, 0.5, 1)
    const counter = new AlignedCounter(alignment, 3)
    // In the order of a file, which need not be that of the columns.
    counter.add(2, Float64Array.of(0.75, 10.25))
    counter.add(1, Float64Array.of(0.25))
    counter.add(0, Float64Array.from([...many, 10.75]))
    const { counts } = counter.finish()
    expect(counts).toEqual(Uint16Array.of(300, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0))
  })

  test('a spike on the last edge counts in the last bin of unequal ones, too', () => {
    const alignment = edges('numpy', [0, 3], 0, 0.1, 2)
    expect(counts(alignment, [2, 3, 3.1, 5, 5.1])).toEqual([0, 1, 1, 2])
  })

  test('a spike on an edge between unequal bins counts in the bin that starts there', () => {
    const alignment = edges('halfOpen', [0], 0, 0.1, 2, 3)
    expect(counts(alignment, [0.05, 0.1, 0.5, 2])).toEqual([1, 2, 1])
  })

  test('bins may differ in width, and a spike may skip many of them', () => {
    const alignment = edges('halfOpen', [0], 0, 0.1, 0.2, 5, 6, 7)
    expect(counts(alignment, [0.15, 6.5, 6.6])).toEqual([0, 1, 0, 0, 2])
  })

  test('go to wider cells when one is full, without losing a spike', () => {
    const many = new Array<number>(300).fill(0.5)
    for (const rule of ['numpy', 'halfOpen', 'allenSdk'] as const) {
      expect(counts(edges(rule, [0, 10], 0, 1), [0.5, 10.5], many, [0.2])).toEqual([
        1, 300, 1, 1, 0, 0,
      ])
    }
    const lots = new Array<number>(70_000).fill(0.5)
    expect(counts(edges('numpy', [0], 0, 1), [0.1], lots)).toEqual([1, 70_000])
    const whole = { startTimes: Float64Array.of(0), stopTimes: Float64Array.of(1) }
    expect(counts({ kind: 'whole', ...whole }, [0.1], lots)).toEqual([1, 70_000])
  })

  test('a missing start counts nothing, nor does a missing spike time', () => {
    for (const rule of ['numpy', 'halfOpen', 'allenSdk'] as const) {
      expect(counts(edges(rule, [Number.NaN, 0], 0, 1), [0.5, Number.NaN])).toEqual([0, 1])
    }
  })

  test('no units and no presentations have no cells', () => {
    expect(counts(edges('numpy', [1, 2], 0, 1))).toEqual([])
    expect(counts(edges('numpy', [], 0, 1), [1])).toEqual([])
  })
})

describe('counts within presentations', () => {
  const whole = (startTimes: number[], stopTimes: number[]): Alignment => ({
    kind: 'whole',
    startTimes: Float64Array.from(startTimes),
    stopTimes: Float64Array.from(stopTimes),
  })

  test('leave out a spike at the start, and take one at the stop', () => {
    expect(counts(whole([1, 2], [2, 3]), [1, 1.5, 2, 3, 3])).toEqual([2, 2])
  })

  test('do not need the presentations in order', () => {
    expect(counts(whole([5, 1, 4, 0], [6, 2, 6, 9]), [0.5, 1.5, 5.5, 5.6, 8])).toEqual([2, 1, 2, 5])
  })

  test('a missing stop, or one before the start, counts nothing', () => {
    expect(counts(whole([0, 3], [Number.NaN, 2]), [1, 2.5])).toEqual([0, 0])
  })

  test('a missing start counts nothing, whatever comes before the stop', () => {
    expect(counts(whole([Number.NaN, 1], [3, 2]), [0.5, 1.5])).toEqual([0, 1])
  })

  test('closed on the left, take a spike at the start, and leave out one at the stop', () => {
    const left = { ...whole([1, 2, 2, 0], [2, 3, 2, 9]), closed: 'left' } as const
    expect(counts(left, [1, 1.5, 2, 3, 3])).toEqual([2, 1, 0, 5])
    expect(spikesOf(left, 1, Float64Array.of(1, 2, 2.5, 3))).toEqual([1, 3])
  })
})

describe('spikes around presentations', () => {
  function spikes(alignment: Alignment, ...units: readonly number[][]) {
    const list = new AlignedSpikeList(alignment)
    units.forEach((times, column) => {
      list.add(column, Float64Array.from(times))
    })
    return list.finish()
  }

  test('come in order of time, then of presentation, then of unit', () => {
    const alignment = edges('numpy', [1, 2], -1, 1)
    expect(spikes(alignment, [2, 2.5, 9], [0, 2])).toEqual({
      spikeTimes: Float64Array.of(0, 2, 2, 2, 2, 2.5),
      presentations: Int32Array.of(0, 0, 0, 1, 1, 1),
      columns: Int32Array.of(1, 0, 1, 0, 1, 0),
      timesSinceStart: Float64Array.of(-1, 1, 1, 0, 0, 0.5),
    })
  })

  test('come in this order, too, where units are added in another', () => {
    const list = new AlignedSpikeList(edges('numpy', [1], 0, 1))
    for (const column of [2, 0, 1]) list.add(column, Float64Array.of(1.5))
    expect([...list.finish().columns]).toEqual([0, 1, 2])
  })

  test.each([
    ['numpy', [0, 1, 2]],
    ['halfOpen', [0, 1]],
    ['allenSdk', [0, 1, 2]],
  ] as const)('at the ends of the window, by the rule %s', (rule, expected) => {
    const { timesSinceStart } = spikes(edges(rule, [5], 0, 1, 2), [4.9, 5, 6, 7, 7.1])
    expect([...timesSinceStart]).toEqual(expected)
  })

  test('within presentations leave out a spike at the start', () => {
    const alignment: Alignment = {
      kind: 'whole',
      startTimes: Float64Array.of(5),
      stopTimes: Float64Array.of(6),
    }
    expect([...spikes(alignment, [5, 5.5, 6, 6.5]).timesSinceStart]).toEqual([0.5, 1])
  })
})

describe('the spikes of a presentation', () => {
  const spikes = Float64Array.of(1, 2, 2, 2, 3)
  const whole = (start: number, stop: number): Alignment => ({
    kind: 'whole',
    startTimes: Float64Array.of(start),
    stopTimes: Float64Array.of(stop),
  })

  test.each([
    [1, 2, [1, 4]],
    [2, 2, [4, 4]],
    [0, 9, [0, 5]],
    [3, 1, [0, 0]],
    [Number.NaN, 3, [0, 0]],
    [1, Number.NaN, [0, 0]],
  ])('from %d to %d s', (start, stop, positions) => {
    expect(spikesOf(whole(start, stop), 0, spikes)).toEqual(positions)
  })

  test.each(['numpy', 'halfOpen', 'allenSdk'] as const)(
    'are none where its start is missing, by the rule %s',
    (rule) => {
      expect(counts(edges(rule, [Number.NaN, 1], 0, 1), [...spikes])[0]).toBe(0)
    },
  )
})

describe('the position after a time', () => {
  /** Spikes at 10 to 16 s. */
  const seven = Float64Array.from({ length: 7 }, (_, i) => 10 + i)

  test.each([0, 1, 2, 3, 4, 5, 6])('of spike %d is just after it where it is included', (spike) => {
    for (const from of [0, spike]) {
      expect(positionAfter(seven, 8, spike + 2, false, from)).toBe(spike)
      expect(positionAfter(seven, 8, spike + 2, true, from)).toBe(spike + 1)
      expect(positionAfter(seven, 8, spike + 1.5, true, from)).toBe(spike)
    }
  })

  test('is not before where the search begins, nor after the last spike', () => {
    expect(positionAfter(seven, 8, -5, false, 3)).toBe(3)
    expect(positionAfter(seven, 8, 99, false, 3)).toBe(7)
    expect(positionAfter(seven, 8, 99, false, 7)).toBe(7)
  })
})
