import type { SampleStatistics } from '../../domain/analyses/lfp/group-means.ts'
import type {
  AlignedSamplesRequest,
  SampleSpectra,
  SampleStatisticsRequest,
  SampleWindows,
  SpectrumRequest,
  SpikeTriggeredRequest,
  SpikeTriggeredSamples,
} from '../../domain/analyses/lfp/sample-requests.ts'
import type { PresentationGroups } from '../../domain/stimuli/grouped-presentations.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { allSamples, openSeries, type SeriesSelection } from '../series.ts'

/** Which channels of a probe's LFP are wanted. */
export interface LfpRequest {
  /** id of the probe */
  readonly probe: string
  readonly channelIds: readonly string[]
  /** whether samples in invalid times of the probe are missing */
  readonly masksInvalidTimes: boolean
}

/** Some channels of a probe's LFP in a span, not read yet. */
export interface LfpSelection {
  readonly series: SeriesSelection
  readonly windows: SampleWindows
}

/** LFP around events. */
export interface AlignedLfpSelection extends LfpSelection {
  readonly request: AlignedSamplesRequest
  /** about how many samples lie around the events */
  readonly sampleCount: number
}

/**
 * Some channels of a probe's LFP; null: the probe has none.
 *
 * @param span seconds, both ends included
 * @throws InvalidArgumentError without channels, ChannelNotFoundError
 */
export async function openLfp(
  session: CatalogSession,
  { probe, channelIds, masksInvalidTimes }: LfpRequest,
  span: TimeSpan,
  context: RequestContext,
): Promise<LfpSelection | null> {
  if (channelIds.length === 0) {
    throw new InvalidArgumentError(
      'channelIds is empty; name the channels, as Probe.lfp lists them.',
    )
  }
  const requested = { ...allSamples, probe, channelIds, masksInvalidTimes, span }
  const opened = await openSeries(session, 'lfp', requested, context)
  if (!opened) return null
  const { series, channels, masked } = opened
  return { series: opened, windows: { series, channels, spans: [span], masked } }
}

/**
 * The same around events, in bins.
 *
 * @param startTimes seconds; NaN: an event without a time
 * @param edges seconds from the event, ascending
 */
export async function alignLfp(
  session: CatalogSession,
  requested: LfpRequest,
  startTimes: Float64Array,
  edges: Float64Array,
  context: RequestContext,
): Promise<AlignedLfpSelection | null> {
  const first = edges[0]
  const last = edges[edges.length - 1]
  const spans = Array.from(startTimes.filter(Number.isFinite), (startTime) => ({
    startTime: startTime + first - ROUNDING,
    stopTime: startTime + last + ROUNDING,
  }))
  const span = {
    startTime: spans.reduce((least, { startTime }) => Math.min(least, startTime), Infinity),
    stopTime: spans.reduce((most, { stopTime }) => Math.max(most, stopTime), -Infinity),
  }
  const lfp = await openLfp(session, requested, span, context)
  if (!lfp) return null
  const { count } = lfp.series.window
  const share = (spans.length * (last - first)) / (span.stopTime - span.startTime)
  const windows = { ...lfp.windows, spans }
  return {
    ...lfp,
    windows,
    request: { ...windows, startTimes, edges },
    sampleCount: spans.length === 0 ? 0 : Math.ceil(Math.min(1, share) * count),
  }
}

/** Means of each event; shape [events, bins, channels]. Charges the budget. */
export function readAlignedLfp(
  { series, request, sampleCount }: AlignedLfpSelection,
  { budget, loaders }: RequestContext,
): Promise<Float64Array> {
  const { startTimes, edges, channels } = request
  budget.chargeShared(request, channels.length * (sampleCount + startTimes.length * edges.length))
  return loaders.read(series.session, 'alignedSamples', request)
}

/** Statistics over the events of each group, read together once. */
export interface LfpStatistics {
  readonly aligned: AlignedLfpSelection
  readonly request: SampleStatisticsRequest
}

export function lfpStatistics(
  aligned: AlignedLfpSelection,
  groups: PresentationGroups,
): LfpStatistics {
  return { aligned, request: { ...aligned.request, groups } }
}

/** Shape of each array: [groups, bins, channels]. Charges the budget. */
export function readLfpStatistics(
  { aligned: { series, sampleCount }, request }: LfpStatistics,
  { budget, loaders }: RequestContext,
): Promise<SampleStatistics> {
  const { startTimes, edges, channels, groups } = request
  const cells = edges.length * (startTimes.length + ARRAYS * groups.count)
  budget.chargeShared(request, channels.length * (sampleCount + cells))
  return loaders.read(series.session, 'sampleStatistics', request)
}

/**
 * What is read for the mean around the spikes of a unit. Reads the spikes; charges the budget.
 *
 * @throws InvalidArgumentError for a window that does not hold the spike
 */
export async function spikeTriggeredRequest(
  { series: { session }, windows }: LfpSelection,
  unitRow: number,
  { before, after }: Pick<SpikeTriggeredRequest, 'before' | 'after'>,
  { budget, loaders }: RequestContext,
): Promise<SpikeTriggeredRequest> {
  const longest = Math.max(before, after)
  if (!(before >= 0 && after >= 0 && longest <= LONGEST_WINDOW)) {
    throw new InvalidArgumentError(
      `before is ${before} and after is ${after}; both must lie between 0 and ${LONGEST_WINDOW} s.`,
    )
  }
  const [span] = windows.spans
  const { units } = await loaders.tables(session)
  budget.chargeCells(units.spikeCounts[unitRow])
  const spikeTimes = await loaders.read(session, 'spikeTimes', { unitRow, span })
  return { ...windows, spikeTimes, before, after }
}

/** Charges the budget. The same request is read once. */
export function readAroundSpikes(
  { series: { session, window } }: LfpSelection,
  request: SpikeTriggeredRequest,
  { budget, loaders }: RequestContext,
): Promise<SpikeTriggeredSamples> {
  budget.chargeShared(request, window.count * request.channels.length)
  return loaders.read(session, 'spikeTriggeredSamples', request)
}

/** @throws InvalidArgumentError for a segment that is not between 0 and a minute */
export function spectrumRequest({ windows }: LfpSelection, segment: number): SpectrumRequest {
  if (!(segment > 0 && segment <= LONGEST_WINDOW)) {
    throw new InvalidArgumentError(
      `segment is ${segment}; it must be above 0 and at most ${LONGEST_WINDOW} s.`,
    )
  }
  return { ...windows, segment }
}

/** Charges the budget. The same request is read once. */
export function readLfpSpectra(
  { series: { session, window } }: LfpSelection,
  request: SpectrumRequest,
  { budget, loaders }: RequestContext,
): Promise<SampleSpectra> {
  budget.chargeShared(request, window.count * request.channels.length)
  return loaders.read(session, 'sampleSpectra', request)
}

/** Seconds of samples that are held at a time. */
const LONGEST_WINDOW = 60

/** More than any rounding of `time - start`. */
const ROUNDING = 1e-6

/** Means, deviations and counts are held together. */
const ARRAYS = 3
