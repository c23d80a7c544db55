import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RangeServer, tagOf } from './range-server.ts'

interface Version {
  readonly id: string
  readonly bytes: Uint8Array
  /** ms */
  readonly writtenAt: number
}

/** The keys whose signatures the bucket accepts, as in Amazon's own examples. */
export const testKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

/**
 * A bucket of an S3 service, at paths: objects with versions and entity tags, If-Match, listings in
 * pages, PUT with conditions, DELETE, and signatures, which it checks by itself.
 */
export class S3Server implements AsyncDisposable {
  readonly ranges: RangeServer
  readonly bucket: string
  /** keys in a page of a listing */
  pageSize = 1000
  /** whether requests must be signed */
  isPrivate = false
  /** ms */
  clock = () => Date.now()
  readonly #objects = new Map<string, Version[]>()

  static async start(bucket: string, objects: Readonly<Record<string, Uint8Array>> = {}) {
    const server = new S3Server(bucket, await RangeServer.start())
    for (const [key, bytes] of Object.entries(objects)) server.put(key, bytes)
    return server
  }

  private constructor(bucket: string, ranges: RangeServer) {
    this.bucket = bucket
    this.ranges = ranges
    ranges.handler = (request, response) => {
      this.#respond(request, response)
      return true
    }
  }

  get endpoint(): string {
    return this.ranges.origin
  }

  /** @returns the version that is written */
  put(key: string, bytes: Uint8Array): string {
    const versions = this.#objects.get(key) ?? []
    const id = `v${versions.length + 1}`
    this.#objects.set(key, [...versions, { id, bytes, writtenAt: this.clock() }])
    return id
  }

  keys(): string[] {
    return [...this.#objects.keys()]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ranges[Symbol.asyncDispose]()
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.endpoint)
    const isSigned = request.headers.authorization !== undefined
    if (this.isPrivate || isSigned) {
      if (request.headers.authorization !== expectedSignature(request, url)) {
        const code = isSigned ? 'SignatureDoesNotMatch' : 'AccessDenied'
        response.writeHead(403).end(`<Error><Code>${code}</Code></Error>`)
        return
      }
    }
    const [, bucket, key] = /^\/([^/]+)\/?(.*)$/s.exec(decodeURIComponent(url.pathname)) ?? []
    if (bucket !== this.bucket) {
      response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    } else if (url.searchParams.get('list-type') === '2') {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(this.#list(url))
    } else if (request.method === 'PUT') void this.#receive(key ?? '', request, response)
    else if (request.method === 'DELETE') {
      this.#objects.delete(key ?? '')
      response.writeHead(204).end()
    } else this.#object(key ?? '', url.searchParams.get('versionId'), request, response)
  }

  /** A PUT, under its conditions. */
  async #receive(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const bytes = Buffer.concat(parts)
    const known = this.#objects.get(key)?.at(-1)
    const { 'if-none-match': unless, 'if-match': tag } = request.headers
    if (tag !== undefined && !known) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    } else if (
      (unless === '*' && known) ||
      (tag !== undefined && known && tagOf(known.bytes) !== tag)
    ) {
      response.writeHead(412).end('<Error><Code>PreconditionFailed</Code></Error>')
    } else {
      this.put(key, bytes)
      response.writeHead(200, { etag: tagOf(bytes) }).end()
    }
  }

  #object(
    key: string,
    versionId: string | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const versions = this.#objects.get(key) ?? []
    const version = versionId ? versions.find(({ id }) => id === versionId) : versions.at(-1)
    if (!version) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
      return
    }
    const headers = {
      'x-amz-version-id': version.id,
      'last-modified': new Date(version.writtenAt).toUTCString(),
      date: new Date(this.clock()).toUTCString(),
    }
    this.ranges.sendFile({ bytes: version.bytes, headers }, request, response)
  }

  #list({ searchParams }: URL): string {
    const prefix = searchParams.get('prefix') ?? ''
    const delimiter = searchParams.get('delimiter')
    const after = searchParams.get('continuation-token') ?? ''
    const entries = new Map<string, string>()
    for (const key of [...this.#objects.keys()].sort()) {
      if (!key.startsWith(prefix)) continue
      const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
      if (end >= 0) {
        const common = key.slice(0, end + 1)
        entries.set(common, `<CommonPrefixes><Prefix>${escaped(common)}</Prefix></CommonPrefixes>`)
      } else entries.set(key, this.#entry(key))
    }
    const rest = [...entries].filter(([name]) => name > after)
    const page = rest.slice(0, this.pageSize)
    const isTruncated = rest.length > page.length
    const next = isTruncated
      ? `<NextContinuationToken>${escaped(page.at(-1)?.[0] ?? '')}</NextContinuationToken>`
      : ''
    return `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${this.bucket}</Name><Prefix>${escaped(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${next}${page.map(([, xml]) => xml).join('')}</ListBucketResult>`
  }

  #entry(key: string): string {
    const bytes = this.#objects.get(key)?.at(-1)?.bytes ?? new Uint8Array(0)
    const fields = {
      Key: key,
      LastModified: '2020-05-01T10:00:00.000Z',
      ETag: tagOf(bytes),
      Size: String(bytes.length),
      StorageClass: 'STANDARD',
    }
    const xml = Object.entries(fields).map(
      ([name, value]) => `<${name}>${escaped(value)}</${name}>`,
    )
    return `<Contents>${xml.join('')}</Contents>`
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** AWS Signature Version 4 of a request, for the headers that it says it signed. */
function expectedSignature(request: IncomingMessage, url: URL): string | null {
  const [, date, region, signedHeaders] =
    /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+)/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  if (!date || !region || !signedHeaders) return null
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.split(';').map((name) => `${name}:${request.headers[name]}\n`)
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    signedHeaders,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const scope = `${date}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, digest].join('\n')
  const hmac = (key: string | Buffer, data: string) =>
    createHmac('sha256', key).update(data).digest()
  const { accessKeyId, secretAccessKey } = testKeys
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, date))
  const signature = hmac(key, text).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}
