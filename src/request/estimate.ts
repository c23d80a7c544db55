import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { ReadOptions } from '../sessions/session-reader.ts'
import {
  type BatchName,
  type BatchRequest,
  type SampleRead,
  type SpikeBatch,
  sampleBatches,
  spikeBatches,
} from '../sessions/session-requests.ts'

/** What spikes and samples would have been read for was only estimated: see {@link Estimate}. */
export class OnlyEstimatedError extends Error {
  override readonly name = 'OnlyEstimatedError'
}

/**
 * About how many bytes of remote recordings a GraphQL request would fetch for spikes and samples,
 * with what is kept of them. Nothing is read that waits for such a read, as LFP around spikes does.
 */
export class Estimate {
  /** of all batches so far */
  bytes = 0

  /** Whether batches of a kind are estimated; others are read, as these depend on them. */
  covers(name: BatchName): boolean {
    return isOneOf(spikeBatches, name) || isOneOf(sampleBatches, name)
  }

  /** Add what a batch would fetch. */
  async add<Name extends BatchName>(
    { location, reader }: CatalogSession,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    options: ReadOptions,
  ): Promise<void> {
    if (location === null) return
    const estimates = isOneOf(spikeBatches, name)
      ? await reader.read('estimateSpikes', [{ name, requests } as SpikeBatch], options)
      : await reader.read(
          'estimateSamples',
          requests.map((request) => ({ name, request }) as SampleRead),
          options,
        )
    for (const bytes of estimates) this.bytes += bytes
  }
}

const isOneOf = (names: readonly BatchName[], name: BatchName) => names.includes(name)
