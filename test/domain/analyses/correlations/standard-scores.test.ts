import { expect, test } from 'vitest'
import {
  groupMeans,
  groupOrder,
  standardScores,
} from '../../../../src/domain/analyses/correlations/standard-scores.ts'
import { groupsOf } from '../../../../src/domain/stimuli/grouped-presentations.ts'

const none = Number.NaN
/** Two presentations of the first group, three of the second, and one of neither. */
const groups = groupsOf(Int32Array.of(1, 0, -1, 1, 0, 1), 2)
const order = groupOrder(groups)

test('presentations come group by group', () => {
  expect([...order]).toEqual([1, 4, 0, 3, 5])
})

test('scores are in standard deviations from the mean of the group', () => {
  const counts = Float64Array.of(1, 4, 9, 2, 6, 3)
  const scores = standardScores(counts, groups, order)
  // Means 5 and 2, deviations the root of 2, and 1.
  expect([...scores]).toEqual([-1 / Math.SQRT2, 1 / Math.SQRT2, -1, 0, 1])
  expect([...groupMeans(counts, groups, order)]).toEqual([5, 2])
})

test('a missing count has no score, nor has one of a group in which all are equal', () => {
  const counts = Float64Array.of(1, 4, 9, none, 4, 3)
  const scores = standardScores(counts, groups, order)
  expect([...scores]).toEqual([none, none, -1 / Math.SQRT2, none, 1 / Math.SQRT2])
  expect([...groupMeans(counts, groups, order)]).toEqual([4, 2])
})
