import type { GetRequest } from '../remote/exchange.ts'
import type { S3Place } from '../remote/remote-address.ts'
import { type AwsSettings, awsSettings } from './aws-settings.ts'
import { type SignedRequest, s3Url, signS3 } from './signed-request.ts'

/** What a request to a bucket needs besides the bucket. */
interface S3Target {
  /** GET when left out */
  readonly method?: string
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
  get settings(): AwsSettings {
    this.#known ??= this.#settings()
    return this.#known
  }

  /** @throws FetchFault where the credentials requested cannot be used */
  async sign(place: S3Place, { method = 'GET', key, query }: S3Target): Promise<SignedRequest> {
    const region = this.#regionOf(place)
    const url = s3Url(place, region, key)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const credentials = place.isAnonymous ? null : this.settings.credentials
    return credentials ? signS3({ method, url, region, credentials }) : { url, secretHeaders: {} }
  }

  /** @throws FetchFault where the credentials requested cannot be used */
  async get(
    place: S3Place,
    isFromOperator: boolean,
    headers: Readonly<Record<string, string>> = {},
    target: S3Target = { key: place.key, query: queryOf(place) },
  ): Promise<GetRequest> {
    return { ...(await this.sign(place, target)), headers, isRestricted: !isFromOperator }
  }

  /**
   * Learn from a response where a bucket lies.
   *
   * @param region as its header x-amz-bucket-region has it
   * @returns whether that is elsewhere than was thought: the request is to be made again
   */
  learnRegion(place: S3Place, region: string | null): boolean {
    if (region === null || !/^[a-z0-9-]+$/.test(region)) return false
    if (this.#regionOf(place) === region) return false
    this.#regions.set(place.bucket, region)
    return true
  }

  #regionOf({ bucket, region }: S3Place): string | null {
    return this.#regions.get(bucket) ?? region
  }
}

function queryOf({ versionId }: S3Place): Record<string, string> {
  return versionId === null ? {} : { versionId }
}
