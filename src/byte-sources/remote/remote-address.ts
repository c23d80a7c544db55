import { createHash } from 'node:crypto'

/** Where a recording lies that is read over a network. Plain data: it may go to other threads. */
export interface RemoteAddress {
  /** what logs, errors and caches show; it never has secrets */
  readonly text: string
  /** without the folders that it lies in */
  readonly name: string
  readonly place: HttpPlace | S3Place
  /** names its bytes for good, such as a blob of an archive; null: they may change */
  readonly contentId: string | null
  /** false: a listing or another server named it, so that private networks are refused */
  readonly isFromOperator: boolean
}

export interface HttpPlace {
  readonly kind: 'http'
  /** may hold a signature: it is never shown */
  readonly url: string
  /** the credential of the RemoteClient that is sent to this origin, and no other; null: none */
  readonly credential: string | null
}

export interface S3Place {
  readonly kind: 's3'
  readonly bucket: string
  readonly key: string
  readonly versionId: string | null
  /** null: as the service reports it */
  readonly region: string | null
  /** of a service other than Amazon's, whose addresses begin with the bucket; null: Amazon's */
  readonly endpoint: string | null
  readonly isAnonymous: boolean
}

export interface S3Options {
  readonly region?: string | undefined
  readonly endpoint?: string | undefined
  /** whether requests are sent without a signature, even where there are credentials */
  readonly isAnonymous?: boolean | undefined
}

interface Provenance {
  readonly contentId?: string | null
  readonly isFromOperator?: boolean
}

/** An object of a bucket. */
export function s3Address(
  object: { readonly bucket: string; readonly key: string; readonly versionId?: string | null },
  { region, endpoint, isAnonymous }: S3Options = {},
  { contentId = null, isFromOperator = true }: Provenance = {},
): RemoteAddress {
  const { bucket, key, versionId = null } = object
  return {
    text: `s3://${bucket}/${key}${versionId ? `?versionId=${versionId}` : ''}`,
    name: lastSegment(key),
    place: {
      kind: 's3',
      bucket,
      key,
      versionId,
      region: region ?? null,
      endpoint: endpoint ?? null,
      isAnonymous: isAnonymous ?? false,
    },
    contentId,
    isFromOperator,
  }
}

/** @param url https or http; a name and password in it are dropped */
export function httpAddress(
  url: string | URL,
  {
    contentId = null,
    isFromOperator = true,
    credential = null,
  }: Provenance & { readonly credential?: string | null } = {},
): RemoteAddress {
  const parsed = new URL(url)
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  return {
    text: shownUrl(parsed),
    name: lastSegment(decoded(parsed.pathname)),
    place: { kind: 'http', url: parsed.href, credential },
    contentId,
    isFromOperator,
  }
}

/** Query parameters that only let someone in, in the forms of Amazon, Google and Azure. */
const SECRET =
  /^(x-amz-|x-goog-|awsaccesskeyid$|signature$|sig$|expires$|key-pair-id$|policy$|token$)/i

/** Of a URL what may be seen: without secrets, and its query only as a digest. */
export function shownUrl(url: URL): string {
  const place = `${url.origin}${url.pathname}`
  const known = [...url.searchParams].filter(([name]) => !SECRET.test(name))
  if (known.length === 0) return place
  const digest = createHash('sha256').update(JSON.stringify(known)).digest('hex')
  return `${place}?${digest.slice(0, 12)}`
}

function lastSegment(path: string): string {
  return path.split('/').findLast((segment) => segment !== '') ?? path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
