import { RecordingError, SessionNotFoundError, UserError } from '../errors.ts'
import { sessionWith } from '../sessions/listed-session.ts'
import type { CatalogSession, PlaceStatus, RefusedFile } from '../sessions/session-catalog.ts'
import { compareIds } from './folder/session-ids.ts'
import type { LivingCatalog } from './session-places.ts'

/** A session, and where it comes from. */
interface Member {
  readonly catalog: LivingCatalog
  readonly session: CatalogSession
}

interface Union {
  /** of the catalogs, in their order */
  readonly lists: readonly (readonly CatalogSession[])[]
  /** by id */
  readonly members: ReadonlyMap<string, Member>
  readonly copies: readonly RefusedFile[]
  /** in order of the ids */
  readonly sessions: readonly CatalogSession[]
}

/**
 * The sessions of several catalogs as one. Where two have a session of one id and size, it is the
 * same recording, and the first of them serves it; of one id and another size, the later catalog's
 * has the name of its file after its id. A session whose file is absent gives way to one whose file
 * is there.
 */
export class UnionCatalog implements LivingCatalog {
  readonly #catalogs: readonly LivingCatalog[]
  /** ids given so far, by catalog and id there */
  readonly #given: ReadonlyMap<LivingCatalog, Map<string, string>>
  #last: Union | null = null

  constructor(catalogs: readonly LivingCatalog[]) {
    this.#catalogs = catalogs
    this.#given = new Map(catalogs.map((catalog) => [catalog, new Map()]))
  }

  async sessions(): Promise<readonly CatalogSession[]> {
    return (await this.#union()).sessions
  }

  async session(id: string): Promise<CatalogSession> {
    const { members, sessions } = await this.#union()
    const member = members.get(id)
    if (member) {
      const session = await member.catalog.session(member.session.id)
      return session.id === id ? session : sessionWith(session, { id })
    }
    return this.#search(id, sessions.length)
  }

  async refused(): Promise<readonly RefusedFile[]> {
    const [lists, { copies }] = await Promise.all([
      Promise.all(this.#catalogs.map((catalog) => catalog.refused())),
      this.#union(),
    ])
    return [...lists.flat(), ...copies]
  }

  places(): readonly PlaceStatus[] {
    return this.#catalogs.flatMap((catalog) => catalog.places())
  }

  unread(): readonly PlaceStatus[] {
    return this.#catalogs.flatMap((catalog) => catalog.unread())
  }

  async complete(): Promise<void> {
    await Promise.all(this.#catalogs.map((catalog) => catalog.complete()))
  }

  close(): void {
    for (const catalog of this.#catalogs) catalog.close()
  }

  /** A catalog may find what it does not list, such as a session by its full id. */
  async #search(id: string, sessionCount: number): Promise<CatalogSession> {
    let failure: unknown = null
    for (const catalog of this.#catalogs) {
      try {
        return await catalog.session(id)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        // Why one catalog could not look says more than that another has none.
        if (failure === null || failure instanceof SessionNotFoundError) failure = error
      }
    }
    throw failure instanceof SessionNotFoundError
      ? new SessionNotFoundError(id, sessionCount)
      : failure
  }

  /** The same as before while every catalog lists the same. */
  async #union(): Promise<Union> {
    const lists = await Promise.all(this.#catalogs.map((catalog) => catalog.sessions()))
    const last = this.#last
    if (last && lists.every((list, i) => list === last.lists[i])) return last
    this.#last = { ...this.#unite(lists), lists }
    return this.#last
  }

  #unite(lists: readonly (readonly CatalogSession[])[]): Omit<Union, 'lists'> {
    const members = new Map<string, Member>()
    const copies: RefusedFile[] = []
    for (const [i, catalog] of this.#catalogs.entries()) {
      for (const session of lists[i]) {
        const id = this.#idOf(catalog, session, members)
        const other = members.get(id)
        if (!other || (!other.session.available && session.available)) {
          members.set(id, { catalog, session })
        } else if (session.available) copies.push(copyOf(session, other.session))
      }
    }
    const listed = [...members].map(([id, { session }]) =>
      session.id === id ? session : sessionWith(session, { id }),
    )
    return { members, copies, sessions: listed.sort((a, b) => compareIds(a.id, b.id)) }
  }

  /** An id stays with its session. */
  #idOf(
    catalog: LivingCatalog,
    session: CatalogSession,
    members: ReadonlyMap<string, Member>,
  ): string {
    const given = this.#given.get(catalog)
    const known = given?.get(session.id)
    if (known !== undefined) return known
    const other = members.get(session.id)?.session
    const isOther = other?.available && session.available && other.fileSize !== session.fileSize
    const id = isOther ? `${session.id}~${session.fileName.replace(/\.nwb$/i, '')}` : session.id
    given?.set(session.id, id)
    return id
  }
}

function copyOf({ fileName, location }: CatalogSession, served: CatalogSession): RefusedFile {
  const detail = `${served.fileName} is served as session "${served.id}"`
  const name = location ?? fileName
  return { fileName: name, error: new RecordingError('FILE_DUPLICATED', name, detail) }
}
