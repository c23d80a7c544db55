import { expect, test } from 'vitest'
import { alignToIntervals, intervalRates } from '../../../src/domain/alignment/interval-rates.ts'

const none = Number.NaN
const alignment = alignToIntervals([
  { start: 0, stop: 2 },
  { start: 4, stop: 4 },
  { start: 9, stop: 8 },
  { start: 10, stop: 14 },
])

test('an interval that does not stop after it starts has no times', () => {
  expect([...alignment.startTimes]).toEqual([0, none, none, 10])
  expect([...alignment.stopTimes]).toEqual([2, none, none, 14])
})

test('rates are counts by the length of the interval', () => {
  expect([...intervalRates(alignment, [3, 0, 0, 6], Uint32Array.of(7), null)]).toEqual([
    1.5,
    none,
    none,
    1.5,
  ])
})

test('rates are over what was observed of an interval, and missing where nothing was', () => {
  const observation = {
    stretches: [[{ startTime: 0, stopTime: 11 }], [{ startTime: 12, stopTime: 20 }]],
    ofUnits: Int32Array.of(0, 1),
  }
  const counts = [3, 0, 0, 0, 0, 0, 6, 6]
  expect([...intervalRates(alignment, counts, Uint32Array.of(0, 1), observation)]).toEqual([
    1.5,
    none,
    none,
    none,
    none,
    none,
    6,
    3,
  ])
})

test('a spike counted while nothing was observed makes no rate', () => {
  const never = { stretches: [[]], ofUnits: Int32Array.of(0) }
  expect([...intervalRates(alignment, [1, 0, 0, 2], Uint32Array.of(0), never)]).toEqual([
    none,
    none,
    none,
    none,
  ])
})
