import type { FileIdentity } from '../byte-sources/source-identity.ts'
import { RecordingError } from '../errors.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
} from '../sessions/session-requests.ts'
import { probeFilePaths } from './probe-file.ts'
import type { FileReader, FileResponse } from './reader-protocol.ts'

interface LocatedFile {
  readonly path: string
  readonly identity: FileIdentity
}

/**
 * The files of a session's probes, next to its own. Samples are read only from the very file that
 * they were located in.
 */
export class ProbeFiles {
  readonly #sessionPath: string
  readonly #files: FileReader
  /** the file of each probe, as it was when a series was located there */
  readonly #located = new Map<string | null, LocatedFile>()

  constructor(sessionPath: string, files: FileReader) {
    this.#sessionPath = sessionPath
    this.#files = files
  }

  /** See SessionReader.read. */
  async read<Name extends BatchName>(
    name: Name,
    probeId: string | null,
    requests: readonly BatchRequest<Name>[],
    signal: AbortSignal | undefined,
  ): Promise<BatchResponse<Name>[]> {
    const { nowhere } = batchRules[name]
    if (nowhere !== undefined) return this.#search(name, nowhere, probeId, requests, signal)
    const located = this.#located.get(probeId)
    if (!located) throw new Error(`${name} of a series that was not located`)
    const { path, identity } = located
    return (await this.#files.read(path, identity, name, requests, signal)).response
  }

  /** @param nowhere the response of a file that does not have what is requested */
  async #search<Name extends BatchName>(
    name: Name,
    nowhere: BatchResponse<Name>,
    probeId: string | null,
    requests: readonly BatchRequest<Name>[],
    signal: AbortSignal | undefined,
  ): Promise<BatchResponse<Name>[]> {
    const { disk } = this.#files
    for (const { path, isNamedSo } of await probeFilePaths(disk, this.#sessionPath, probeId)) {
      const found = await this.#read(path, isNamedSo, name, requests, signal)
      if (!found?.response.some((response) => response !== nowhere)) continue
      this.#located.set(probeId, { path, identity: found.identity })
      return found.response
    }
    return requests.map(() => nowhere)
  }

  /** Null: there is no such file, or one that is named as another probe's and cannot be read. */
  async #read<Name extends BatchName>(
    path: string,
    isNamedSo: boolean,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    signal: AbortSignal | undefined,
  ): Promise<FileResponse<Name> | null> {
    try {
      return await this.#files.read(path, null, name, requests, signal)
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error
      if (isNamedSo && error.code !== 'FILE_MISSING') throw error
      return null
    }
  }
}
