import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { MatrixRequest } from '../sessions/unit-requests.ts'
import type { Loaders } from './loaders.ts'
import type { RequestContext } from './request-context.ts'

/** A matrix of a session, before it is counted. */
export interface SessionMatrix extends MatrixRequest {
  readonly session: CatalogSession
}

/** The counts for what writes every cell. */
export async function countsToWrite(
  matrix: SessionMatrix,
  { budget, loaders }: RequestContext,
): Promise<CountMatrix> {
  budget.chargeCopy(matrix, cellCount(matrix))
  return readCounts(matrix.session, matrix, loaders)
}

/** The counts of several matrices of a session, in their order. */
export async function countsToWriteTogether(
  session: CatalogSession,
  requests: readonly MatrixRequest[],
  { budget, loaders }: RequestContext,
): Promise<CountMatrix[]> {
  for (const request of requests) budget.chargeCopy(request, cellCount(request))
  return Promise.all(requests.map((request) => readCounts(session, request, loaders)))
}

/** The counts for what only sums them up. */
export async function countsToSummarize(
  matrix: SessionMatrix,
  { budget, loaders }: RequestContext,
): Promise<CountMatrix> {
  budget.chargeSummary(matrix, cellCount(matrix))
  return readCounts(matrix.session, matrix, loaders)
}

/** Just these: the request is copied to a thread, and a matrix may hold whole tables besides. */
function readCounts(
  session: CatalogSession,
  { bins, unitRows }: MatrixRequest,
  loaders: Loaders,
): Promise<CountMatrix> {
  return loaders.read(session, 'countSpikes', { bins, unitRows })
}

/** At least one per bin: without units there is still a row to write. */
function cellCount({ bins, unitRows }: MatrixRequest): number {
  return bins.count * Math.max(1, unitRows.length)
}
