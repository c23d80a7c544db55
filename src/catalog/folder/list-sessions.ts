import type { SessionWarning } from '../../domain/session/session-warning.ts'
import { RecordingError } from '../../errors.ts'
import type { CatalogSession, RefusedFile } from '../../sessions/session-catalog.ts'
import type { Published } from '../allensdk/published-sessions.ts'
import { type ChosenIds, compareIds, plainId } from './session-ids.ts'

/** A file as a list of sessions needs it, without an id. */
export type DescribedFile = Omit<CatalogSession, 'id' | 'published' | 'warnings'>

export interface ReadableFile {
  readonly path: string
  readonly found: DescribedFile
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
  const nameOf = new Map(files.map(({ path, found }) => [path, found.fileName]))
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
    const { identifier } = found.metadata
    const warnings = [
      ...rivalsOf(path, found).map((rival) => rivalWarning(rival, identifier)),
      ...(copyWarnings.get(path) ?? []),
    ]
    return [{ ...found, id, published: published.get(identifier)?.byTables ?? null, warnings }]
  })
  if (withAbsent) {
    const present = new Set(sessions.flatMap(({ id, metadata }) => [id, metadata.identifier]))
    for (const [id, { absent }] of published) if (!present.has(id)) sessions.push(absent)
  }
  sessions.sort((a, b) => compareIds(a.id, b.id))
  return { sessions: new Map(sessions.map((session) => [session.id, session])), copies: refused }
}

interface Rival {
  readonly id: string
  readonly fileName: string
}

/** Other sessions that would have the same id as that of a file. */
function rivals(files: readonly ReadableFile[], ids: ReadonlyMap<string, string>) {
  const byPlainId = new Map<string, (Rival & { readonly path: string })[]>()
  for (const { path, found } of files) {
    const id = ids.get(path)
    if (id === undefined) continue
    const plain = plainId({ path, identifier: found.metadata.identifier })
    addTo(byPlainId, plain, { id, fileName: found.fileName, path })
  }
  return (path: string, { metadata: { identifier } }: DescribedFile): Rival[] =>
    (byPlainId.get(plainId({ path, identifier })) ?? []).filter((rival) => rival.path !== path)
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
