import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FolderIndex } from '../../cache/stored/folder/folder-index.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import { packageRoot } from '../../package-root.ts'
import { printable } from '../terminal/printable.ts'
import { asWriteError } from '../terminal/write-error.ts'
import type { CacheOptions } from './cache-options.ts'
import type { RemoteOptions } from './remote-options.ts'

/** Tables of 58 full sessions take 60 MB, presentations and conditions 200 MB. */
const INDEX_BYTES = 2 ** 30

/** Of the service that an s3:// address is of. */
type S3ServiceOptions = Pick<RemoteOptions, 's3Endpoint' | 's3Region'>

/**
 * What was read before: in a database, a bucket, or the folder of the cache.
 *
 * @param folder null: there is none
 */
export async function openIndex(
  { index, cache, s3Endpoint, s3Region }: CacheOptions & S3ServiceOptions,
  folder: string | null,
): Promise<StoredIndex> {
  if (cache && index !== undefined) {
    const options = { writer: buildId(), onFault: warnOfFault }
    // Only here: a database and a bucket take packages that no other command needs.
    if (index.protocol !== 's3:') {
      const { PostgresIndex } = await import('../../cache/stored/postgres/postgres-index.ts')
      return new PostgresIndex({ ...options, url: index.href })
    }
    const { S3Objects } = await import('../../byte-sources/s3/s3-objects.ts')
    const { ObjectIndex } = await import('../../cache/stored/objects/object-index.ts')
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

/** See bundle.mjs. */
function buildId(): string {
  return readFileSync(new URL('dist/bundle/build-id.txt', packageRoot), 'utf8')
}
