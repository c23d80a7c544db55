import { existsSync, statSync } from 'node:fs'
import { isRemote } from '../../byte-sources/remote/parse-address.ts'
import { SessionNotFoundError } from '../../errors.ts'
import { amount } from '../../formats/amounts.ts'
import { optimizeWasmLate } from '../../readers/thread/wasm-tiering.ts'
import type { CatalogSession, SessionCatalog } from '../../sessions/session-catalog.ts'
import { DEFAULT_FOLDER } from '../sample/default-folder.ts'
import { CommandError } from '../terminal/command-error.ts'
import type { Access } from './access.ts'
import { openFile } from './open-file.ts'

/**
 * Do something with one session, and close it.
 *
 * @param target a file, an address, or a session's id
 * @param paths folders, files and addresses to look for the id in
 * @throws CommandError when there is no such session, RecordingError when its file cannot be used
 */
export async function withSession<T>(
  target: string,
  paths: readonly string[] | undefined,
  work: (session: CatalogSession, catalog: SessionCatalog) => Promise<T>,
  access: Access,
): Promise<T> {
  const isPath = existsSync(target) || isRemote(target)
  if (!isPath) assertIsId(target, paths)
  const open =
    statSync(target, { throwIfNoEntry: false })?.isFile() === true
      ? oneFile(target, access)
      : await many(isPath ? [target] : paths, access)
  try {
    const session = isPath ? findOnly(open.catalog, target) : find(open.catalog, target)
    return await work(await session, open.catalog)
  } finally {
    await open.close()
  }
}

// Nothing here lasts long enough to look for changes.
const options = { rescanSeconds: 0 }

function oneFile(file: string, { index }: Access) {
  optimizeWasmLate()
  return openFile(file, index)
}

async function many(paths: readonly string[] = [DEFAULT_FOLDER], access: Access) {
  const { OpenCatalog } = await import('./open-catalog.ts')
  return OpenCatalog.open(paths, access, options)
}

function assertIsId(target: string, paths: readonly string[] | undefined): void {
  if (/[/\\]|\.nwb$/i.test(target)) throw new CommandError(`There is no file ${target}.`)
  if (!paths && !existsSync(DEFAULT_FOLDER)) {
    throw new CommandError(
      `There is no file ${target}; if this is a session id, pass the folder of its file with --path.`,
    )
  }
}

async function find(catalog: SessionCatalog, id: string): Promise<CatalogSession> {
  const session = await catalog.session(id).catch((error) => {
    if (!(error instanceof SessionNotFoundError)) throw error
    return null
  })
  if (session) return session
  const sessions = await catalog.sessions()
  throw new CommandError(
    `There is no session ${id}. Available: ${some(sessions.map(nameOf))}.${await refusals(catalog)}`,
  )
}

/** The session in a file, or in a folder that has no other. */
async function findOnly(catalog: SessionCatalog, path: string): Promise<CatalogSession> {
  const sessions = await catalog.sessions()
  const [session] = sessions
  if (session && sessions.length === 1) return session
  const [refused] = await catalog.refused()
  if (!session && refused) throw refused.error
  throw new CommandError(
    session
      ? `${path} holds ${amount(sessions.length, 'session')}: ${some(sessions.map(nameOf))}. Name one by its id, such as ${session.id} --path ${path}.`
      : `There is no recording (.nwb) in ${path}. Name a file, or another folder.`,
  )
}

function nameOf({ id, available }: CatalogSession): string {
  return available ? id : `${id} (file absent)`
}

/** A folder may hold thousands; the message stays one line. */
const SHOWN = 5

function some(names: readonly string[]): string {
  const more = names.length - SHOWN
  const shown = names.slice(0, SHOWN).join(', ') || 'none'
  return more > 0 ? `${shown} and ${amount(more, 'other')} (spikeql serve lists all)` : shown
}

async function refusals(catalog: SessionCatalog): Promise<string> {
  const refused = await catalog.refused()
  const more = refused.length - SHOWN
  return [
    ...refused.slice(0, SHOWN).map(({ error }) => ` ${error.message}`),
    ...(more > 0 ? [` ${amount(more, 'other file')} cannot be used either.`] : []),
  ].join('')
}
