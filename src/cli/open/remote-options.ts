import { type Command, InvalidArgumentError, Option } from 'commander'
import { isLoopbackHost } from '../../byte-sources/remote/private-networks.ts'
import { DANDI_API } from '../../catalog/dandi/dandi-api.ts'
import { wholeNumber } from '../options.ts'

/** How recordings elsewhere are reached, as the options of a command say. */
export interface RemoteOptions {
  readonly s3Endpoint?: string
  readonly s3Region?: string
  readonly s3Anonymous?: true
  readonly dandiApi: string
  readonly allowHttp?: true
  readonly allowPrivateNetworks?: boolean
  readonly cacheGb: number
  readonly maxFetchMb: number
}

/** Options of the program, which every command accepts. */
export function addRemoteOptions(program: Command): Command {
  return program
    .addOption(
      new Option(
        '--s3-endpoint <url>',
        "S3 service other than Amazon's, for s3:// and allen:// addresses",
      )
        .env('AWS_ENDPOINT_URL_S3')
        .argParser(serviceUrl),
    )
    .option('--s3-region <region>', 'region of the bucket (default: as the service reports it)')
    .option('--s3-anonymous', 'send no signature, even if AWS credentials are set')
    .addOption(
      new Option('--dandi-api <url>', 'API of a DANDI archive; DANDI_API_KEY is sent there only')
        .default(DANDI_API)
        .argParser(serviceUrl),
    )
    .option(
      '--cache-gb <gigabytes>',
      'maximum size of remote recordings in the cache folder',
      wholeNumber(0, 1_000_000),
      10,
    )
    .option(
      '--max-fetch-mb <megabytes>',
      'maximum that one request may fetch from remote recordings',
      wholeNumber(1),
      2048,
    )
    .option('--allow-http', 'accept http:// addresses of other machines, which are not encrypted')
    .option('--allow-private-networks', 'let servers redirect to private networks')
}

/** The address of a service: https, or http on this machine. */
function serviceUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))
  if (!isSafe) {
    throw new InvalidArgumentError('It must be an https:// address, or http:// on this machine.')
  }
  return text.replace(/\/+$/, '')
}
