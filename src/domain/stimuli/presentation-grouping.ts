import { InvalidArgumentError } from '../../errors.ts'
import { findParameter, type StimulusConditions } from './conditions.ts'
import { groupsOf, type PresentationGroups } from './grouped-presentations.ts'
import type { PresentationList } from './presentations.ts'

/** What presentations that belong together have in common. */
export type Grouping =
  | { readonly by: 'all' | 'stimulus' | 'epoch' | 'condition' }
  | { readonly by: 'parameters'; readonly names: readonly string[] }

/** Presentations cut into groups. */
export interface GroupedPresentations {
  /** of the presentations asked, by their position among them */
  readonly groups: PresentationGroups
  /** positions of each group's presentations among those asked, in order of start time */
  readonly members: readonly Int32Array[]
}

/** Whether a grouping can be told only when the conditions are known. */
export function groupsByCondition({ by }: Grouping): boolean {
  return by === 'condition' || by === 'parameters'
}

/**
 * Cut presentations into groups: conditions in order of their ids, epochs of their indexes, stimuli
 * and parameter values of their first appearance. A masked presentation shows no condition and has
 * no parameters: it is in none of their groups; nor is one to which none of the parameters applies.
 *
 * @param ids of the presentations, in order of start time
 * @param conditions may be null where the grouping does not need them
 * @throws InvalidArgumentError for a parameter that the session does not have
 */
export function groupPresentations(
  ids: Int32Array,
  list: PresentationList,
  conditions: StimulusConditions | null,
  grouping: Grouping,
): GroupedPresentations {
  const keys = keysOf(ids, list, conditions, grouping)
  const isNumbered = grouping.by === 'condition' || grouping.by === 'epoch'
  const distinct = [...new Set(keys)].filter((key) => key >= 0)
  if (isNumbered) distinct.sort((a, b) => a - b)
  const groupOfKey = new Map(distinct.map((key, group) => [key, group]))
  const groups = groupsOf(
    keys.map((key) => groupOfKey.get(key) ?? -1),
    distinct.length,
  )
  const members = Array.from(groups.sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(groups.count)
  groups.ofPresentations.forEach((group, position) => {
    const ofGroup = members[group]
    if (!ofGroup) return
    ofGroup[filled[group]] = position
    filled[group] = filled[group] + 1
  })
  return { groups, members }
}

/** The same number for presentations that belong together; -1: to no group. */
function keysOf(
  ids: Int32Array,
  list: PresentationList,
  conditions: StimulusConditions | null,
  grouping: Grouping,
): Int32Array {
  switch (grouping.by) {
    case 'all':
      return new Int32Array(ids.length)
    case 'stimulus':
      return ids.map((id) => list.stimulusNames.codes[id])
    case 'epoch':
      return ids.map((id) => list.epochIndexes[id])
    case 'condition':
      return ids.map((id) => conditions?.ofPresentations[id] ?? -1)
    case 'parameters':
      return parameterKeys(ids, conditions, grouping.names)
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
