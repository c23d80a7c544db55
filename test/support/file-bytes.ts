import { buffer } from 'node:stream/consumers'
import type { FileBytes } from '../../src/formats/file-format.ts'

/** All bytes of a file. */
export async function wholeFile(bytes: FileBytes): Promise<Buffer> {
  if ('parts' in bytes) return Buffer.concat(bytes.parts)
  const pieces = bytes.pieces
  return buffer(
    (async function* () {
      yield* pieces
    })(),
  )
}
