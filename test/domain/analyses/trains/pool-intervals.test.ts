import { describe, expect, test } from 'vitest'
import {
  poolIntervals,
  separateIntervals,
} from '../../../../src/domain/analyses/trains/pool-intervals.ts'
import { InvalidArgumentError, InvalidWindowError } from '../../../../src/errors.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

describe('poolIntervals', () => {
  test('puts intervals in order of time, and keeps those that touch apart', () => {
    expect(poolIntervals([span(5, 6), span(1, 5)])).toEqual([span(1, 5), span(5, 6)])
    expect(poolIntervals([])).toEqual([])
  })

  test('refuses intervals that overlap, and those that do not stop after they start', () => {
    expect(() => poolIntervals([span(5, 6), span(1, 5.5)])).toThrow(InvalidArgumentError)
    for (const empty of [span(5, 5), span(6, 5), span(5, Number.NaN)]) {
      expect(() => poolIntervals([empty])).toThrow(InvalidWindowError)
    }
  })
})

describe('separateIntervals', () => {
  test('gives a row to each interval, in the order given, empty where it holds nothing', () => {
    expect(separateIntervals([span(5, 6), span(1, 5.5), span(3, 2)])).toEqual([
      [span(5, 6)],
      [span(1, 5.5)],
      [],
    ])
  })
})
