import type { IncomingHttpHeaders } from 'node:http'
import { AwsV4Signer } from 'aws4fetch'
import type { GetRequest } from '../remote/exchange.ts'
import type { S3Place } from '../remote/remote-address.ts'
import { textOf } from '../remote/remote-identity.ts'
import { type AwsSettings, awsSettings } from './aws-settings.ts'

/** What a GET of a bucket needs beside the bucket. */
interface S3Target {
  /** empty: the bucket itself, to be listed */
  readonly key: string
  readonly query: Readonly<Record<string, string>>
}

/** Where signatures of buckets are made that have not named their region yet. */
const USUAL_REGION = 'us-east-1'

/**
 * Requests to buckets, signed where there are credentials (AWS Signature Version 4), to the region
 * that each bucket lies in.
 */
export class S3Requests {
  readonly #settings: () => AwsSettings
  #known: AwsSettings | null = null
  /** by bucket, as the service reported them */
  readonly #regions = new Map<string, string>()

  constructor(settings: () => AwsSettings = awsSettings) {
    this.#settings = settings
  }

  /** @throws FetchFault where the credentials asked for cannot be used */
  async get(
    place: S3Place,
    isFromOperator: boolean,
    headers: Readonly<Record<string, string>> = {},
    { key, query }: S3Target = { key: place.key, query: queryOf(place) },
  ): Promise<GetRequest> {
    const region = this.#regionOf(place)
    const url = s3Url(place, region, key)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const isRestricted = !isFromOperator
    const credentials = place.isAnonymous ? null : this.#awsSettings.credentials
    if (!credentials) return { url, headers, secretHeaders: {}, isRestricted }
    const signed = await new AwsV4Signer({
      url: url.href,
      service: 's3',
      region: region ?? USUAL_REGION,
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      ...(credentials.sessionToken ? { sessionToken: credentials.sessionToken } : {}),
    }).sign()
    // As it was signed: the signer writes some characters in another way.
    const secretHeaders = Object.fromEntries(
      [...signed.headers].filter(([name]) => name !== 'host'),
    )
    return { url: new URL(signed.url), headers, secretHeaders, isRestricted }
  }

  /**
   * Learn from a response where a bucket lies.
   *
   * @returns whether that is elsewhere than was thought: the request is to be made again
   */
  learnRegion(place: S3Place, headers: IncomingHttpHeaders): boolean {
    const region = textOf(headers['x-amz-bucket-region'])
    if (place.endpoint !== null || region === null || !/^[a-z0-9-]+$/.test(region)) return false
    if (this.#regionOf(place) === region) return false
    this.#regions.set(place.bucket, region)
    return true
  }

  #regionOf({ bucket, region }: S3Place): string | null {
    return this.#regions.get(bucket) ?? region
  }

  get #awsSettings(): AwsSettings {
    this.#known ??= this.#settings()
    return this.#known
  }
}

function queryOf({ versionId }: S3Place): Record<string, string> {
  return versionId === null ? {} : { versionId }
}

/** Names of buckets with dots do not match Amazon's certificate. */
function s3Url({ bucket, endpoint }: S3Place, region: string | null, key: string): URL {
  const host = region === null ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`
  const path = key.split('/').map(encodeSegment).join('/')
  if (endpoint !== null) return new URL(`${endpoint.replace(/\/$/, '')}/${bucket}/${path}`)
  if (bucket.includes('.')) return new URL(`https://${host}/${bucket}/${path}`)
  return new URL(`https://${bucket}.${host}/${path}`)
}

/** Everything but unreserved characters: others are signed in more than one way. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
