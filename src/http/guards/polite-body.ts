import { Readable } from 'node:stream'
import type { Turns } from './turns.ts'

/**
 * What is written at a stretch: a fast socket takes everything at once, and would let nobody in.
 */
const STRETCH_MS = 1

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * A body that is written while it is sent, as fast as its client takes it, and a little at a time.
 *
 * @param turns of all bodies: one is written in each turn of the event loop, and the rest
 *   of it is for other requests
 */
export function politeBody(pieces: Pieces, turns: Turns): Readable {
  return Readable.from(inStretches(pieces, turns), { objectMode: false })
}

async function* inStretches(pieces: Pieces, turns: Turns): AsyncGenerator<Uint8Array> {
  let begun = performance.now()
  for await (const piece of pieces) {
    yield piece
    if (performance.now() - begun < STRETCH_MS) continue
    await turns.takeNext()
    begun = performance.now()
  }
}
