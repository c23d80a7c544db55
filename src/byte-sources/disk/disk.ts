import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'

/** What a path leads to, links followed. */
export interface FileStats {
  /** bytes */
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
  readonly kind: EntryKind
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other'

/** An entry of a folder, links not followed. */
export interface FolderEntry {
  readonly name: string
  readonly kind: EntryKind
}

/**
 * How the file system is looked at, apart from reading recordings. Every
 * method fails with Node's errors.
 */
export interface Disk {
  stat(path: string): Promise<FileStats>
  /**
   * The same of many files, for those who look at all of them again and again.
   *
   * @returns shape [paths, 4]: size, mtimeMs, ctimeMs, ino; zeros where nothing can be looked at
   */
  statMany(paths: readonly string[]): Promise<Float64Array>
  realPath(path: string): Promise<string>
  list(folder: string): Promise<FolderEntry[]>
  /** The bytes of a file, piece by piece. */
  pieces(path: string): AsyncIterable<Uint8Array>
  /**
   * Watch a place for as long as something else works on it, such as a thread that reads.
   *
   * @returns aborted when the place does not answer any more
   */
  watch(path: string): WatchedPlace
}

export interface WatchedPlace extends Disposable {
  readonly silent: AbortSignal
}

/**
 * A place that has not answered for some time: a network disk that hangs.
 * Looks like an error of Node's.
 */
export class DiskSilentError extends Error {
  override readonly name = 'DiskSilentError'
  readonly code = 'ESILENT'

  constructor(seconds: number) {
    super(`no response for ${seconds} s`)
  }
}

/**
 * What stands in for a response of a disk that fails: unless the disk is silent, which
 * says nothing of what lies there.
 *
 * @throws DiskSilentError
 */
export function unlessSilent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof DiskSilentError) throw error
    return value
  }
}

/** The whole of a small file. */
export async function readText(disk: Disk, path: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of disk.pieces(path)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** Numbers of a file in the result of statMany. */
export const STATS = 4

/** libuv has four threads. */
const STATS_AT_ONCE = 4

export function statsRow(stats: Omit<FileStats, 'kind'> | null): [number, number, number, number] {
  return stats ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino] : [0, 0, 0, 0]
}

/** Disk.statMany by one look for each file. */
export async function statEach(
  paths: readonly string[],
  look: (path: string) => Promise<Omit<FileStats, 'kind'>>,
): Promise<Float64Array> {
  const all = new Float64Array(paths.length * STATS)
  await mapAtMost(STATS_AT_ONCE, [...paths.keys()], async (i) => {
    all.set(statsRow(await look(paths[i]).catch(unlessSilent(null))), i * STATS)
  })
  return all
}

/** What stats and folder entries of Node have in common. */
interface Kinds {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

export function kindOf(entry: Kinds): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** Through libuv's threads, which all share: for a program that can wait, on disks that answer. */
export const sharedDisk: Disk = {
  async stat(path) {
    const stats = await stat(path)
    const { size, mtimeMs, ctimeMs, ino } = stats
    return { size, mtimeMs, ctimeMs, ino, kind: kindOf(stats) }
  },
  statMany: (paths) => statEach(paths, stat),
  realPath: (path) => realpath(path),
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
  pieces: (path) => createReadStream(path),
  watch: () => ({ silent: new AbortController().signal, [Symbol.dispose]: () => {} }),
}
