import type { S3Options } from '../../byte-sources/remote/remote-address.ts'
import { s3Address } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { listObjects } from '../../byte-sources/s3/list-objects.ts'
import type { ListedObject } from '../../byte-sources/s3/object-page.ts'
import { RecordingError } from '../../errors.ts'
import type { RemoteFile } from '../remote/remote-place.ts'

/** A folder of a bucket. */
export interface BucketFolder {
  readonly bucket: string
  /** empty, or ends with / */
  readonly prefix: string
  readonly s3?: S3Options | undefined
}

/** Of a thousand objects each. A Zarr store may have millions. */
const MOST_PAGES = 100

/**
 * The objects below a folder of a bucket.
 *
 * @throws RecordingError when it cannot be listed, or has more than 100,000
 */
export async function objectsIn(
  client: RemoteClient,
  { bucket, prefix, s3 }: BucketFolder,
  signal?: AbortSignal,
): Promise<ListedObject[]> {
  const objects: ListedObject[] = []
  let pages = 0
  for await (const page of listObjects(client, { bucket, prefix, s3, signal })) {
    if (++pages > MOST_PAGES) {
      const found = `it has more than ${MOST_PAGES * 1000} objects; name a folder inside it`
      throw new RecordingError('REMOTE_UNSUITABLE', `s3://${bucket}/${prefix}`, found)
    }
    objects.push(...page.objects)
  }
  return objects
}

/** An object as a file of a place. */
export function objectFile({ bucket, prefix, s3 }: BucketFolder, object: ListedObject): RemoteFile {
  const { key, size, etag, lastModified } = object
  return {
    address: s3Address({ bucket, key }, s3),
    identity: { size, etag, lastModified, versionId: null },
    localPath: key.slice(prefix.length),
    digest: async () => null,
  }
}
