import { currentSourceDensity } from '../../domain/analyses/lfp/current-source-density.ts'
import { type BinEdgesRequest, binEdges } from '../../domain/counting/bin-edges.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import type { EventMoments, Moments, PresentationMoments } from '../../domain/events/moments.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import { groupsOf } from '../../domain/stimuli/grouped-presentations.ts'
import {
  type Grouping,
  groupPresentations,
  groupsByCondition,
} from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { selectPresentationIds } from '../activity/aligned-activity.ts'
import { eventSource, selectFromSource } from '../activity/event-source.ts'
import type { RequestContext } from '../request-context.ts'
import {
  type AlignedLfpSelection,
  alignLfp,
  type LfpRequest,
  type LfpStatistics,
  lfpStatistics,
  readLfpStatistics,
} from './lfp.ts'

/** LFP of which channels, around which moments. */
export interface AlignedLfpRequest<Of extends Moments = Moments> extends LfpRequest {
  readonly moments: Of
  readonly bins: BinEdgesRequest
}

interface LfpAroundMoments {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly request: AlignedLfpRequest
  readonly lfp: AlignedLfpSelection
}

export interface LfpAroundPresentations extends LfpAroundMoments {
  readonly list: PresentationList
  /** of the presentations, in order of start time */
  readonly ids: Int32Array
}

export interface LfpAroundEvents extends LfpAroundMoments {
  /** positions of the events in their source */
  readonly sourceIndexes: Int32Array
}

/** Groups of presentations or events, whose statistics are read together, once. */
export interface LfpGroups {
  readonly aligned: LfpAroundPresentations | LfpAroundEvents
  readonly statistics: LfpStatistics
  readonly grouping: Grouping
  /** null: nothing in the grouping depends on them */
  readonly conditions: StimulusConditions | null
  /** positions among the presentations or events, for each group */
  readonly members: readonly Int32Array[]
}

/** The average over one of the groups. */
export interface LfpAverage extends Pick<LfpGroups, 'aligned' | 'statistics' | 'grouping'> {
  readonly group: number
}

export type LfpStatisticName = 'MEAN' | 'STANDARD_DEVIATION' | 'STANDARD_ERROR'

/** How a current source density is computed. */
export interface SourceDensityRequest {
  /** between neighbouring channels, in µm; null: by their positions */
  readonly spacing: number | null
  /** S/m */
  readonly conductivity: number
}

/** Nothing of the samples is read yet; null: the probe has no LFP. */
export async function alignLfpToMoments(
  session: CatalogSession,
  request: AlignedLfpRequest,
  context: RequestContext,
): Promise<LfpAroundPresentations | LfpAroundEvents | null> {
  const { moments } = request
  return 'events' in moments
    ? alignLfpToEvents(session, { ...request, moments }, context)
    : alignLfpToPresentations(session, { ...request, moments }, context)
}

/** The same of presentations. */
export async function alignLfpToPresentations(
  session: CatalogSession,
  request: AlignedLfpRequest<PresentationMoments>,
  context: RequestContext,
): Promise<LfpAroundPresentations | null> {
  const edges = binEdges(request.bins)
  const [tables, list, ids] = await Promise.all([
    context.loaders.tables(session),
    context.loaders.load(session, 'presentations'),
    selectPresentationIds(session, request.moments.presentations, context),
  ])
  const startTimes = Float64Array.from(ids, (id) => list.startTimes[id])
  const lfp = await alignLfp(session, request, startTimes, edges, context)
  return lfp && { session, tables, request, lfp, list, ids }
}

/** The same of events. */
export async function alignLfpToEvents(
  session: CatalogSession,
  request: AlignedLfpRequest<EventMoments>,
  context: RequestContext,
): Promise<LfpAroundEvents | null> {
  const { events, where } = request.moments
  const edges = binEdges(request.bins)
  const tables = await context.loaders.tables(session)
  const source = await eventSource(session, events, context)
  const sourceIndexes = selectFromSource(source, where, edges, tables)
  const startTimes = Float64Array.from(sourceIndexes, (position) => source.times[position])
  const lfp = await alignLfp(session, request, startTimes, edges, context)
  return lfp && { session, tables, request, lfp, sourceIndexes }
}

/**
 * The groups that presentations are cut into; events are one group.
 *
 * @throws InvalidArgumentError for events grouped by anything
 */
export async function groupLfp(
  aligned: LfpAroundPresentations | LfpAroundEvents,
  grouping: Grouping,
  { loaders }: RequestContext,
): Promise<LfpGroups> {
  if (!('ids' in aligned)) {
    if (grouping.some(({ by }) => by !== 'all')) {
      throw new InvalidArgumentError('LFP around events is averaged over all of them: by is ALL.')
    }
    const count = aligned.sourceIndexes.length
    const statistics = lfpStatistics(aligned.lfp, groupsOf(new Int32Array(count), 1))
    const members = [Int32Array.from({ length: count }, (_, event) => event)]
    return { aligned, statistics, grouping, conditions: null, members }
  }
  const { session, ids, list, lfp } = aligned
  const conditions = groupsByCondition(grouping)
    ? await loaders.load(session, 'stimulusConditions')
    : null
  const { groups, members } = groupPresentations(ids, list, conditions, grouping)
  return { aligned, statistics: lfpStatistics(lfp, groups), grouping, conditions, members }
}

/** [bins, channels] */
export function lfpAverageShape({ statistics: { request } }: Pick<LfpGroups, 'statistics'>) {
  return [request.edges.length - 1, request.channels.length] as const
}

/** Events that an average is over; shape [bins, channels]. Charges the budget. */
export async function lfpEventCounts(average: LfpAverage, context: RequestContext) {
  const { eventCounts } = await statisticsOf(average, context)
  const [from, to] = rangeOf(average)
  return { shape: lfpAverageShape(average), data: eventCounts.subarray(from, to) }
}

/** One statistic of a group; shape [bins, channels]. Charges the budget. */
export async function lfpStatisticOf(
  average: LfpAverage,
  statistic: LfpStatisticName,
  context: RequestContext,
): Promise<Float64NdArray> {
  const { means, standardDeviations, eventCounts } = await statisticsOf(average, context)
  const [from, to] = rangeOf(average)
  const shape = lfpAverageShape(average)
  if (statistic === 'MEAN') return { shape, data: means.subarray(from, to) }
  const deviations = standardDeviations.subarray(from, to)
  if (statistic === 'STANDARD_DEVIATION') return { shape, data: deviations }
  return {
    shape,
    data: deviations.map((deviation, cell) => deviation / Math.sqrt(eventCounts[from + cell])),
  }
}

/**
 * Current source density of the mean of a group; shape [bins, channels]. Charges the budget.
 *
 * @throws InvalidArgumentError without a distance between channels
 */
export async function sourceDensityOf(
  average: LfpAverage,
  { spacing, conductivity }: SourceDensityRequest,
  context: RequestContext,
): Promise<Float64NdArray> {
  const micrometres = spacing ?? channelSpacing(average.aligned)
  if (!(micrometres > 0 && Number.isFinite(micrometres))) {
    throw new InvalidArgumentError(`spacing is ${micrometres}; it must be above 0 µm.`)
  }
  const { shape, data } = await lfpStatisticOf(average, 'MEAN', context)
  const [, channels = 0] = shape
  return { shape, data: currentSourceDensity(data, channels, micrometres * 1e-6, conductivity) }
}

/** Where the values of a group lie among those of all; the second is not included. */
function rangeOf(average: LfpAverage): [number, number] {
  const [bins, channels] = lfpAverageShape(average)
  return [average.group * bins * channels, (average.group + 1) * bins * channels]
}

function statisticsOf(average: LfpAverage, context: RequestContext) {
  const [from, to] = rangeOf(average)
  context.budget.chargeCells(to - from)
  return readLfpStatistics(average.statistics, context)
}

/** Part of the distance by which neighbours may be nearer or farther apart than others. */
const TOLERANCE = 1e-3

/**
 * Distance between neighbouring channels, in µm, by their positions along the probe.
 *
 * @throws InvalidArgumentError where they are not known, or not equally far apart
 */
function channelSpacing({ tables, lfp }: LfpAroundMoments): number {
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
