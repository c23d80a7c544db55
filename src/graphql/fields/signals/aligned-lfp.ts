import type { BinEdgesRequest } from '../../../domain/counting/bin-edges.ts'
import { alignLfpToEvents, alignLfpToPresentations } from '../../../request/analyses/aligned-lfp.ts'
import type { LfpRequest, LfpSelection } from '../../../request/analyses/lfp.ts'
import type { GraphQLContext } from '../../context.ts'
import type { EventFilter, EventSource, PresentationFilter } from '../../generated.ts'
import type { ProbeModel } from '../../models.ts'
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
export function lfpAroundPresentations(
  probe: ProbeModel,
  { presentations, ...requested }: AlignedLfpArguments,
  context: GraphQLContext,
) {
  const moments = { presentations: toPresentationFilter(presentations) }
  const request = { ...lfpRequest(probe, requested), bins: binsOf(requested), moments }
  return alignLfpToPresentations(probe.session, request, context)
}

/** LFP around events; null: the probe has none. Its samples are not read yet. */
export function lfpAroundEvents(
  probe: ProbeModel,
  { events, where, ...requested }: EventLfpArguments,
  context: GraphQLContext,
) {
  const moments = { events: toEventSource(events), where }
  const request = { ...lfpRequest(probe, requested), bins: binsOf(requested), moments }
  return alignLfpToEvents(probe.session, request, context)
}

const binsOf = ({ before, after, binSize, edges }: BinEdgesRequest): BinEdgesRequest => ({
  before: before ?? null,
  after: after ?? null,
  binSize: binSize ?? null,
  edges: edges ?? null,
})

/** `channelId`s of the columns. */
export function lfpChannelIds(
  { series: { window, channels } }: LfpSelection,
  { budget }: GraphQLContext,
): (string | null)[] {
  budget.chargeList(channels.length)
  return channels.map((channel) => window.labels.channelIds?.[channel] ?? null)
}
