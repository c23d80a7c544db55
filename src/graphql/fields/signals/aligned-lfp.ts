import { type BinEdgesRequest, binEdges } from '../../../domain/counting/bin-edges.ts'
import { groupsOf } from '../../../domain/stimuli/grouped-presentations.ts'
import {
  type Grouping,
  groupPresentations,
  groupsByCondition,
} from '../../../domain/stimuli/presentation-grouping.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { selectPresentationIds } from '../../../request/activity/aligned-activity.ts'
import { eventSource, selectFromSource } from '../../../request/activity/event-source.ts'
import {
  alignLfp,
  type LfpRequest,
  type LfpSelection,
  lfpStatistics,
} from '../../../request/analyses/lfp.ts'
import type { GraphQLContext } from '../../context.ts'
import type { EventFilter, EventSource, PresentationFilter } from '../../generated.ts'
import type {
  AlignedLfpModel,
  EventLfpModel,
  LfpAverageModel,
  LfpGroupModel,
  ProbeModel,
} from '../../models.ts'
import { toEventSource } from '../../selections/event-source.ts'
import { toPresentationFilter } from './signal-arguments.ts'

interface LfpArguments {
  readonly channelIds: readonly string[]
  readonly maskInvalidIntervals: boolean
}

interface AlignedLfpArguments extends LfpArguments, BinEdgesRequest {
  readonly presentations: PresentationFilter
}

interface EventLfpArguments extends LfpArguments, BinEdgesRequest {
  readonly events: EventSource
  readonly where: EventFilter
}

/** Which channels of a probe's LFP are wanted. */
export function lfpRequest(
  { tables, row }: ProbeModel,
  { channelIds, maskInvalidIntervals }: LfpArguments,
): LfpRequest {
  const probe = tables.probes[row].id
  return { probe, channelIds, masksInvalidTimes: maskInvalidIntervals }
}

/** LFP around presentations; null: the probe has none. Its samples are not read yet. */
export async function alignLfpToPresentations(
  probe: ProbeModel,
  { presentations, ...requested }: AlignedLfpArguments,
  context: GraphQLContext,
): Promise<AlignedLfpModel | null> {
  const { session, tables } = probe
  const edges = binEdges(requested)
  const [list, ids] = await Promise.all([
    context.loaders.load(session, 'presentations'),
    selectPresentationIds(session, toPresentationFilter(presentations), context),
  ])
  const startTimes = Float64Array.from(ids, (id) => list.startTimes[id])
  const lfp = await alignLfp(session, lfpRequest(probe, requested), startTimes, edges, context)
  return lfp && { session, tables, list, ids, lfp }
}

/** LFP around events; null: the probe has none. Its samples are not read yet. */
export async function alignLfpToEvents(
  probe: ProbeModel,
  { events, where, ...requested }: EventLfpArguments,
  context: GraphQLContext,
): Promise<EventLfpModel | null> {
  const { session, tables } = probe
  const edges = binEdges(requested)
  const source = await eventSource(session, toEventSource(events), context)
  const sourceIndexes = selectFromSource(source, where, edges, tables)
  const startTimes = Float64Array.from(sourceIndexes, (position) => source.times[position])
  const lfp = await alignLfp(session, lfpRequest(probe, requested), startTimes, edges, context)
  return lfp && { session, tables, lfp, sourceIndexes }
}

/** The groups that presentations are cut into. The statistics of all are read together, once. */
export async function groupLfp(
  activity: AlignedLfpModel,
  grouping: Grouping,
  { loaders }: GraphQLContext,
): Promise<LfpGroupModel[]> {
  const { session, ids, list, lfp } = activity
  const conditions = groupsByCondition(grouping)
    ? await loaders.load(session, 'stimulusConditions')
    : null
  const { groups, members } = groupPresentations(ids, list, conditions, grouping)
  const statistics = lfpStatistics(lfp, groups)
  return members.map((ofGroup, group) => ({
    activity,
    grouping,
    conditions,
    members: ofGroup,
    average: averageOf(activity, statistics, group),
  }))
}

/** The average over all events. */
export function averageEvents(events: EventLfpModel): LfpAverageModel {
  const groups = groupsOf(new Int32Array(events.sourceIndexes.length), 1)
  return averageOf(events, lfpStatistics(events.lfp, groups), 0)
}

function averageOf(
  { session, tables, lfp }: EventLfpModel | AlignedLfpModel,
  statistics: LfpAverageModel['statistics'],
  group: number,
): LfpAverageModel {
  return { session, tables, lfp, statistics, group }
}

/** `channelId`s of the columns. */
export function lfpChannelIds(
  { series: { window, channels } }: LfpSelection,
  { budget }: GraphQLContext,
): (string | null)[] {
  budget.chargeList(channels.length)
  return channels.map((channel) => window.labels.channelIds?.[channel] ?? null)
}

/** Part of the distance by which neighbours may be nearer or farther apart than others. */
const TOLERANCE = 1e-3

/**
 * Distance between neighbouring channels, in µm, by their positions along the probe.
 *
 * @throws InvalidArgumentError where they are not known, or not equally far apart
 */
export function channelSpacing({ tables, lfp }: LfpAverageModel): number {
  const { window, channels } = lfp.series
  const { ids, verticalPosition } = tables.channels
  const rowOfId = new Map<string, number>()
  for (let row = 0; row < ids.length; row++) rowOfId.set(String(ids[row]), row)
  const positions = channels.map((channel) => {
    const row = rowOfId.get(window.labels.channelIds?.[channel] ?? '') ?? -1
    return verticalPosition?.[row] ?? Number.NaN
  })
  const distances = positions.slice(1).map((position, i) => Math.abs(position - positions[i]))
  const [first = Number.NaN] = distances
  const isEven = distances.every((distance) => Math.abs(distance - first) <= TOLERANCE * first)
  if (first > 0 && isEven) return first
  throw new InvalidArgumentError(
    'The channels are not equally far apart along the probe, or their positions are not known; give spacing.',
  )
}
