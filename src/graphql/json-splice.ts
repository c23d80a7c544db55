import { constants } from 'node:buffer'
import { randomBytes } from 'node:crypto'

/** A value of an answer that knows its own JSON text, and need not be walked for it. */
export class SelfWritten {
  readonly #toPlain: () => unknown
  readonly #toJsonText: () => string

  constructor(toPlain: () => unknown, toJsonText: () => string) {
    this.#toPlain = toPlain
    this.#toJsonText = toJsonText
  }

  /** JSON.stringify asks this: plain arrays, or, within {@link stringifyAnswer}, a mark that the text replaces. */
  toJSON(): unknown {
    return currentSplices ? currentSplices.mark(this.#toJsonText()) : this.#toPlain()
  }
}

// JSON.stringify passes nothing on to toJSON. It runs without a pause, so that this is never another answer's.
let currentSplices: Splices | null = null

/** JSON text of an answer, in which values that are {@link SelfWritten} appear as they wrote themselves. */
export async function stringifyAnswer(answer: unknown): Promise<string> {
  const splices = new Splices()
  currentSplices = splices
  try {
    return splices.fillIn(JSON.stringify(answer))
  } catch (error) {
    if (isTooLong(error)) return JSON.stringify(tooLongAnswer)
    throw error
  } finally {
    currentSplices = null
  }
}

/** Where a string ends: half a GiB. */
const tooLongAnswer = {
  errors: [
    {
      message: `This answer is longer than ${constants.MAX_STRING_LENGTH} characters of JSON. Ask for less in one request, or for data { bytes } in place of counts.`,
      extensions: { code: 'TOO_MANY_CELLS' },
    },
  ],
}

function isTooLong(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG')
  )
}

class Splices {
  /** Made for this answer, after all that a client could put in it is known: no one can forge it. */
  #token: string | undefined
  readonly #texts: string[] = []

  mark(text: string): string {
    this.#token ??= randomBytes(16).toString('hex')
    this.#texts.push(text)
    return this.#token
  }

  fillIn(json: string): string {
    if (this.#token === undefined) return json
    const pieces = json.split(`"${this.#token}"`)
    return pieces.map((piece, i) => piece + (this.#texts[i] ?? '')).join('')
  }
}
