import { AwsV4Signer } from 'aws4fetch'
import type { S3Place } from '../remote/remote-address.ts'
import type { AwsCredentials } from './aws-settings.ts'

/** Where signatures of buckets are made that have not named their region yet. */
const USUAL_REGION = 'us-east-1'

export interface SignedRequest {
  readonly url: URL
  /** sent to the origin of `url` and no other */
  readonly secretHeaders: Readonly<Record<string, string>>
}

/** AWS Signature Version 4 of a request, whatever its body. */
export async function signS3({
  method = 'GET',
  url,
  region,
  credentials,
}: {
  readonly method?: string
  readonly url: URL
  readonly region: string | null
  readonly credentials: AwsCredentials
}): Promise<SignedRequest> {
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    service: 's3',
    region: region ?? USUAL_REGION,
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    ...(credentials.sessionToken ? { sessionToken: credentials.sessionToken } : {}),
  }).sign()
  const secretHeaders = Object.fromEntries([...signed.headers].filter(([name]) => name !== 'host'))
  // As it was signed: the signer writes some characters in another way.
  return { url: new URL(signed.url), secretHeaders }
}

/** Names of buckets with dots do not match Amazon's certificate. */
export function s3Url(
  { bucket, endpoint }: Pick<S3Place, 'bucket' | 'endpoint'>,
  region: string | null,
  key: string,
): URL {
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
