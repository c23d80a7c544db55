import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LEASE_MS, leasedClaim } from '../claim-lease.ts'
import { type Claim, freeClaim } from '../stored-index.ts'

/**
 * Claim by a file that only one process can make; the time of its last change tells whether its
 * process still runs.
 *
 * @returns null: another has claimed it
 */
export async function claimFile(path: string): Promise<Claim | null> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (!(await make(path))) {
      const stats = await stat(path).catch(() => null)
      if (stats && Date.now() - stats.mtimeMs < LEASE_MS) return null
      // Only one of those that find it expired can move it.
      const expired = `${path}.${randomUUID()}`
      const isMoved = await rename(path, expired).then(
        () => true,
        () => false,
      )
      if (isMoved) await rm(expired, { force: true })
      if (!(await make(path))) return null
    }
  } catch {
    // A folder that cannot be written holds no claims of others.
    return freeClaim
  }
  const renew = () => utimes(path, new Date(), new Date())
  return leasedClaim(renew, () => rm(path, { force: true }))
}

/** @returns false: it is there */
async function make(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
