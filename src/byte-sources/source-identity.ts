import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { RecordingError } from '../errors.ts'
import { type Disk, sharedDisk } from './disk/disk.ts'

/**
 * What tells one state of a file from another, at the cost of one look at its folder.
 * For caches and FILE_CHANGED within one process: of copies it differs; see
 * contentVersion for a name that they share.
 */
export interface FileIdentity {
  readonly size: number
  /** ms */
  readonly modifiedAt: number
  /**
   * ms; of contents, name or permissions. Unlike the time of
   * modification no program can set it back.
   */
  readonly changedAt: number
  readonly inode: number
}

/** Of what is not there. */
export const noFile: FileIdentity = { size: 0, modifiedAt: 0, changedAt: 0, inode: 0 }

interface Stats {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
}

export function identityOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileIdentity {
  return { size, modifiedAt: mtimeMs, changedAt: ctimeMs, inode: ino }
}

/**
 * The file that lies at a path now.
 *
 * @throws RecordingError FILE_MISSING, FILE_UNREADABLE, DISK_SILENT
 */
export async function identityAt(path: string, disk: Disk = sharedDisk): Promise<FileIdentity> {
  try {
    return identityOf(await disk.stat(path))
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
  return (
    a.size === b.size &&
    a.modifiedAt === b.modifiedAt &&
    a.changedAt === b.changedAt &&
    a.inode === b.inode
  )
}

/** A fault of the file system as the caller's error, without the path. */
export function fileError(name: string, cause: unknown): RecordingError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (reason === 'ESILENT') return new RecordingError('DISK_SILENT', name, '', { cause })
  // Node puts the replacement character instead of bytes that are not UTF-8:
  // there is no file of such a name.
  if (reason === 'ENOENT' && name.includes('\ufffd')) {
    return new RecordingError('NAME_NOT_UTF8', name, '', { cause })
  }
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR'
  return new RecordingError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', name, reason, { cause })
}
