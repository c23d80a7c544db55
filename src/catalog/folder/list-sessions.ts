import type { SessionWarning } from '../../domain/session/session-warning.ts'
import { RecordingError } from '../../errors.ts'
import { ListedSession } from '../../sessions/listed-session.ts'
import type { CatalogSession, RefusedFile } from '../../sessions/session-catalog.ts'
import type { Published } from '../allensdk/published-sessions.ts'
import { type ChosenIds, compareIds } from './session-ids.ts'
import type { SummarizedFile } from './summarized-file.ts'

export interface ReadableFile {
  readonly path: string
  readonly found: SummarizedFile
}

export interface ListedSessions {
  /** by id, in order of the ids */
  readonly sessions: ReadonlyMap<string, CatalogSession>
  /** files that are not served because another holds the same */
  readonly copies: readonly RefusedFile[]
}

export interface ListOptions {
  /** whether sessions that only tables know are listed, too */
  readonly withAbsent: boolean
}

/**
 * The sessions of files that could be read, under the ids chosen, and those that only tables know.
 */
export function listSessions(
  files: readonly ReadableFile[],
  { ids, copies }: ChosenIds,
  published: ReadonlyMap<string, Published>,
  { withAbsent }: ListOptions,
): ListedSessions {
  const nameOf = copies.size > 0 ? namesOf(files) : new Map<string, string>()
  const refused: RefusedFile[] = []
  const copyWarnings = new Map<string, SessionWarning[]>()
  for (const [path, servedPath] of copies) {
    const fileName = nameOf.get(path) ?? ''
    const detail = `${nameOf.get(servedPath)} is served as session "${ids.get(servedPath)}"`
    const error = new RecordingError('FILE_DUPLICATED', fileName, detail)
    refused.push({ fileName, error })
    addTo(copyWarnings, servedPath, copyWarning(error))
  }
  const rivalsOf = rivals(files, ids)
  const sessions = files.flatMap(({ path, found }): CatalogSession[] => {
    const id = ids.get(path)
    if (id === undefined) return []
    const { identifier } = found
    const warnings = [
      ...rivalsOf(path, found).map((rival) => rivalWarning(rival, identifier)),
      ...(copyWarnings.get(path) ?? []),
    ]
    const byTables = published.get(identifier)?.byTables ?? null
    const listedAs = { id, published: byTables, warnings: warnings.length > 0 ? warnings : none }
    return [new ListedSession(found, listedAs)]
  })
  if (withAbsent) {
    const present = published.size > 0 ? idsOf(files, ids) : new Set()
    for (const [id, { absent }] of published) if (!present.has(id)) sessions.push(absent)
  }
  sessions.sort((a, b) => compareIds(a.id, b.id))
  return { sessions: new Map(sessions.map((session) => [session.id, session])), copies: refused }
}

/** One for all sessions without any. */
const none: readonly SessionWarning[] = []

function namesOf(files: readonly ReadableFile[]): Map<string, string> {
  return new Map(files.map(({ path, found }) => [path, found.fileName]))
}

/** What the files that are served are called, here and by themselves. */
function idsOf(files: readonly ReadableFile[], ids: ReadonlyMap<string, string>): Set<string> {
  const served = files.filter(({ path }) => ids.has(path))
  return new Set([...ids.values(), ...served.map(({ found }) => found.identifier)])
}

interface Rival {
  readonly id: string
  readonly fileName: string
}

/** Other sessions that would have the same id as that of a file. */
function rivals(files: readonly ReadableFile[], ids: ReadonlyMap<string, string>) {
  // Of several that want an id, one has it at most.
  const shared = new Set(
    files.flatMap(({ path, found }) => {
      const id = ids.get(path)
      return id === undefined || id === found.plainId ? [] : found.plainId
    }),
  )
  const byPlainId = new Map<string, (Rival & { readonly path: string })[]>()
  for (const { path, found } of shared.size > 0 ? files : []) {
    const id = ids.get(path)
    if (id === undefined || !shared.has(found.plainId)) continue
    addTo(byPlainId, found.plainId, { id, fileName: found.fileName, path })
  }
  return (path: string, { plainId }: SummarizedFile): Rival[] =>
    (byPlainId.get(plainId) ?? []).filter((rival) => rival.path !== path)
}

function addTo<Entry>(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key)
  if (list) list.push(entry)
  else lists.set(key, [entry])
}

function rivalWarning({ id, fileName }: Rival, identifier: string): SessionWarning {
  const shared = identifier === '' ? 'name, and no identifier,' : `identifier "${identifier}"`
  return {
    code: 'ID_SHARED',
    path: '/identifier',
    message: `${fileName} has the same ${shared} but different content; it is served as session "${id}". Give each recording its own identifier, or keep only one of the files.`,
  }
}

function copyWarning({ message }: RecordingError): SessionWarning {
  return { code: 'FILE_DUPLICATED', path: null, message }
}
