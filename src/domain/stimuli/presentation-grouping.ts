import { InvalidArgumentError } from '../../errors.ts'
import { findParameter, type StimulusConditions } from './conditions.ts'
import { groupsOf, membersOf, type PresentationGroups } from './grouped-presentations.ts'
import type { PresentationList } from './presentations.ts'

/** Something that presentations that belong together have in common. */
export type GroupingKey =
  | { readonly by: 'all' | 'stimulus' | 'epoch' | 'condition' }
  | { readonly by: 'parameters'; readonly names: readonly string[] }

/** All that the presentations of a group have in common; the first key orders the groups first. */
export type Grouping = readonly GroupingKey[]

/** Presentations cut into groups. */
export interface GroupedPresentations {
  /** of the presentations requested, by their position among them */
  readonly groups: PresentationGroups
  /** positions of each group's presentations among those requested, in order of start time */
  readonly members: readonly Int32Array[]
}

/** Whether presentations can be grouped only when the conditions are known. */
export function groupsByCondition(grouping: Grouping): boolean {
  return grouping.some(({ by }) => by === 'condition' || by === 'parameters')
}

/**
 * Cut presentations into groups: by each key, conditions in order of their ids, epochs of their
 * indexes, stimuli and parameter values of their first appearance. A masked presentation shows no
 * condition and has no parameters: it is in none of their groups; nor is one to which none of the
 * parameters applies.
 *
 * @param ids of the presentations, in order of start time
 * @param conditions may be null where the grouping does not need them
 * @throws InvalidArgumentError for a parameter that the session does not have, and without a key
 */
export function groupPresentations(
  ids: Int32Array,
  list: PresentationList,
  conditions: StimulusConditions | null,
  grouping: Grouping,
): GroupedPresentations {
  if (grouping.length === 0) {
    throw new InvalidArgumentError('by is empty; give what the presentations of a group share.')
  }
  let numbered = numberInOrder(new Float64Array(ids.length))
  for (const key of grouping) {
    const ranks = ranksOf(keysOf(ids, list, conditions, key), key)
    const size = ranks.reduce((most, rank) => Math.max(most, rank), 0) + 1
    const { numbers } = numbered
    numbered = numberInOrder(
      Float64Array.from(ranks, (rank, i) =>
        rank < 0 || numbers[i] < 0 ? -1 : numbers[i] * size + rank,
      ),
    )
  }
  const groups = groupsOf(numbered.numbers, numbered.count)
  return { groups, members: membersOf(groups) }
}

/** Numbers in which conditions and epochs are ordered as they are, all else by first appearance. */
function ranksOf(keys: Int32Array, { by }: GroupingKey): Int32Array {
  if (by === 'condition' || by === 'epoch') return keys
  const rankOfKey = new Map<number, number>()
  return keys.map((key) => {
    if (key < 0) return -1
    const rank = rankOfKey.get(key) ?? rankOfKey.size
    rankOfKey.set(key, rank)
    return rank
  })
}

/** Numbers from 0 on for the distinct keys, in their order; -1 for those below 0. */
function numberInOrder(keys: Float64Array): {
  readonly numbers: Int32Array
  readonly count: number
} {
  const distinct = Float64Array.from(new Set(keys.filter((key) => key >= 0))).sort()
  const numberOfKey = new Map(Array.from(distinct, (key, number) => [key, number]))
  return {
    numbers: Int32Array.from(keys, (key) => numberOfKey.get(key) ?? -1),
    count: distinct.length,
  }
}

/** The same number for presentations that belong together; -1: to no group. */
function keysOf(
  ids: Int32Array,
  list: PresentationList,
  conditions: StimulusConditions | null,
  key: GroupingKey,
): Int32Array {
  switch (key.by) {
    case 'all':
      return new Int32Array(ids.length)
    case 'stimulus':
      return ids.map((id) => list.stimulusNames.codes[id])
    case 'epoch':
      return ids.map((id) => list.epochIndexes[id])
    case 'condition':
      return ids.map((id) => conditions?.ofPresentations[id] ?? -1)
    case 'parameters':
      return parameterKeys(ids, conditions, key.names)
  }
}

function parameterKeys(
  ids: Int32Array,
  conditions: StimulusConditions | null,
  names: readonly string[],
): Int32Array {
  if (!conditions) return new Int32Array(ids.length).fill(-1)
  if (names.length === 0) {
    throw new InvalidArgumentError('parameters is empty; name the parameters to group by.')
  }
  const parameters = names.map((name) => findParameter(conditions, name))
  const keyOfValues = new Map<string, number>()
  return ids.map((id) => {
    const valueCodes = parameters.map(({ codeOf }) => codeOf(id))
    if (valueCodes.every((code) => code < 0)) return -1
    const values = valueCodes.join()
    const key = keyOfValues.get(values) ?? keyOfValues.size
    keyOfValues.set(values, key)
    return key
  })
}
