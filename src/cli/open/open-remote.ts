import { RemoteClient, type RemoteClientOptions } from '../../byte-sources/remote/remote-client.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { DANDI_CREDENTIAL } from '../../catalog/dandi/dandi-api.ts'
import type { PlaceOptions } from '../../catalog/remote/open-place.ts'
import type { RemoteOptions } from './remote-options.ts'

/** What reaches places elsewhere, and how; close it to let the program end. */
export interface OpenRemote extends AsyncDisposable {
  readonly client: RemoteClient
  readonly places: PlaceOptions
}

/** Access to places elsewhere, as options and the environment say. */
export function openRemote(options: RemoteOptions, index: StoredIndex): OpenRemote {
  const client = new RemoteClient(clientOptions(options))
  const places = {
    client,
    index,
    dandiApi: options.dandiApi,
    endpoint: options.s3Endpoint,
    region: options.s3Region,
    isAnonymous: options.s3Anonymous,
    allowHttp: options.allowHttp,
    hasDandiKey: Boolean(process.env.DANDI_API_KEY),
    onDandiKeyRefused: () =>
      console.error(
        'warning: the archive does not accept the key in DANDI_API_KEY; public data are read without it.',
      ),
  }
  return { client, places, [Symbol.asyncDispose]: () => client.close() }
}

/** Plain data: they may go to the thread that fetches. */
export function clientOptions({
  dandiApi,
  allowPrivateNetworks = false,
}: RemoteOptions): Omit<RemoteClientOptions, 's3'> {
  const key = process.env.DANDI_API_KEY
  const header = { origin: new URL(dandiApi).origin, header: 'authorization' }
  return {
    // An archive of this machine may keep its files here, too.
    allowPrivateNetworks,
    credentials: key ? { [DANDI_CREDENTIAL]: { ...header, value: `token ${key}` } } : {},
  }
}
