import type { Pool, QueryResultRow } from 'pg'
import { PausingStore } from '../pausing-store.ts'

export interface DatabaseOptions {
  /** postgres://user@host/database */
  readonly url: string
  /** called when the database begins to fail, and again after it has worked in between */
  readonly onFault?: ((error: unknown) => void) | undefined
}

const CONNECT_MS = 3000

/** A list of a hundred thousand files takes a second. */
const QUERY_MS = 20_000

/** Connections of a process, which runs few queries at once. */
const CONNECTIONS = 4

/** Names this program among the users of advisory locks. */
const LOCK = 0x53_70_51_4c

/**
 * Values have digests of their own, keys are hashed: paths are longer than an index can hold.
 * `used_at` is of the last use, within an hour.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS spikeql_entries (
    key bytea PRIMARY KEY,
    value bytea NOT NULL,
    used_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS spikeql_list_entries (
    list bytea NOT NULL,
    key_hash bytea NOT NULL,
    key bytea NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (list, key_hash)
  );
  CREATE TABLE IF NOT EXISTS spikeql_claims (
    key bytea PRIMARY KEY,
    owner uuid NOT NULL,
    expires_at timestamptz NOT NULL
  );
`

/** What is used no more, such as entries of earlier versions of the program. */
const cleanUp = `
  DELETE FROM spikeql_entries WHERE used_at < now() - interval '180 days';
  DELETE FROM spikeql_claims WHERE expires_at < now() - interval '1 day';
`

/** A database with the tables of the index, which it makes. */
export class Database {
  readonly #options: DatabaseOptions
  readonly #pauses: PausingStore
  #pool: Promise<Pool> | null = null

  constructor(options: DatabaseOptions) {
    this.#options = options
    this.#pauses = new PausingStore(options.onFault)
  }

  /** @throws Error when the database fails, or did so just before */
  async query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return await this.#pauses.run(async () => {
        this.#pool ??= this.#open()
        const { rows } = await (await this.#pool).query<Row>(text, values)
        return rows
      })
    } catch (error) {
      // The tables may have to be made again.
      await this.close()
      throw error
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = null
    await pool?.then((opened) => opened.end()).catch(() => {})
  }

  async #open(): Promise<Pool> {
    // Only here: most never need it.
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: this.#options.url,
      application_name: 'spikeql',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      // An idle connection does not keep the process alive.
      allowExitOnIdle: true,
    })
    // An idle connection that breaks is replaced by the next query.
    pool.on('error', () => {})
    try {
      // Two that make the same table at once would fail.
      await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK}); ${tables} ${cleanUp} COMMIT`)
    } catch (error) {
      await pool.end().catch(() => {})
      throw error
    }
    return pool
  }
}
