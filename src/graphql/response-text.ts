import { createHash, randomBytes } from 'node:crypto'

/** A value of a response that writes its own JSON, piece by piece, and need not be walked. */
export class SelfWritten {
  readonly toPlain: () => unknown
  readonly pieces: () => Iterable<string | Uint8Array>
  /** what it is written from, and the shape that it gets */
  readonly source: ArrayBufferView
  readonly shape: readonly number[]

  constructor(
    source: ArrayBufferView,
    shape: readonly number[],
    toPlain: () => unknown,
    pieces: () => Iterable<string | Uint8Array>,
  ) {
    this.source = source
    this.shape = shape
    this.toPlain = toPlain
    this.pieces = pieces
  }

  /**
   * JSON.stringify calls this: plain values, or, for an {@link ResponseText}, a
   * mark where the pieces belong.
   */
  toJSON(): unknown {
    return marking?.mark(this) ?? this.toPlain()
  }
}

/** The text that is being made: JSON.stringify does not say for whom it calls. */
let marking: ResponseText | null = null

/**
 * The text of one response whose large values write themselves while it is sent: no more than a
 * piece of it is ever in memory.
 */
class ResponseText {
  /**
   * Made for this response, after all that a client could put in it is known: no one can forge it.
   */
  #token: string | undefined
  readonly #values: SelfWritten[] = []

  /** JSON with marks in the places of values that write themselves. */
  stringify(response: unknown): string {
    marking = this
    try {
      return JSON.stringify(response)
    } finally {
      marking = null
    }
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

  digest(markedJson: string): string {
    const hash = createHash('sha1').update(markedJson.replaceAll(this.#token ?? '', ''))
    for (const { source, shape } of this.#values) {
      hash.update(`[${shape}]${source.byteLength}`)
      hash.update(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    }
    return hash.digest('base64url')
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

/** What to send of an answer that is written while it is sent. */
export interface ResponsePieces extends Iterable<string | Uint8Array> {
  /** equal for equal texts; computed from the arrays, not from their text */
  digest(): string
}

/**
 * Answers on their way through Apollo, which passes on nothing but text, by that text: no two
 * are the same, for their token.
 */
const underWay = new Map<string, ResponseText>()

/**
 * The JSON of a response, or, where values write themselves, a text that is only
 * good for {@link piecesOf}, once.
 */
export function stringifyMarked(response: unknown): string {
  const text = new ResponseText()
  const json = text.stringify(response)
  if (!text.isWhole) underWay.set(json, text)
  return json
}

/** What to send for a text that {@link stringifyMarked} gave; null: the text is whole as it is. */
export function piecesOf(markedJson: string): ResponsePieces | null {
  if (underWay.size === 0) return null
  const text = underWay.get(markedJson)
  underWay.delete(markedJson)
  if (!text) return null
  return {
    [Symbol.iterator]: () => text.pieces(markedJson),
    digest: () => text.digest(markedJson),
  }
}

/** A short name of a text. */
export function textDigest(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}
