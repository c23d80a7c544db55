import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import envPaths from 'env-paths'
import { FolderIndex } from '../../cache/stored/folder-index.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import { packageRoot } from '../../package-root.ts'
import { asWriteError } from '../terminal/write-error.ts'

/** Tables of 58 full sessions take 60 MB, presentations and conditions 200 MB. */
const INDEX_BYTES = 2 ** 30

export interface CacheOptions {
  readonly cacheDir?: string
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
    .option('--no-cache', 'neither use nor write that folder')
}

/** What was read before, in the folder of the cache; null: nothing is kept. */
export function openIndex(folder: string | null): StoredIndex {
  if (folder === null) return noIndex
  return new FolderIndex(join(folder, 'index'), {
    writer: buildId(),
    maxBytes: INDEX_BYTES,
    onFault: (error) => {
      const reason = asWriteError(error, folder, 'Nothing is kept; choose another --cache-dir.')
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

/** See bundle.mjs. */
function buildId(): string {
  return readFileSync(new URL('dist/bundle/build-id.txt', packageRoot), 'utf8')
}
