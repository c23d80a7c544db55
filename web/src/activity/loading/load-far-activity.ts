import type { Client, CountMatrix, QueryOptions } from '../../../../src/client/index.ts'
import {
  type DescribedMatrixFragment,
  FarEpochDocument,
  FarEpochMatrixDocument,
  type FarMatrixFragment,
  FarWindowDocument,
  FarWindowMatrixDocument,
} from '../../gql/graphql.ts'
import type { ActivityRequest } from './activity-request.ts'
import type { LoadOptions, ViewFetch } from './load-progress.ts'

type AsksClient = Pick<Client, 'query' | 'matrix'>

export interface FarActivity {
  readonly stimulusName: string | null
  readonly onset: number
  readonly matrices: readonly DescribedMatrixFragment[]
  readonly counts: readonly CountMatrix[]
  readonly runningSpeed: readonly (number | null)[] | null
  readonly fetch: ViewFetch
}

/**
 * Load activity of a recording that lies elsewhere: first what is going to be fetched, then the
 * heatmaps, each by a query of its own, which says what the server fetched for it.
 */
export async function loadFarActivity(
  client: AsksClient,
  request: ActivityRequest,
  { signal, onProgress }: LoadOptions,
): Promise<FarActivity> {
  let bytes = 0
  const options: QueryOptions = {
    signal,
    extensions: { fetched: true },
    onExtensions({ fetched }) {
      bytes += fetched?.bytes ?? 0
    },
  }
  const { estimates, ...about } = await requestEstimates(client, request, options)
  const estimate = estimates.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const { areas } = request.variables
  const parts = areas.length > 0 ? [...areas].map((area) => [area]) : [[]]
  let doneCount = 0
  const fetchSoFar = () => ({ matrixCount: parts.length, doneCount, estimate, bytes })
  const report = () => onProgress({ share: doneCount / parts.length, fetch: fetchSoFar() })
  report()
  const loaded = await Promise.all(
    parts.map(async (part) => {
      const { data, ...matrix } = await requestMatrix(client, request, part, options)
      const counts = await client.matrix({ data })
      doneCount++
      report()
      return { matrix, counts }
    }),
  )
  return {
    ...about,
    matrices: loaded.map(({ matrix }) => matrix),
    counts: loaded.map(({ counts }) => counts),
    fetch: fetchSoFar(),
  }
}

async function requestEstimates(
  client: AsksClient,
  request: ActivityRequest,
  options: QueryOptions,
) {
  if (request.kind === 'epoch') {
    const { session } = await client.query(FarEpochDocument, request.variables, options)
    const epoch = session?.stimulusEpoch
    if (!epoch) throw new Error('The session or the epoch no longer exists.')
    return {
      stimulusName: epoch.stimulusName,
      onset: epoch.startTime,
      estimates: epoch.binnedActivity.map(({ fetchEstimate }) => fetchEstimate),
      runningSpeed: epoch.running[0]?.runningSpeed ?? null,
    }
  }
  const { session } = await client.query(FarWindowDocument, request.variables, options)
  if (!session) throw new Error('The session no longer exists.')
  return {
    stimulusName: null,
    onset: request.anchor.time,
    estimates: session.binnedActivity.map(({ fetchEstimate }) => fetchEstimate),
    runningSpeed: session.running[0]?.runningSpeed ?? null,
  }
}

async function requestMatrix(
  client: AsksClient,
  request: ActivityRequest,
  areas: string[],
  options: QueryOptions,
): Promise<FarMatrixFragment> {
  const matrices = await requestMatrices(client, request, areas, options)
  if (!matrices?.[0]) throw new Error('The session or the epoch no longer exists.')
  return matrices[0]
}

async function requestMatrices(
  client: AsksClient,
  request: ActivityRequest,
  areas: string[],
  options: QueryOptions,
) {
  if (request.kind === 'epoch') {
    const variables = { ...request.variables, areas }
    const { session } = await client.query(FarEpochMatrixDocument, variables, options)
    return session?.stimulusEpoch?.binnedActivity
  }
  const variables = { ...request.variables, areas }
  const { session } = await client.query(FarWindowMatrixDocument, variables, options)
  return session?.binnedActivity
}
