import type { SeriesName } from '../../domain/series/series.ts'
import { SeriesNotFoundError } from '../../errors.ts'
import { openSeries, type SeriesRequest, type SeriesSelection } from '../../request/series.ts'
import type { ExportSource } from '../export-kind.ts'

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

/** Why a series has no samples to write; null: it has. */
export function noSamplesReason(kind: string, { window, request }: SeriesSelection): string | null {
  if (window.count > 0) return null
  const { startTime, stopTime } = request.span
  const isCut = startTime !== -Infinity || stopTime !== Infinity
  return isCut
    ? `The session's ${kind} has no samples from ${startTime} to ${stopTime} s.`
    : `The session's ${kind} has no samples.`
}
