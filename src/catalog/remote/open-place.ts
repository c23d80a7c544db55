import {
  type AddressOptions,
  InvalidAddressError,
  parseAddress,
} from '../../byte-sources/remote/parse-address.ts'
import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { VisualBehaviorPlace } from '../allen/visual-behavior.ts'
import { visualCodingPlace } from '../allen/visual-coding.ts'
import { parseDandiAddress } from '../dandi/dandi-address.ts'
import { DANDI_API, DandiApi } from '../dandi/dandi-api.ts'
import { type BlobBucket, DandiPlace, dandiBucket } from '../dandi/dandi-place.ts'
import { BucketPlace } from '../s3/bucket-place.ts'
import { WebFolder } from '../web/web-folder.ts'
import type { RemotePlace } from './remote-place.ts'
import { type IdentifiesFiles, SingleFile } from './single-file.ts'

export interface PlaceOptions extends AddressOptions {
  readonly client: RemoteClient
  /** of single files, where something else than the client will read them */
  readonly files?: IdentifiesFiles | undefined
  /** of what was fetched before */
  readonly index: StoredIndex
  /** of a DANDI archive, such as https://api.dandiarchive.org/api */
  readonly dandiApi?: string | undefined
  /** where that archive keeps open assets; null: not known */
  readonly dandiBucket?: BlobBucket | null | undefined
  /** whether the client has a key of the archive */
  readonly hasDandiKey?: boolean | undefined
  readonly onDandiKeyRefused?: (() => void) | undefined
}

/**
 * The place at an address. Nothing is fetched yet.
 *
 * @throws InvalidArgumentError
 */
export function openPlace(text: string, options: PlaceOptions): RemotePlace {
  const { client, files = client, index } = options
  const scheme = text.slice(0, text.indexOf('://')).toLowerCase()
  if (scheme === 'allen') return allenPlace(text, options)
  if (scheme === 'dandi') return dandiPlace(text, options)
  const address = addressOf(text, options)
  const { place } = address
  if (place.kind === 's3' && !/\.nwb$/i.test(place.key)) {
    const prefix = place.key === '' || place.key.endsWith('/') ? place.key : `${place.key}/`
    const s3 = { ...options, ...(place.region === null ? {} : { region: place.region }) }
    return new BucketPlace(address.text, { client, index, bucket: place.bucket, prefix, s3 })
  }
  const isFolder = place.kind === 'http' && new URL(place.url).pathname.endsWith('/')
  return isFolder ? new WebFolder(client, new URL(place.url)) : new SingleFile(files, address)
}

function addressOf(text: string, options: PlaceOptions): RemoteAddress {
  try {
    return parseAddress(text, options)
  } catch (error) {
    if (!(error instanceof InvalidAddressError)) throw error
    throw new InvalidArgumentError(error.message)
  }
}

function allenPlace(text: string, { client, index, endpoint }: PlaceOptions): RemotePlace {
  const project = text.slice('allen://'.length).replace(/\/$/, '')
  const s3 = { endpoint }
  if (project === 'visual-coding') return visualCodingPlace(text, { client, index, s3 })
  if (project === 'visual-behavior') return new VisualBehaviorPlace(text, client, s3)
  throw new InvalidArgumentError(
    `${text} is not a supported project of the Allen Institute; use allen://visual-coding or allen://visual-behavior.`,
  )
}

function dandiPlace(text: string, options: PlaceOptions): RemotePlace {
  const address = parseDandiAddress(text)
  if (!address) {
    throw new InvalidArgumentError(
      `${text} does not name a dandiset: dandi://000021, dandi://000021@draft, or dandi://000021/sub-1/*.`,
    )
  }
  const { client, dandiApi = DANDI_API, hasDandiKey = false, onDandiKeyRefused } = options
  const api = new DandiApi({
    client,
    base: dandiApi,
    hasKey: hasDandiKey,
    onKeyRefused: onDandiKeyRefused ?? (() => {}),
  })
  const known = dandiApi === DANDI_API ? dandiBucket : null
  const bucket = options.dandiBucket === undefined ? known : options.dandiBucket
  return new DandiPlace(text, api, address, bucket)
}
