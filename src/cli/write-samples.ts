import { rmSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { writeSampleSessions } from '../sample/sample-sessions.ts'
import { interruptible } from './interruption.ts'
import { startProgress } from './progress.ts'

/** Called after each step with what was written last. */
type OnProgress = (done: number, total: number, label: string) => void

/** Write the sample sessions into a folder. Returns their paths. */
export function writeSamples(folder: string): Promise<string[]> {
  return writeWhole(folder, 'Writing sample sessions', (partial, onProgress) =>
    writeSampleSessions(partial, { onProgress }),
  )
}

/**
 * Write files into a hidden folder, which no catalog looks into, and move them to their places when all are whole.
 * An interruption leaves nothing behind.
 */
export async function writeWhole(
  folder: string,
  task: string,
  write: (partial: string, onProgress: OnProgress) => Promise<string[]>,
): Promise<string[]> {
  const partial = join(folder, `.partial-${process.pid}`)
  const remove = () => rmSync(partial, { recursive: true, force: true })
  process.on('exit', remove)
  const progress = startProgress(task)
  try {
    return await interruptible(async (signal) => {
      await mkdir(partial, { recursive: true })
      const files = await write(partial, (done, total, label) => {
        signal.throwIfAborted()
        progress.setTotal(total)
        progress.update(done, label)
      })
      signal.throwIfAborted()
      return Promise.all(files.map((file) => moveInto(folder, partial, file)))
    })
  } finally {
    progress.stop()
    remove()
    process.off('exit', remove)
  }
}

async function moveInto(folder: string, partial: string, file: string): Promise<string> {
  const place = join(folder, relative(partial, file))
  await mkdir(dirname(place), { recursive: true })
  await rename(file, place)
  return place
}
