import { expect, test } from 'vitest'
import { recordedSpan } from '../../src/domain/recorded-span.ts'

const epoch = (startTime: number, stopTime: number) => ({
  index: 0,
  stimulusName: 'gabors',
  block: 0,
  startTime,
  stopTime,
})

test('reaches over spikes and epochs', () => {
  const epochs = [epoch(30, 40), epoch(20, 25)]
  expect(recordedSpan({ startTime: 22, stopTime: 50 }, epochs)).toEqual({
    startTime: 20,
    stopTime: 50,
  })
  expect(recordedSpan({ startTime: 5, stopTime: 6 }, epochs)).toEqual({
    startTime: 5,
    stopTime: 40,
  })
})

test('needs only one of them', () => {
  expect(recordedSpan(null, [epoch(30, 40)])).toEqual({ startTime: 30, stopTime: 40 })
  expect(recordedSpan({ startTime: 22, stopTime: 50 }, [])).toEqual({ startTime: 22, stopTime: 50 })
  expect(recordedSpan({ startTime: 22, stopTime: 22 }, [])).toEqual({ startTime: 22, stopTime: 22 })
})

test('is null when there are neither', () => {
  expect(recordedSpan(null, [])).toBeNull()
  expect(recordedSpan(null, [epoch(Number.NaN, Number.NaN)])).toBeNull()
})

test('leaves out times that are not known', () => {
  const epochs = [epoch(Number.NaN, 40), epoch(30, Number.NaN)]
  expect(recordedSpan(null, epochs)).toEqual({ startTime: 30, stopTime: 40 })
})

test('takes more epochs than a function takes arguments', () => {
  const epochs = Array.from({ length: 100_000 }, (_, index) => epoch(index, index + 0.5))
  expect(recordedSpan(null, epochs)).toEqual({ startTime: 0, stopTime: 99_999.5 })
})
