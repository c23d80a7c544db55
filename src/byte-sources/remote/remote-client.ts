import type { IncomingHttpHeaders } from 'node:http'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import { S3Requests } from '../s3/s3-requests.ts'
import { Connections } from './connections.ts'
import { discard, type GetRequest, type GetResponse, get } from './exchange.ts'
import { FetchFault, remoteError, statusFault } from './fetch-fault.ts'
import { KeptRedirects } from './kept-redirects.ts'
import { checkRange, type Range } from './range-response.ts'
import type { HttpPlace, RemoteAddress, S3Place } from './remote-address.ts'
import { identityIn, type RemoteIdentity, textOf } from './remote-identity.ts'
import { defaultRetryPolicy, type RetryPolicy, withRetries } from './retries.ts'

export interface RemoteClientOptions {
  /** to one host, at once */
  readonly connections?: number | undefined
  /** whether other servers may lead into private networks */
  readonly allowPrivateNetworks?: boolean | undefined
  readonly retryPolicy?: Partial<RetryPolicy> | undefined
  /** by the name that addresses refer to */
  readonly credentials?: Readonly<Record<string, Credential>> | undefined
  readonly s3?: S3Requests | undefined
}

/** A header that one origin is sent, and no other. */
export interface Credential {
  /** such as `https://api.dandiarchive.org` */
  readonly origin: string
  readonly header: string
  readonly value: string
}

/** Requests to servers; counted as they happen. */
export interface RequestTally {
  requests: number
  /** of bodies */
  bytes: number
  /** requests that were repeated */
  retries: number
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  readonly tally?: RequestTally | undefined
  /** called when a range begins to arrive */
  readonly onResponse?: (() => void) | undefined
}

/** A body that was fetched whole. */
export interface SmallBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly identity: RemoteIdentity
  readonly contentType: string | null
}

/** After these statuses, a new presigned address is requested, once. */
const EXPIRED = [400, 401, 403, 410]

/**
 * Fetches from servers, all of them at once, without ever blocking. Whatever comes is checked; what
 * fails for a moment is tried again. Every method fails with a RecordingError (REMOTE_UNREACHABLE,
 * REMOTE_DENIED, REMOTE_UNSUITABLE, FILE_MISSING, FILE_CHANGED) or a RequestAbortedError.
 */
export class RemoteClient {
  readonly #connections: Connections
  readonly #policy: RetryPolicy
  readonly #credentials: Readonly<Record<string, Credential>>
  readonly #s3: S3Requests
  readonly #redirects = new KeptRedirects()
  /** of all requests */
  readonly statistics: Readonly<RequestTally>
  readonly #total: RequestTally = { requests: 0, bytes: 0, retries: 0 }

  constructor({
    connections,
    allowPrivateNetworks,
    retryPolicy,
    credentials = {},
    s3 = new S3Requests(),
  }: RemoteClientOptions = {}) {
    this.#connections = new Connections(connections, allowPrivateNetworks)
    this.#policy = { ...defaultRetryPolicy, ...retryPolicy }
    this.#credentials = credentials
    this.#s3 = s3
    this.statistics = this.#total
  }

  /** The state of a file, and its first bytes: at most `length`, which is 1 or more. */
  async open(
    address: RemoteAddress,
    length: number,
    options: FetchOptions = {},
  ): Promise<{ readonly identity: RemoteIdentity; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const range = { from: 0, to: length }
    return this.#retried(address, options, async () => {
      const response = await this.#get(address, rangeHeaders(range), options)
      const checked = checked206(response, range, null)
      const bytes = new Uint8Array(checked.length)
      await this.#fill(bytes, response, options)
      return { identity: checked.identity, bytes }
    })
  }

  /** The state of a file; one byte is fetched, as presigned addresses hold for no HEAD. */
  async identify(address: RemoteAddress, options: FetchOptions = {}): Promise<RemoteIdentity> {
    return (await this.open(address, 1, options)).identity
  }

  /** Fill `target` with a range of the file in the state that is known. */
  range(
    address: RemoteAddress,
    identity: RemoteIdentity,
    range: Range,
    target: Uint8Array,
    options: FetchOptions = {},
  ): Promise<void> {
    return this.#range(address, identity, range, options, (response) =>
      this.#fill(target, response, options),
    )
  }

  /** The same in memory that is taken when the server responds: many ranges wait for that. */
  rangeBytes(
    address: RemoteAddress,
    identity: RemoteIdentity,
    range: Range,
    options: FetchOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#range(address, identity, range, options, async (response) => {
      const bytes = new Uint8Array(range.to - range.from)
      await this.#fill(bytes, response, options)
      return bytes
    })
  }

  /** A whole body, of at most some bytes: a table, or the response of an API. */
  async small(
    address: RemoteAddress,
    { maxBytes, ...options }: FetchOptions & { readonly maxBytes: number },
  ): Promise<SmallBody> {
    return this.#retried(address, options, async () => {
      const response = await this.#get(address, {}, options)
      return this.#whole(response, maxBytes, options)
    })
  }

  /** The same of a bucket, with parameters: see listObjects. */
  async bucket(
    address: RemoteAddress & { readonly place: S3Place },
    query: Readonly<Record<string, string>>,
    { maxBytes, ...options }: FetchOptions & { readonly maxBytes: number },
  ): Promise<SmallBody> {
    const { place, isFromOperator } = address
    return this.#retried(address, options, async () => {
      const response = await this.#getS3(place, options, () =>
        this.#s3.get(place, isFromOperator, identityEncoding, { key: '', query }),
      )
      return this.#whole(response, maxBytes, options)
    })
  }

  async close(): Promise<void> {
    await this.#connections.close()
  }

  #range<T>(
    address: RemoteAddress,
    identity: RemoteIdentity,
    range: Range,
    options: FetchOptions,
    take: (response: GetResponse) => Promise<T>,
  ): Promise<T> {
    const match: Record<string, string> = identity.etag ? { 'if-match': identity.etag } : {}
    return this.#retried(address, options, async () => {
      const response = await this.#get(address, { ...rangeHeaders(range), ...match }, options)
      checked206(response, range, identity)
      options.onResponse?.()
      return take(response)
    })
  }

  async #get(
    address: RemoteAddress,
    headers: Readonly<Record<string, string>>,
    options: FetchOptions,
  ): Promise<GetResponse> {
    const { place, isFromOperator } = address
    const all = { ...headers, ...identityEncoding }
    if (place.kind === 's3') {
      return this.#getS3(place, options, () => this.#s3.get(place, isFromOperator, all))
    }
    const kept = this.#redirects.get(place.url)
    const origin = this.#httpRequest(place, isFromOperator, all)
    if (kept) {
      const isElsewhere = kept.hostname !== origin.url.hostname
      const isRestricted = origin.isRestricted || isElsewhere
      const response = await this.#send(
        { ...origin, url: kept, secretHeaders: {}, isRestricted },
        options,
      )
      if (!EXPIRED.includes(response.status)) return response
      discard(response.body)
      this.#redirects.forget(place.url)
    }
    const response = await this.#send(origin, options)
    if (response.url.origin !== origin.url.origin) this.#redirects.keep(place.url, response.url)
    return response
  }

  async #getS3(
    place: S3Place,
    options: FetchOptions,
    request: () => Promise<GetRequest>,
  ): Promise<GetResponse> {
    const response = await this.#send(await request(), options)
    const { status, headers } = response
    const region = textOf(headers['x-amz-bucket-region'])
    if (status < 300 || !this.#s3.learnRegion(place, region)) return response
    discard(response.body)
    return this.#send(await request(), options)
  }

  #httpRequest(
    { url, credential }: HttpPlace,
    isFromOperator: boolean,
    headers: Readonly<Record<string, string>>,
  ): GetRequest {
    const parsed = new URL(url)
    const secret = credential === null ? undefined : this.#credentials[credential]
    const isMeant = secret !== undefined && new URL(secret.origin).origin === parsed.origin
    return {
      url: parsed,
      headers,
      secretHeaders: isMeant ? { [secret.header]: secret.value } : {},
      isRestricted: !isFromOperator,
    }
  }

  async #send(request: GetRequest, options: FetchOptions): Promise<GetResponse> {
    this.#count(options, 'requests', 1)
    return get(this.#connections, request, options.signal)
  }

  /** Bytes of a body that must be as long as `target`. */
  async #fill(target: Uint8Array, { body }: GetResponse, options: FetchOptions): Promise<void> {
    let filled = 0
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      this.#count(options, 'bytes', piece.length)
      if (filled + piece.length > target.length) {
        throw new FetchFault('transient', 'more bytes than its declared length')
      }
      target.set(piece, filled)
      filled += piece.length
    }
    if (filled < target.length) throw new FetchFault('transient', 'an incomplete body')
  }

  async #whole(
    { status, headers, body }: GetResponse,
    maxBytes: number,
    options: FetchOptions,
  ): Promise<SmallBody> {
    const refuse = (fault: FetchFault) => {
      discard(body)
      return fault
    }
    if (status !== 200) throw refuse(statusFault(status, textOf(headers['retry-after'])))
    const encoding = textOf(headers['content-encoding'])
    if (encoding !== null && encoding !== 'identity') {
      throw refuse(new FetchFault('unsuitable', `it encodes its response (${encoding})`))
    }
    const promised = lengthIn(headers)
    const tooLong = new FetchFault('unsuitable', `its response is longer than ${maxBytes} bytes`)
    if (promised !== null && promised > maxBytes) throw refuse(tooLong)
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      this.#count(options, 'bytes', piece.length)
      length += piece.length
      if (length > maxBytes) throw tooLong
      pieces.push(piece)
    }
    if (promised !== null && length !== promised) {
      throw new FetchFault('transient', 'an incomplete body')
    }
    const bytes = new Uint8Array(Buffer.concat(pieces))
    return {
      bytes,
      identity: identityIn(headers, length),
      contentType: textOf(headers['content-type']),
    }
  }

  async #retried<T>(
    { name }: RemoteAddress,
    options: FetchOptions,
    attempt: () => Promise<T>,
  ): Promise<T> {
    const { signal } = options
    try {
      const onRetry = () => this.#count(options, 'retries', 1)
      return await withRetries(attempt, this.#policy, { signal, onRetry })
    } catch (error) {
      if (error instanceof FetchFault) throw remoteError(name, error)
      if (error instanceof RecordingError || error instanceof RequestAbortedError) throw error
      throw new RecordingError('REMOTE_UNREACHABLE', name, '', { cause: error })
    }
  }

  #count({ tally }: FetchOptions, name: keyof RequestTally, amount: number): void {
    this.#total[name] += amount
    if (tally) tally[name] += amount
  }
}

/** Of compressed bodies, ranges would be those of the compressed bytes. */
const identityEncoding = { 'accept-encoding': 'identity' }

const rangeHeaders = ({ from, to }: Range) => ({ range: `bytes=${from}-${to - 1}` })

/** A body other than the one requested is not read: it may be gigabytes. */
function checked206(response: GetResponse, range: Range, known: RemoteIdentity | null) {
  try {
    return checkRange(response.status, response.headers, range, known)
  } catch (error) {
    discard(response.body)
    throw error
  }
}

function lengthIn(headers: IncomingHttpHeaders): number | null {
  const text = textOf(headers['content-length'])
  return text === null ? null : Number(text)
}
