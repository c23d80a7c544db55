import { expect, test } from 'vitest'
import {
  countSamples,
  isInProbeFile,
  type SeriesName,
  seriesColumns,
  sliceRuns,
} from '../../../src/domain/series/series.ts'

test('LFP and current source density lie in the files of probes', () => {
  const inProbeFiles = (Object.keys(seriesColumns) as SeriesName[]).filter((name) =>
    isInProbeFile({ name, probeId: null }),
  )
  expect(inProbeFiles).toEqual(['lfp', 'currentSourceDensity'])
})

const runs = [
  { from: 5, count: 3 },
  { from: 10, count: 4 },
  { from: 20, count: 1 },
]

test('runs hold all their samples together', () => {
  expect(countSamples(runs)).toBe(8)
  expect(countSamples([])).toBe(0)
})

test.each([
  [0, 8, runs],
  [0, 0, []],
  [1, 1, [{ from: 6, count: 1 }]],
  [
    1,
    4,
    [
      { from: 6, count: 2 },
      { from: 10, count: 2 },
    ],
  ],
  [3, 2, [{ from: 10, count: 2 }]],
  [
    4,
    99,
    [
      { from: 11, count: 3 },
      { from: 20, count: 1 },
    ],
  ],
  [7, 1, [{ from: 20, count: 1 }]],
  [8, 1, []],
])('of the samples from %d on, %d', (from, count, slices) => {
  expect(sliceRuns(runs, from, count)).toEqual(slices)
})
