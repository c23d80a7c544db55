import { expect, test } from 'vitest'
import { mergeRuns } from '../../../src/domain/numeric/merge-runs.ts'

test('runs become one, in order of time, then of the runs', async () => {
  const runs = [Float64Array.of(1, 4, 4), new Float64Array(0), Float64Array.of(0, 4, 9)]
  expect(await mergeRuns(runs)).toEqual({
    times: Float64Array.of(0, 1, 4, 4, 4, 9),
    owners: Uint32Array.of(2, 0, 0, 0, 2, 2),
  })
  expect(await mergeRuns([])).toEqual({ times: new Float64Array(0), owners: new Uint32Array(0) })
})
