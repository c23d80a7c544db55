import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteIdentity } from '../../byte-sources/remote/remote-identity.ts'
import type { RemoteListing, RemotePlace } from './remote-place.ts'
import { sessionFiles } from './session-files.ts'

/** Whoever can say in which state a file is. */
export interface IdentifiesFiles {
  /** @throws RecordingError */
  identify(
    address: RemoteAddress,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<RemoteIdentity>
}

/** A file on a server, or an object of a bucket, by its own address. */
export class SingleFile implements RemotePlace {
  readonly name: string
  readonly #files: IdentifiesFiles
  readonly #address: RemoteAddress

  constructor(files: IdentifiesFiles, address: RemoteAddress) {
    this.name = address.text
    this.#files = files
    this.#address = address
  }

  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const address = this.#address
    const identity = await this.#files.identify(address, { signal })
    const digest = async () => null
    return sessionFiles([{ address, identity, localPath: address.name, digest }])
  }

  async complete(): Promise<void> {}
}
