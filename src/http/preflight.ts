import type { FastifyRequest } from 'fastify'

/**
 * A GET that no foreign page can have caused, so that Apollo's CSRF prevention need not ask for a special header: it comes
 * from a program or from a page of our own, and wants JSON, which a picture, a script or a form does not.
 */
export function isSafeGet({
  method,
  headers,
}: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  return (
    method === 'GET' &&
    (site === undefined || site === 'same-origin') &&
    headers.origin === undefined &&
    /application\/(graphql-response\+)?json/i.test(headers.accept ?? '')
  )
}
