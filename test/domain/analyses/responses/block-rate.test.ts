import { expect, test } from 'vitest'
import {
  countInSpans,
  presentationBlocks,
} from '../../../../src/domain/analyses/responses/block-rate.ts'

test('a block ends where the next start is more than two trials away', () => {
  // Trials of 2 s: 4 s between starts still belong together, 4.5 s do not.
  const starts = Float64Array.of(10, 14, 18.5, 21)
  const stops = Float64Array.of(12, 16, 20.5, 23)
  expect(presentationBlocks(starts, stops, 2)).toEqual([
    { startTime: 10, stopTime: 16 },
    { startTime: 18.5, stopTime: 23 },
  ])
})

test('a presentation may be a block of its own', () => {
  const starts = Float64Array.of(10, 20, 30)
  expect(presentationBlocks(starts, Float64Array.of(12, 22, 32), 2)).toEqual([
    { startTime: 10, stopTime: 12 },
    { startTime: 20, stopTime: 22 },
    { startTime: 30, stopTime: 32 },
  ])
})

test('without presentations there are no blocks', () => {
  expect(presentationBlocks(new Float64Array(0), new Float64Array(0), 2)).toEqual([])
})

test('spikes count from the start, included, to the stop, not included', () => {
  const spans = [
    { startTime: 1, stopTime: 2 },
    { startTime: 4, stopTime: 5 },
  ]
  expect(countInSpans(Float64Array.of(0.5, 1, 1.5, 2, 3, 4.5, 5), spans)).toBe(3)
})
