import { expect, test } from 'vitest'
import { planSpikeReads } from '../../../src/nwb/spikes/spike-plan.ts'

/** units of 10, 0, 20, 100,000 and 5 spikes */
const ends = Float64Array.of(10, 10, 30, 100_030, 100_035)

test('reads units in order of the file, neighbours together, each once', () => {
  expect(planSpikeReads([2, 0, 2, 1], ends)).toEqual([
    {
      from: 0,
      to: 30,
      units: [
        { unitRow: 0, from: 0, to: 10 },
        { unitRow: 1, from: 10, to: 10 },
        { unitRow: 2, from: 10, to: 30 },
      ],
    },
  ])
})

test('leaves out a long gap that no one asked for', () => {
  expect(planSpikeReads([0, 4], ends).map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [100_030, 100_035],
  ])
})

test('reads over a short gap', () => {
  expect(planSpikeReads([0, 2], ends).map(({ from, to }) => [from, to])).toEqual([[0, 30]])
})

test('starts a new read where one would become too long', () => {
  expect(planSpikeReads([0, 2, 3, 4], ends, 50).map(({ from, to }) => [from, to])).toEqual([
    [0, 30],
    [30, 100_030],
    [100_030, 100_035],
  ])
})

test('reads nothing for no units', () => {
  expect(planSpikeReads([], ends)).toEqual([])
})

test.each([
  [8192, 1],
  [8193, 2],
])('a gap of %d spikes makes reads: %d', (gap, reads) => {
  expect(planSpikeReads([0, 2], Float64Array.of(10, 10 + gap, 20 + gap))).toHaveLength(reads)
})

test.each([
  [30, 1],
  [29, 2],
])('at most %d spikes at a time make reads: %d', (most, reads) => {
  expect(planSpikeReads([0, 1, 2], ends, most)).toHaveLength(reads)
})

test('the length of a read is that of its own units', () => {
  const far = Float64Array.of(1000, 1010, 1020, 1030)
  expect(planSpikeReads([1, 2, 3], far, 30)).toHaveLength(1)
})
