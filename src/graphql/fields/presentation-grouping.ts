import { findParameter, type StimulusConditions } from '../../domain/stimuli/conditions.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { GraphQLContext } from '../context.ts'
import type { PresentationGrouping } from '../generated.ts'

const groupings = {
  ALL: { by: 'all' },
  STIMULUS: { by: 'stimulus' },
  EPOCH: { by: 'epoch' },
  CONDITION: { by: 'condition' },
} as const

/** @throws InvalidArgumentError for parameters that nothing is grouped by */
export function groupingOf(
  by: readonly PresentationGrouping[],
  names: readonly string[] | null,
): Grouping {
  if (names && !by.includes('PARAMETERS')) {
    throw new InvalidArgumentError(
      `by is ${by.join(', ')}; parameters can only be used with by: PARAMETERS.`,
    )
  }
  return by.map((key) =>
    key === 'PARAMETERS' ? { by: 'parameters', names: names ?? [] } : groupings[key],
  )
}

/** A group of presentations, whatever is averaged over them. */
interface PresentationGroup {
  readonly activity: { readonly ids: Int32Array; readonly list: PresentationList }
  readonly grouping: Grouping
  readonly conditions: StimulusConditions | null
  /** positions among the presentations of the activity */
  readonly members: Int32Array
}

/** The fields of whatever is a group of presentations. */
export const presentationGroupFields = {
  presentationCount: ({ members }: PresentationGroup) => members.length,

  presentationIds(
    { activity, members }: PresentationGroup,
    _args: object,
    { budget }: GraphQLContext,
  ) {
    budget.chargeList(members.length)
    return Array.from(members, (position) => String(activity.ids[position]))
  },

  stimulusName({ activity: { ids, list }, members }: PresentationGroup) {
    const { codes, values } = list.stimulusNames
    const code = codes[ids[members[0]]]
    const isOne = members.every((position) => codes[ids[position]] === code)
    return isOne ? (values[code] ?? null) : null
  },

  parameters(
    { activity, members, grouping, conditions }: PresentationGroup,
    _args: object,
    { budget }: GraphQLContext,
  ) {
    if (!conditions) return []
    const names = grouping.flatMap((key) => (key.by === 'parameters' ? key.names : []))
    budget.chargeList(names.length, 2)
    const first = activity.ids[members[0]]
    return names.flatMap((parameter) => {
      const { name, values, codeOf } = findParameter(conditions, parameter)
      const value = values[codeOf(first)]
      return value === undefined ? [] : [{ name, value }]
    })
  },
}
