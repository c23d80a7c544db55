import { expect, test } from 'vitest'
import type { Observation } from '../../../src/domain/time/observation.ts'
import { recordedSpan } from '../../../src/domain/time/recorded-span.ts'

const epoch = (startTime: number, stopTime: number) => ({
  index: 0,
  stimulusName: 'gabors',
  block: 0,
  startTime,
  stopTime,
})

const tables = (
  epochs: readonly ReturnType<typeof epoch>[],
  observation: Observation | null = null,
) => ({ epochs, units: { observation } })

test('reaches over spikes and epochs', () => {
  const epochs = [epoch(30, 40), epoch(20, 25)]
  expect(recordedSpan({ startTime: 22, stopTime: 50 }, tables(epochs))).toEqual({
    startTime: 20,
    stopTime: 50,
  })
  expect(recordedSpan({ startTime: 5, stopTime: 6 }, tables(epochs))).toEqual({
    startTime: 5,
    stopTime: 40,
  })
})

test('needs only one of them', () => {
  expect(recordedSpan(null, tables([epoch(30, 40)]))).toEqual({ startTime: 30, stopTime: 40 })
  expect(recordedSpan({ startTime: 22, stopTime: 50 }, tables([]))).toEqual({
    startTime: 22,
    stopTime: 50,
  })
  expect(recordedSpan({ startTime: 22, stopTime: 22 }, tables([]))).toEqual({
    startTime: 22,
    stopTime: 22,
  })
})

test('is null when there are neither', () => {
  expect(recordedSpan(null, tables([]))).toBeNull()
  expect(recordedSpan(null, tables([epoch(Number.NaN, Number.NaN)]))).toBeNull()
})

test('leaves out times that are not known', () => {
  const epochs = [epoch(Number.NaN, 40), epoch(30, Number.NaN)]
  expect(recordedSpan(null, tables(epochs))).toEqual({ startTime: 30, stopTime: 40 })
})

test('takes more epochs than a function takes arguments', () => {
  const epochs = Array.from({ length: 100_000 }, (_, index) => epoch(index, index + 0.5))
  expect(recordedSpan(null, tables(epochs))).toEqual({ startTime: 0, stopTime: 99_999.5 })
})

test('reaches over the times in which units were observed, but not to the ends of open ones', () => {
  const stretches = [
    [{ startTime: 2, stopTime: Number.POSITIVE_INFINITY }],
    [{ startTime: 4, stopTime: 9 }],
  ]
  const observation = { stretches, ofUnits: Int32Array.of(0, 1) }
  expect(recordedSpan({ startTime: 3, stopTime: 8 }, tables([], observation))).toEqual({
    startTime: 2,
    stopTime: 9,
  })
})
