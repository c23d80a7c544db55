// What runs in the thread of a place: whatever hangs here hangs nowhere else.
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { type EntryKind, type FileStats, type FolderEntry, kindOf } from './disk.ts'

/** A read of a network disk. */
const PIECE_BYTES = 2 ** 18

const operations = {
  stat(path: string): FileStats {
    const stats = statSync(path)
    const { size, mtimeMs, ctimeMs, ino } = stats
    return { size, mtimeMs, ctimeMs, ino, kind: kindOf(stats) as EntryKind }
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

/** What the thread is asked, by name. */
export type DiskOperations = typeof operations

export interface DiskQuestion {
  readonly id: number
  readonly name: keyof DiskOperations
  readonly argument: string | number
}

export type DiskAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly code: string; readonly message: string }

parentPort?.on('message', ({ id, name, argument }: DiskQuestion) => {
  parentPort?.postMessage(answer(id, name, argument))
})

// It can be asked from now on.
parentPort?.postMessage({ id: -1, answer: null } satisfies DiskAnswer)

function answer(id: number, name: keyof DiskOperations, argument: string | number): DiskAnswer {
  try {
    return { id, answer: operations[name](argument as never) }
  } catch (error) {
    const { code = '', message = '' } = error as NodeJS.ErrnoException
    return { id, code, message }
  }
}
