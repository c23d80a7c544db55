import { describe, expect, test } from 'vitest'
import {
  assertGroups,
  chooseGroups,
  noGroups,
} from '../../../src/exports/activity/chosen-groups.ts'

describe('chooseGroups', () => {
  test('gives all groups a dimension of their own', () => {
    expect(chooseGroups(['a', 'b', 'c'], null)).toEqual({
      groups: ['a', 'b', 'c'],
      range: [0, 3],
      outer: { dims: ['group'], shape: [3] },
    })
  })

  test('gives one group, by its position, without that dimension', () => {
    expect(chooseGroups(['a', 'b', 'c'], 1)).toEqual({
      groups: ['b'],
      range: [1, 2],
      outer: { dims: [], shape: [] },
    })
  })

  test.each([3, -1, 0.5])('refuses position %s of three groups', (position) => {
    expect(() => chooseGroups(['a', 'b', 'c'], position)).toThrow(
      `group is ${position}; there are 3 groups, from 0.`,
    )
  })
})

test('no group is an emptiness of presentations, or an error where it is too late for one', () => {
  const reason = 'None of the selected presentations belongs to a group.'
  expect(noGroups('presentations')).toEqual({ missing: 'presentations', reason })
  expect(() => assertGroups([], 'events')).toThrow(
    'None of the selected events belongs to a group.',
  )
  expect(() => assertGroups(['a'], 'events')).not.toThrow()
})
