import { selectLfpChannels } from '../domain/series/lfp-channels.ts'
import {
  planResampling,
  type Reduction,
  type ResampleMethod,
  type Resampling,
  reductionOf,
} from '../domain/series/resampling.ts'
import type { SeriesId, SeriesName, SeriesWindow } from '../domain/series/series.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import { invalidTimesOfProbe } from '../domain/time/probe-invalid-times.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import { findProbe } from '../domain/units/unit-filter.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { RequestContext } from './request-context.ts'

/** Which samples of a recorded time series are wanted. */
export interface SeriesRequest {
  /** of `lfp` and `currentSourceDensity`: id or name of the probe; else null */
  readonly probe: string | null
  /** of `stored`: path of the series in the file; else null */
  readonly path: string | null
  /** of `lfp`: which channels; null: all */
  readonly channelIds: readonly string[] | null
  /** of `lfp`: whether samples in invalid times of the probe are missing, as in the AllenSDK */
  readonly masksInvalidTimes: boolean
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
  /** null: every sample */
  readonly maxPoints: number | null
  /** how to come to `maxPoints` */
  readonly resample: ResampleMethod
}

/** Every sample of a series of the session's own file. */
export const allSamples: SeriesRequest = {
  probe: null,
  path: null,
  channelIds: null,
  masksInvalidTimes: true,
  span: { startTime: -Infinity, stopTime: Infinity },
  maxPoints: null,
  resample: 'mean',
}

/** A window of a series that the session has; its samples are not read. */
export interface SeriesSelection {
  readonly session: CatalogSession
  readonly request: SeriesRequest
  readonly series: SeriesId
  readonly window: SeriesWindow
  readonly resampling: Resampling
  /** of the column `values`: positions of the channels wanted, ascending */
  readonly channels: readonly number[]
  /** times whose samples are missing, ends included */
  readonly masked: readonly TimeSpan[]
}

/**
 * A window of a series; null: the session does not have it.
 *
 * @throws InvalidArgumentError, TooManyPointsError, ProbeNotFoundError, ChannelNotFoundError
 */
export async function openSeries(
  session: CatalogSession,
  name: SeriesName,
  request: SeriesRequest,
  { loaders }: RequestContext,
): Promise<SeriesSelection | null> {
  const { path, span, channelIds, maxPoints, resample } = request
  const tables = await loaders.tables(session)
  const probe = request.probe === null ? null : tables.probes[probeRow(tables, request.probe)]
  const series = { name, probeId: probe?.id ?? null, ...(path === null ? {} : { path }) }
  const window = await loaders.read(session, 'locateSamples', { series, span })
  if (!window) return null
  const isMasked = name === 'lfp' && request.masksInvalidTimes
  return {
    session,
    request,
    series,
    window,
    resampling: planResampling(window.count, maxPoints, resample),
    channels: selectLfpChannels(window, channelIds, probe?.name ?? name),
    masked: probe && isMasked ? invalidTimesOfProbe(tables.invalidTimes, probe.name) : [],
  }
}

/** By its id first: another probe may have that as its name. */
function probeRow(tables: SessionTables, idOrName: string): number {
  const row = tables.probes.findIndex(({ id }) => id === idOrName)
  return row >= 0 ? row : findProbe(tables, idOrName)
}

/** Points of a column that the file has; the times are the column `time`. Charges the budget. */
export async function columnOf(
  selection: SeriesSelection,
  column: string,
  { budget, loaders }: RequestContext,
  reduction?: Reduction,
): Promise<Float64Array> {
  const { session, window, channels } = selection
  budget.chargeCells(window.count * (column === 'values' ? channels.length : 1))
  return loaders.read(session, 'samples', samplesRequest(selection, column, window.runs, reduction))
}

/** The same, or null where the file does not have the column. */
export async function columnIfAny(
  selection: SeriesSelection,
  column: string,
  context: RequestContext,
  reduction?: Reduction,
): Promise<Float64Array | null> {
  const has = selection.window.columns.includes(column)
  return has ? columnOf(selection, column, context, reduction) : null
}

/**
 * Some runs of a column.
 *
 * @param reduction the usual one of the resampling when left out
 */
export function samplesRequest(
  { series, channels, masked, resampling }: SeriesSelection,
  column: string,
  runs: SeriesWindow['runs'],
  reduction: Reduction = reductionOf(resampling, column === 'time' ? 'time' : 'value'),
) {
  const isMatrix = column === 'values'
  return {
    series,
    column,
    channels: isMatrix ? channels : null,
    runs,
    resampling,
    reduction,
    masked: isMatrix ? masked : [],
  }
}
