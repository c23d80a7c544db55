import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileDigest } from '../remote/remote-place.ts'

const MEGABYTE = 2 ** 20

/** Bytes of the parts in which programs upload to S3: DANDI, the AWS tools, boto3, s3fs, others. */
const PART_SIZES = [5, 8, 10, 15, 16, 25, 32, 50, 64, 100, 128, 256, 500, 512, 1024].flatMap(
  (size) => [size * MEGABYTE, size * 1_000_000],
)

const PIECE = 4 * MEGABYTE

/** The digest of a file, as hexadecimal digits. */
export async function digestOf(
  path: string,
  algorithm: FileDigest['algorithm'],
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash(algorithm)
  for await (const piece of piecesOf(path, signal)) hash.update(piece)
  return hash.digest('hex')
}

/**
 * Whether a file is what an entity tag of S3 stands for: the MD5 of the file, or that of the MD5s
 * of the parts that it was uploaded in; null: unknown, for tags of other kinds and
 * unknown sizes of parts.
 */
export async function matchesTag(
  path: string,
  size: number,
  tag: string,
  signal?: AbortSignal,
): Promise<boolean | null> {
  const [, hex, count] = /^"?([0-9a-f]{32})(?:-(\d+))?"?$/.exec(tag) ?? []
  if (hex === undefined) return null
  if (count === undefined) return (await multipartMd5(path, null, signal)) === hex ? true : null
  for (const partBytes of PART_SIZES) {
    if (Math.ceil(size / partBytes) !== Number(count)) continue
    if ((await multipartMd5(path, partBytes, signal)) === hex) return true
  }
  return null
}

/** @param partBytes null: of the whole */
async function multipartMd5(
  path: string,
  partBytes: number | null,
  signal: AbortSignal | undefined,
): Promise<string> {
  const all = createHash('md5')
  let part = createHash('md5')
  let left = partBytes ?? Number.POSITIVE_INFINITY
  for await (const piece of piecesOf(path, signal)) {
    let rest = piece
    while (rest.length >= left) {
      all.update(part.update(rest.subarray(0, left)).digest())
      rest = rest.subarray(left)
      part = createHash('md5')
      left = partBytes ?? Number.POSITIVE_INFINITY
    }
    part.update(rest)
    left -= rest.length
  }
  if (partBytes === null) return part.digest('hex')
  if (left < partBytes) all.update(part.digest())
  return all.digest('hex')
}

async function* piecesOf(path: string, signal: AbortSignal | undefined) {
  const file = await open(path, 'r')
  try {
    const buffer = new Uint8Array(PIECE)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
