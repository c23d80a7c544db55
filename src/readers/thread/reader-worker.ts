// What runs in a reader thread. The logic is in reader-thread.ts, where
// tests reach it without a thread.
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina'
import { FetchClient } from '../../byte-sources/fetcher/fetch-client.ts'
import { Sources } from '../../byte-sources/open-source.ts'
import { isTrap } from '../../hdf5/hdf5-library.ts'
import type { ReaderOutcome, ReaderTask, ReaderWorkerData } from '../reader-protocol.ts'
import { ReaderThread } from './reader-thread.ts'

const { fetch }: ReaderWorkerData = workerData

const thread = new ReaderThread(new Sources(fetch && new FetchClient(fetch)))

/** Besides the requests: see ReaderPool.warmUp. */
export { warmUp } from './warm-up.ts'

export default async function run(task: ReaderTask): Promise<unknown> {
  try {
    const outcome = await thread.run(task)
    return move({ [transferableSymbol]: buffersOf(task, outcome), [valueSymbol]: outcome })
  } catch (error) {
    // The pool starts a new thread.
    if (isTrap(error)) process.exit(1)
    throw error
  }
}

/** The responses of a batch are handed over; what a file holds as a whole is small, and copied. */
function buffersOf({ requests }: ReaderTask, outcome: ReaderOutcome): ArrayBuffer[] {
  if (requests === null || outcome.outcome !== 'read') return []
  const buffers = new Set<ArrayBuffer>()
  collectBuffers(outcome.response, buffers)
  return [...buffers]
}

function collectBuffers(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
    return
  }
  for (const part of Object.values(value)) collectBuffers(part, buffers)
}
