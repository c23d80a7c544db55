import { existsSync } from 'node:fs'
import type { CatalogSession, SessionCatalog } from '../catalog/session-catalog.ts'
import { CommandError } from './command-error.ts'
import { OpenCatalog } from './open-catalog.ts'

/** Where sessions are looked for when no path is given. */
export const DEFAULT_FOLDER = 'sample-data'

/**
 * Do something with one session, and close it.
 *
 * @param target a file, or a session's id
 * @param paths folders and files to look for the id in
 * @throws CommandError when there is no such session, RecordingError when its file cannot be used
 */
export async function withSession<T>(
  target: string,
  paths: readonly string[] | undefined,
  work: (session: CatalogSession) => Promise<T>,
): Promise<T> {
  const isPath = existsSync(target)
  if (!isPath) assertIsId(target, paths)
  // Nothing here lasts long enough to look for changes.
  const open = new OpenCatalog(isPath ? [target] : (paths ?? [DEFAULT_FOLDER]), {
    rescanSeconds: 0,
    threads: isPath ? 1 : undefined,
  })
  try {
    return await work(await find(open.catalog, isPath ? null : target))
  } finally {
    await open.close()
  }
}

function assertIsId(target: string, paths: readonly string[] | undefined): void {
  if (/[/\\]|\.nwb$/i.test(target)) throw new CommandError(`There is no file ${target}.`)
  if (!paths && !existsSync(DEFAULT_FOLDER)) {
    throw new CommandError(
      `There is no file ${target}; if it is a session's id, name the folder it lies in with --path.`,
    )
  }
}

/** @param id null: the only one there is */
async function find(catalog: SessionCatalog, id: string | null): Promise<CatalogSession> {
  const sessions = await catalog.sessions()
  const refused = await catalog.refused()
  const session = id === null ? sessions[0] : sessions.find((candidate) => candidate.id === id)
  if (session && (id !== null || sessions.length === 1)) return session
  const [firstRefused] = refused
  if (id === null && sessions.length === 0 && firstRefused) throw firstRefused.error
  const ids =
    sessions.map(({ id, available }) => (available ? id : `${id} (file absent)`)).join(', ') ||
    'none'
  const others = refused.length ? ` ${refused.map(({ error }) => error.message).join(' ')}` : ''
  throw new CommandError(
    id === null
      ? `Name one session by its id, with the folder in --path. There are: ${ids}.${others}`
      : `There is no session ${id}. There are: ${ids}.${others}`,
  )
}
