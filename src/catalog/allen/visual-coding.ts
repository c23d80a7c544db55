import { BucketPlace, type BucketPlaceOptions } from '../s3/bucket-place.ts'

/** Where the Allen Institute publishes the Visual Coding project, as the AllenSDK lays it out. */
export const visualCoding = {
  bucket: 'allen-brain-observatory',
  prefix: 'visual-coding-neuropixels/ecephys-cache/',
  region: 'us-west-2',
} as const

/** `allen://visual-coding`: 58 sessions. */
export function visualCodingPlace(
  name: string,
  { s3, ...options }: Omit<BucketPlaceOptions, 'bucket' | 'prefix'>,
): BucketPlace {
  const { bucket, prefix, region } = visualCoding
  const anonymous = { region, ...s3, isAnonymous: true }
  return new BucketPlace(name, { ...options, bucket, prefix, s3: anonymous })
}
