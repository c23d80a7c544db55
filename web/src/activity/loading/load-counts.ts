import type { Client, CountMatrix, ReadOptions } from '../../../../src/client/index.ts'
import type { FetchLog } from '../../fetching/fetch-log.ts'
import { notedOptions } from '../../fetching/query-noted.ts'
import { type ActivityMatrixFragment, MatrixCountsDocument } from '../../gql/graphql.ts'
import type { ActivityRequest } from './activity-request.ts'
import type { LoadOptions } from './load-progress.ts'

type LoadsMatrices = Pick<Client, 'query' | 'matrix' | 'estimate'>

/**
 * The counts of some matrices, all at once: as files, or, of a recording that lies elsewhere, by
 * queries, after asking what they will fetch.
 */
export async function loadCounts(
  client: LoadsMatrices,
  request: ActivityRequest,
  matrices: readonly ActivityMatrixFragment[],
  { signal, log, onProgress }: LoadOptions,
): Promise<CountMatrix[]> {
  const far = log && (await farCounts(client, request, matrices, log, signal))
  const shares = matrices.map(() => 0)
  return Promise.all(
    matrices.map(async (matrix, i) => {
      const note = (share: number) => {
        shares[i] = share
        onProgress(mean(shares))
      }
      const options: ReadOptions = {
        signal,
        onProgress: ({ loaded, total }) => note(total ? loaded / total : 0.5),
      }
      const counts = await (far ? far(matrix) : client.matrix(matrix, options))
      note(1)
      return counts
    }),
  )
}

/** Gives the counts of each matrix; what they will fetch is in the log by then. */
async function farCounts(
  client: LoadsMatrices,
  request: ActivityRequest,
  matrices: readonly ActivityMatrixFragment[],
  log: FetchLog,
  signal: AbortSignal,
) {
  const key = activityKey(request)
  const all = matrices.map((matrix) => windowOf(request, matrix))
  const [first] = all
  if (!first) return null
  const areas = all.flatMap((variables) => variables.areas)
  const { bytes } = await client.estimate(MatrixCountsDocument, { ...first, areas }, { signal })
  log.begin(key, bytes, all.length)
  return async (matrix: ActivityMatrixFragment) => {
    const options = notedOptions(log, key, signal)
    const { session } = await client.query(MatrixCountsDocument, windowOf(request, matrix), options)
    const counted = session?.binnedActivity[0]
    if (!counted) throw new Error('The session no longer exists.')
    return client.matrix(counted)
  }
}

/** What the log knows the counts of a request by. */
export const activityKey = (request: ActivityRequest) => JSON.stringify(request)

/** Variables of a query for one matrix alone. */
export function windowOf(
  { variables: { session, units } }: ActivityRequest,
  { area, start, shape, binSize }: ActivityMatrixFragment,
) {
  const areas = area ? [area.acronym] : []
  return { session, areas, units, start, stop: start + shape[0] * binSize, binSize }
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(shares.length, 1)
}
