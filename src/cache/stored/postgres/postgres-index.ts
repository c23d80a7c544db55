import { randomUUID } from 'node:crypto'
import { LEASE_MS, leasedClaim } from '../claim-lease.ts'
import { decodeEntry, encodeEntry } from '../index-entry.ts'
import { hashOf, keyOfWriter } from '../index-key.ts'
import { type Claim, freeClaim, type StoredIndex } from '../stored-index.ts'
import type { StoredList } from '../stored-list.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { PostgresList } from './postgres-list.ts'

export interface PostgresIndexOptions extends DatabaseOptions {
  /** names the code that writes: what other code has written is not believed */
  readonly writer: string
}

/**
 * A stored index in a PostgreSQL database, which many machines share. While the database fails, the
 * index holds nothing.
 */
export class PostgresIndex implements StoredIndex {
  readonly #writer: string
  readonly #database: Database

  constructor({ writer, ...options }: PostgresIndexOptions) {
    this.#writer = writer
    this.#database = new Database(options)
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const fullKey = this.#fullKey(key)
    try {
      const [row] = await this.#database.query<{ value: Buffer; isOld: boolean }>(
        `SELECT value, used_at < now() - interval '1 hour' AS "isOld"
         FROM spikeql_entries WHERE key = $1`,
        [hashOf(fullKey)],
      )
      if (row?.isOld) this.#mark(fullKey)
      return row && decodeEntry<Value>(fullKey, row.value)
    } catch {
      return undefined
    }
  }

  async set(key: string, value: unknown): Promise<void> {
    const fullKey = this.#fullKey(key)
    await this.#database
      .query(
        `INSERT INTO spikeql_entries (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, used_at = now()`,
        [hashOf(fullKey), encodeEntry(fullKey, value)],
      )
      .catch(() => {})
  }

  list(name: string): StoredList {
    return new PostgresList(this.#database, hashOf(this.#fullKey(`list ${name}`)))
  }

  async claim(key: string): Promise<Claim | null> {
    const owner = randomUUID()
    const values = [hashOf(this.#fullKey(key)), owner, LEASE_MS / 1000]
    const lease = `now() + $3 * interval '1 second'`
    try {
      const claimed = await this.#database.query(
        `INSERT INTO spikeql_claims (key, owner, expires_at) VALUES ($1, $2, ${lease})
         ON CONFLICT (key) DO UPDATE SET owner = $2, expires_at = ${lease}
         WHERE spikeql_claims.expires_at < now()
         RETURNING owner`,
        values,
      )
      if (claimed.length === 0) return null
    } catch {
      return freeClaim
    }
    return leasedClaim(
      () =>
        this.#database.query(
          `UPDATE spikeql_claims SET expires_at = ${lease} WHERE key = $1 AND owner = $2`,
          values,
        ),
      () =>
        this.#database.query(
          'DELETE FROM spikeql_claims WHERE key = $1 AND owner = $2',
          values.slice(0, 2),
        ),
    )
  }

  /** Let connections go. */
  close(): Promise<void> {
    return this.#database.close()
  }

  /** A failure costs only the time of its last use. */
  #mark(fullKey: string): void {
    this.#database
      .query('UPDATE spikeql_entries SET used_at = now() WHERE key = $1', [hashOf(fullKey)])
      .catch(() => {})
  }

  #fullKey(key: string): string {
    return keyOfWriter(this.#writer, key)
  }
}
