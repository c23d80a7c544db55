import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { FileDigest } from '../remote/remote-place.ts'

/** Read at once: some ms of hashing. */
const PIECE = 2 ** 20

/**
 * The digest of a file while it is written, in whatever order: of what there is without a gap from
 * its begin on, so that little is left to do when the last part comes.
 */
export class RunningDigest {
  readonly #path: string
  readonly #size: number
  readonly #partBytes: number
  readonly #hash
  /** parts that are written */
  readonly #parts: Set<number>
  #position = 0
  #running: Promise<void> | null = null
  #failure: unknown = null

  /** @param parts that are written already */
  constructor(
    path: string,
    algorithm: FileDigest['algorithm'],
    { size, partBytes }: { readonly size: number; readonly partBytes: number },
    parts: Iterable<number>,
  ) {
    this.#path = path
    this.#size = size
    this.#partBytes = partBytes
    this.#hash = createHash(algorithm)
    this.#parts = new Set(parts)
  }

  add(part: number): void {
    this.#parts.add(part)
    this.#running ??= this.#run()
  }

  /**
   * As hexadecimal digits, when all parts are written.
   *
   * @throws what reading the file failed with
   */
  async finish(signal?: AbortSignal): Promise<string> {
    await this.#running
    await this.#run(signal)
    if (this.#failure !== null) throw this.#failure
    if (this.#position < this.#size) throw new Error('a digest of a file that is not whole')
    return this.#hash.digest('hex')
  }

  async #run(signal?: AbortSignal): Promise<void> {
    try {
      const file = await open(this.#path, 'r')
      try {
        await this.#hashFrom(file, signal)
      } finally {
        await file.close()
      }
    } catch (failure) {
      this.#failure ??= failure
    }
    this.#running = null
  }

  async #hashFrom(file: FileHandle, signal: AbortSignal | undefined): Promise<void> {
    const buffer = new Uint8Array(PIECE)
    while (this.#position < this.#end) {
      signal?.throwIfAborted()
      const length = Math.min(PIECE, this.#end - this.#position)
      const { bytesRead } = await file.read(buffer, 0, length, this.#position)
      if (bytesRead === 0) throw new Error('a part that was written is missing')
      this.#hash.update(buffer.subarray(0, bytesRead))
      this.#position += bytesRead
    }
  }

  /** of the parts after the position that are there without a gap */
  get #end(): number {
    const part = Math.floor(this.#position / this.#partBytes)
    return this.#parts.has(part)
      ? Math.min(this.#size, (part + 1) * this.#partBytes)
      : this.#position
  }
}
