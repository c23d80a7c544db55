import type { Client, CountMatrix } from '../../../../src/client/index.ts'
import { queryNoted } from '../../fetching/query-noted.ts'
import {
  type ActivityMatrixFragment,
  CellCoverageDocument,
  EpochActivityDocument,
  WindowActivityDocument,
} from '../../gql/graphql.ts'
import type { Counts } from '../../heatmap/cells/measure.ts'
import type { ActivityRequest } from './activity-request.ts'
import { findGaps, isObservedUnevenly } from './gaps.ts'
import { activityKey, loadCounts, windowOf } from './load-counts.ts'
import type { LoadOptions } from './load-progress.ts'

/** One heatmap's data. */
export interface ActivityMatrix extends ActivityMatrixFragment {
  readonly counts: Counts
}

/** All that a view of activity shows, of one state of the file. */
export interface Activity {
  readonly request: ActivityRequest
  /** null: a window of a recording without stimuli */
  readonly stimulusName: string | null
  /**
   * what times count from, in seconds on the session's clock: the epoch's start, or the window's
   */
  readonly onset: number
  readonly matrices: readonly ActivityMatrix[]
  /** cm/s in each bin, null where there is no sample; null: the session has none. Shape [bins] */
  readonly runningSpeed: readonly (number | null)[] | null
  /** where all matrices are as one file; null: nowhere */
  readonly datasetHref: string | null
}

/** Query what the heatmaps are of, then load their counts. */
export async function loadActivity(
  client: Pick<Client, 'query' | 'matrix' | 'estimate'>,
  request: ActivityRequest,
  options: LoadOptions,
): Promise<Activity> {
  const { matrices, ...rest } = await requestActivity(client, request, options)
  const coverages = requestCellCoverages(client, request, matrices, options.signal)
  const counts = await loadCounts(client, request, matrices, options)
  const cellCoverages = await coverages
  return {
    request,
    ...rest,
    matrices: matrices.map((matrix, i) => ({
      ...matrix,
      counts: countsOf(matrix, counts[i], cellCoverages[i]),
    })),
  }
}

const countsOf = (
  matrix: ActivityMatrixFragment,
  { shape, data }: CountMatrix,
  cellCoverage: CellCoverage,
): Counts => ({ shape, data, gaps: gapsOf(matrix, cellCoverage) })

type CellCoverage = readonly (readonly (number | null)[])[] | null

function gapsOf(matrix: ActivityMatrixFragment, cellCoverage: CellCoverage): Uint8Array | null {
  const probes = matrix.units.map(({ probe }) => probe?.name ?? null)
  return findGaps({ ...matrix, binCoverage: matrix.binCoverage ?? null, cellCoverage, probes })
}

/** Of each matrix; null where its units were observed alike, so that its bins say all. */
async function requestCellCoverages(
  client: Pick<Client, 'query'>,
  request: ActivityRequest,
  matrices: readonly ActivityMatrixFragment[],
  signal: AbortSignal,
): Promise<CellCoverage[]> {
  return Promise.all(
    matrices.map(async (matrix) => {
      if (!isObservedUnevenly(matrix.unitCoverage)) return null
      const variables = windowOf(request, matrix)
      const { session } = await client.query(CellCoverageDocument, variables, { signal })
      return (session?.binnedActivity[0]?.cellCoverage as CellCoverage | undefined) ?? null
    }),
  )
}

interface Requested {
  readonly stimulusName: string | null
  readonly onset: number
  readonly matrices: readonly ActivityMatrixFragment[]
  readonly runningSpeed: readonly (number | null)[] | null
  readonly datasetHref: string | null
}

async function requestActivity(
  client: Pick<Client, 'query' | 'estimate'>,
  request: ActivityRequest,
  { log, signal }: LoadOptions,
): Promise<Requested> {
  const key = `described ${activityKey(request)}`
  if (request.kind === 'epoch') {
    const { session } = await queryNoted(client, {
      ...{ log, key, signal },
      document: EpochActivityDocument,
      variables: request.variables,
    })
    const epoch = session?.stimulusEpoch
    if (!epoch) throw new Error('The session or the epoch no longer exists.')
    const { stimulusName, startTime, binnedActivity, running } = epoch
    return {
      stimulusName,
      onset: startTime,
      matrices: binnedActivity,
      runningSpeed: running[0]?.runningSpeed ?? null,
      datasetHref: request.variables.areas.length > 0 ? session.dataset.href : null,
    }
  }
  const { session } = await queryNoted(client, {
    ...{ log, key, signal },
    document: WindowActivityDocument,
    variables: request.variables,
  })
  if (!session) throw new Error('The session no longer exists.')
  return {
    stimulusName: null,
    onset: request.anchor.time,
    matrices: session.binnedActivity,
    runningSpeed: session.running[0]?.runningSpeed ?? null,
    datasetHref: null,
  }
}
