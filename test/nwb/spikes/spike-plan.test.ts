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
