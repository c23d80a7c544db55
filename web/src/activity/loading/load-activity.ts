import type { Client, CountMatrix } from '../../../../src/client/index.ts'
import {
  type ActivityMatrixFragment,
  CellCoverageDocument,
  type DescribedMatrixFragment,
  EpochActivityDocument,
  WindowActivityDocument,
} from '../../gql/graphql.ts'
import type { Counts } from '../../heatmap/cells/measure.ts'
import type { ActivityRequest } from './activity-request.ts'
import { findGaps, isObservedUnevenly } from './gaps.ts'
import { loadFarActivity } from './load-far-activity.ts'
import type { LoadOptions, ViewFetch } from './load-progress.ts'

/** One heatmap's data. */
export interface ActivityMatrix extends DescribedMatrixFragment {
  readonly counts: Counts
  /** addresses of its files; null: none are made, as they take much to fetch */
  readonly files: Pick<ActivityMatrixFragment, 'href' | 'npz' | 'csv'> | null
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
  /** what it took of a recording that lies elsewhere; null: it lies on the server */
  readonly fetch: ViewFetch | null
}

/** Of a recording that lies elsewhere without addresses of files, which would have all fetched. */
export async function loadActivity(
  client: Pick<Client, 'query' | 'matrix'>,
  request: ActivityRequest,
  options: LoadOptions,
): Promise<Activity> {
  if (!options.isRemote) return loadNearActivity(client, request, options)
  const { matrices, counts, ...rest } = await loadFarActivity(client, request, options)
  const coverages = await requestCellCoverages(client, request, matrices, options.signal)
  return {
    request,
    ...rest,
    datasetHref: null,
    matrices: matrices.map((matrix, i) => ({
      ...matrix,
      files: null,
      counts: countsOf(matrix, counts[i], coverages[i]),
    })),
  }
}

/** Ask one query for what the heatmaps are of, then fetch their counts as bytes, all at once. */
async function loadNearActivity(
  client: Pick<Client, 'query' | 'matrix'>,
  request: ActivityRequest,
  { signal, onProgress }: LoadOptions,
): Promise<Activity> {
  const { matrices, ...rest } = await requestActivity(client, request, signal)
  const coverages = requestCellCoverages(client, request, matrices, signal)
  const shares = matrices.map(() => 0)
  const counts = await Promise.all(
    matrices.map(async (matrix, i) => {
      const loaded = await client.matrix(matrix, {
        signal,
        onProgress: ({ loaded, total }) => {
          shares[i] = total ? loaded / total : 0.5
          onProgress({ share: mean(shares), fetch: null })
        },
      })
      shares[i] = 1
      onProgress({ share: mean(shares), fetch: null })
      return loaded
    }),
  )
  const cellCoverages = await coverages
  return {
    request,
    ...rest,
    fetch: null,
    matrices: matrices.map(({ href, npz, csv, ...matrix }, i) => ({
      ...matrix,
      files: { href, npz, csv },
      counts: countsOf(matrix, counts[i], cellCoverages[i]),
    })),
  }
}

const countsOf = (
  matrix: DescribedMatrixFragment,
  { shape, data }: CountMatrix,
  cellCoverage: CellCoverage,
): Counts => ({ shape, data, gaps: gapsOf(matrix, cellCoverage) })

type CellCoverage = readonly (readonly (number | null)[])[] | null

function gapsOf(matrix: DescribedMatrixFragment, cellCoverage: CellCoverage): Uint8Array | null {
  const probes = matrix.units.map(({ probe }) => probe?.name ?? null)
  return findGaps({ ...matrix, binCoverage: matrix.binCoverage ?? null, cellCoverage, probes })
}

/** Of each matrix; null where its units were observed alike, so that its bins say all. */
async function requestCellCoverages(
  client: Pick<Client, 'query'>,
  { variables }: ActivityRequest,
  matrices: readonly DescribedMatrixFragment[],
  signal: AbortSignal,
): Promise<CellCoverage[]> {
  return Promise.all(
    matrices.map(async ({ area, start, shape, binSize, unitCoverage }) => {
      if (!isObservedUnevenly(unitCoverage)) return null
      const { session } = await client.query(
        CellCoverageDocument,
        {
          session: variables.session,
          areas: area ? [area.acronym] : [],
          units: variables.units,
          start,
          stop: start + shape[0] * binSize,
          binSize,
        },
        { signal },
      )
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
  client: Pick<Client, 'query'>,
  request: ActivityRequest,
  signal: AbortSignal,
): Promise<Requested> {
  if (request.kind === 'epoch') {
    const { session } = await client.query(EpochActivityDocument, request.variables, { signal })
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
  const { session } = await client.query(WindowActivityDocument, request.variables, { signal })
  if (!session) throw new Error('The session no longer exists.')
  return {
    stimulusName: null,
    onset: request.anchor.time,
    matrices: session.binnedActivity,
    runningSpeed: session.running[0]?.runningSpeed ?? null,
    datasetHref: null,
  }
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(shares.length, 1)
}
