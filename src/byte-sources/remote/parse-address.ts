import { isLoopbackHost } from './private-networks.ts'
import { httpAddress, type RemoteAddress, type S3Options, s3Address } from './remote-address.ts'

export interface AddressOptions extends S3Options {
  /** whether http:// may lead to other machines, where anyone on the way can change what is read */
  readonly allowHttp?: boolean | undefined
}

/** Whether a text is an address of something remote, rather than a path. */
export const isRemote = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text)

/**
 * An object or a file by its address: `https://`, `http://`, or `s3://bucket/key`, with
 * `?versionId=` for one version of it.
 *
 * @throws InvalidAddressError
 */
export function parseAddress(text: string, options: AddressOptions = {}): RemoteAddress {
  return /^s3:\/\//i.test(text) ? parseS3(text, options) : parseHttp(text, options)
}

function parseS3(text: string, options: AddressOptions): RemoteAddress {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/?#]*)\/?(.*)$/is.exec(text) ?? []
  if (!/^[a-z0-9][a-z0-9._-]{1,253}[a-z0-9]$/i.test(bucket)) {
    throw new InvalidAddressError(`${quoted(text)} does not name a bucket as in s3://bucket/key.`)
  }
  const [, key, versionId] = /^(.*?)(?:\?versionId=([^&]+))?$/s.exec(rest) ?? []
  return s3Address({ bucket, key: key ?? '', versionId: versionId ?? null }, options)
}

function parseHttp(text: string, { allowHttp = false }: AddressOptions): RemoteAddress {
  if (!URL.canParse(text)) throw new InvalidAddressError(`${quoted(text)} is not an address.`)
  const url = new URL(text)
  if (url.protocol === 'https:') return httpAddress(url)
  if (url.protocol !== 'http:') {
    const known = 'https://, http:// and s3://'
    throw new InvalidAddressError(`${url.protocol}// is not supported; ${known} are.`)
  }
  if (!allowHttp && !isLoopbackHost(url.hostname)) {
    throw new InvalidAddressError(
      `http://${url.host} is not encrypted, so anyone along the way can change what is read. Use https://, or --allow-http if you trust the network.`,
    )
  }
  return httpAddress(url)
}

/** Without what may be a signature. */
const quoted = (text: string) => `"${text.replace(/\?.*$/s, '').slice(0, 100)}"`

/** An address that cannot be served; the message says what would be. */
export class InvalidAddressError extends Error {
  override readonly name = 'InvalidAddressError'
}
