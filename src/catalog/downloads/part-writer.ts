import type { FileHandle } from 'node:fs/promises'
import {
  checksumOf,
  type PartJournal,
  type WrittenPart,
} from '../../byte-sources/downloads/part-journal.ts'

/** Parts that wait for the disk: what is fetched next would fill the memory. */
const MOST_WRITES = 4

/**
 * Writes parts of a file, and notes them when the disk has them: those that came meanwhile
 * together, so that no one who fetches waits for the disk.
 */
export class PartWriter {
  readonly #output: FileHandle
  readonly #journal: PartJournal
  readonly #partBytes: number
  readonly #onWritten: (part: number) => void
  readonly #writing = new Set<Promise<void>>()
  #written: WrittenPart[] = []
  #noting: Promise<void> | null = null
  #failure: unknown = null

  /** @param onWritten called for each part that can be read again */
  constructor(
    output: FileHandle,
    journal: PartJournal,
    partBytes: number,
    onWritten: (part: number) => void,
  ) {
    this.#output = output
    this.#journal = journal
    this.#partBytes = partBytes
    this.#onWritten = onWritten
  }

  /**
   * Write a part, while others are fetched.
   *
   * @param whenWritten its bytes are not needed any more
   * @throws what writing failed with, of an earlier part
   */
  async write(part: number, bytes: Uint8Array, whenWritten: () => void): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    if (this.#writing.size === MOST_WRITES) await Promise.race(this.#writing)
    const writing = this.#write(part, bytes).then(whenWritten, (failure: unknown) => {
      this.#failure ??= failure
    })
    this.#writing.add(writing)
    void writing.then(() => this.#writing.delete(writing))
  }

  /** Settles when every part that was written is on the disk, and noted. */
  async finish(): Promise<void> {
    await Promise.all(this.#writing)
    await this.#noting
    if (this.#failure !== null) throw this.#failure
  }

  async #write(part: number, bytes: Uint8Array): Promise<void> {
    await this.#output.write(bytes, 0, bytes.length, part * this.#partBytes)
    this.#written.push({ number: part, checksum: checksumOf(bytes) })
    this.#onWritten(part)
    this.#noting ??= this.#note()
  }

  async #note(): Promise<void> {
    try {
      while (this.#written.length > 0) {
        const parts = this.#written
        this.#written = []
        await this.#output.datasync()
        await this.#journal.add(parts)
      }
    } catch (failure) {
      this.#failure = failure
    }
    this.#noting = null
  }
}
