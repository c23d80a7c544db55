import type { IdentifiedSource, OpensSources } from '../../byte-sources/open-source.ts'
import { isSameRecording, type RecordingIdentity } from '../../byte-sources/recording-identity.ts'
import { locationKey, type RecordingLocation } from '../../byte-sources/recording-location.ts'
import { RecordingError } from '../../errors.ts'

export interface OpenFile {
  readonly identity: RecordingIdentity
  /** since it was opened */
  readonly bytesRead: number
  /** ms that reading them took */
  readonly readMs: number
  close(): void
}

/** Files that are open, by location: those used last. */
export class OpenFiles<File extends OpenFile> {
  readonly #open = new Map<string, File>()
  readonly #sources: OpensSources
  readonly #maxCount: number

  constructor(sources: OpensSources, maxCount: number) {
    this.#sources = sources
    this.#maxCount = maxCount
  }

  peek(location: RecordingLocation): File | undefined {
    return this.#open.get(locationKey(location))
  }

  /** The open file, if it still is what lies at the location; else what lies there now. */
  async get(
    location: RecordingLocation,
    open: (source: IdentifiedSource) => Promise<File>,
  ): Promise<File> {
    const key = locationKey(location)
    const identity = this.#sources.identify(location)
    const known = this.#open.get(key)
    if (known && isSameRecording(known.identity, identity)) {
      this.#open.delete(key)
      this.#open.set(key, known)
      return known
    }
    this.#close(key)
    const oldest = this.#open.keys().next()
    if (this.#open.size >= this.#maxCount && !oldest.done) this.#close(oldest.value)
    const source = this.#sources.open(location)
    try {
      const file = await open(source)
      this.#open.set(key, file)
      return file
    } catch (error) {
      source.close()
      throw error
    }
  }

  /**
   * @throws RecordingError FILE_CHANGED, FILE_MISSING when what lies at the location is not the
   *   file that was opened
   */
  assertUnchanged(location: RecordingLocation, { identity }: OpenFile): void {
    if (isSameRecording(this.#sources.identify(location), identity)) return
    throw new RecordingError('FILE_CHANGED', location.name)
  }

  close(location: RecordingLocation): void {
    this.#close(locationKey(location))
  }

  closeAll(): void {
    for (const key of [...this.#open.keys()]) this.#close(key)
  }

  #close(key: string): void {
    this.#open.get(key)?.close()
    this.#open.delete(key)
  }
}
