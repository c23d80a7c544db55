// What runs in the thread of a place: whatever hangs here hangs nowhere else.
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import {
  type EntryKind,
  type FileStats,
  type FolderEntry,
  kindOf,
  STATS,
  statsRow,
} from './disk.ts'

/** A read of a network disk. */
const PIECE_BYTES = 2 ** 18

/** After which the thread responds with what it has: a silent one does not respond at all. */
const SLICE_MS = 200

const operations = {
  stat(path: string): FileStats {
    const stats = statSync(path)
    const { size, mtimeMs, ctimeMs, ino } = stats
    return { size, mtimeMs, ctimeMs, ino, kind: kindOf(stats) as EntryKind }
  },
  /** See Disk.statMany. Of the first files, at least one, as many as a slice of time is for. */
  statSome(paths: readonly string[]): Float64Array {
    const until = performance.now() + SLICE_MS
    const all = new Float64Array(paths.length * STATS)
    let count = 0
    do {
      all.set(statsRow(statOrNull(paths[count])), count * STATS)
      count++
    } while (count < paths.length && performance.now() < until)
    return all.subarray(0, count * STATS)
  },
  realPath: (path: string): string => realpathSync(path),
  list: (folder: string): FolderEntry[] =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  open: (path: string): number => openSync(path, 'r'),
  read(descriptor: number): Uint8Array {
    const piece = new Uint8Array(PIECE_BYTES)
    return piece.slice(0, readSync(descriptor, piece))
  },
  close: (descriptor: number): void => closeSync(descriptor),
}

/** The thread's operations, by name. */
export type DiskOperations = typeof operations

export interface DiskRequest {
  readonly id: number
  readonly name: keyof DiskOperations
  readonly argument: string | number | readonly string[]
}

export type DiskResponse =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly code: string; readonly message: string }

parentPort?.on('message', ({ id, name, argument }: DiskRequest) => {
  parentPort?.postMessage(run(id, name, argument))
})

// Ready for requests.
parentPort?.postMessage({ id: -1, result: null } satisfies DiskResponse)

function statOrNull(path: string) {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

function run(
  id: number,
  name: keyof DiskOperations,
  argument: DiskRequest['argument'],
): DiskResponse {
  try {
    return { id, result: operations[name](argument as never) }
  } catch (error) {
    const { code = '', message = '' } = error as NodeJS.ErrnoException
    return { id, code, message }
  }
}
