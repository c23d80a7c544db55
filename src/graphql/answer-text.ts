import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

/** A value of an answer that writes its own JSON, piece by piece, and need not be walked for it. */
export class SelfWritten {
  readonly toPlain: () => unknown
  readonly pieces: () => Iterable<string | Uint8Array>

  constructor(toPlain: () => unknown, pieces: () => Iterable<string | Uint8Array>) {
    this.toPlain = toPlain
    this.pieces = pieces
  }

  /** JSON.stringify asks this: plain values, or, for an {@link AnswerText}, a mark where the pieces belong. */
  toJSON(): unknown {
    return collecting.getStore()?.mark(this) ?? this.toPlain()
  }
}

const collecting = new AsyncLocalStorage<AnswerText>()

/**
 * The text of one answer whose large values write themselves while it is sent: no more than a piece of it is ever in memory.
 */
export class AnswerText {
  /** Made for this answer, after all that a client could put in it is known: no one can forge it. */
  #token: string | undefined
  readonly #values: SelfWritten[] = []

  /** Let values leave marks in what JSON.stringify makes while `run` goes on. */
  collect<Result>(run: () => Promise<Result>): Promise<Result> {
    return collecting.run(this, run)
  }

  mark(value: SelfWritten): string {
    this.#token ??= randomBytes(16).toString('hex')
    this.#values.push(value)
    return this.#token
  }

  /** Nothing left a mark: the text is whole as it is. */
  get isWhole(): boolean {
    return this.#values.length === 0
  }

  /** The text with every mark replaced by the value that left it. */
  *pieces(markedJson: string): Generator<string | Uint8Array> {
    const texts = markedJson.split(`"${this.#token}"`)
    for (const [i, text] of texts.entries()) {
      yield text
      yield* this.#values[i]?.pieces() ?? []
    }
  }
}
