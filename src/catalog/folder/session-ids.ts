import { basename } from 'node:path'
import { decodeGlobalId } from '../../domain/session/global-id.ts'

/** A recording whose id is to be chosen. */
export interface Identified {
  readonly path: string
  /** of the NWB file; may be empty, or shared with another file */
  readonly identifier: string
  /**
   * what the file holds (SessionReader.fileVersion); null: not known, as long as no
   * other recording wants its id
   */
  readonly version: string | null
  /** when the file was written, and then when it was modified, as it says itself; ISO 8601 */
  readonly createdAt: readonly string[]
  /** when the disk says that it was modified; ms */
  readonly modifiedAt: number
  /** see plainId; left out: it is found out */
  readonly plainId?: string
}

/** The id that a recording had at the last look. */
export interface KnownId {
  readonly id: string
  readonly version: string | null
}

/** How recordings are served. */
export interface ChosenIds {
  /** by path, each id once; without those of `copies` */
  readonly ids: ReadonlyMap<string, string>
  /** path of each file that is not served, to the path of the one that is, and holds the same */
  readonly copies: ReadonlyMap<string, string>
}

/**
 * The id that a recording has unless another wants it too: its identifier; the file's name, without
 * ending, of one without, or whose identifier reads like the global id of another type or is too
 * long for an address; and with a number, where the name does as well.
 */
export function plainId({ identifier, path }: Pick<Identified, 'identifier' | 'path'>): string {
  const name = basename(path).replace(/\.nwb$/i, '')
  const candidates = [identifier, name, `${name}-2`]
  return candidates.find((id) => id !== '' && isShort(id) && decodeGlobalId(id) === null) ?? name
}

/** As it is written in an address. */
const LONGEST_IN_ADDRESS = 900

const isShort = (id: string) => encodeURIComponent(id).length <= LONGEST_IN_ADDRESS

/**
 * The id of a recording whose plain id another has. It tells the content, so that it
 * is the same on every server.
 */
export const fullId = (plain: string, version: string): string => `${plain}~${version}`

/** What a full id is made of; null: it is not one. */
export function partsOfFullId(id: string): { plain: string; version: string } | null {
  const [, plain, version] = id.match(/^(.+)~([0-9a-f]{12})$/) ?? []
  return plain && version ? { plain, version } : null
}

/** Paths of recordings whose ids can only be chosen when their versions are known. */
export function contestedPaths(
  recordings: readonly Identified[],
  known: ReadonlyMap<string, KnownId>,
): string[] {
  const reserved = reservedIds(recordings, known)
  const contested: string[] = []
  for (const [plain, members] of groupsOf(recordings)) {
    const isAlone = members.length === 1 && !reserved.has(plain)
    if (isAlone && !isFull(members[0], plain, known)) continue
    for (const { path } of members) contested.push(path)
  }
  return contested
}

/**
 * An id for each recording, none twice. Of several that want the same plain id, that which has it
 * already keeps it, whatever comes: an id does not change its file while a server runs. Where none
 * has it, it goes to the one that was written first, as the files say themselves; where they say
 * the same, to the one that the disk says is older, by the second, and else to the one whose
 * version comes first. Each other has its full id. Of files that hold the same, one is served.
 *
 * @param recordings in order of their paths; those of {@link contestedPaths} with versions
 * @param known by path, of every file that was there at the last look and is there now, also of
 *   those that cannot be read now
 */
export function chooseSessionIds(
  recordings: readonly Identified[],
  known: ReadonlyMap<string, KnownId>,
): ChosenIds {
  const ids = new Map<string, string>()
  const copies = new Map<string, string>()
  const reserved = reservedIds(recordings, known)
  for (const [plain, members] of groupsOf(recordings)) {
    const served = withoutCopies(plain, members, known, copies)
    const keeper =
      served.find(({ path }) => known.get(path)?.id === plain) ??
      (reserved.has(plain)
        ? undefined
        : served.filter((one) => !isFull(one, plain, known)).sort(byAge)[0])
    for (const one of served) {
      ids.set(one.path, one === keeper ? plain : fullId(plain, one.version ?? ''))
    }
  }
  return { ids, copies }
}

/** Compare ids for an ascending sort: numbers by value, then everything else by text. */
export const compareIds = new Intl.Collator('en', { numeric: true }).compare

/** Recordings that want the same id, by it. */
function groupsOf(recordings: readonly Identified[]): ReadonlyMap<string, readonly Identified[]> {
  const groups = new Map<string, Identified[]>()
  for (const recording of recordings) {
    const plain = recording.plainId ?? plainId(recording)
    const members = groups.get(plain)
    if (members) members.push(recording)
    else groups.set(plain, [recording])
  }
  return groups
}

/** Ids of files that are there, and cannot be read at the moment. */
function reservedIds(
  recordings: readonly Identified[],
  known: ReadonlyMap<string, KnownId>,
): Set<string> {
  if (known.size === 0) return new Set()
  const readable = new Set(recordings.map(({ path }) => path))
  return new Set([...known].flatMap(([path, { id }]) => (readable.has(path) ? [] : id)))
}

/** Whether a recording is known by its full id. */
function isFull({ path }: Identified, plain: string, known: ReadonlyMap<string, KnownId>): boolean {
  return known.get(path)?.id.startsWith(`${plain}~`) ?? false
}

/**
 * One recording of each content: that which was served before, or the oldest, which says since
 * when the content is there; or the first by path.
 */
function withoutCopies(
  plain: string,
  members: readonly Identified[],
  known: ReadonlyMap<string, KnownId>,
  copies: Map<string, string>,
): readonly Identified[] {
  if (members.length === 1) return members
  const rank = ({ path }: Identified) => {
    const id = known.get(path)?.id
    return id === plain ? 0 : id === undefined ? 2 : 1
  }
  const served = new Map<string | null, Identified>()
  for (const one of [...members].sort((a, b) => rank(a) - rank(b) || seconds(a) - seconds(b))) {
    const same = served.get(one.version)
    if (same) copies.set(one.path, same.path)
    else served.set(one.version, one)
  }
  return [...served.values()]
}

/** A file with an identifier comes before one that is only named so. */
function byAge(a: Identified, b: Identified): number {
  return (
    Number(a.identifier === '') - Number(b.identifier === '') ||
    compareDates(a.createdAt, b.createdAt) ||
    seconds(a) - seconds(b) ||
    ((a.version ?? '') < (b.version ?? '') ? -1 : 1)
  )
}

/** Archives and many disks keep no more of a time. */
const seconds = ({ modifiedAt }: Identified) => Math.floor(modifiedAt / 1000)

/**
 * The one written first, then the one modified less often, then the one modified first. A
 * file without dates comes last.
 */
function compareDates(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = Date.parse(a[i]) - Date.parse(b[i])
    if (difference) return difference
  }
  return a.length - b.length
}
