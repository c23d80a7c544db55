import type { FileHandle } from 'node:fs/promises'
import type { PartJournal } from './part-journal.ts'

/**
 * Writes parts of a file, and notes them when the disk has them: those that came meanwhile
 * together, so that no one who fetches waits for the disk.
 */
export class PartWriter {
  readonly #output: FileHandle
  readonly #journal: PartJournal
  readonly #partBytes: number
  #written: number[] = []
  #noting: Promise<void> | null = null
  #failure: unknown = null

  constructor(output: FileHandle, journal: PartJournal, partBytes: number) {
    this.#output = output
    this.#journal = journal
    this.#partBytes = partBytes
  }

  /** @throws what writing failed with, also of an earlier part */
  async write(part: number, bytes: Uint8Array): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    await this.#output.write(bytes, 0, bytes.length, part * this.#partBytes)
    this.#written.push(part)
    this.#noting ??= this.#note()
  }

  /** Settles when every part that was written is on the disk, and noted. */
  async finish(): Promise<void> {
    await this.#noting
    if (this.#failure !== null) throw this.#failure
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
