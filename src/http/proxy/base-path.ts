import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TrustedAddresses } from './trusted-addresses.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** under which its client knows the server: empty, or as `/spikeql` */
    basePath: string
  }
}

const wellFormedPath = /^(\/[\w.~-]+)+$/

/** A path without a slash at its end; empty for one that is none. */
export function normalizedPath(text: string): string {
  const path = text.replace(/\/+$/, '')
  return wellFormedPath.test(path) && !/\/\.\.?(\/|$)/.test(path) ? path : ''
}

/**
 * Notes under which path a client knows the server: the operator says so, or a trusted proxy does,
 * in `X-Forwarded-Prefix`.
 */
export function addBasePath(app: FastifyInstance, own: string, trusted: TrustedAddresses): void {
  app.decorateRequest('basePath', '')
  app.addHook('onRequest', (request, _reply, done) => {
    const forwarded = request.headers['x-forwarded-prefix']
    const isForwarded =
      typeof forwarded === 'string' && trusted.has(request.raw.socket.remoteAddress)
    request.basePath = (isForwarded && normalizedPath(forwarded)) || own
    done()
  })
}

/** Routes are the same whether a proxy takes the path away or leaves it. */
export function stripPath(url: string, path: string): string {
  if (path === '' || !url.startsWith(path)) return url
  const rest = url.slice(path.length)
  if (rest.startsWith('/')) return rest
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url
}

export const basePathOf = ({ basePath }: FastifyRequest): string => basePath

/** An address of this server without the path that it is known under. */
export function withoutBasePath(url: string, { basePath }: FastifyRequest): string {
  return stripPath(url, basePath)
}
