import { FetchFault, statusFault } from '../remote/fetch-fault.ts'
import type { S3Place } from '../remote/remote-address.ts'
import { type RetryPolicy, withRetries } from '../remote/retries.ts'
import type { AwsSettings } from './aws-settings.ts'
import { parsePage } from './object-page.ts'
import { S3Requests } from './s3-requests.ts'

export interface S3ObjectsOptions {
  readonly bucket: string
  /** of all names; empty, or with a slash at its end */
  readonly prefix: string
  /** of a service other than Amazon's */
  readonly endpoint?: string | undefined
  /** as the service reports it when left out */
  readonly region?: string | undefined
  readonly settings?: (() => AwsSettings) | undefined
}

interface Sent {
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/** A request that takes longer has failed; an object has at most some 30 MB. */
const REQUEST_MS = 20_000

/** Not for long: whoever waits can read the recording instead. */
const RETRIES: RetryPolicy = { attempts: 3, deadlineSeconds: 10, firstPause: 200 }

/** The condition of a PUT does not hold, or another PUT came at the same time. */
const UNMET = [409, 412]

/**
 * Objects of a bucket, to read and to write: by signed requests where there are credentials. Every
 * method throws a FetchFault where the service fails or refuses.
 */
export class S3Objects {
  readonly #options: S3ObjectsOptions
  readonly #requests: S3Requests

  constructor(options: S3ObjectsOptions) {
    this.#options = options
    this.#requests = new S3Requests(options.settings)
  }

  /** @returns null: there is none; its age is by the clock of the service, in ms */
  async get(name: string): Promise<{ bytes: Buffer; tag: string; age: number } | null> {
    const response = await this.#send('GET', { key: this.#keyOf(name) }, [404])
    const bytes = Buffer.from(await response.arrayBuffer())
    if (response.status === 404) return null
    const timeOf = (header: string) => Date.parse(response.headers.get(header) ?? '')
    const age = timeOf('date') - timeOf('last-modified')
    return { bytes, tag: tagOf(response), age: Number.isNaN(age) ? 0 : age }
  }

  /**
   * @param condition only where there is no object, or one with this tag
   * @returns its tag; null: the condition does not hold
   */
  async put(
    name: string,
    bytes: Uint8Array,
    condition?: 'absent' | { readonly tag: string },
  ): Promise<string | null> {
    const headers = conditionHeaders(condition)
    const sent = { key: this.#keyOf(name), body: bytes, headers }
    // What is to be replaced may be gone.
    const response = await this.#send('PUT', sent, condition ? [...UNMET, 404] : [])
    await response.arrayBuffer()
    return response.ok ? tagOf(response) : null
  }

  async remove(name: string): Promise<void> {
    const response = await this.#send('DELETE', { key: this.#keyOf(name) }, [404])
    await response.arrayBuffer()
  }

  /** Names that begin so, in the order of their bytes. */
  async list(prefix: string): Promise<string[]> {
    const names: string[] = []
    for (let token: string | null = ''; token !== null; ) {
      const query = {
        'list-type': '2',
        prefix: this.#keyOf(prefix),
        ...(token === '' ? {} : { 'continuation-token': token }),
      }
      const response = await this.#send('GET', { key: '', query })
      const page = parsePage(await response.text(), this.#options.bucket)
      names.push(...page.objects.map(({ key }) => key.slice(this.#options.prefix.length)))
      token = page.nextToken
    }
    return names
  }

  #keyOf(name: string): string {
    return this.#options.prefix + name
  }

  /** @param expected statuses that mean something, besides those of success */
  #send(method: string, sent: Sent, expected: readonly number[] = []): Promise<Response> {
    const isKnown = ({ status }: Response) =>
      expected.includes(status) || (status >= 200 && status < 300)
    return withRetries(async () => {
      let response = await this.#exchange(method, sent)
      const region = response.headers.get('x-amz-bucket-region')
      if (!isKnown(response) && this.#requests.learnRegion(this.#place, region)) {
        await response.body?.cancel()
        response = await this.#exchange(method, sent)
      }
      if (isKnown(response)) return response
      await response.body?.cancel()
      throw statusFault(response.status, response.headers.get('retry-after'))
    }, RETRIES)
  }

  async #exchange(
    method: string,
    { key, query = {}, headers = {}, body }: Sent,
  ): Promise<Response> {
    const target = { method, key, query }
    const { url, secretHeaders } = await this.#requests.sign(this.#place, target)
    try {
      return await fetch(url, {
        method,
        headers: { ...headers, ...secretHeaders },
        redirect: 'manual',
        signal: AbortSignal.timeout(REQUEST_MS),
        ...(body ? { body: Buffer.from(body) } : {}),
      })
    } catch (error) {
      // That of the socket says more than "fetch failed".
      const { cause = error } = error as Error
      throw new FetchFault('transient', (cause as Error).message)
    }
  }

  get #place(): S3Place {
    const { bucket, endpoint, region } = this.#options
    const { settings } = this.#requests
    return {
      kind: 's3',
      bucket,
      key: '',
      versionId: null,
      region: region ?? settings.region,
      endpoint: endpoint ?? settings.endpoint,
      isAnonymous: false,
    }
  }
}

function conditionHeaders(condition: 'absent' | { readonly tag: string } | undefined) {
  if (condition === undefined) return {}
  return condition === 'absent' ? { 'if-none-match': '*' } : { 'if-match': condition.tag }
}

const tagOf = ({ headers }: Response) => headers.get('etag') ?? ''
