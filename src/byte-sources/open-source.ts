import { type ByteSource, LocalFile } from './byte-source.ts'
import { type FetchClient, type FetchContext, noContext } from './fetcher/fetch-client.ts'
import { RemoteFile } from './fetcher/remote-file.ts'
import type { RecordingIdentity } from './recording-identity.ts'
import type { RecordingLocation } from './recording-location.ts'
import { identityAtSync } from './source-identity.ts'

/** Bytes, and the state of the recording that they are of. */
export interface IdentifiedSource extends ByteSource {
  readonly identity: RecordingIdentity
}

/** Opens recordings in a thread that may wait. */
export interface OpensSources {
  /** Before a request: what is fetched is fetched for it. */
  begin(context: FetchContext): void
  /** @throws RecordingError */
  open(location: RecordingLocation): IdentifiedSource
  /**
   * The state of what lies at a location now.
   *
   * @throws RecordingError
   */
  identify(location: RecordingLocation): RecordingIdentity
}

/**
 * Seconds for which the state of a remote file is believed. Whatever is fetched from it meanwhile
 * is of that state: the request to its server names it.
 */
export const REMOTE_MAX_AGE = 60

/** Files of this machine, and, where there is a fetcher, those of others. */
export class Sources implements OpensSources {
  readonly #client: FetchClient | null

  constructor(client: FetchClient | null = null) {
    this.#client = client
  }

  begin(context = noContext): void {
    if (this.#client) this.#client.context = context
  }

  open(location: RecordingLocation): IdentifiedSource {
    if ('path' in location) return new LocalFile(location.path)
    if (!this.#client) throw new Error('there is no fetcher for remote recordings')
    return new RemoteFile(this.#client, location, REMOTE_MAX_AGE)
  }

  identify(location: RecordingLocation): RecordingIdentity {
    return 'path' in location ? identityAtSync(location.path) : this.open(location).identity
  }
}
