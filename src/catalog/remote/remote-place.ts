import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteIdentity } from '../../byte-sources/remote/remote-identity.ts'
import type { CatalogSession, RefusedFile } from '../../sessions/session-catalog.ts'

/** A place elsewhere, such as a bucket or an archive. Listing it opens no NWB file. */
export interface RemotePlace {
  /** as it was given, without secrets */
  readonly name: string
  /** @throws RecordingError when the place cannot be listed */
  list(signal?: AbortSignal): Promise<RemoteListing>
  /** Fetch what later lists say more with, and a first one does not wait for. */
  complete(signal?: AbortSignal): Promise<void>
}

export interface RemoteListing {
  readonly recordings: readonly RemoteRecording[]
  /** tables that belong beside the recordings in a folder of downloads */
  readonly tables: readonly RemoteFile[]
  /** what lies there and is not served */
  readonly refused: readonly RefusedFile[]
  /** sessions that the place's tables know, and whose files it does not have */
  readonly absent: readonly CatalogSession[]
}

/** A file that a place lists. */
export interface RemoteFile {
  readonly address: RemoteAddress
  /** its state, as far as the list says; null: it takes a request to know */
  readonly identity: RemoteIdentity | null
  /** where it lies in a folder of downloads; the separator is `/` */
  readonly localPath: string
  /** What its bytes hash to; null: no one knows. */
  digest(signal?: AbortSignal): Promise<FileDigest | null>
}

/** What a file's bytes must hash to. */
export interface FileDigest {
  readonly algorithm: 'sha256' | 'blake2b512'
  /** lower case */
  readonly hex: string
}

/** The file of a session. */
export interface RemoteRecording extends RemoteFile {
  /** that its session has unless another has it too */
  readonly id: string
  readonly described: Partial<DescribedSession>
  /** files of the session's probes, with local field potentials */
  readonly probeFiles: readonly RemoteProbeFile[]
}

export interface RemoteProbeFile extends RemoteFile {
  /** as its name has it */
  readonly probeId: string
}

/** What is known of a session without its file. */
export type DescribedSession = Pick<
  CatalogSession,
  | 'published'
  | 'metadata'
  | 'areas'
  | 'recordedAreas'
  | 'unitCount'
  | 'passingUnitCount'
  | 'channelCount'
  | 'validChannelCount'
  | 'probeCount'
>
