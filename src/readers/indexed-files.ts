import { basename } from 'node:path'
import type { Disk } from '../byte-sources/disk/disk.ts'
import {
  type FileIdentity,
  identityAt,
  identityKey,
  isSameFile,
} from '../byte-sources/source-identity.ts'
import { AnswerCache } from '../cache/answer-cache.ts'
import type { StoredIndex } from '../cache/stored/stored-index.ts'
import { RecordingError } from '../errors.ts'
import { batchHandlers } from '../nwb/request-handlers.ts'
import type { SpikeLayout } from '../nwb/spikes/spike-layout.ts'
import type { BatchName, BatchRequest } from '../sessions/session-requests.ts'
import type { FileContentName, FileReader, FileResponse, FileResponses } from './reader-protocol.ts'

/**
 * A file that was changed so shortly before it was read could have been changed again within the
 * same tick of its disk's clock; the coarsest, of FAT, ticks every 2 s.
 */
const SETTLED_MS = 3000

/** Of layouts: 300 sessions of 1,700 units. */
const LAYOUT_BYTES = 2 ** 22

/**
 * Reads files with what was read before: whatever a file holds as a whole is taken from the index
 * while the file is in the state that it was read from, and the places of its spikes are given to
 * whoever reads them, so that a file that is known is not opened as HDF5.
 */
export class IndexedFiles implements FileReader {
  readonly #files: FileReader
  readonly #index: StoredIndex
  readonly #now: () => number
  readonly #layouts = new AnswerCache(LAYOUT_BYTES)

  /** @param now the time in ms */
  constructor(files: FileReader, index: StoredIndex, now = Date.now) {
    this.#files = files
    this.#index = index
    this.#now = now
  }

  get disk(): Disk {
    return this.#files.disk
  }

  get idleThreads(): number {
    return this.#files.idleThreads
  }

  async load<Name extends FileContentName>(
    path: string,
    identity: FileIdentity | null,
    name: Name,
  ): Promise<FileResponse<Name>> {
    const requestedAt = this.#now()
    const found = await identityAt(path, this.disk)
    if (identity && !isSameFile(identity, found)) {
      throw new RecordingError('FILE_CHANGED', basename(path))
    }
    const kept = await this.#index.get<FileResponses[Name]>(keyOf(name, path, found))
    if (kept !== undefined) return { name, identity: found, response: kept }
    const loaded = await this.#files.load(path, identity, name)
    if (loaded.identity.changedAt < requestedAt - SETTLED_MS) {
      void this.#index.set(keyOf(name, path, loaded.identity), loaded.response)
    }
    return loaded
  }

  async read<Name extends BatchName>(
    path: string,
    identity: FileIdentity | null,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    signal?: AbortSignal,
  ): Promise<FileResponse<Name>> {
    const handler = batchHandlers[name]
    const layout = identity && 'ofSpikes' in handler ? await this.#layoutOf(path, identity) : null
    const isComplete = layout?.amplitudes || !('needsAmplitudes' in handler)
    return this.#files.read(path, identity, name, requests, signal, isComplete ? layout : null)
  }

  /** Loaded once for all: not cancelled when the request that came first is. */
  #layoutOf(path: string, identity: FileIdentity): Promise<SpikeLayout | null> {
    return this.#layouts.get(identityKey(path, identity), async () => {
      return (await this.load(path, identity, 'spikeLayout')).response
    })
  }
}

const keyOf = (name: FileContentName, path: string, identity: FileIdentity) =>
  `${name} ${identityKey(path, identity)}`
