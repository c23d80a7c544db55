import { setTimeout } from 'node:timers/promises'
import type { Disk } from '../byte-sources/disk/disk.ts'
import {
  isSameRecording,
  isSettled,
  type RecordingIdentity,
  recordingKey,
} from '../byte-sources/recording-identity.ts'
import type { RecordingLocation } from '../byte-sources/recording-location.ts'
import { LoadCache } from '../cache/load-cache.ts'
import { type Claim, freeClaim, type StoredIndex } from '../cache/stored/stored-index.ts'
import { RecordingError } from '../errors.ts'
import { batchHandlers } from '../nwb/request-handlers.ts'
import type { SpikeLayout } from '../nwb/spikes/sources/spike-layout.ts'
import type { RequestedBy } from '../sessions/session-reader.ts'
import type { BatchName, BatchRequest } from '../sessions/session-requests.ts'
import type { FileContentName, FileReader, FileResponse, FileResponses } from './reader-protocol.ts'

/** After which it is seen whether another process has read what it claimed. */
const CLAIMED_MS = 200

/** How what was read before is used. */
export interface IndexUse {
  readonly index: StoredIndex
  /** whether a file that another process reads is waited for rather than read, too */
  readonly claims?: boolean | undefined
}

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
  readonly #claims: boolean
  readonly #now: () => number
  readonly #layouts = new LoadCache<SpikeLayout | null>(LAYOUT_BYTES)

  /** @param now the time in ms */
  constructor(files: FileReader, { index, claims = false }: IndexUse, now = Date.now) {
    this.#files = files
    this.#index = index
    this.#claims = claims
    this.#now = now
  }

  get disk(): Disk {
    return this.#files.disk
  }

  get idleThreads(): number {
    return this.#files.idleThreads
  }

  identify(location: RecordingLocation): Promise<RecordingIdentity> {
    return this.#files.identify(location)
  }

  async load<Name extends FileContentName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    by?: RequestedBy,
  ): Promise<FileResponse<Name>> {
    const found = await this.#files.identify(location)
    if (identity && !isSameRecording(identity, found)) {
      throw new RecordingError('FILE_CHANGED', location.name)
    }
    const key = keyOf(name, location, found)
    const file = recordingKey(location, found)
    const kept = await this.#keptOrClaimed<FileResponses[Name]>(key, file)
    if ('response' in kept) return { name, identity: found, response: kept.response }
    try {
      const loaded = await this.#loadAndStore(location, identity, name, by)
      // So that whoever shares the work does not open the file for them once more. Where they
      // cannot be read, whoever requests them gets the error.
      if (this.#claims && name === 'tables') {
        await this.#loadAndStore(location, loaded.identity, 'presentations', by).catch(() => {})
      }
      return loaded
    } finally {
      await kept.claim.release()
    }
  }

  async #loadAndStore<Name extends FileContentName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    by?: RequestedBy,
  ): Promise<FileResponse<Name>> {
    const requestedAt = this.#now()
    const loaded = await this.#files.load(location, identity, name, by)
    if (isSettled(loaded.identity, requestedAt)) {
      const stored = this.#index.set(keyOf(name, location, loaded.identity), loaded.response)
      // Whoever waits for the claim is to find it.
      if (this.#claims) await stored
    }
    return loaded
  }

  /** What is kept, as soon as it is; or the claim to read its file. */
  async #keptOrClaimed<Response>(
    key: string,
    file: string,
  ): Promise<{ readonly response: Response } | { readonly claim: Claim }> {
    for (;;) {
      const response = await this.#index.get<Response>(key)
      if (response !== undefined) return { response }
      if (!this.#claims) return { claim: freeClaim }
      const claim = await this.#index.claim(file)
      if (!claim) {
        await setTimeout(CLAIMED_MS)
        continue
      }
      // It may have been stored just before it was released.
      const stored = await this.#index.get<Response>(key)
      if (stored === undefined) return { claim }
      await claim.release()
      return { response: stored }
    }
  }

  async read<Name extends BatchName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    by?: RequestedBy,
  ): Promise<FileResponse<Name>> {
    const handler = batchHandlers[name]
    const layout =
      identity && 'ofSpikes' in handler ? await this.#layoutOf(location, identity, by) : null
    const isComplete = layout?.amplitudes || !('needsAmplitudes' in handler)
    return this.#files.read(location, identity, name, requests, by, isComplete ? layout : null)
  }

  /** Loaded once for all: not cancelled when the request that came first is. */
  #layoutOf(
    location: RecordingLocation,
    identity: RecordingIdentity,
    by?: RequestedBy,
  ): Promise<SpikeLayout | null> {
    return this.#layouts.get(recordingKey(location, identity), async () => {
      return (await this.load(location, identity, 'spikeLayout', by)).response
    })
  }
}

const keyOf = (name: FileContentName, location: RecordingLocation, identity: RecordingIdentity) =>
  `${name} ${recordingKey(location, identity)}`
