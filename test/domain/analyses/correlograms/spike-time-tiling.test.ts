import { describe, expect, test } from 'vitest'
import { HeldSpikes } from '../../../../src/domain/analyses/correlograms/held-spikes.ts'
import {
  spikeTimeTiling,
  tileTrain,
} from '../../../../src/domain/analyses/correlograms/spike-time-tiling.ts'
import { TilingCounter } from '../../../../src/domain/analyses/correlograms/tiling-counter.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const ten = [span(0, 10)]
const auto = { kind: 'within', pairs: 'auto' } as const

function tilingOf(a: readonly number[], b: readonly number[], intervals = ten, dt = 0.5) {
  const tile = (times: readonly number[]) => tileTrain(Float64Array.from(times), intervals, dt)
  return spikeTimeTiling(tile(a), tile(b), intervals, dt)
}

describe('tileTrain', () => {
  const tiledTime = (times: readonly number[], intervals = ten) =>
    tileTrain(Float64Array.from(times), intervals, 0.5).tiledTime

  test('gives the part of the time that is within dt of a spike', () => {
    expect(tiledTime([2, 5])).toBe(0.2)
    expect(tiledTime([2, 2.25])).toBe(0.125)
    expect(tiledTime([])).toBe(0)
  })

  test('leaves out what lies outside of the interval', () => {
    expect(tiledTime([0.25])).toBe(0.075)
    expect(tiledTime([0.25, 9.75])).toBe(0.15)
  })

  test('adds up intervals, in which spikes of others tile nothing', () => {
    expect(tiledTime([4.75, 5.25], [span(0, 5), span(5, 10)])).toBe(0.15)
    expect(tiledTime([4.75], [span(0, 4), span(6, 7)])).toBe(0)
  })

  test('leaves out intervals that stop before they start', () => {
    expect(tiledTime([2, 5], [...ten, span(8, 3), span(9, 9)])).toBe(0.2)
  })
})

describe('spikeTimeTiling', () => {
  test('is 1 for a train and itself', () => {
    expect(tilingOf([2, 5], [2, 5])).toBe(1)
  })

  test('is what the definition says, by hand', () => {
    // PA is 1/2, PB 1/3, TA 0.2, TB 0.3.
    const expected = ((1 / 2 - 0.3) / (1 - (1 / 2) * 0.3) + (1 / 3 - 0.2) / (1 - (1 / 3) * 0.2)) / 2
    expect(tilingOf([2, 5], [2.25, 7, 9])).toBeCloseTo(expected, 14)
  })

  test('includes a spike at just the distance dt', () => {
    expect(tilingOf([2], [2.5])).toBe(tilingOf([2], [2.25]))
    expect(tilingOf([2], [2.5 + 2 ** -50])).toBeLessThan(0)
  })

  test('is negative for trains that keep away from each other', () => {
    expect(tilingOf([2], [5])).toBeCloseTo(-0.1, 14)
  })

  test('a term in which everything is tiled is 1', () => {
    const everywhere = Array.from({ length: 11 }, (_, time) => time)
    // PA and TB are 1; of the ten spikes of B in the interval two are close to A: PB 0.2, TA 0.1.
    expect(tilingOf([5.5], everywhere)).toBeCloseTo((1 + (0.2 - 0.1) / (1 - 0.02)) / 2, 14)
  })

  test('a term in which all of the time is tiled is 1, though the other is not', () => {
    const everySecond = Array.from({ length: 10 }, (_, time) => time + 0.5)
    // PA and TB are 1, PB and TA 0.1.
    expect(tilingOf([5.5], everySecond)).toBeCloseTo((1 + 0) / 2, 14)
  })

  test('pairs no spikes of different intervals', () => {
    expect(tilingOf([4.9], [5.1], [span(0, 5), span(5, 10)])).toBeLessThan(0)
  })

  test('is NaN where a train has no spikes', () => {
    expect(tilingOf([], [5])).toBeNaN()
    expect(tilingOf([5], [])).toBeNaN()
    expect(tilingOf([5], [6], [])).toBeNaN()
  })
})

describe('TilingCounter', () => {
  test('gives the coefficients of all pairs, row by row', () => {
    const counter = new TilingCounter(
      {
        unitRows: Uint32Array.of(0, 1, 2),
        pairing: { kind: 'within', pairs: 'cross' },
        intervals: ten,
        dt: 0.5,
      },
      () => {},
      new HeldSpikes(),
    )
    const trains = [[2, 5, 20], [2, 5], []]
    trains.forEach((train, column) => {
      counter.add(column, Float64Array.from(train))
    })
    expect([...counter.finish().coefficients]).toEqual([1, NaN, NaN])
  })

  test('takes the spikes of all intervals, and none between them', () => {
    const counter = new TilingCounter(
      {
        unitRows: Uint32Array.of(0, 1),
        pairing: { kind: 'within', pairs: 'cross' },
        intervals: [span(0, 5), span(10, 15)],
        dt: 0.5,
      },
      () => {},
      new HeldSpikes(),
    )
    counter.add(0, Float64Array.of(2, 7, 12, 20))
    counter.add(1, Float64Array.of(2.25, 7, 14))
    // PA and PB are 1/2, TA and TB 0.2.
    expect(counter.finish().coefficients[0]).toBeCloseTo((1 / 2 - 0.2) / (1 - (1 / 2) * 0.2), 14)
  })

  test('has no coefficient without intervals', () => {
    const counter = new TilingCounter(
      { unitRows: Uint32Array.of(0), pairing: auto, intervals: [], dt: 0.5 },
      () => {},
      new HeldSpikes(),
    )
    counter.add(0, Float64Array.of(2))
    expect([...counter.finish().coefficients]).toEqual([NaN])
  })

  test('can be told to give up before a pair', () => {
    const giveUp = () => {
      throw new Error('given up')
    }
    const counter = new TilingCounter(
      { unitRows: Uint32Array.of(0), pairing: auto, intervals: ten, dt: 0.5 },
      giveUp,
      new HeldSpikes(),
    )
    counter.add(0, Float64Array.of(2))
    expect(() => counter.finish()).toThrow('given up')
  })
})
