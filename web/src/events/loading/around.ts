import { decodeArray } from '../../../../src/client/index.ts'
import type { AroundEventsQuery, AroundPresentationsQuery } from '../../gql/graphql.ts'
import { type ParameterValue, valueLabel } from '../../unit/responses/grouping.ts'

type Aligned = NonNullable<AroundPresentationsQuery['session']>['alignedActivity']
type Events = NonNullable<AroundEventsQuery['session']>['eventActivity']
type Encoded = Aligned['all'][number]['data']

/** Events that have something in common, and the mean response to them. */
export interface AroundGroup {
  readonly label: string
  /** positions among all events, ascending */
  readonly members: readonly number[]
  /** Hz, NaN where nothing was observed; shape [bins, units] */
  readonly mean: Float64Array
}

/** Activity around events, as the plots take it. */
export interface Around {
  readonly units: Aligned['units']
  /** seconds from an event; shape [bins + 1] */
  readonly edges: readonly number[]
  /** seconds on the session's clock; shape [events] */
  readonly times: readonly (number | null)[]
  /** null: there are no events */
  readonly all: AroundGroup | null
  /** empty where events are not grouped */
  readonly groups: readonly AroundGroup[]
}

/** @param grouping parameter; null: not grouped */
export function aroundPresentations(response: Aligned, grouping: string | null): Around {
  const positions = new Map(response.presentationIds.map((id, i) => [id, i]))
  const groups = response.groups.map(({ parameters, presentationIds, data }) => ({
    value: parameters[0]?.value ?? null,
    label: labelOf(grouping, parameters[0]?.value ?? null),
    members: presentationIds.map((id) => positions.get(id) ?? -1),
    mean: numbersOf(data),
  }))
  return { ...shared(response), groups: grouping === null ? [] : inOrder(groups) }
}

/** @param grouping column; null: not grouped */
export function aroundEvents(response: Events, grouping: string | null): Around {
  const groups = response.groups.map(({ value, eventIndexes, data }) => ({
    value: value ?? null,
    label: labelOf(grouping, value ?? null),
    members: eventIndexes,
    mean: numbersOf(data),
  }))
  return { ...shared(response), groups: grouping === null ? [] : inOrder(groups) }
}

function shared({ units, edges, anchorTimes, all }: Aligned | Events) {
  const [together] = all
  return {
    units,
    edges: (edges ?? []) as readonly number[],
    times: anchorTimes,
    all: together
      ? { label: 'All', members: anchorTimes.map((_, i) => i), mean: numbersOf(together.data) }
      : null,
  }
}

/** Numbers ascending, the rest as they first appeared. */
function inOrder<Group extends { readonly value: unknown }>(groups: Group[]): Group[] {
  return groups.every(({ value }) => typeof value === 'number')
    ? groups.toSorted((one, other) => Number(one.value) - Number(other.value))
    : groups
}

function labelOf(grouping: string | null, value: ParameterValue | null): string {
  return grouping === null || value === null ? 'All' : valueLabel(grouping, value)
}

function numbersOf(encoded: Encoded): Float64Array {
  return Float64Array.from(decodeArray(encoded).data as ArrayLike<number>)
}
