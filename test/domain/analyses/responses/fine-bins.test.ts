import { expect, test } from 'vitest'
import {
  allenSdkEdges,
  countInBins,
  meanOverTrials,
  wholeTrialEdges,
} from '../../../../src/domain/analyses/responses/fine-bins.ts'

test.each([
  [0.25, 249],
  [1, 999],
  [2, 1999],
])('the AllenSDK has no bin for the last millisecond of %d s', (duration, bins) => {
  const edges = allenSdkEdges(duration)
  expect(edges.length - 1).toBe(bins)
  expect(edges[43]).toBe(43 * 0.001)
})

test.each([
  [0.25, 250],
  [1, 1000],
  [2, 2000],
])('the whole trial of %d s has it', (duration, bins) => {
  expect(wholeTrialEdges(duration).length - 1).toBe(bins)
})

test('a spike on an inner edge counts twice by the AllenSDK’s rule, and once by numpy’s', () => {
  const edges = Float64Array.of(0, 0.5, 1)
  const spikes = Float64Array.of(10, 10.5, 20.75, 21)
  const starts = Float64Array.of(10, 20)
  expect([...countInBins(spikes, starts, edges, 'allenSdk')]).toEqual([2, 1, 0, 2])
  expect([...countInBins(spikes, starts, edges, 'numpy')]).toEqual([1, 1, 0, 2])
})

test('the mean is over trials', () => {
  expect([...meanOverTrials(Float64Array.of(2, 1, 0, 3), 2)]).toEqual([1, 2])
})
