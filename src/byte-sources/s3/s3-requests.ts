import type { IncomingHttpHeaders } from 'node:http'
import type { GetRequest } from '../remote/exchange.ts'
import type { S3Place } from '../remote/remote-address.ts'
import { textOf } from '../remote/remote-identity.ts'
import { type AwsSettings, awsSettings } from './aws-settings.ts'
import { s3Url, signS3 } from './signed-request.ts'

/** What a GET of a bucket needs beside the bucket. */
interface S3Target {
  /** empty: the bucket itself, to be listed */
  readonly key: string
  readonly query: Readonly<Record<string, string>>
}

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

  /** @throws FetchFault where the credentials requested cannot be used */
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
    const signed = await signS3({ url, region, credentials })
    return { ...signed, headers, isRestricted }
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
