import { expect, test } from 'vitest'
import { groupMeans } from '../../../../src/domain/analyses/lfp/group-means.ts'
import { groupsOf } from '../../../../src/domain/stimuli/grouped-presentations.ts'

const { NaN: nan } = Number

test('mean and deviation are over the events of a group that have a value', () => {
  // Two values of each of five events; the last event is in no group.
  const values = Float64Array.of(1, 10, 3, nan, 5, 30, 7, 8, 100, 100)
  const groups = groupsOf(Int32Array.of(0, 0, 0, 1, -1), 2)
  const { means, standardDeviations, eventCounts } = groupMeans(values, 2, groups)
  expect([...means]).toEqual([3, 20, 7, 8])
  expect([...standardDeviations]).toEqual([2, Math.sqrt(200), nan, nan])
  expect([...eventCounts]).toEqual([3, 2, 1, 1])
})

test('a value that no event has is missing', () => {
  const found = groupMeans(Float64Array.of(nan), 1, groupsOf(Int32Array.of(0), 1))
  expect(found).toEqual({
    means: Float64Array.of(nan),
    standardDeviations: Float64Array.of(nan),
    eventCounts: Uint32Array.of(0),
  })
})
