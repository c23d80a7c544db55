import { type Command, InvalidArgumentError, Option } from 'commander'
import { isLoopbackHost } from '../../byte-sources/remote/private-networks.ts'
import { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { DANDI_API, DANDI_CREDENTIAL } from '../../catalog/dandi/dandi-api.ts'
import type { PlaceOptions } from '../../catalog/remote/open-place.ts'

interface RemoteOptions {
  readonly s3Endpoint?: string
  readonly s3Region?: string
  readonly s3Anonymous?: true
  readonly dandiApi: string
  readonly allowHttp?: true
  readonly allowPrivateNetworks?: true
}

/** Options of the program about recordings elsewhere, which every command accepts. */
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
    .option('--allow-http', 'accept http:// addresses of other machines, which are not encrypted')
    .option('--allow-private-networks', 'let servers redirect to private networks')
}

/** What reaches places elsewhere, and how; close it to let the program end. */
export interface RemoteAccess extends AsyncDisposable {
  readonly client: RemoteClient
  readonly places: PlaceOptions
}

/** Access to places elsewhere, as the options of a command and the environment say. */
export function openRemote(
  command: Command,
  index: StoredIndex,
  warn: (text: string) => void = (text) => console.error(text),
): RemoteAccess {
  const options = command.optsWithGlobals<RemoteOptions>()
  const { dandiApi } = options
  const key = process.env.DANDI_API_KEY
  const credential = { origin: new URL(dandiApi).origin, header: 'authorization' }
  const client = new RemoteClient({
    allowPrivateNetworks: options.allowPrivateNetworks ?? false,
    credentials: key ? { [DANDI_CREDENTIAL]: { ...credential, value: `token ${key}` } } : {},
  })
  const places = {
    client,
    index,
    dandiApi,
    endpoint: options.s3Endpoint,
    region: options.s3Region,
    isAnonymous: options.s3Anonymous,
    allowHttp: options.allowHttp,
    hasDandiKey: Boolean(key),
    onDandiKeyRefused: () =>
      warn(
        'warning: the archive does not know the key in DANDI_API_KEY; public data are read without it.',
      ),
  }
  return { client, places, [Symbol.asyncDispose]: () => client.close() }
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
