import { randomUUID } from 'node:crypto'
import { chmod, chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createToken } from '../../http/auth/api-token.ts'
import { readSettings } from '../../http/auth/auth-file.ts'
import { parseAuthSettings, type StoredToken } from '../../http/auth/auth-settings.ts'
import { hasExpired } from '../../http/auth/authenticator.ts'
import type { Scope } from '../../http/auth/grant.ts'
import { textTable } from '../inspect/text-table.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'

export interface CreateOptions {
  readonly scopes: readonly Scope[]
  readonly sessions: readonly string[]
  readonly places: readonly string[]
  readonly expires?: string
  readonly requestsPerMinute?: number
  readonly cellsPerMinute?: number
}

/** Of a new file: hashes are no secrets, but who may do what is nobody else's business. */
const ONLY_OWNER = 0o600

const DAY_MS = 86_400_000

type Json = Record<string, unknown>

/** @throws CommandError, InvalidArgumentError */
export async function addToken(
  file: string,
  name: string,
  options: CreateOptions,
): Promise<{ readonly text: string; readonly summary: string }> {
  const { id, text, sha256 } = createToken()
  const { scopes, sessions, places, requestsPerMinute, cellsPerMinute } = options
  const expires = options.expires === undefined ? null : expiryOf(options.expires)
  const token = {
    id,
    name,
    sha256,
    created: new Date().toISOString(),
    expires,
    scopes,
    sessions,
    places,
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(cellsPerMinute !== undefined && { cellsPerMinute }),
  }
  await edit(file, (tokens) => [...tokens, token])
  const until = expires === null ? 'does not expire' : `expires ${expires}`
  return { text, summary: `Token ${id} of ${printable(name)} ${until}. It is not shown again:` }
}

/** A table. */
export async function listTokens(file: string): Promise<string> {
  const { tokens } = await readSettings(file)
  if (tokens.length === 0) return `${file} has no tokens.`
  const rows = tokens.map((token) => [
    token.id,
    token.name,
    token.scopes.join(' '),
    token.sessions.join(' '),
    token.places.join(' '),
    limitText(token),
    hasExpired(token) ? `expired ${token.expires}` : (token.expires ?? 'never'),
  ])
  const head = ['id', 'name', 'scopes', 'sessions', 'places', 'per minute', 'expires']
  return textTable(head, rows)
}

/** @throws CommandError when one of them is not there: none is revoked then */
export async function revokeTokens(file: string, ids: readonly string[]): Promise<string> {
  const { tokens } = await readSettings(file)
  const isMeant = ({ id, name }: Pick<StoredToken, 'id' | 'name'>) =>
    ids.includes(id) || ids.includes(name)
  for (const wanted of ids) {
    if (tokens.some(({ id, name }) => id === wanted || name === wanted)) continue
    throw new CommandError(`${file} has no token "${wanted}". See spikeql token list.`)
  }
  const revoked = tokens.filter(isMeant)
  await edit(file, (kept) => kept.filter((token) => !isMeant(token as unknown as StoredToken)))
  return `Revoked: ${revoked.map(({ id, name }) => `${id} (${printable(name)})`).join(', ')}.`
}

function limitText({ requestsPerMinute, cellsPerMinute }: StoredToken): string {
  const limits = [
    ...(requestsPerMinute === null ? [] : [`${requestsPerMinute} requests`]),
    ...(cellsPerMinute === null ? [] : [`${cellsPerMinute} cells`]),
  ]
  return limits.join(', ') || 'no limit'
}

/**
 * Everything else in the file stays as it is written, and so do its group and who may read it. A
 * server never sees half of it.
 */
async function edit(file: string, change: (tokens: readonly Json[]) => readonly Json[]) {
  const known = await stat(file).catch(() => null)
  const text = known ? await readFile(file, 'utf8') : '{}'
  parseAuthSettings(text)
  const json: Json = JSON.parse(text)
  const tokens = change((json.tokens ?? []) as readonly Json[])
  const partial = `${file}.${randomUUID()}`
  try {
    const edited = `${JSON.stringify({ ...json, tokens }, null, 2)}\n`
    await writeFile(partial, edited, { mode: ONLY_OWNER, flag: 'wx' })
    if (known) {
      await chown(partial, known.uid, known.gid)
      await chmod(partial, known.mode & 0o777)
    }
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw new CommandError(`${file} cannot be written: ${(error as Error).message}.`)
  }
}

/** A date, or a time from now. */
function expiryOf(text: string): string {
  const [, days] = /^(\d{1,6})d$/.exec(text) ?? []
  const at = days === undefined ? Date.parse(text) : Date.now() + Number(days) * DAY_MS
  if (Number.isNaN(at) || at <= Date.now()) {
    throw new CommandError(
      `--expires is "${text}"; it must be a date in the future, such as 2027-06-30, or a number of days, such as 90d.`,
    )
  }
  return new Date(at).toISOString()
}
