import { createHash } from 'node:crypto'

/** The length and the SHA-256 of what passes. */
export class Digest {
  readonly #hash = createHash('sha256')
  #bytes = 0

  async *of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.#hash.update(piece)
      this.#bytes += piece.length
      yield piece
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  /** In hexadecimal digits; ends the digest. */
  get sha256(): string {
    return this.#hash.digest('hex')
  }
}
