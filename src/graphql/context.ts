import { MAX_BINS } from '../domain/counting/bins.ts'
import { OPERATIONS_PER_CELL } from '../request/budget.ts'
import { createRequestContext, type RequestContext } from '../request/request-context.ts'
import type { SessionCatalog } from '../sessions/session-catalog.ts'
import { DEFAULT_MAX_CELLS, MAX_DEPTH, MAX_VALUES } from './server/limits.ts'

/** What every resolver gets; created for each request. */
export interface GraphQLContext extends RequestContext {
  readonly catalog: SessionCatalog
  readonly server: ServerInfo
}

/** See ServerInfo in schema.graphql. */
interface ServerInfo {
  readonly version: string
  readonly maxCells: number
  readonly maxOperations: number
  readonly maxBins: number
  readonly maxValues: number
  readonly maxDepth: number
}

export interface ContextOptions {
  readonly catalog: SessionCatalog
  /** of SpikeQL */
  readonly version: string
  /** bins x units, over all windows of one request */
  readonly maxCells?: number | undefined
  /** aborted when the client is gone, or the request has taken too long */
  readonly signal?: AbortSignal | undefined
  /**
   * waits until there is room for a response of so many bytes, all in all; before
   * anything is counted or read for it
   */
  readonly reserve?: ((bytes: number) => Promise<void>) | undefined
  /** see RequestContextOptions */
  readonly chargeCells?: ((cells: number) => Promise<void>) | undefined
  /** see RequestContextOptions */
  readonly basePath?: string | undefined
  /** see Budget */
  readonly lightValues?: number | undefined
}

export function createContext({
  catalog,
  version,
  maxCells = DEFAULT_MAX_CELLS,
  signal = new AbortController().signal,
  reserve = async () => {},
  chargeCells,
  basePath,
  lightValues,
}: ContextOptions): GraphQLContext {
  const limits = { maxCells, maxValues: MAX_VALUES, lightValues }
  return {
    ...createRequestContext({
      catalog,
      version,
      limits,
      signal,
      reserve,
      chargeCells,
      basePath,
    }),
    catalog,
    server: {
      version,
      maxCells,
      maxOperations: OPERATIONS_PER_CELL * maxCells,
      maxBins: MAX_BINS,
      maxValues: MAX_VALUES,
      maxDepth: MAX_DEPTH,
    },
  }
}
