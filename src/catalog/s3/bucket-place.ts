import type { S3Options } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { ListedObject } from '../../byte-sources/s3/object-page.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { AllenCaches } from '../allensdk/allensdk-cache.ts'
import { type Published, readPublished } from '../allensdk/published-sessions.ts'
import type {
  RemoteFile,
  RemoteListing,
  RemotePlace,
  RemoteRecording,
} from '../remote/remote-place.ts'
import { sessionFiles } from '../remote/session-files.ts'
import { ObjectDisk } from './object-disk.ts'
import { type BucketFolder, objectFile, objectsIn } from './object-list.ts'

export interface BucketPlaceOptions {
  readonly client: RemoteClient
  readonly index: StoredIndex
  readonly bucket: string
  readonly prefix: string
  readonly s3?: S3Options | undefined
}

/** Tables that a list waits for: 35 KB of the Visual Coding project. The others are 58 MB. */
const SMALL_TABLES = ['manifest.json', 'sessions.csv', 'probes.csv']
const LARGE_TABLES = ['channels.csv', 'units.csv']
const TABLES = [...SMALL_TABLES, ...LARGE_TABLES]

/**
 * A folder of a bucket, and all below it. Where it is laid out as an AllenSDK cache, its tables say
 * more of the sessions: at first those that are small, and when they are complete, all.
 */
export class BucketPlace implements RemotePlace {
  readonly name: string
  readonly #client: RemoteClient
  readonly #folder: BucketFolder
  readonly #disk: ObjectDisk
  readonly #caches: AllenCaches
  #hasTables = false

  constructor(name: string, { client, index, bucket, prefix, s3 }: BucketPlaceOptions) {
    this.name = name
    this.#client = client
    this.#folder = { bucket, prefix, s3 }
    this.#disk = new ObjectDisk(client, this.#folder, index, LARGE_TABLES)
    this.#caches = new AllenCaches(this.#disk)
  }

  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const objects = await objectsIn(this.#client, this.#folder, signal)
    const files = objects.map((object) => objectFile(this.#folder, object))
    const listed = sessionFiles(files)
    const published = await this.#published(objects)
    const recordings = listed.recordings.map((recording) => withTables(recording, published))
    const present = new Set(recordings.map(({ id }) => id))
    const absent = [...published]
      .filter(([id]) => !present.has(id))
      .map(([, { absent: session }]) => session)
    const isTable = (file: RemoteFile) => TABLES.includes(file.localPath)
    const tables = this.#hasTables ? files.filter(isTable) : []
    return { ...listed, recordings, absent, tables }
  }

  async complete(signal?: AbortSignal): Promise<void> {
    if (this.#hasTables) await this.#disk.fetch(LARGE_TABLES, signal)
  }

  async #published(objects: readonly ListedObject[]): Promise<ReadonlyMap<string, Published>> {
    this.#disk.objects = objects
    this.#hasTables = SMALL_TABLES.every((name) => this.#disk.has(name))
    if (!this.#hasTables) return new Map()
    await this.#disk.fetch(SMALL_TABLES)
    return readPublished(await this.#caches.look(['manifest.json']))
  }
}

function withTables(
  recording: RemoteRecording,
  published: ReadonlyMap<string, Published>,
): RemoteRecording {
  const known = published.get(recording.id)
  if (!known) return recording
  const { metadata, areas, recordedAreas } = known.absent
  const { unitCount, passingUnitCount, channelCount, validChannelCount, probeCount } = known.absent
  const counts = { unitCount, passingUnitCount, channelCount, validChannelCount, probeCount }
  const described = { metadata, areas, recordedAreas, ...counts, published: known.byTables }
  return { ...recording, described }
}
