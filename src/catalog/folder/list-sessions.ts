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

/**
 * The sessions of files that could be read, under the ids chosen, and those that only tables know.
 */
export function listSessions(
  files: readonly ReadableFile[],
  { ids, copies }: ChosenIds,
  published: ReadonlyMap<string, Published>,
): ListedSessions {
  const nameOf = new Map(files.map(({ path, found }) => [path, found.fileName]))
  const refused = [...copies].map(([path, servedPath]): RefusedFile => {
    const fileName = nameOf.get(path) ?? ''
    const detail = `${nameOf.get(servedPath)} is served as session "${ids.get(servedPath)}"`
    return { fileName, error: new RecordingError('FILE_DUPLICATED', fileName, detail) }
  })
  const copiesOf = (servedPath: string) =>
    refused.filter((_, i) => [...copies.values()][i] === servedPath)
  const rivalsOf = rivals(files, ids)
  const sessions = files.flatMap(({ path, found }): CatalogSession[] => {
    const id = ids.get(path)
    if (id === undefined) return []
    const { identifier } = found.metadata
    const warnings = [
      ...rivalsOf(path, found).map((rival) => rivalWarning(rival, identifier)),
      ...copiesOf(path).map(({ error }) => copyWarning(error)),
    ]
    return [{ ...found, id, published: published.get(identifier)?.byTables ?? null, warnings }]
  })
  const present = new Set(sessions.flatMap(({ id, metadata }) => [id, metadata.identifier]))
  for (const [id, { absent }] of published) if (!present.has(id)) sessions.push(absent)
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
    const rival = { id, fileName: found.fileName, path }
    byPlainId.set(plain, [...(byPlainId.get(plain) ?? []), rival])
  }
  return (path: string, { metadata: { identifier } }: DescribedFile): Rival[] =>
    (byPlainId.get(plainId({ path, identifier })) ?? []).filter((rival) => rival.path !== path)
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
