import { XMLParser } from 'fast-xml-parser'
import { RecordingError } from '../../errors.ts'
import { type S3Options, type S3Place, s3Address } from '../remote/remote-address.ts'
import type { FetchOptions, RemoteClient } from '../remote/remote-client.ts'

export interface ListedObject {
  readonly key: string
  /** bytes */
  readonly size: number
  /** in its quotes */
  readonly etag: string | null
  /** ISO 8601 */
  readonly lastModified: string | null
}

export interface ObjectPage {
  readonly objects: readonly ListedObject[]
  /** what keys have in common up to the delimiter */
  readonly prefixes: readonly string[]
}

export interface ListOptions extends FetchOptions {
  readonly bucket: string
  readonly prefix: string
  /** '/': one folder; left out: everything below */
  readonly delimiter?: string | undefined
  readonly s3?: S3Options | undefined
}

/** A page of a thousand keys, each of at most 1024 bytes, escaped. */
const MOST_PAGE_BYTES = 2 ** 23

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'Contents' || name === 'CommonPrefixes',
})

/** The objects of a bucket below a prefix, page by page (ListObjectsV2). */
export async function* listObjects(
  client: RemoteClient,
  { bucket, prefix, delimiter, s3, ...options }: ListOptions,
): AsyncGenerator<ObjectPage> {
  const address = s3Address({ bucket, key: prefix }, s3)
  const place = address.place as S3Place
  let token: string | null = null
  do {
    const query = {
      'list-type': '2',
      prefix,
      ...(delimiter ? { delimiter } : {}),
      ...(token === null ? {} : { 'continuation-token': token }),
    }
    const page = await client.bucket({ ...address, place }, query, {
      ...options,
      maxBytes: MOST_PAGE_BYTES,
    })
    const listed = parsePage(new TextDecoder().decode(page.bytes), address.text)
    yield listed
    token = listed.nextToken
  } while (token !== null)
}

function parsePage(xml: string, name: string): ObjectPage & { readonly nextToken: string | null } {
  const result = record(record(parsed(xml, name)).ListBucketResult)
  if (result.Name === undefined) {
    throw new RecordingError('REMOTE_UNSUITABLE', name, 'its listing is not that of a bucket')
  }
  const isTruncated = result.IsTruncated === 'true'
  return {
    objects: list(result.Contents).map((entry) => ({
      key: String(entry.Key),
      size: Number(entry.Size),
      etag: text(entry.ETag),
      lastModified: text(entry.LastModified),
    })),
    prefixes: list(result.CommonPrefixes).map((entry) => String(entry.Prefix)),
    nextToken: isTruncated ? text(result.NextContinuationToken) : null,
  }
}

function parsed(xml: string, name: string): unknown {
  try {
    return parser.parse(xml)
  } catch (cause) {
    const found = 'its listing cannot be read'
    throw new RecordingError('REMOTE_UNSUITABLE', name, found, { cause })
  }
}

type Entry = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Entry => typeof value === 'object' && value !== null
const record = (value: unknown): Entry => (isRecord(value) ? value : {})
const list = (value: unknown): Entry[] => (Array.isArray(value) ? value.map(record) : [])
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
