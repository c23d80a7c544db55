import { type S3Options, s3Address } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteFile, RemoteListing, RemotePlace } from '../remote/remote-place.ts'
import { sessionFiles } from '../remote/session-files.ts'
import type { DandiAddress } from './dandi-address.ts'
import { contentIdOf, type DandiApi, type DandiAsset } from './dandi-api.ts'

/** A bucket that everyone may read open assets from. */
export interface BlobBucket {
  readonly bucket: string
  readonly s3: S3Options
}

export const dandiBucket: BlobBucket = {
  bucket: 'dandiarchive',
  s3: { region: 'us-east-2', isAnonymous: true },
}

/**
 * `dandi://ID[@version][/glob]`: the recordings of a dandiset. Open ones are read from the
 * archive's bucket, of which blobs never change; others, and those of archives whose bucket is not
 * known, by addresses that the archive signs.
 */
export class DandiPlace implements RemotePlace {
  readonly name: string
  readonly #api: DandiApi
  readonly #address: DandiAddress
  readonly #bucket: BlobBucket | null

  constructor(name: string, api: DandiApi, address: DandiAddress, bucket: BlobBucket | null) {
    this.name = name
    this.#api = api
    this.#address = address
    this.#bucket = bucket
  }

  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const { dandiset, glob } = this.#address
    const { version, isEmbargoed } = await this.#api.dandiset(
      dandiset,
      this.#address.version,
      signal,
    )
    const bucket = isEmbargoed ? null : this.#bucket
    const files: RemoteFile[] = []
    for await (const assets of this.#api.assets(dandiset, version, glob, signal)) {
      files.push(...assets.map((asset) => this.#file(asset, bucket)))
    }
    return sessionFiles(files)
  }

  async complete(): Promise<void> {}

  #file(asset: DandiAsset, bucket: BlobBucket | null): RemoteFile {
    const { blob, path, size, id } = asset
    const address =
      bucket && blob !== null ? blobAddress(bucket, asset, blob) : this.#api.download(asset)
    return {
      address: { ...address, name: path.split('/').at(-1) ?? path },
      identity: blob === null ? null : { size, etag: null, lastModified: null, versionId: null },
      localPath: `${this.#address.dandiset}/${path}`,
      digest: async (signal) => {
        const hex = await this.#api.sha256(id, signal)
        return hex === null ? null : { algorithm: 'sha256', hex }
      },
    }
  }
}

function blobAddress({ bucket, s3 }: BlobBucket, asset: DandiAsset, blob: string) {
  const key = `blobs/${blob.slice(0, 3)}/${blob.slice(3, 6)}/${blob}`
  return s3Address({ bucket, key }, s3, { contentId: contentIdOf(asset), isFromOperator: false })
}
