import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import type { Connections } from './connections.ts'
import { FetchFault } from './fetch-fault.ts'
import { isPrivateHost } from './private-networks.ts'
import { textOf } from './remote-identity.ts'

/** A GET, before any redirect. */
export interface GetRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** sent to the origin of `url` and no other */
  readonly secretHeaders: Readonly<Record<string, string>>
  /** to the public internet: the host was named by another server */
  readonly isRestricted: boolean
}

export interface GetResponse {
  /** where redirects led */
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Dispatcher.ResponseData['body']
}

const REDIRECTS = [301, 302, 303, 307, 308]
const MOST_REDIRECTS = 5

/** Longer bodies of errors and redirects are not read to their ends. */
const LEFTOVER_BYTES = 16 * 1024

/**
 * One GET, redirects followed: not from https to http, not with secrets to another origin, and not
 * into private networks.
 *
 * @throws FetchFault, and whatever a socket fails with
 */
export async function get(
  connections: Connections,
  request: GetRequest,
  signal?: AbortSignal,
): Promise<GetResponse> {
  let { url, isRestricted } = request
  for (let redirects = 0; ; redirects++) {
    const isSecret = url.origin === request.url.origin
    if (isRestricted && !connections.allowsPrivate && isPrivateHost(url.hostname)) {
      throw new FetchFault('unsuitable', `${url.hostname} is in a private network`)
    }
    const { statusCode, headers, body } = await connections.request(isRestricted, {
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...request.headers, ...(isSecret ? request.secretHeaders : {}) },
      ...(signal ? { signal } : {}),
    })
    // What fails after someone lost interest in a body concerns no one.
    body.on('error', () => {})
    const location = textOf(headers.location)
    if (!REDIRECTS.includes(statusCode) || location === null) {
      return { url, status: statusCode, headers, body }
    }
    discard(body)
    if (redirects === MOST_REDIRECTS) throw new FetchFault('unsuitable', 'too many redirects')
    const next = target(location, url)
    isRestricted ||= next.hostname !== request.url.hostname
    url = next
  }
}

/** Let a connection be used again if little is left, and else end it. */
export function discard(body: GetResponse['body']): void {
  body.dump({ limit: LEFTOVER_BYTES }).catch(() => {})
}

function target(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) {
    throw new FetchFault('unsuitable', 'it redirects to something that is not an address')
  }
  const url = new URL(location, from)
  const isAllowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && from.protocol === 'http:')
  if (!isAllowed) {
    throw new FetchFault(
      'unsuitable',
      `a redirect from ${from.protocol}// to ${url.protocol}// was refused`,
    )
  }
  return url
}
