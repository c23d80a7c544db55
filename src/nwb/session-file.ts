import { type ByteSource, LocalFile } from '../byte-sources/byte-source.ts'
import type { RecordingIdentity } from '../byte-sources/recording-identity.ts'
import { noFile } from '../byte-sources/source-identity.ts'
import { WatchedSource } from '../byte-sources/watched-source.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import { Hdf5File } from '../hdf5/hdf5-file.ts'
import { isTrap } from '../hdf5/hdf5-library.ts'
import type { BatchName, BatchRequest, BatchResponse } from '../sessions/session-requests.ts'
import { OpenRecording } from './open-recording.ts'
import {
  batchHandlers,
  contentHandlers,
  contentPaths,
  type FileContents,
} from './request-handlers.ts'
import type { IsCancelled } from './spikes/unit-spike-reader.ts'

const never: IsCancelled = () => false

/**
 * One open NWB file, which does at once, without leaving its thread, what a SessionReader does.
 * Throws RecordingErrors.
 */
export class SessionFile {
  readonly identity: RecordingIdentity
  readonly #source: WatchedSource
  readonly #file: Hdf5File
  readonly #recording: OpenRecording

  static async open(path: string): Promise<SessionFile> {
    const local = new LocalFile(path)
    try {
      return await SessionFile.of(local, local.identity)
    } catch (error) {
      local.close()
      throw error
    }
  }

  /**
   * A recording that lies anywhere.
   *
   * @param first what will be loaded first: where reads wait, it is fetched meanwhile
   */
  static async of(
    bytes: ByteSource,
    identity: RecordingIdentity = noFile,
    first: keyof FileContents | null = null,
  ): Promise<SessionFile> {
    const source = new WatchedSource(bytes)
    const paths = first && contentPaths[first]
    const file = await Hdf5File.open(source, paths ? (path) => paths.test(path) : null)
    return new SessionFile(identity, source, file)
  }

  private constructor(identity: RecordingIdentity, source: WatchedSource, file: Hdf5File) {
    this.identity = identity
    this.#source = source
    this.#file = file
    this.#recording = new OpenRecording(file, source)
  }

  /** How often the file was read. */
  get readCount(): number {
    return this.#source.readCount
  }

  /** How many bytes of it were read. */
  get bytesRead(): number {
    return this.#source.bytesRead
  }

  /** How many ms that took. */
  get readMs(): number {
    return this.#source.readMs
  }

  close(): void {
    this.#file.close()
  }

  tables(): SessionTables {
    return this.load('tables')
  }

  load<Name extends keyof FileContents>(name: Name): FileContents[Name] {
    return this.#read(() => {
      const paths = contentPaths[name]
      if (paths) this.#file.prefetch((path) => paths.test(path))
      return contentHandlers[name](this.#recording)
    })
  }

  read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    isCancelled = never,
  ): BatchResponse<Name>[] {
    const handler = batchHandlers[name]
    return this.#read(() =>
      'ofSpikes' in handler
        ? handler.ofSpikes(this.#recording.spikes, requests, isCancelled)
        : handler.ofRecording(this.#recording, requests, isCancelled),
    )
  }

  /**
   * A read that failed fails the request, whatever was made of it on the way: now, and until the
   * file is opened again, since what is remembered of it may be wrong.
   */
  #read<Response>(read: () => Response): Response {
    this.#source.assertReadable()
    try {
      const response = read()
      this.#source.assertReadable()
      return response
    } catch (error) {
      if (!isTrap(error)) this.#source.assertReadable()
      throw error
    }
  }
}
