import { describe, expect, test } from 'vitest'
import {
  everything,
  observedRuns,
  observedSecondsWithin,
  spikesWithin,
} from '../../../../src/domain/analyses/trains/train-runs.ts'

const spikeTimes = Float64Array.of(1, 2, 2, 3, 4, 5)
const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

describe('spikesWithin', () => {
  test('includes a spike at the start and excludes one at the stop', () => {
    expect(spikesWithin(spikeTimes, span(2, 4))).toEqual([1, 4])
  })

  test('includes a spike at a stop that is said to be included', () => {
    expect(spikesWithin(spikeTimes, { ...span(2, 4), includesStop: true })).toEqual([1, 5])
  })

  test('finds nothing in an interval that does not stop after it starts', () => {
    expect(spikesWithin(spikeTimes, span(4, 2))).toEqual([4, 4])
    expect(spikesWithin(spikeTimes, span(2, 2))).toEqual([1, 1])
  })

  test('has all spikes that are numbers in all times', () => {
    const [interval = span(0, 0)] = everything
    expect(spikesWithin(Float64Array.of(1, 2, Number.NaN), interval)).toEqual([0, 2])
  })
})

describe('observedRuns', () => {
  test('gives one run for each interval, touching ones apart, and none without spikes', () => {
    const intervals = [span(1, 2), span(2, 3), span(3.5, 3.6), span(4, 9)]
    expect(observedRuns(spikeTimes, intervals, null)).toEqual([
      [0, 1],
      [1, 3],
      [4, 6],
    ])
  })

  test('cuts an interval where nothing was observed; the ends of what was are included', () => {
    expect(observedRuns(spikeTimes, everything, [span(0, 2), span(4, 5)])).toEqual([
      [0, 3],
      [4, 6],
    ])
  })

  test('gives a spike between stretches that touch to the first of them', () => {
    expect(observedRuns(spikeTimes, everything, [span(0, 3), span(3, 9)])).toEqual([
      [0, 4],
      [4, 6],
    ])
  })

  test('has no run of a stretch without spikes', () => {
    expect(observedRuns(spikeTimes, everything, [span(0, 2), span(2.2, 2.8), span(3, 9)])).toEqual([
      [0, 3],
      [3, 6],
    ])
  })

  test('has the last spike in a stretch that begins with it, or just before', () => {
    for (const begin of [4.5, 5]) {
      expect(observedRuns(spikeTimes, everything, [span(0, 3), span(begin, 9)])).toEqual([
        [0, 4],
        [5, 6],
      ])
    }
  })

  test('gives nothing where a unit was not observed', () => {
    expect(observedRuns(spikeTimes, everything, [])).toEqual([])
    expect(observedRuns(spikeTimes, everything, [span(6, 7)])).toEqual([])
  })
})

describe('observedSecondsWithin', () => {
  test('adds up what intervals share with stretches', () => {
    const stretches = [span(0, 10), span(20, 30)]
    expect(observedSecondsWithin([span(5, 25), span(28, 40)], stretches)).toBe(12)
    expect(observedSecondsWithin([span(-5, 50)], stretches)).toBe(20)
    expect(observedSecondsWithin([span(0.1, 0.3)], stretches)).toBe(0.3 - 0.1)
    expect(observedSecondsWithin([span(8, 5)], stretches)).toBe(0)
  })

  test('takes an interval for whole but for what rounding makes of its ends', () => {
    const stretches = [span(0.1 + 5e-10, 10)]
    expect(observedSecondsWithin([span(0.1, 0.3)], stretches)).toBe(0.3 - 0.1)
  })
})
