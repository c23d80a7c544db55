import type { UnitResponsesQuery } from '../../gql/graphql.ts'
import { ALL_TOGETHER, type ParameterValue, valueLabel } from './grouping.ts'

type ResponseData = NonNullable<UnitResponsesQuery['session']>

/** Responses to presentations that have something in common. */
export interface ResponseGroup {
  readonly label: string
  /** of the parameter that they are grouped by; null: all as one */
  readonly value: ParameterValue | null
  readonly presentationCount: number
  /** seconds from the start of the presentation; shape [spikes] */
  readonly spikeTimes: Float32Array
  /** position of the presentation within the group; shape [spikes] */
  readonly spikeRows: Uint32Array
  /** mean over the presentations, Hz; shape [bins] */
  readonly rates: Float64Array
}

/** Mean rate during the presentations of a group, with its standard error. */
export interface TuningPoint {
  readonly value: ParameterValue
  readonly label: string
  readonly presentationCount: number
  /** Hz */
  readonly mean: number
  /** Hz; null in a group of one presentation */
  readonly standardError: number | null
}

/** Responses in groups: numbers ascending, the rest as they first appeared. */
export function responseGroups({ around }: ResponseData, grouping: string): ResponseGroup[] {
  const presentationAt = around.presentationIds
  const groups = around.groups.map((group) => {
    const value = firstValue(group.parameters)
    const { times, rows } = spikesOf(around.spikes, presentationAt, group.presentationIds)
    return {
      label: labelOf(grouping, value),
      value,
      presentationCount: group.presentationCount,
      spikeTimes: times,
      spikeRows: rows,
      rates: Float64Array.from(group.mean as number[][], ([rate]) => rate ?? Number.NaN),
    }
  })
  return inOrder(groups)
}

/** Mean rates by the value of a parameter; none where all presentations are one group. */
export function tuning({ within }: ResponseData, grouping: string): TuningPoint[] {
  const points = within.groups.flatMap((group) => {
    const value = firstValue(group.parameters)
    const mean = (group.mean as (number | null)[][])[0]?.[0] ?? null
    if (value === null || mean === null) return []
    const standardError = (group.standardError as (number | null)[][])[0]?.[0] ?? null
    const { presentationCount } = group
    return [{ value, label: labelOf(grouping, value), presentationCount, mean, standardError }]
  })
  return inOrder(points)
}

function spikesOf(
  spikes: ResponseData['around']['spikes'],
  presentationAt: readonly string[],
  members: readonly string[],
): { times: Float32Array; rows: Uint32Array } {
  const rowOf = new Map(members.map((id, row) => [id, row]))
  const times: number[] = []
  const rows: number[] = []
  for (const [i, presentation] of spikes.presentationIndexes.entries()) {
    const row = rowOf.get(presentationAt[presentation])
    if (row === undefined) continue
    rows.push(row)
    times.push(spikes.timesSinceStart[i] as number)
  }
  return { times: Float32Array.from(times), rows: Uint32Array.from(rows) }
}

function firstValue(
  parameters: readonly { readonly value: ParameterValue }[],
): ParameterValue | null {
  return parameters[0]?.value ?? null
}

function labelOf(grouping: string, value: ParameterValue | null): string {
  return grouping === ALL_TOGETHER || value === null
    ? 'All presentations'
    : valueLabel(grouping, value)
}

function inOrder<Group extends { readonly value: ParameterValue | null }>(
  groups: Group[],
): Group[] {
  return groups.every(({ value }) => typeof value === 'number')
    ? groups.sort((one, other) => Number(one.value) - Number(other.value))
    : groups
}
