import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import envPaths from 'env-paths'
import { FolderIndex } from '../../cache/stored/folder/folder-index.ts'
import { PostgresIndex } from '../../cache/stored/postgres/postgres-index.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import { packageRoot } from '../../package-root.ts'
import { printable } from '../terminal/printable.ts'
import { asWriteError } from '../terminal/write-error.ts'

/** Tables of 58 full sessions take 60 MB, presentations and conditions 200 MB. */
const INDEX_BYTES = 2 ** 30

export interface CacheOptions {
  readonly cacheDir?: string
  /** postgres://… */
  readonly index?: string
  /** false: --no-cache */
  readonly cache: boolean
}

/** Options of the program, which every command accepts. */
export function addCacheOptions(program: Command): Command {
  return program
    .addOption(
      new Option(
        '--cache-dir <folder>',
        "folder for what was read before, so that known recordings are not opened again (default: spikeql in the user's cache folder)",
      ).env('SPIKEQL_CACHE_DIR'),
    )
    .addOption(
      new Option(
        '--index <url>',
        'PostgreSQL database for what was read before, instead of the cache folder, shared by servers: postgres://user@host/database',
      )
        .env('SPIKEQL_INDEX')
        .argParser(databaseUrl),
    )
    .option('--no-cache', 'do not use that folder or database')
}

function databaseUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : null
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text
  throw new InvalidArgumentError('It must be a postgres:// address.')
}

/**
 * What was read before, in a database or in the folder of the cache.
 *
 * @param folder null: there is none
 */
export function openIndex({ index, cache }: CacheOptions, folder: string | null): StoredIndex {
  if (cache && index !== undefined) {
    return new PostgresIndex({
      url: index,
      writer: buildId(),
      onFault: (error) => {
        const reason = error instanceof Error ? error.message : error
        console.error(
          `warning: the database of --index fails, and recordings are read instead: ${printable(String(reason))}`,
        )
      },
    })
  }
  if (folder === null) return noIndex
  return new FolderIndex(join(folder, 'index'), {
    writer: buildId(),
    maxBytes: INDEX_BYTES,
    onFault: (error) => {
      const reason = asWriteError(error, folder, 'Nothing is stored; choose another --cache-dir.')
      console.error(`warning: ${reason instanceof Error ? reason.message : reason}`)
    },
  })
}

/** Null: nothing is to be kept, or the user has no home and named no folder. */
export function cacheFolderOf({ cache, cacheDir }: CacheOptions): string | null {
  if (!cache) return null
  if (cacheDir !== undefined) return resolve(cacheDir)
  try {
    return envPaths('spikeql', { suffix: '' }).cache
  } catch {
    return null
  }
}

/** Of the register of downloads. */
export const downloadsFolder = (cacheFolder: string): string => join(cacheFolder, 'downloads')

/** See bundle.mjs. */
function buildId(): string {
  return readFileSync(new URL('dist/bundle/build-id.txt', packageRoot), 'utf8')
}
