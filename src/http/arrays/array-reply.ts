import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AddressedExport } from '../../exports/addressed-export.ts'
import { lengthOf } from '../../formats/zip/zip.ts'
import { type Encoding, encodingFor, varyByEncoding, withEncoding } from '../content-encoding.ts'
import { politeBody } from '../guards/polite-body.ts'
import type { Turns } from '../guards/turns.ts'
import { rangeOf, requestedRange } from './byte-range.ts'
import { isAmong } from './entity-tag.ts'
import type { FileCache } from './file-cache.ts'

/** What an address answers never changes: the longest time that caches know. */
const CACHE_CONTROL = 'max-age=31536000, immutable'

/** Bytes handed to the socket at once. */
const PIECE = 1 << 20

export interface ArraySending {
  readonly files: FileCache
  /** of SpikeQL */
  readonly version: string
  readonly writing: Turns
  /** whether caches may give it to others */
  readonly isPublic: boolean
}

/** Send an array, or the requested range of it. Nothing is counted for a client that has it. */
export async function sendArray(
  request: FastifyRequest,
  reply: FastifyReply,
  array: AddressedExport,
  { files, version, writing, isPublic }: ArraySending,
): Promise<FastifyReply> {
  const { method, headers } = request
  const kind = array.mediaType.startsWith('text/') ? 'text' : 'arrays'
  const encoding = headers.range === undefined ? encodingFor(request, kind) : null
  const tag = entityTag(array.address, version, encoding)
  const isKnown = isAmong(tag, headers['if-none-match'])
  // Before the headers: a response that fails is not to be kept.
  const isHead = method === 'HEAD'
  // Headers alone are sent for nothing, but for the length, which is only known of what was made.
  // It is kept for the GET that comes next.
  const isMade = !isKnown && !(isHead && (encoding || !array.hasLength))
  const bytes = isMade ? await files.bytesOf(array) : null
  varyByEncoding(reply)
  reply
    .header('etag', tag)
    .header('cache-control', `${isPublic ? 'public' : 'private'}, ${CACHE_CONTROL}`)
    .header('content-disposition', `attachment; filename="${array.downloadName}"`)
  if (isKnown) return reply.code(304).send()
  const hasLength = bytes ? 'parts' in bytes : array.hasLength
  reply.type(array.mediaType).header('accept-ranges', hasLength ? 'bytes' : 'none')
  if (!bytes) {
    if (encoding) reply.header('content-encoding', encoding)
    return reply.send()
  }
  if ('pieces' in bytes) return sendStream(reply, politeBody(bytes.pieces, writing), encoding)
  const length = lengthOf(bytes.parts)
  if (isHead) return reply.header('content-length', length).send()
  const range = requestedRange(headers, tag, length)
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${length}`).header('cache-control', 'no-store')
    return reply.code(416).send()
  }
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${length}`)
  const parts = range ? rangeOf(bytes.parts, range) : bytes.parts
  reply.header('content-length', lengthOf(parts))
  return sendStream(reply, politeBody(piecesOf(parts), writing), encoding)
}

/**
 * The address names the numbers, the version how they are written. What is compressed has other
 * bytes, so it has a tag of its own.
 */
function entityTag(address: string, version: string, encoding: Encoding | null): string {
  const hash = createHash('sha256').update(`${version} ${address}`).digest('base64url')
  return `"${hash.slice(0, 22)}${encoding ? `-${encoding}` : ''}"`
}

function sendStream(reply: FastifyReply, body: Readable, encoding: Encoding | null): FastifyReply {
  return reply.send(encoding ? withEncoding(reply, body, encoding) : body)
}

/**
 * Small parts joined, large ones cut: each piece is one turn of the event
 * loop, and one call of the system.
 */
function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let small: Uint8Array[] = []
  let smallBytes = 0
  for (const part of parts) {
    if (smallBytes + part.length <= PIECE) {
      small.push(part)
      smallBytes += part.length
      continue
    }
    if (smallBytes > 0) yield joined(small, smallBytes)
    small = []
    smallBytes = 0
    for (let at = 0; at < part.length; at += PIECE) yield part.subarray(at, at + PIECE)
  }
  if (smallBytes > 0) yield joined(small, smallBytes)
}

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array =>
  parts.length === 1 ? parts[0] : Buffer.concat(parts, length)
