import { rmdirSync, rmSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { removeAbandoned } from '../terminal/abandoned-files.ts'
import { interruptible } from '../terminal/interruption.ts'
import { startProgress } from '../terminal/progress.ts'
import { asWriteError } from '../terminal/write-error.ts'

/** How the name of an unfinished folder begins, before the number of the process. */
const PARTIAL = '.partial-'

/** Called after each step with what was written last. */
type OnProgress = (done: number, total: number, label: string) => void

/** Write the sample sessions into a folder. Returns their paths. */
export function writeSamples(folder: string): Promise<string[]> {
  return writeWhole(folder, 'Writing sample sessions', async (partial, onProgress) => {
    // Only here and below: loading it takes longer than most commands.
    const { writeSampleSessions } = await import('../../sample/sample-sessions.ts')
    return writeSampleSessions(partial, { onProgress })
  })
}

/** Write a session of full size into a folder. Returns its path. */
export function writeFullSample(folder: string): Promise<string[]> {
  return writeWhole(folder, 'Writing a full-size session', async (partial, onProgress) => {
    const { writeFullSession } = await import('../../sample/full-session.ts')
    const file = join(partial, 'full_session.nwb')
    await writeFullSession(file, { onProgress })
    return [file]
  })
}

/**
 * Write files into a hidden folder, which no catalog looks into, and move them to their places when
 * all are whole. An interruption leaves nothing behind.
 */
async function writeWhole(
  folder: string,
  task: string,
  write: (partial: string, onProgress: OnProgress) => Promise<string[]>,
): Promise<string[]> {
  try {
    return await interruptible(async (signal) => {
      const partial = join(folder, `${PARTIAL}${process.pid}`)
      const firstCreated = (await mkdir(partial, { recursive: true })) ?? partial
      removeAbandoned(folder, PARTIAL, 'folder')
      const remove = () => {
        rmSync(partial, { recursive: true, force: true })
        removeEmpty(resolve(folder), resolve(firstCreated))
      }
      process.on('exit', remove)
      const progress = await startProgress(task)
      try {
        const files = await write(partial, (done, total, label) => {
          signal.throwIfAborted()
          progress.setTotal(total)
          progress.update(done, label)
        })
        signal.throwIfAborted()
        return await Promise.all(files.map((file) => moveInto(folder, partial, file)))
      } finally {
        progress.stop()
        remove()
        process.off('exit', remove)
      }
    })
  } catch (error) {
    throw asWriteError(error, folder, 'Name another folder.')
  }
}

/** Remove folders that hold nothing, from one of them up to another. */
function removeEmpty(from: string, upTo: string): void {
  for (let folder = from; folder.startsWith(upTo); folder = dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}

async function moveInto(folder: string, partial: string, file: string): Promise<string> {
  const place = join(folder, relative(partial, file))
  await mkdir(dirname(place), { recursive: true })
  await rename(file, place)
  return place
}
