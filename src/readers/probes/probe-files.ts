import type { RecordingIdentity } from '../../byte-sources/recording-identity.ts'
import { fileLocation, type RecordingLocation } from '../../byte-sources/recording-location.ts'
import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import { RecordingError } from '../../errors.ts'
import type { RequestedBy } from '../../sessions/session-reader.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
} from '../../sessions/session-requests.ts'
import type { FileReader, FileResponse } from '../reader-protocol.ts'
import { isSameProbe, probeFilePaths } from './probe-file.ts'

/** A file of a probe that was listed with its session's. */
export interface RemoteProbeFile {
  readonly probeId: string
  readonly address: RemoteAddress
}

interface LocatedFile {
  readonly location: RecordingLocation
  readonly identity: RecordingIdentity
}

interface Candidate {
  readonly location: RecordingLocation
  /** whether its name says that it is the probe's; what it holds decides */
  readonly isNamedSo: boolean
}

/**
 * The files of a session's probes, next to its own. Samples are read only from the very file that
 * they were located in.
 */
export class ProbeFiles {
  readonly #session: RecordingLocation
  readonly #files: FileReader
  readonly #listed: readonly RemoteProbeFile[]
  /** the file of each probe, as it was when a series was located there */
  readonly #located = new Map<string | null, LocatedFile>()

  /** @param listed of a remote session; those of a local one are looked for in its folder */
  constructor(session: RecordingLocation, files: FileReader, listed: readonly RemoteProbeFile[]) {
    this.#session = session
    this.#files = files
    this.#listed = listed
  }

  /** See SessionReader.read. */
  async read<Name extends BatchName>(
    name: Name,
    probeId: string | null,
    requests: readonly BatchRequest<Name>[],
    by: RequestedBy,
  ): Promise<BatchResponse<Name>[]> {
    const { nowhere } = batchRules[name]
    if (nowhere !== undefined) return this.#search(name, nowhere, probeId, requests, by)
    const located = this.#located.get(probeId)
    if (!located) throw new Error(`${name} of a series that was not located`)
    const { location, identity } = located
    return (await this.#files.read(location, identity, name, requests, by)).response
  }

  /** @param nowhere the response of a file that does not have what is requested */
  async #search<Name extends BatchName>(
    name: Name,
    nowhere: BatchResponse<Name>,
    probeId: string | null,
    requests: readonly BatchRequest<Name>[],
    by: RequestedBy,
  ): Promise<BatchResponse<Name>[]> {
    for (const candidate of await this.#candidates(probeId)) {
      const found = await this.#read(candidate, name, requests, by)
      if (!found?.response.some((response) => response !== nowhere)) continue
      this.#located.set(probeId, { location: candidate.location, identity: found.identity })
      return found.response
    }
    return requests.map(() => nowhere)
  }

  async #candidates(probeId: string | null): Promise<Candidate[]> {
    if (probeId === null) return []
    if ('path' in this.#session) {
      const paths = await probeFilePaths(this.#files.disk, this.#session.path, probeId)
      return paths.map(({ path, isNamedSo }) => ({ location: fileLocation(path), isNamedSo }))
    }
    const listed = this.#listed.map((file) => ({
      location: file.address,
      isNamedSo: isSameProbe(file.probeId, probeId),
    }))
    return listed.sort((a, b) => Number(b.isNamedSo) - Number(a.isNamedSo))
  }

  /** Null: there is no such file, or one that is named as another probe's and cannot be read. */
  async #read<Name extends BatchName>(
    { location, isNamedSo }: Candidate,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    by: RequestedBy,
  ): Promise<FileResponse<Name> | null> {
    try {
      return await this.#files.read(location, null, name, requests, by)
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error
      if (isNamedSo && error.code !== 'FILE_MISSING') throw error
      return null
    }
  }
}
