import type { Claim } from './stored-index.ts'

/** A claim that was not renewed for this time is free: its process has ended, or hangs. */
export const LEASE_MS = 60_000

/** Twice missed is not yet late. */
const RENEW_MS = LEASE_MS / 3

/**
 * A claim that is renewed for as long as it is held.
 *
 * @param renew, and give up: failures cost only that another may do the same work
 */
export function leasedClaim(renew: () => Promise<unknown>, giveUp: () => Promise<unknown>): Claim {
  const timer = setInterval(() => renew().catch(() => {}), RENEW_MS).unref()
  return {
    async release() {
      clearInterval(timer)
      await giveUp().catch(() => {})
    },
  }
}
