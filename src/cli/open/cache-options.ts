import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import envPaths from 'env-paths'
import { S3Objects } from '../../byte-sources/s3/s3-objects.ts'
import { FolderIndex } from '../../cache/stored/folder/folder-index.ts'
import { ObjectIndex } from '../../cache/stored/objects/object-index.ts'
import { PostgresIndex } from '../../cache/stored/postgres/postgres-index.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import { packageRoot } from '../../package-root.ts'
import { printable } from '../terminal/printable.ts'
import { asWriteError } from '../terminal/write-error.ts'
import type { RemoteOptions } from './remote-options.ts'

/** Tables of 58 full sessions take 60 MB, presentations and conditions 200 MB. */
const INDEX_BYTES = 2 ** 30

export interface CacheOptions {
  readonly cacheDir?: string
  /** postgres://… or s3://… */
  readonly index?: URL
  /** false: --no-cache */
  readonly cache: boolean
}

/** Of the service that an s3:// address is of. */
type S3ServiceOptions = Pick<RemoteOptions, 's3Endpoint' | 's3Region'>

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
        'PostgreSQL database or S3 folder for what was read before, instead of the cache folder, shared by servers: postgres://user@host/database, s3://bucket/folder/',
      )
        .env('SPIKEQL_INDEX')
        .argParser(indexUrl),
    )
    .option('--no-cache', 'use none of these')
}

function indexUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const isBucket = url?.protocol === 's3:' && url.hostname !== ''
  if (url && (isBucket || /^postgres(ql)?:$/.test(url.protocol))) return url
  throw new InvalidArgumentError('It must be a postgres:// or s3:// address.')
}

/**
 * What was read before: in a database, a bucket, or the folder of the cache.
 *
 * @param folder null: there is none
 */
export function openIndex(
  { index, cache, s3Endpoint, s3Region }: CacheOptions & S3ServiceOptions,
  folder: string | null,
): StoredIndex {
  if (cache && index !== undefined) {
    const options = { writer: buildId(), onFault: warnOfFault }
    if (index.protocol !== 's3:') return new PostgresIndex({ ...options, url: index.href })
    const prefix = decodeURIComponent(index.pathname).replace(/^\/+/, '').replace(/[^/]$/, '$&/')
    const place = { bucket: index.hostname, prefix, endpoint: s3Endpoint, region: s3Region }
    return new ObjectIndex(new S3Objects(place), options)
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

function warnOfFault(error: unknown): void {
  const reason = printable(error instanceof Error ? error.message : String(error))
  console.error(`warning: the index of --index failed; recordings are read instead: ${reason}`)
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
