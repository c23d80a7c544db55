import { describe, expect, test } from 'vitest'
import { type EventGrouping, groupEvents } from '../../../src/domain/events/event-groups.ts'
import type { ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'

const members = (
  count: number,
  grouping: EventGrouping,
  values: readonly (ParameterValue | null)[] = [],
) =>
  groupEvents(count, grouping, (event) => values[event] ?? null).members.map((group) => [...group])

describe('groups of events', () => {
  test('all are one, and no events are none', () => {
    expect(members(3, { by: 'all' })).toEqual([[0, 1, 2]])
    expect(members(0, { by: 'all' })).toEqual([])
  })

  test('consecutive events: the last group has what is left', () => {
    expect(members(5, { by: 'every', size: 2 })).toEqual([[0, 1], [2, 3], [4]])
  })

  test('values come in order of first appearance; one without a value is in no group', () => {
    const values = [2, 1, null, 2, '2']
    expect(members(5, { by: 'value' }, values)).toEqual([[0, 3], [1], [4]])
    expect([
      ...groupEvents(5, { by: 'value' }, (event) => values[event] ?? null).groups.ofPresentations,
    ]).toEqual([0, 1, -1, 0, 2])
  })
})
