import { InvalidArgumentError } from '../../errors.ts'
import type { Emptiness } from '../export-kind.ts'

/** Which groups a file is about: all of them, or one. */
export interface ChosenGroups<Group> {
  readonly groups: readonly Group[]
  /** positions: from, and before */
  readonly range: readonly [from: number, to: number]
  /** the dimension of the groups, before those of each; one group alone has none */
  readonly outer: { readonly dims: readonly string[]; readonly shape: readonly number[] }
}

/**
 * @param chosen position of the only group that is wanted; null: all are
 * @throws InvalidArgumentError
 */
export function chooseGroups<Group>(
  all: readonly Group[],
  chosen: number | null,
): ChosenGroups<Group> {
  if (chosen === null) {
    return {
      groups: all,
      range: [0, all.length],
      outer: { dims: ['group'], shape: [all.length] },
    }
  }
  if (all[chosen] === undefined) {
    throw new InvalidArgumentError(`group is ${chosen}; there are ${all.length} groups, from 0.`)
  }
  return {
    groups: [all[chosen]],
    range: [chosen, chosen + 1],
    outer: { dims: [], shape: [] },
  }
}

/** Why there is nothing to write where presentations, or events, belong to no group. */
export function noGroups(missing: 'presentations' | 'events'): Emptiness {
  return { missing, reason: `None of the selected ${missing} belongs to a group.` }
}

/**
 * For what is planned before it is grouped, and cannot be empty for lack of groups any more.
 *
 * @throws InvalidArgumentError
 */
export function assertGroups(
  groups: readonly unknown[],
  missing: 'presentations' | 'events',
): void {
  if (groups.length === 0) throw new InvalidArgumentError(noGroups(missing).reason)
}
