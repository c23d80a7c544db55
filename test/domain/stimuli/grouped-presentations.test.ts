import { expect, test } from 'vitest'
import { groupsOf, membersOf } from '../../../src/domain/stimuli/grouped-presentations.ts'

test('groups have the presentations with their number, and one of -1 is in none', () => {
  const groups = groupsOf(Int32Array.of(1, -1, 0, 1, 3, 1), 4)
  expect(groups.count).toBe(4)
  expect([...groups.sizes]).toEqual([1, 3, 0, 1])
  expect(membersOf(groups).map((members) => [...members])).toEqual([[2], [0, 3, 5], [], [4]])
})
