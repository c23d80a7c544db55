import { hashOf } from '../index-key.ts'
import type { ListEntry, StoredList, TakeEntry } from '../stored-list.ts'
import type { Database } from './database.ts'

/** Read by one query: some ten megabytes. */
const PAGE_ENTRIES = 20_000

/** Written by one query. */
const BATCH_ENTRIES = 1000

interface Row {
  readonly key_hash: Buffer
  readonly key: Buffer
  readonly value: Buffer
}

/** A list as rows of a table, read in order of the hashes of their keys. */
export class PostgresList implements StoredList {
  readonly #database: Database
  /** hash of its name */
  readonly #list: Buffer

  constructor(database: Database, list: Buffer) {
    this.#database = database
    this.#list = list
  }

  async read(take: TakeEntry): Promise<void> {
    let after = Buffer.alloc(0)
    try {
      for (;;) {
        const rows = await this.#database.query<Row>(
          `SELECT key_hash, key, value FROM spikeql_list_entries
           WHERE list = $1 AND key_hash > $2 ORDER BY key_hash LIMIT ${PAGE_ENTRIES}`,
          [this.#list, after],
        )
        for (const { key, value } of rows) take(key.toString(), value)
        const last = rows[PAGE_ENTRIES - 1]
        if (!last) return
        after = Buffer.from(last.key_hash)
      }
    } catch {
      // What was taken is right; the rest counts as not kept.
    }
  }

  async add(entries: readonly ListEntry[]): Promise<void> {
    await this.#insert(entries).catch(() => {})
  }

  async replace(entries: readonly ListEntry[]): Promise<void> {
    try {
      await this.#insert(entries)
      await this.#database.query(
        'DELETE FROM spikeql_list_entries WHERE list = $1 AND key_hash <> ALL ($2::bytea[])',
        [this.#list, entries.map(({ key }) => hashOf(key))],
      )
    } catch {
      // It is only larger than it need be.
    }
  }

  async #insert(entries: readonly ListEntry[]): Promise<void> {
    // A query cannot insert a key twice.
    const last = [...new Map(entries.map((entry) => [entry.key, entry])).values()]
    for (let from = 0; from < last.length; from += BATCH_ENTRIES) {
      const some = last.slice(from, from + BATCH_ENTRIES)
      await this.#database.query(
        `INSERT INTO spikeql_list_entries (list, key_hash, key, value)
         SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::bytea[])
         ON CONFLICT (list, key_hash) DO UPDATE SET value = excluded.value`,
        [
          this.#list,
          some.map(({ key }) => hashOf(key)),
          some.map(({ key }) => Buffer.from(key)),
          some.map(({ value }) => asBuffer(value)),
        ],
      )
    }
  }
}

/** pg takes nothing else for bytes in an array. */
const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length)
