import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

/** What is written before others get their turn: a fast socket takes everything at once, and would let nobody in. */
const TURN_MS = 2

/** A body that is written while it is sent, as fast as its client takes it, and a little at a time. */
export function politeBody(pieces: Iterable<Uint8Array>): Readable {
  return Readable.from(inTurns(pieces), { objectMode: false })
}

async function* inTurns(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = performance.now()
  for (const piece of pieces) {
    yield piece
    if (performance.now() - begun < TURN_MS) continue
    await setImmediate()
    begun = performance.now()
  }
}
