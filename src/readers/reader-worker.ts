// What runs in a reader thread. The logic is in reader-thread.ts, where
// tests reach it without a thread.
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { isTrap } from '../hdf5/hdf5-library.ts'
import type { ReaderAnswer, ReaderTask } from './reader-protocol.ts'
import { ReaderThread } from './reader-thread.ts'

const thread = new ReaderThread()

/** Beside the questions: see ReaderPool.warmUp. */
export { warmUp } from './warm-up.ts'

export default async function answer(task: ReaderTask): Promise<unknown> {
  try {
    const answered = await thread.answer(task)
    return move({ [transferableSymbol]: buffersOf(answered), [valueSymbol]: answered })
  } catch (error) {
    // The pool starts a new thread.
    if (isTrap(error)) process.exit(1)
    throw error
  }
}

/** Spikes and counts are handed over; tables are small, and copied. */
function buffersOf(answered: ReaderAnswer): ArrayBufferLike[] {
  if (answered.outcome !== 'answered' || !Array.isArray(answered.answer)) return []
  return answered.answer.flatMap((part) => {
    const isOfColumns = part && ('counts' in part || 'means' in part || 'timesSinceStart' in part)
    const columns: unknown[] = isOfColumns ? Object.values(part) : [part]
    return columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []))
  })
}
