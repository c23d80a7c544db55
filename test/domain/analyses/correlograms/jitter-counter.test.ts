import { describe, expect, test } from 'vitest'
import { JitterCounter } from '../../../../src/domain/analyses/correlograms/jitter-counter.ts'

/** Presentations from 0 and 10 s, in four bins of 1 s; windows of two bins, lags of one. */
const alignment = {
  kind: 'edges',
  startTimes: Float64Array.of(0, 10),
  edges: Float64Array.of(0, 1, 2, 3, 4),
  edgeRule: 'numpy',
} as const
const rule = { lagCount: 1, windowBins: 2, minimumRate: 0 }

/** Bins 0 and 2, then 1; and 1, then 0 and 3. */
const trains = [
  [0.5, 2.5, 11.5],
  [1.5, 10.5, 13.5],
]

function correlate(spikes: readonly (readonly number[])[], part = {}, requested = alignment) {
  const counter = new JitterCounter(
    {
      unitRows: Uint32Array.from(spikes.keys()),
      pairing: { kind: 'within', pairs: 'cross' },
      alignment: requested,
      rule: { ...rule, ...part },
    },
    () => {},
  )
  spikes.forEach((train, column) => {
    counter.add(column, Float64Array.from(train))
  })
  return [...counter.finish().corrected]
}

describe('JitterCounter', () => {
  test('subtracts the correlogram of jittered trains, by hand', () => {
    // Jittered, the trains are [½ ½ 1 0] and [½ ½ 0 0] of the first unit, [½ ½ 0 0] and
    // [½ ½ 0 1] of the second. Means of the sums at lags -1, 0, 1 are 1, 0, ½ of the trains, and
    // ½, ½, ¼ of the jittered ones; λ is 3/8 for both units.
    const [before, at, after] = correlate(trains)
    expect(before).toBeCloseTo((1 - 1 / 2) / (3 * (3 / 8)), 14)
    expect(at).toBeCloseTo((0 - 1 / 2) / (4 * (3 / 8)), 14)
    expect(after).toBeCloseTo((1 / 2 - 1 / 4) / (3 * (3 / 8)), 14)
  })

  test('is 0 where jitter changes nothing: in windows of one bin', () => {
    for (const value of correlate(trains, { windowBins: 1 })) expect(value).toBeCloseTo(0, 14)
  })

  test('takes a shorter last window where windows do not divide the bins', () => {
    const [, at] = correlate(trains, { windowBins: 3 })
    // a: PSTH [½ ½ ½ 0], counts 2 and 1, mean 3/2: [⅔ ⅔ ⅔ 0] and [⅓ ⅓ ⅓ 0].
    // b: PSTH [½ ½ 0 ½], counts 1 and 1 in the first, 0 and 1 in the last: [½ ½ 0 0], [½ ½ 0 1].
    expect(at).toBeCloseTo((0 - (2 / 3 + 1 / 3) / 2) / (4 * (3 / 8)), 14)
  })

  test('leaves out pairs of which one unit does not fire above the minimum rate', () => {
    expect(correlate(trains, { minimumRate: 3 / 8 })).toEqual([NaN, NaN, NaN])
    expect(correlate([[0.5], []])).toEqual([NaN, NaN, NaN])
    expect(correlate([])).toEqual([])
  })

  test('has nothing at lags that are longer than the bins', () => {
    const values = correlate(trains, { lagCount: 5 })
    expect(values.slice(0, 2)).toEqual([NaN, NaN])
    expect(values[2]).not.toBeNaN()
  })

  test('gives each pair its own', () => {
    const [a = [], b = []] = trains
    const values = correlate([a, b, a])
    const [before, at, after] = correlate(trains)
    expect(values.slice(0, 3)).toEqual([before, at, after])
    expect(values.slice(3, 6)).toEqual(correlate([a, a]))
    expect(values.slice(6)).toEqual(correlate([b, a]))
  })

  test('counts a spike at the very end in the last bin', () => {
    const atEnd = correlate([trains[0] ?? [], [1.5, 10.5, 14]])
    expect(atEnd).toEqual(correlate(trains))
  })

  test('counts a spike at the very end with those that are in the last bin', () => {
    for (const value of correlate([[3.25], [4]])) expect(value).toBeCloseTo(0, 14)
    expect(correlate([[3.25], [4]])).toEqual(correlate([[3.25], [3.5]]))
  })

  test('is NaN without presentations', () => {
    const none = { ...alignment, startTimes: new Float64Array(0) }
    expect(correlate(trains, {}, none)).toEqual([NaN, NaN, NaN])
  })
})
