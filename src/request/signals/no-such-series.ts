import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'

/** Paths listed in an error. */
const MOST_PATHS = 20

/** That a session has no time series at a path, and which ones it has. */
export async function noSuchSeries(
  session: CatalogSession,
  path: string,
  { loaders }: RequestContext,
): Promise<InvalidArgumentError> {
  const paths = (await loaders.load(session, 'storedSeries')).map((series) => series.path)
  const more = paths.length > MOST_PATHS ? `, … (${paths.length} in all)` : ''
  return new InvalidArgumentError(
    `No time series at "${path.slice(0, 200)}" in this session. Available: ${paths.slice(0, MOST_PATHS).join(', ') || 'none'}${more}.`,
  )
}
