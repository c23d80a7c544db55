import type { SessionCatalog } from '../sessions/session-catalog.ts'

/** A catalog with work of its own, until it is closed. */
export interface LivingCatalog extends SessionCatalog {
  /** Settles when everything was looked at once, or cannot be. */
  complete(): Promise<void>
  close(): void
}
