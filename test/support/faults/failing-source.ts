import {
  type ByteSource,
  localCost,
  type PlannedRead,
} from '../../../src/byte-sources/byte-source.ts'
import type { IdentifiedSource } from '../../../src/byte-sources/open-source.ts'
import type { RecordingIdentity } from '../../../src/byte-sources/recording-identity.ts'
import { noFile } from '../../../src/byte-sources/source-identity.ts'
import { RecordingError } from '../../../src/errors.ts'

/** Counts the reads of any number of sources, and makes one of them fail. */
export class ReadCounter {
  count = 0
  #failing = 0

  /** Count again, and let this read fail; the first is 1. */
  failAt(read: number): void {
    this.count = 0
    this.#failing = read
  }

  get hasFailed(): boolean {
    return this.#failing > 0 && this.count >= this.#failing
  }

  /** @returns whether this read fails */
  next(): boolean {
    this.count++
    return this.count === this.#failing
  }
}

/** A byte source one of whose reads fails, as on a disk that was away for a moment. */
export class FailingSource implements IdentifiedSource {
  readonly identity: RecordingIdentity
  readonly cost = localCost
  readonly #source: ByteSource
  readonly #reads: ReadCounter

  constructor(source: ByteSource, reads: ReadCounter, identity: RecordingIdentity = noFile) {
    this.#source = source
    this.#reads = reads
    this.identity = identity
  }

  get name(): string {
    return this.#source.name
  }

  get size(): number {
    return this.#source.size
  }

  read(target: Uint8Array, position: number): void {
    if (this.#reads.next()) {
      throw new RecordingError('FILE_UNREADABLE', this.name, 'the disk was away')
    }
    this.#source.read(target, position)
  }

  readMany(reads: readonly PlannedRead[]): void {
    for (const { target, position } of reads) this.read(target, position)
  }

  prefetch(): void {}

  close(): void {
    this.#source.close()
  }
}
