import { setImmediate } from 'node:timers/promises'

/**
 * Run something, and give what was rejected meanwhile with nobody
 * waiting, which nobody else hears of.
 */
export async function unhandledDuring(run: () => Promise<unknown>): Promise<unknown[]> {
  const reasons: unknown[] = []
  const others = process.listeners('unhandledRejection')
  const note = (reason: unknown) => reasons.push(reason)
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', note)
  try {
    await run()
    // Node tells of a rejection behind the turn in which it came.
    await setImmediate()
    await setImmediate()
  } finally {
    process.off('unhandledRejection', note)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  return reasons
}
