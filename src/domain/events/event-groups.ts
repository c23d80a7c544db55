import { groupsOf, membersOf, type PresentationGroups } from '../stimuli/grouped-presentations.ts'
import { type ParameterValue, parameterKey } from '../stimuli/stimulus-parameters.ts'

/** What events that belong together have in common. */
export type EventGrouping =
  | { readonly by: 'all' }
  /** consecutive ones; the last group has what is left */
  | { readonly by: 'every'; readonly size: number }
  | { readonly by: 'value' }

/** Events cut into groups. */
export interface GroupedEvents {
  readonly groups: PresentationGroups
  /** positions of each group's events, ascending */
  readonly members: readonly Int32Array[]
}

/**
 * Cut events into groups: values in order of first appearance. An event whose value is missing is
 * in none of them.
 *
 * @param valueAt the value of an event, by its position
 */
export function groupEvents(
  count: number,
  grouping: EventGrouping,
  valueAt: (position: number) => ParameterValue | null,
): GroupedEvents {
  const ofEvents = new Int32Array(count)
  const numbers = new Map<string, number>()
  for (let position = 0; position < count; position++) {
    const key = keyOf(position, grouping, valueAt)
    if (key === null) ofEvents[position] = -1
    else {
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      ofEvents[position] = number
    }
  }
  const groups = groupsOf(ofEvents, numbers.size)
  return { groups, members: membersOf(groups) }
}

function keyOf(
  position: number,
  grouping: EventGrouping,
  valueAt: (position: number) => ParameterValue | null,
): string | null {
  if (grouping.by === 'all') return ''
  if (grouping.by === 'every') return String(Math.floor(position / grouping.size))
  const value = valueAt(position)
  return value === null ? null : parameterKey(value)
}
