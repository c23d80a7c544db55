import type { SeriesName } from '../../domain/series/series.ts'
import { SeriesNotFoundError } from '../../errors.ts'
import { openSeries, type SeriesRequest, type SeriesSelection } from '../../request/series.ts'
import type { Emptiness, ExportSource } from '../export-kind.ts'

/**
 * The samples of a series that are wanted; none of them is read.
 *
 * @param kind as the export is called, for an error
 * @throws SeriesNotFoundError, and what openSeries throws
 */
export async function selectSamples(
  kind: string,
  name: SeriesName,
  request: SeriesRequest,
  source: ExportSource,
): Promise<SeriesSelection> {
  const { session, loaders } = source
  const selection = await openSeries(session, name, request, source)
  if (selection) return selection
  const known = name === 'stored' ? await loaders.load(session, 'storedSeries') : null
  throw new SeriesNotFoundError(request.path ?? kind, known?.map(({ path }) => path) ?? null)
}

/** That a series has no samples to write; null: it has. */
export function noSamples(kind: string, { window, request }: SeriesSelection): Emptiness | null {
  if (window.count > 0) return null
  const { startTime, stopTime } = request.span
  const from = startTime === -Infinity ? '' : ` from ${startTime} s`
  const to = stopTime === Infinity ? '' : ` to ${stopTime} s`
  return {
    missing: from || to ? 'samples' : null,
    reason: `The session's ${kind} has no samples${from}${to}.`,
  }
}
