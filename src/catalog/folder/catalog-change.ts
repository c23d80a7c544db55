import type { SessionWarning } from '../../domain/session/session-warning.ts'
import { ListedSession } from '../../sessions/listed-session.ts'
import type { CatalogSession, RefusedFile } from '../../sessions/session-catalog.ts'

/** What a new look at the folders found. */
export interface CatalogChange {
  readonly added: readonly CatalogSession[]
  readonly removed: readonly CatalogSession[]
  /** newly refused, or refused for another reason */
  readonly refused: readonly RefusedFile[]
  /** new warnings of the catalog, each with the session that it is about */
  readonly warned: readonly (readonly [CatalogSession, SessionWarning])[]
}

/** What a catalog lists. */
export interface Listing {
  readonly sessions: ReadonlyMap<string, CatalogSession>
  readonly refused: readonly RefusedFile[]
}

/** What is new; null: nothing. */
export function changeSince(before: Listing, now: Listing): CatalogChange | null {
  const change = {
    added: differenceOf(now.sessions, before.sessions),
    removed: differenceOf(before.sessions, now.sessions),
    refused: newRefusals(now.refused, before.refused),
    warned: newWarnings(now.sessions, before.sessions),
  }
  return Object.values(change).some(({ length }) => length > 0) ? change : null
}

/** Sessions of `a` that `b` does not have, or has from another file or state of the file. */
function differenceOf(
  a: ReadonlyMap<string, CatalogSession>,
  b: ReadonlyMap<string, CatalogSession>,
): CatalogSession[] {
  return [...a.values()].filter((session) => fileOf(b.get(session.id)) !== fileOf(session))
}

/** Of a session without a file, itself. */
const fileOf = (session: CatalogSession | undefined) =>
  session instanceof ListedSession ? session.file : session

function newRefusals(now: readonly RefusedFile[], before: readonly RefusedFile[]): RefusedFile[] {
  const known = new Set(before.map(({ error }) => error.message))
  return now.filter(({ error }) => !known.has(error.message))
}

function newWarnings(
  now: ReadonlyMap<string, CatalogSession>,
  before: ReadonlyMap<string, CatalogSession>,
): (readonly [CatalogSession, SessionWarning])[] {
  return [...now.values()].flatMap((session) => {
    // What is not known of absent ones is the same for all of a project.
    if (!session.available || session.warnings.length === 0) return []
    const known = new Set(before.get(session.id)?.warnings.map(({ message }) => message))
    return session.warnings
      .filter(({ message }) => !known.has(message))
      .map((warning) => [session, warning] as const)
  })
}
