import type { FastifyRequest } from 'fastify'

/**
 * A GET that no foreign page can have caused, so that Apollo's CSRF prevention need
 * not ask for a special header.
 *
 * Browsers say where a request comes from (Sec-Fetch-Site), except on plain HTTP; what a foreign
 * page can send there has an Origin, or is a picture, a script or a form, which do not ask for
 * JSON. A mode without a site is Node's fetch: a browser sends both or neither.
 */
export function isSafeGet({
  method,
  headers,
}: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method !== 'GET' || headers.origin !== undefined) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (headers['sec-fetch-mode'] !== undefined) return true
  return /application\/(graphql-response\+)?json/i.test(headers.accept ?? '')
}
