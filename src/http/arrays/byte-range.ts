import type { FastifyRequest } from 'fastify'
import parseRange, { type Range } from 'range-parser'

/**
 * The range of bytes that a client asks for; undefined: all. Several ranges, which no one sends of
 * arrays, are answered with all, as is a range of something that the client has in another version.
 */
export function requestedRange(
  headers: FastifyRequest['headers'],
  tag: string,
  length: number,
): Range | 'unsatisfiable' | undefined {
  const version = headers['if-range']
  if (headers.range === undefined || (version !== undefined && version !== tag)) return undefined
  const ranges = parseRange(length, headers.range)
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

/** The parts of a file that lie in a range; views, not copies. */
export function rangeOf(parts: readonly Uint8Array[], { start, end }: Range): Uint8Array[] {
  const inside: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const from = Math.max(0, start - at)
    const to = Math.min(part.length, end + 1 - at)
    if (from < to) inside.push(part.subarray(from, to))
    at += part.length
  }
  return inside
}
