import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createToken } from '../../../src/http/auth/api-token.ts'
import { AuthFile } from '../../../src/http/auth/auth-file.ts'
import { Authenticator } from '../../../src/http/auth/authenticator.ts'
import type { Grant, RateLimits as Limits } from '../../../src/http/auth/grant.ts'
import { RateLimits, type RedisClient } from '../../../src/http/auth/rate-limits.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../../src/http/server.ts'
import type { SessionCatalog } from '../../../src/sessions/session-catalog.ts'
import { temporaryFolder } from '../recordings/write-nwb.ts'

/** A token for a test, and what its file has of it. */
export function testToken(name: string, grant: Partial<Grant & Limits & { expires: string }>) {
  const { id, text, sha256 } = createToken()
  const stored = { id, name, sha256, created: '2026-01-01T00:00:00Z', scopes: ['read'], ...grant }
  return { text, stored }
}

interface AuthorizedOptions {
  readonly catalog: () => Promise<SessionCatalog>
  readonly file: () => Promise<object> | object
  readonly options?: Partial<ServerOptions>
  readonly redis?: () => RedisClient
}

/** A server that knows users, while the tests of a file run. */
export class AuthorizedServer {
  readonly path = join(temporaryFolder(), 'tokens.json')
  #server: RunningServer | undefined

  constructor({ catalog, file, options, redis }: AuthorizedOptions) {
    beforeAll(async () => {
      await writeFile(this.path, JSON.stringify(await file()))
      const authFile = await AuthFile.open(this.path, { warn: () => {} })
      this.#server = await startServer({
        catalog: await catalog(),
        host: '127.0.0.1',
        port: 0,
        version: '0.0.0-test',
        auth: {
          authenticator: new Authenticator(authFile),
          limits: new RateLimits(redis?.() ?? null),
        },
        ...options,
      })
    })
    afterAll(() => this.#server?.close())
  }

  get url(): string {
    if (!this.#server) throw new Error('not serving yet')
    return this.#server.url
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers, redirect: 'manual' })
  }

  query(query: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })
  }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
