import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { objectIn, parseJson, textIn } from '../json-values.ts'

/**
 * Take a lock that other processes see, such as those of a second terminal. One that a process of
 * this machine left behind is taken over.
 *
 * @returns null: another process has it
 */
export async function takeLock(path: string): Promise<AsyncDisposable | null> {
  if (!(await create(path))) {
    if (await isHeld(path)) return null
    await rm(path, { force: true })
    if (!(await create(path))) return null
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** A process of another machine may exist: it counts as running, for it cannot be checked. */
async function isHeld(path: string): Promise<boolean> {
  const content = objectIn(parseJson(await readFile(path).catch(() => Buffer.alloc(0))))
  if (typeof content.pid !== 'number') return false
  if (textIn(content.host) !== hostname()) return true
  if (content.pid === process.pid) return true
  try {
    process.kill(content.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
