import type { ByteSource } from '../../byte-sources/byte-source.ts'

/**
 * Most of what describes objects stands at the begin of a file: what comes in as much time as four
 * round trips take saves more of them.
 */
const BEGIN_TRIPS = 4
const MOST_BEGIN_BYTES = 2 ** 22

/** Have what a file begins with fetched, where reads wait. */
export function prefetchBegin(source: ByteSource): void {
  const { cost, size } = source
  const length = Math.min(size, MOST_BEGIN_BYTES, BEGIN_TRIPS * cost.latency * cost.bandwidth)
  source.prefetch([{ position: 0, length: Math.floor(length) }])
}
