/**
 * Large enough that handing it to a socket costs little compared with its bytes, small enough to be
 * written in a tenth of a millisecond.
 */
const BLOCK_BYTES = 1 << 16

/**
 * The bytes of texts and bytes, one after the other, in blocks of even size: each
 * block that is sent costs a turn of the event loop. Bytes that fill a block of their
 * own are handed on as they are.
 */
export function* inBlocks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
  let at = 0
  for (const piece of pieces) {
    const isText = typeof piece === 'string'
    const length = isText ? Buffer.byteLength(piece) : piece.length
    if (at > 0 && at + length > BLOCK_BYTES) {
      yield block.subarray(0, at)
      block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
      at = 0
    }
    if (length > BLOCK_BYTES) {
      yield isText ? Buffer.from(piece) : piece
      continue
    }
    if (isText) block.write(piece, at)
    else block.set(piece, at)
    at += length
  }
  if (at > 0) yield block.subarray(0, at)
}

/**
 * The same bytes in blocks that are full, but for the last. They are copied at once: a piece may be
 * overwritten when the next is requested.
 */
export function* inFullBlocks(
  pieces: Iterable<Uint8Array>,
  blockBytes: number,
): Generator<Uint8Array> {
  let block = new Uint8Array(blockBytes)
  let at = 0
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + blockBytes - at)
      block.set(part, at)
      at += part.length
      from += part.length
      if (at < blockBytes) continue
      yield block
      block = new Uint8Array(blockBytes)
      at = 0
    }
  }
  if (at > 0) yield block.slice(0, at)
}
