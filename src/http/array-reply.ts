import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AddressedArray } from '../graphql/addressed-array.ts'
import type { FileBytes } from '../wire/matrix-file.ts'
import { lengthOf } from '../wire/zip.ts'

/** What an address answers never changes: the longest time that caches know. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable'

/** Bytes handed to the socket at once. */
const PIECE = 1 << 20

/**
 * Send an array, or only what is asked of it. Nothing is counted for a client that has it already, or that asks for the headers.
 *
 * @param version of SpikeQL
 */
export async function sendArray(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  array: AddressedArray,
  version: string,
): Promise<FastifyReply> {
  const tag = entityTag(array.address, version)
  const isKnown = isAmong(tag, headers['if-none-match'])
  // Before the headers: an answer that fails is not to be kept.
  const bytes = isKnown || method === 'HEAD' ? null : await array.encode()
  reply
    .header('etag', tag)
    .header('cache-control', CACHE_CONTROL)
    .header('content-disposition', `attachment; filename="${array.downloadName}"`)
  if (isKnown) return reply.code(304).send()
  reply.type(array.mediaType)
  return bytes ? sendWhole(reply, bytes) : reply.send()
}

/** The address tells the numbers, the version how they are written. */
function entityTag(address: string, version: string): string {
  const hash = createHash('sha256').update(`${version} ${address}`).digest('base64url')
  return `"${hash.slice(0, 22)}"`
}

function isAmong(tag: string, known: string | undefined): boolean {
  const tags = known?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return tags.includes(tag) || tags.includes('*')
}

function sendWhole(reply: FastifyReply, bytes: FileBytes): FastifyReply {
  if ('pieces' in bytes) return reply.send(Readable.from(bytes.pieces, { objectMode: false }))
  reply.header('content-length', lengthOf(bytes.parts))
  return reply.send(Readable.from(piecesOf(bytes.parts), { objectMode: false }))
}

function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += PIECE) yield part.subarray(at, at + PIECE)
  }
}
