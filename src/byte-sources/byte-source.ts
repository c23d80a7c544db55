import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { RecordingError } from '../errors.ts'
import { type FileIdentity, fileError, identityOf } from './source-identity.ts'

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
      this.identity = identityOf(fstatSync(this.#descriptor))
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

/** Bytes in memory. */
export class MemoryBytes implements ByteSource {
  readonly name: string
  readonly #bytes: Uint8Array

  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.#bytes = bytes
  }

  get size(): number {
    return this.#bytes.length
  }

  read(target: Uint8Array, position: number): void {
    target.set(this.#bytes.subarray(position, position + target.length))
  }

  close(): void {}
}
