import type { Readable, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from './guards/loopback.ts'

/** What a body is: text becomes a fifth, arrays of floating-point numbers nine tenths. */
export type BodyKind = 'text' | 'arrays'

export type Encoding = 'zstd' | 'br' | 'gzip'

/** What Node has since 22.15, and the types of Node 20 do not know. */
interface WithZstd {
  createZstdCompress?(options: { params: Record<number, number> }): Transform
}

const { constants } = zlib
const { createZstdCompress } = zlib as typeof zlib & WithZstd
/** zlib.constants.ZSTD_c_compressionLevel */
const ZSTD_LEVEL = 100

/** The first levels: their bytes are about those of the usual ones, in a tenth of the time. */
function compressorOf(encoding: Encoding): Transform {
  if (encoding === 'zstd' && createZstdCompress) {
    return createZstdCompress({ params: { [ZSTD_LEVEL]: 1 } })
  }
  return encoding === 'gzip'
    ? zlib.createGzip({ level: constants.Z_BEST_SPEED })
    : zlib.createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
}

/** In order of preference: a client that accepts these was set up to. */
const explicit: Encoding[] = createZstdCompress ? ['zstd', 'br'] : ['br']

/**
 * How the body of a response is compressed; null: not at all. gzip, which every HTTP client
 * accepts by itself, pays for text that leaves the machine; see docs/decisions.md.
 */
export function encodingFor(request: FastifyRequest, kind: BodyKind): Encoding | null {
  const accepted = request.headers['accept-encoding']?.toLowerCase()
  if (!accepted) return null
  const paysWithGzip = kind === 'text' && !isFromThisMachine(request)
  return negotiate(accepted, paysWithGzip ? [...explicit, 'gzip'] : explicit)
}

/** What comes through a proxy on this machine goes further. */
function isFromThisMachine({ headers, ip }: FastifyRequest): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => name in headers)
  return !isForwarded && isLoopback(ip.replace(/^::ffff:/, ''))
}

/** Says to caches that the response depends on the encodings that a client accepts. */
export function varyByEncoding(reply: FastifyReply): void {
  const vary = reply.getHeader('vary')
  reply.header('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding')
}

/**
 * Compress what is sent, piece by piece, outside of the event loop. A response that fails is cut
 * off, as without.
 */
export function withEncoding(reply: FastifyReply, body: Readable, encoding: Encoding): Readable {
  reply.header('content-encoding', encoding).removeHeader('content-length')
  const compressed = compressorOf(encoding)
  body.on('error', (error) => compressed.destroy(error))
  compressed.on('close', () => body.destroy())
  return body.pipe(compressed)
}
