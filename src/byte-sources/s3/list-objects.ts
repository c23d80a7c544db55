import { type S3Options, type S3Place, s3Address } from '../remote/remote-address.ts'
import type { FetchOptions, RemoteClient } from '../remote/remote-client.ts'
import { type ObjectPage, parsePage } from './object-page.ts'

export interface ListOptions extends FetchOptions {
  readonly bucket: string
  readonly prefix: string
  /** '/': one folder; left out: everything below */
  readonly delimiter?: string | undefined
  readonly s3?: S3Options | undefined
}

/** A page of a thousand keys, each of at most 1024 bytes, escaped. */
const MOST_PAGE_BYTES = 2 ** 23

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
