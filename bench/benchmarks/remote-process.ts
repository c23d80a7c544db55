import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../baseline/run-python.ts'
import { peakMemory } from '../machine/process-usage.ts'
import { commandFile } from '../project.ts'
import { decodeNotebook } from '../requests/notebook.ts'
import { timed } from '../rounds.ts'

/** Between two looks at the memory of a process: the peak is kept by the system. */
const LOOK_MS = 20

/** What a whole process took. */
export interface ProcessTaken {
  readonly seconds: number
  /** bytes; most that were in memory at once */
  readonly peakMemory: number
}

/**
 * `spikeql export dataset` of a recording elsewhere, by a process of its own that knows nothing of
 * it.
 *
 * @param folder an empty one
 * @param session the same recording on this machine, whose counts are to be equal
 */
export async function exportDataset(
  url: string,
  folder: string,
  session: string,
): Promise<ProcessTaken> {
  const file = join(folder, 'remote.npz')
  const cache = join(folder, 'cache')
  const args = [commandFile, 'export', 'dataset', url, '--out', file, '--cache-dir', cache]
  const { milliseconds, result } = await timed(() => peakOf(args))
  await assertSame(file, join(folder, 'local.npz'), session)
  return { seconds: milliseconds / 1000, peakMemory: result }
}

async function peakOf(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  let peak = 0
  const look = setInterval(() => {
    // It may have ended just now.
    try {
      peak = Math.max(peak, peakMemory(child.pid as number) || 0)
    } catch {}
  }, LOOK_MS)
  const [status] = await once(child, 'exit')
  clearInterval(look)
  if (status !== 0) throw new Error(`spikeql ${args.slice(1).join(' ')} failed`)
  return peak
}

async function assertSame(file: string, localFile: string, session: string): Promise<void> {
  const args = [commandFile, 'export', 'dataset', session, '--out', localFile, '--no-cache']
  await runProgram(process.execPath, args)
  const matrices = decodeNotebook(readFileSync(file), 'npz')
  const local = decodeNotebook(readFileSync(localFile), 'npz')
  const isSame =
    matrices.length === local.length &&
    matrices.every(({ cells }, i) => Buffer.from(cells).equals(Buffer.from(local[i].cells)))
  if (!isSame) throw new Error('the counts of the remote recording are not those of the local one')
}
