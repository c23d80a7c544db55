import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { userCacheFolder } from '../user-cache-folder.ts'

export interface CacheOptions {
  readonly cacheDir?: string
  /** postgres://… or s3://… */
  readonly index?: URL
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

/** Null: nothing is to be kept, or the user has no home and named no folder. */
export function cacheFolderOf({ cache, cacheDir }: CacheOptions): string | null {
  if (!cache) return null
  if (cacheDir !== undefined) return resolve(cacheDir)
  return userCacheFolder()
}

/** Of the register of downloads. */
export const downloadsFolder = (cacheFolder: string): string => join(cacheFolder, 'downloads')
