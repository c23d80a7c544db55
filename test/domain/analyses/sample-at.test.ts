import { expect, test } from 'vitest'
import { sampleAt } from '../../../src/domain/analyses/tuning/feature-bins.ts'

const samples = {
  startTimes: Float64Array.of(0, 1, 2),
  stopTimes: Float64Array.of(0.5, 1.5, 2.5),
}

test.each([
  [-1, -1],
  [0, 0],
  [0.25, 0],
  [0.5, -1],
  [1, 1],
  [2.25, 2],
  [2.5, -1],
])('at %d s the sample is %d, as long as it lasts', (time, sample) => {
  expect(sampleAt(samples, time, 'previous')).toBe(sample)
})

test.each([
  [-5, 0],
  [0, 0],
  [0.25, 0],
  [0.5, 1],
  [0.75, 1],
  [1.5, 2],
  [9, 2],
])('nearest to %d s is the sample %d, the later of two', (time, sample) => {
  expect(sampleAt(samples, time, 'nearest')).toBe(sample)
})

test('without samples there is none', () => {
  const none = { startTimes: new Float64Array(0), stopTimes: new Float64Array(0) }
  expect(sampleAt(none, 1, 'previous')).toBe(-1)
  expect(sampleAt(none, 1, 'nearest')).toBe(-1)
})
