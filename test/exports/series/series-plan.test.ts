import { expect, test } from 'vitest'
import { noSamples } from '../../../src/exports/series/series-plan.ts'
import type { SeriesSelection } from '../../../src/request/series.ts'

const found = (count: number, startTime: number, stopTime: number) =>
  noSamples('LFP', {
    window: { count },
    request: { span: { startTime, stopTime } },
  } as unknown as SeriesSelection)

test.each([
  [-Infinity, Infinity, null, "The session's LFP has no samples."],
  [5, Infinity, 'samples', "The session's LFP has no samples from 5 s."],
  [-Infinity, 9, 'samples', "The session's LFP has no samples to 9 s."],
  [5, 9, 'samples', "The session's LFP has no samples from 5 s to 9 s."],
])('from %d to %d no sample is there', (from, to, missing, reason) => {
  expect(found(0, from, to)).toEqual({ missing, reason })
  expect(found(1, from, to)).toBeNull()
})
