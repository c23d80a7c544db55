import type { ServerAuth } from '../../http/auth/access.ts'
import type { RedisClient } from '../../http/auth/rate-limits.ts'
import { isLoopback } from '../../http/guards/loopback.ts'
import { CommandError } from '../terminal/command-error.ts'

export interface AuthOptions {
  readonly host: string
  /** a file; false: no authentication, for anyone who can reach the server */
  readonly auth?: string | false
  /** address of a Redis that counts for all replicas */
  readonly redis?: string
}

/** @throws CommandError where others than those of this machine would be let in by oversight */
export function assertAuthIsChosen({ host, auth }: AuthOptions): void {
  if (auth !== undefined || isLoopback(host)) return
  throw new CommandError(
    `Anyone who can reach ${host} could read these recordings. Create a token with spikeql token create NAME, and serve with --auth tokens.json; or serve everyone with --no-auth. See docs/securing.md.`,
  )
}

/**
 * Who may use the server; undefined: everyone.
 *
 * @throws InvalidArgumentError, CommandError
 */
export async function openAuth({ auth, redis }: AuthOptions): Promise<ServerAuth | undefined> {
  if (!auth) return undefined
  // Only here: a server without tokens need not load what verifies and counts them.
  const { AuthFile } = await import('../../http/auth/auth-file.ts')
  const { Authenticator } = await import('../../http/auth/authenticator.ts')
  const { RateLimits } = await import('../../http/auth/rate-limits.ts')
  const log = { warn: (details: unknown, message?: string) => warn(details, message) }
  const file = await AuthFile.open(auth, log)
  const limits = new RateLimits(redis === undefined ? null : await connect(redis))
  return { authenticator: new Authenticator(file), limits }
}

async function connect(address: string): Promise<RedisClient> {
  // A package that only those install who need it.
  const { Redis } = await import('ioredis').catch(() => {
    throw new CommandError('--redis needs the package ioredis: install it next to spikeql.')
  })
  const client = new Redis(address, { maxRetriesPerRequest: 1, enableOfflineQueue: false })
  let isReported = false
  client.on('ready', () => {
    isReported = false
  })
  client.on('error', (error: Error) => {
    if (isReported) return
    isReported = true
    warn({ err: error }, 'Redis is unreachable; each replica counts limits by itself')
  })
  return client
}

function warn(details: unknown, message = ''): void {
  const { err } = details as { err?: Error }
  console.error(`warning: ${message}${err ? ` (${err.message})` : ''}`)
}
