import type { SessionCatalog } from '../sessions/session-catalog.ts'
import { Budget, type BudgetLimits } from './budget.ts'
import { Loaders } from './loaders.ts'
import { UnitSelections } from './unit-selections.ts'

/** What one request carries; created for each. */
export interface RequestContext {
  readonly loaders: Loaders
  readonly selections: UnitSelections
  readonly budget: Budget
  readonly signal: AbortSignal
  /** of SpikeQL */
  readonly version: string
}

export interface RequestContextOptions {
  readonly catalog: SessionCatalog
  readonly version: string
  readonly limits: BudgetLimits
  /** aborted when the client is gone, or the request has taken too long */
  readonly signal: AbortSignal
  /**
   * waits until there is room for a response of so many bytes, all in all; before anything is
   * counted or read for it
   */
  readonly reserve: (bytes: number) => Promise<void>
  /** pays for so many cells, all in all, before they are read, where they are limited per minute */
  readonly chargeCells?: ((cells: number) => Promise<void>) | undefined
  /** under which clients know the server, as `/spikeql`; empty when left out */
  readonly basePath?: string | undefined
}

export function createRequestContext({
  catalog,
  version,
  limits,
  signal,
  reserve,
  chargeCells,
  basePath,
}: RequestContextOptions): RequestContext {
  const budget = new Budget(limits)
  const loaders = new Loaders({ catalog, budget, signal, reserve, chargeCells, basePath })
  return { loaders, selections: new UnitSelections(), budget, signal, version }
}
