import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { politeBody } from '../../../src/http/guards/polite-body.ts'
import { Turns } from '../../../src/http/guards/turns.ts'

/** Pieces that take a millisecond each to make. */
function* slowPieces(count: number): Generator<Uint8Array> {
  for (let piece = 0; piece < count; piece++) {
    const end = performance.now() + 1
    while (performance.now() < end);
    yield Uint8Array.of(piece)
  }
}

test('gives all pieces in order', async () => {
  const bytes: number[] = []
  for await (const piece of politeBody(slowPieces(10), new Turns()))
    bytes.push(...(piece as Uint8Array))
  expect(bytes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('others have their turns while a body is written, however fast it is taken', async () => {
  let turns = 0
  let isWritten = false
  const others = (async () => {
    for (; !isWritten; turns++) await setImmediate()
  })()
  for await (const _ of politeBody(slowPieces(40), new Turns()));
  isWritten = true
  await others
  // Forty milliseconds of work, two in a turn.
  expect(turns).toBeGreaterThan(10)
})
