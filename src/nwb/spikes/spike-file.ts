import type { ByteSource } from '../../byte-sources/byte-source.ts'
import type { RecordingIdentity } from '../../byte-sources/recording-identity.ts'
import { WatchedSource } from '../../byte-sources/watched-source.ts'
import type { BatchName, BatchRequest, BatchResponse } from '../../sessions/session-requests.ts'
import { batchHandlers } from '../request-handlers.ts'
import { RecordedSpikes } from './recorded-spikes.ts'
import { LocatedSpikes } from './sources/located-spikes.ts'
import type { SpikeLayout } from './sources/spike-layout.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

/**
 * The spikes of one NWB file in the state that their layout was taken from. Does not open it as
 * HDF5.
 */
export class SpikeFile {
  readonly identity: RecordingIdentity
  readonly #spikes: RecordedSpikes
  readonly #source: WatchedSource

  constructor(bytes: ByteSource, identity: RecordingIdentity, layout: SpikeLayout) {
    this.identity = identity
    this.#source = new WatchedSource(bytes)
    this.#spikes = new RecordedSpikes(new LocatedSpikes(this.#source, layout))
  }

  /** How many bytes of it were read. */
  get bytesRead(): number {
    return this.#source.bytesRead
  }

  /** How many ms that took. */
  get readMs(): number {
    return this.#source.readMs
  }

  /** For requests that need nothing but spikes. */
  read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    isCancelled: IsCancelled = () => false,
  ): BatchResponse<Name>[] {
    const handler = batchHandlers[name]
    if ('ofSpikes' in handler) return handler.ofSpikes(this.#spikes, requests, isCancelled)
    throw new Error(`${name} needs more than the layout of the spikes`)
  }

  close(): void {
    this.#source.close()
  }
}
