import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ResponsePieces, textDigest } from '../../graphql/response-text.ts'
import { isAmong } from '../arrays/entity-tag.ts'

/**
 * Names the answer to a GET by an entity tag, so that caches may keep it, and only check whether it
 * is still the same: recordings may change. Answers with errors are not kept.
 *
 * @returns whether its client has the answer already
 */
export function isKept(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  text: string,
  pieces: ResponsePieces | null,
): boolean {
  if (method !== 'GET' || reply.statusCode !== 200 || text.startsWith('{"errors"')) return false
  // Weak: the same answer may be compressed or not.
  const tag = `"${pieces?.digest() ?? textDigest(text)}"`
  const isOfOne = headers.authorization !== undefined || headers.cookie !== undefined
  reply.header('etag', `W/${tag}`)
  reply.header('cache-control', isOfOne ? 'private, no-cache' : 'no-cache')
  return isAmong(tag, headers['if-none-match'])
}
