import { describe, expect, test } from 'vitest'
import {
  binSamples,
  occupancyOf,
  type TuningFeature,
  type TuningRules,
} from '../../../src/domain/analyses/tuning/feature-bins.ts'
import { TuningCounter } from '../../../src/domain/analyses/tuning/tuning-counter.ts'

const none = Number.NaN

const feature = (
  startTimes: number[],
  values: number[],
  edges: number[],
  stopTimes: number[] | null = null,
): TuningFeature => ({
  samples: {
    startTimes: Float64Array.from(startTimes),
    stopTimes: stopTimes && Float64Array.from(stopTimes),
    values: Float64Array.from(values),
  },
  edges: Float64Array.from(edges),
})

const rules: TuningRules = { lookup: 'previous', maxGap: null, within: null }

const bins = (features: TuningFeature[], requested: Partial<TuningRules> = {}) =>
  binSamples(features, { ...rules, ...requested })

/** Spikes of one unit in each bin. */
function count(
  features: TuningFeature[],
  spikes: number[],
  binCount: number,
  requested: Partial<TuningRules> = {},
) {
  const samples = bins(features, requested)
  const { lookup } = { ...rules, ...requested }
  const counter = new TuningCounter({ samples, lookup, binCount, unitRows: Uint32Array.of(0) })
  counter.add(0, Float64Array.from(spikes))
  return [...counter.finish()]
}

describe('samples in the bins of a signal', () => {
  test('lie from an edge to before the next; on the last one in the last bin', () => {
    const { bins: found } = bins([feature([0, 1, 2, 3, 4, 5], [0, 0.9, 1, 2, 2.1, -1], [0, 1, 2])])
    expect([...found]).toEqual([0, 0, 1, 1, -1, -1])
  })

  test('are in none where the value is missing', () => {
    expect([...bins([feature([0, 1], [none, 1], [0, 2])]).bins]).toEqual([-1, 0])
  })

  test('last until the file says, or the next, or the longest gap; the last one not at all', () => {
    const edges = [0, 1]
    const told = bins([feature([0, 1, 2], [0, 0, 0], edges, [0.5, 1.25, 4])])
    expect([...told.durations]).toEqual([0.5, 0.25, 2])
    const untold = bins([feature([0, 1, 2, 12], [0, 0, 0, 0], edges)])
    // Steps of 1, 1 and 10 s: five times their median is 5 s.
    expect([...untold.durations]).toEqual([1, 1, 5, 0])
    const limited = bins([feature([0, 1, 2, 12], [0, 0, 0, 0], edges)], { maxGap: 0.5 })
    expect([...limited.durations]).toEqual([0.5, 0.5, 0.5, 0])
  })

  test('last five median steps at most, unless it is said otherwise', () => {
    const slow = bins([feature([0, 2, 4, 30], [0, 0, 0, 0], [0, 1])])
    expect([...slow.durations]).toEqual([2, 2, 10, 0])
  })

  test('come in order of time, without those that have none', () => {
    const { startTimes, bins: found } = bins([feature([2, none, 0], [1.5, 0.5, 0.5], [0, 1, 2])])
    expect([...startTimes]).toEqual([0, 2])
    expect([...found]).toEqual([0, 1])
  })

  test('count only where they begin within an interval', () => {
    const within = [{ startTime: 1, stopTime: 2 }]
    expect([...bins([feature([0, 1, 2], [0, 0, 0], [0, 1])], { within }).bins]).toEqual([-1, 0, -1])
  })

  test('count where they begin within any of several intervals', () => {
    const within = [
      { startTime: 0, stopTime: 1 },
      { startTime: 2, stopTime: 3 },
    ]
    expect([...bins([feature([0, 1, 2], [0, 0, 0], [0, 1])], { within }).bins]).toEqual([0, -1, 0])
  })

  test('of one sample last no time', () => {
    for (const lookup of ['previous', 'nearest'] as const) {
      expect([...bins([feature([3], [0], [0, 1])], { lookup }).durations]).toEqual([0])
    }
  })

  test('of two signals are in none where either is missing', () => {
    const first = feature([0, 1, 2, 3], [1, none, none, 1], [0, 1, 2])
    const second = feature([0, 1, 2, 3], [none, 0, 1, 1], [0, 1, 2], [1, 2, 3, 4])
    expect([...bins([first, second]).bins]).toEqual([-1, -1, -1, 3])
  })

  test('of two signals have the second at the start of each sample of the first', () => {
    const first = feature([0, 1, 2, 3], [0, 1, 0, 1], [0, 1, 2])
    const second = feature([0.5, 2], [0, 1], [0, 1, 2], [1.5, 4])
    // At 0 s there is no sample of the second; at 1 s it is 0, from 2 s on 1.
    expect([...bins([first, second]).bins]).toEqual([-1, 2, 1, 3])
    expect([...bins([first, second], { lookup: 'nearest' }).bins]).toEqual([0, 2, 1, 3])
  })

  test('none are nothing', () => {
    const empty = bins([feature([], [], [0, 1])])
    expect([...occupancyOf(empty, 1)]).toEqual([0])
    expect(count([feature([], [], [0, 1])], [1, 2], 1)).toEqual([0])
    expect(count([feature([], [], [0, 1])], [1, 2], 1, { lookup: 'nearest' })).toEqual([0])
  })
})

describe('spikes in the bins of a signal', () => {
  const signal = feature([0, 1, 2], [0, 1, 0], [0, 1, 2], [1, 1.5, 3])

  test('belong to the sample that lasts, from its start to before its end', () => {
    expect(count([signal], [-0.1, 0, 0.9, 1, 1.4, 1.5, 1.9, 2, 2.9, 3], 2)).toEqual([4, 2])
  })

  test('or to the nearest sample, of equally near ones the later', () => {
    expect(count([signal], [-5, 0.4, 0.5, 1.4, 1.5, 9], 2, { lookup: 'nearest' })).toEqual([4, 2])
  })

  test('are counted unit by unit', () => {
    const counter = new TuningCounter({
      samples: bins([signal]),
      lookup: 'previous',
      binCount: 2,
      unitRows: Uint32Array.of(4, 2, 9),
    })
    counter.add(2, Float64Array.of(0.5, 1.25))
    counter.add(1, Float64Array.of(0.5, 0.75))
    expect(counter.finish()).toEqual(Float64Array.of(0, 0, 2, 0, 1, 1))
  })

  test('are in none where the value is outside of the edges', () => {
    const outside = feature([0, 1], [0.5, 9], [0, 1, 2], [1, 2])
    const counter = new TuningCounter({
      samples: bins([outside]),
      lookup: 'previous',
      binCount: 2,
      unitRows: Uint32Array.of(0, 1),
    })
    counter.add(1, Float64Array.of(0.5, 1.5))
    expect(counter.finish()).toEqual(Float64Array.of(0, 0, 1, 0))
  })

  test('are in none without samples', () => {
    for (const lookup of ['previous', 'nearest'] as const) {
      expect(count([feature([], [], [0, 1, 2])], [1, 2], 2, { lookup })).toEqual([0, 0])
    }
  })

  test('time spent is that of the samples, or, by the nearest, their number of steps', () => {
    expect([...occupancyOf(bins([signal]), 2)]).toEqual([2, 0.5])
    expect([...occupancyOf(bins([signal], { lookup: 'nearest' }), 2)]).toEqual([2, 1])
  })
})

describe('occupancy of observed time', () => {
  // Samples of 1 s at 0 to 4 s, in bin 0, 0, 1, 1 and, for want of an end, 0 s in bin 1.
  const signal = feature([0, 1, 2, 3, 4], [1, 1, 2, 2, 2], [1, 2, 3])
  const stretches = [
    { startTime: -1, stopTime: 1.5 },
    { startTime: 2.75, stopTime: 3.25 },
  ]
  const observed = { stretches, lookup: 'previous' as const }

  test('is the part of each sample in which it was', () => {
    expect([...occupancyOf(bins([signal]), 2, observed)]).toEqual([1.5, 0.5])
    expect([...occupancyOf(bins([signal]), 2)]).toEqual([2, 2])
  })

  test('is the part of the step around each sample where spikes go to the nearest', () => {
    const nearest = bins([signal], { lookup: 'nearest' })
    // Steps from -0.5 to 0.5, 0.5 to 1.5, 1.5 to 2.5, 2.5 to 3.5 and 3.5 to 4.5 s.
    expect([...occupancyOf(nearest, 2, { stretches, lookup: 'nearest' })]).toEqual([2, 0.5])
    expect([...occupancyOf(nearest, 2)]).toEqual([2, 3])
  })

  test('is cut at both ends of a step', () => {
    const nearest = bins([signal], { lookup: 'nearest' })
    // Of the step from 0.5 to 1.5 s.
    const middle = [{ startTime: 0.625, stopTime: 1.375 }]
    const cut = { stretches: middle, lookup: 'nearest' as const }
    expect([...occupancyOf(nearest, 2, cut)]).toEqual([0.75, 0])
  })

  test('is all of it of a unit that was always observed, to the last digit', () => {
    // Steps around 0.1 s and 0.7 s: 0.75 - 0.65 is 0.09999999999999998.
    const steps = feature([0.1, 0.2, 0.3, 0.7], [1, 1, 1, 2], [1, 2, 3])
    const nearest = bins([steps], { lookup: 'nearest' })
    const always = { stretches: [{ startTime: 0, stopTime: 9 }], lookup: 'nearest' as const }
    expect(occupancyOf(nearest, 2, always)).toEqual(occupancyOf(nearest, 2))
  })

  test('is none of a unit that was never observed', () => {
    expect([...occupancyOf(bins([signal]), 2, { ...observed, stretches: [] })]).toEqual([0, 0])
  })
})
