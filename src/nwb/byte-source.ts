import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { RecordingError } from '../errors.ts'

/** Bytes at positions: a local file now, HTTP ranges later. */
export interface ByteSource {
  /** without its folder */
  readonly name: string
  /** bytes */
  readonly size: number
  /** Fill all of `target` from `position` on. Throws a RecordingError when it cannot be filled. */
  read(target: Uint8Array, position: number): void
  close(): void
}

/** What tells one state of a file from another. */
export interface FileIdentity {
  readonly size: number
  readonly modifiedAt: number
  readonly inode: number
}

/** A file on a local or mounted disk. */
export class LocalFile implements ByteSource {
  readonly name: string
  readonly identity: FileIdentity
  readonly #descriptor: number

  /** @throws RecordingError FILE_MISSING, FILE_UNREADABLE */
  constructor(path: string) {
    this.name = basename(path)
    try {
      this.#descriptor = openSync(path, 'r')
      const { size, mtimeMs, ino } = fstatSync(this.#descriptor)
      this.identity = { size, modifiedAt: mtimeMs, inode: ino }
    } catch (cause) {
      throw fileError(this.name, cause)
    }
  }

  get size(): number {
    return this.identity.size
  }

  read(target: Uint8Array, position: number): void {
    let filled = 0
    while (filled < target.length) {
      const count = this.#readSome(target, filled, position + filled)
      if (count === 0) {
        const missing = `bytes from ${position + filled} on are missing`
        throw new RecordingError('FILE_TRUNCATED', this.name, missing)
      }
      filled += count
    }
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #readSome(target: Uint8Array, offset: number, position: number): number {
    try {
      return readSync(this.#descriptor, target, offset, target.length - offset, position)
    } catch (cause) {
      throw fileError(this.name, cause)
    }
  }
}

/** A fault of the file system as the caller's error, without the path. */
export function fileError(name: string, cause: unknown): RecordingError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR'
  return new RecordingError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', name, reason, { cause })
}
