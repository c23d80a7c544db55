import { randomUUID } from 'node:crypto'
import { LEASE_MS, leasedClaim } from '../claim-lease.ts'
import type { Claim } from '../stored-index.ts'
import type { ObjectStore } from './object-store.ts'

/**
 * Claim by an object that only one process can put where there is none; it is put again for as long
 * as the claim is held. A store that knows no conditions gives every claim: work may be done twice.
 *
 * @returns null: another has claimed it
 */
export async function claimObject(store: ObjectStore, name: string): Promise<Claim | null> {
  // Other bytes each time, and so another tag.
  const put = (condition: 'absent' | { tag: string }) =>
    store.put(name, Buffer.from(randomUUID()), condition)
  let tag = await put('absent')
  if (tag === null) {
    const other = await store.get(name)
    if (other && other.age < LEASE_MS) return null
    tag = await put(other ? { tag: other.tag } : 'absent')
  }
  if (tag === null) return null
  let own = tag
  return leasedClaim(
    async () => {
      own = (await put({ tag: own })) ?? own
    },
    async () => {
      const last = await store.get(name)
      if (last?.tag === own) await store.remove(name)
    },
  )
}
