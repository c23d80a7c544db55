import { randomUUID } from 'node:crypto'
import { RecordingError, SessionNotFoundError, StillReadingError } from '../../errors.ts'
import { sessionWith } from '../../sessions/listed-session.ts'
import type {
  CatalogSession,
  PlaceStatus,
  RefusedFile,
  SessionCatalog,
} from '../../sessions/session-catalog.ts'
import { allows, type Grant, matchesAny } from './grant.ts'

/** Warnings of a catalog that name other files and sessions. */
const warningsAboutOthers = new Set(['ID_SHARED', 'FILE_DUPLICATED'])

/**
 * The sessions that someone may see, as if there were no others: not in lists, counts, errors, nor
 * in how long it takes to find that there is none.
 */
export class VisibleSessions implements SessionCatalog {
  readonly #catalog: SessionCatalog
  readonly #grants: readonly Grant[]

  constructor(catalog: SessionCatalog, grants: readonly Grant[]) {
    this.#catalog = catalog
    this.#grants = grants
  }

  async sessions(): Promise<readonly CatalogSession[]> {
    const sessions = await this.#catalog.sessions()
    return sessions.filter((session) => this.#isVisible(session)).map(alone)
  }

  async session(id: string): Promise<CatalogSession> {
    try {
      const session = await this.#catalog.session(this.#mayBeVisible(id) ? id : randomUUID())
      if (this.#isVisible(session)) return alone(session)
      // Takes as long as to find that nobody has the id, which makes a catalog look again.
      await this.#catalog.session(randomUUID())
    } catch (error) {
      throw await this.#absence(id, error)
    }
    throw await this.#absence(id, null)
  }

  /** Their names say what there is. */
  async refused(): Promise<readonly RefusedFile[]> {
    return []
  }

  places(): readonly PlaceStatus[] {
    return this.#catalog.places().filter((place) => this.#seesPlace(place))
  }

  /** Sessions that one may see can be in any of them: those that one may not see are one. */
  unread(): readonly PlaceStatus[] {
    const unread = this.#catalog.unread()
    const visible = unread.filter((place) => this.#seesPlace(place))
    return visible.length === unread.length ? visible : [...visible, hiddenPlace]
  }

  #seesPlace({ name }: PlaceStatus): boolean {
    return this.#grants.some(
      ({ sessions, places }) => sessions.includes('*') && matchesAny(places, name),
    )
  }

  #isVisible(session: CatalogSession): boolean {
    return this.#grants.some((grant) => allows(grant, session))
  }

  /** A session may be found by a longer id, with the version of its file after a `~`. */
  #mayBeVisible(id: string): boolean {
    const [plain] = id.split('~')
    return this.#grants.some(
      ({ sessions }) => matchesAny(sessions, id) || matchesAny(sessions, plain),
    )
  }

  async #absence(id: string, error: unknown): Promise<unknown> {
    const isOrdinary =
      error === null || error instanceof SessionNotFoundError || error instanceof RecordingError
    if (!isOrdinary && !(error instanceof StillReadingError)) return error
    const visible = await this.sessions()
    if (error instanceof RecordingError && visible.some((session) => session.id === id)) {
      return error
    }
    if (error instanceof StillReadingError || this.#catalog.unread().length > 0) {
      return new StillReadingError(id, visible.length, 'not all places have been read')
    }
    return new SessionNotFoundError(id, visible.length)
  }
}

const hiddenPlace: PlaceStatus = {
  name: 'another place',
  state: 'READING',
  fileCount: 0,
  readCount: 0,
}

/** Known by object, for what others remember of a session. */
const aloneOf = new WeakMap<CatalogSession, CatalogSession>()

/** A session without what its catalog says of others. */
function alone(session: CatalogSession): CatalogSession {
  const known = aloneOf.get(session)
  if (known) return known
  const warnings = session.warnings.filter(({ code }) => !warningsAboutOthers.has(code))
  const isAlone = warnings.length === session.warnings.length
  const visible = isAlone ? session : sessionWith(session, { warnings })
  aloneOf.set(session, visible)
  return visible
}
