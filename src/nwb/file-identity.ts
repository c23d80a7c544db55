import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { RecordingError } from '../errors.ts'

/** What tells one state of a file from another. */
export interface FileIdentity {
  readonly size: number
  /** ms */
  readonly modifiedAt: number
  readonly inode: number
}

interface Stats {
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
}

export function identityOf({ size, mtimeMs, ino }: Stats): FileIdentity {
  return { size, modifiedAt: mtimeMs, inode: ino }
}

/**
 * The file that lies at a path now.
 *
 * @throws RecordingError FILE_MISSING, FILE_UNREADABLE
 */
export async function identityAt(path: string): Promise<FileIdentity> {
  try {
    return identityOf(await stat(path))
  } catch (cause) {
    throw fileError(basename(path), cause)
  }
}

/** The same at once, for threads that may wait. */
export function identityAtSync(path: string): FileIdentity {
  try {
    return identityOf(statSync(path))
  } catch (cause) {
    throw fileError(basename(path), cause)
  }
}

export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return a.size === b.size && a.modifiedAt === b.modifiedAt && a.inode === b.inode
}

/** Tells one state of one file from all others. */
export function identityKey(path: string, { size, modifiedAt, inode }: FileIdentity): string {
  return `${size} ${modifiedAt} ${inode} ${path}`
}

/**
 * A short name of a state of a file. Without the inode, which differs from disk to disk, and in whole milliseconds, which is what copying
 * keeps of a time of modification nearly everywhere.
 */
export function fileVersion({ size, modifiedAt }: FileIdentity): string {
  const hash = createHash('sha256').update(`${size} ${Math.floor(modifiedAt)}`)
  return hash.digest('hex').slice(0, 12)
}

/** A fault of the file system as the caller's error, without the path. */
export function fileError(name: string, cause: unknown): RecordingError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR'
  return new RecordingError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', name, reason, { cause })
}
