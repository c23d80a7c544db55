import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Remove unfinished files, or folders, that programs left behind which were killed; not what
 * belongs to a process that is still there, perhaps of another user.
 *
 * @param begin of their names; the number of a process follows
 */
export function removeAbandoned(folder: string, begin: string, kind: 'file' | 'folder'): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(name.startsWith(begin) ? name.slice(begin.length) : Number.NaN)
    if (!(Number.isInteger(pid) && pid > 0) || isRunning(pid)) continue
    const there = lstatSync(join(folder, name), { throwIfNoEntry: false })
    const isKind = kind === 'file' ? there?.isFile() : there?.isDirectory()
    if (isKind) remove(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/**
 * Whether a process has ended, and only waits for its parent to notice; where the system says so.
 */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'))
}

/** What another user owns stays; it is not in the way. */
function remove(place: string): void {
  try {
    rmSync(place, { recursive: true })
  } catch {}
}
