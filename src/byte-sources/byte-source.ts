import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { RecordingError } from '../errors.ts'
import { type FileIdentity, fileError, identityOf } from './source-identity.ts'

/** What a read costs, whatever it reads, and what its bytes cost. */
export interface ReadCost {
  /** seconds before the first byte; 0: nothing worth a thought */
  readonly latency: number
  /** bytes a second */
  readonly bandwidth: number
  /** bytes that come together, from a multiple of as many on */
  readonly pageBytes: number
}

/** A part of a file. */
export interface ByteRange {
  readonly position: number
  readonly length: number
}

/** A part of a file, and where it goes. */
export interface PlannedRead {
  readonly position: number
  readonly target: Uint8Array
}

/** Bytes at positions: a file on a disk, in memory, or on a server. */
export interface ByteSource {
  /** without its folder */
  readonly name: string
  /** bytes */
  readonly size: number
  readonly cost: ReadCost
  /** Fill all of `target` from `position` on. Throws a RecordingError when it cannot be filled. */
  read(target: Uint8Array, position: number): void
  /** Several parts, in any order: where a read has a latency, by as few waits as there can be. */
  readMany(reads: readonly PlannedRead[]): void
  /** Have parts fetched that will be read soon, where that helps. Returns at once; never fails. */
  prefetch(ranges: readonly ByteRange[]): void
  close(): void
}

/** Of disks: what is read next to something costs nothing, and what lies elsewhere little. */
export const localCost: ReadCost = { latency: 0, bandwidth: 1e9, pageBytes: 1 }

/** A file on a local or mounted disk. */
export class LocalFile implements ByteSource {
  readonly name: string
  readonly identity: FileIdentity
  readonly cost = localCost
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

  readMany(reads: readonly PlannedRead[]): void {
    for (const { target, position } of reads) this.read(target, position)
  }

  prefetch(): void {}

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
  readonly cost = localCost
  readonly #bytes: Uint8Array

  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.#bytes = bytes
  }

  get size(): number {
    return this.#bytes.length
  }

  read(target: Uint8Array, position: number): void {
    const bytes = this.#bytes.subarray(position, position + target.length)
    if (bytes.length < target.length) {
      const missing = `bytes from ${position + bytes.length} on are missing`
      throw new RecordingError('FILE_TRUNCATED', this.name, missing)
    }
    target.set(bytes)
  }

  readMany(reads: readonly PlannedRead[]): void {
    for (const { target, position } of reads) this.read(target, position)
  }

  prefetch(): void {}

  close(): void {}
}
