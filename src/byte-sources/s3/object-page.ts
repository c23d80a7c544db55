import { XMLParser } from 'fast-xml-parser'
import { RecordingError } from '../../errors.ts'

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

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'Contents' || name === 'CommonPrefixes',
})

/**
 * A page of a bucket's objects, from the XML of ListObjectsV2.
 *
 * @param name of what is listed, for errors
 * @throws RecordingError REMOTE_UNSUITABLE
 */
export function parsePage(
  xml: string,
  name: string,
): ObjectPage & { readonly nextToken: string | null } {
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
