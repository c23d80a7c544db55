import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { RemoteListing, RemotePlace } from './remote-place.ts'
import { sessionFiles } from './session-files.ts'

/** A file on a server, or an object of a bucket, by its own address. */
export class SingleFile implements RemotePlace {
  readonly name: string
  readonly #client: RemoteClient
  readonly #address: RemoteAddress

  constructor(client: RemoteClient, address: RemoteAddress) {
    this.name = address.text
    this.#client = client
    this.#address = address
  }

  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const address = this.#address
    const identity = await this.#client.identify(address, { signal })
    const digest = async () => null
    return sessionFiles([{ address, identity, localPath: address.name, digest }])
  }

  async complete(): Promise<void> {}
}
