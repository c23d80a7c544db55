import { RecordingError } from '../../errors.ts'
import type { ByteRange, ByteSource, PlannedRead, ReadCost } from '../byte-source.ts'
import { pagesOf } from '../pages/page-runs.ts'
import { PAGE_BYTES } from '../pages/page-table.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { RemoteIdentity } from '../remote/remote-identity.ts'
import type { FetchClient } from './fetch-client.ts'
import { UnitedReads, uniteRanges } from './united-reads.ts'

/** Fetched around what libhdf5 reads, in small pieces: what it reads next is often near. */
const BLOCK_PAGES = 32

/** Longer reads are of data, of which nothing more is wanted. */
const LONGEST_STRUCTURE_READ = 8 * PAGE_BYTES

/** Of several ranges, so many bytes come to the thread at once. */
const BATCH_BYTES = 2 ** 21

/** So many bytes are fetched ahead of those, which fills any line. */
const BYTES_AHEAD = 2 ** 24

/** A file that the fetcher fetches, for a thread that waits for it. */
export class RemoteFile implements ByteSource {
  readonly address: RemoteAddress
  readonly identity: RemoteIdentity
  /** of its content: see remoteKey */
  readonly key: string
  readonly #client: FetchClient
  readonly #file: number

  /**
   * @param maxAge seconds since the server last confirmed the state of the file, at most
   * @throws RecordingError REMOTE_UNREACHABLE, REMOTE_DENIED, REMOTE_UNSUITABLE, FILE_MISSING
   */
  constructor(client: FetchClient, address: RemoteAddress, maxAge: number) {
    const { file, identity, key } = client.open(address, maxAge)
    this.#client = client
    this.#file = file
    this.address = address
    this.identity = identity
    this.key = key
  }

  get name(): string {
    return this.address.name
  }

  get size(): number {
    return this.identity.size
  }

  get cost(): ReadCost {
    return this.#client.line.speed
  }

  read(target: Uint8Array, position: number): void {
    this.#assertInside(target, position)
    if (this.#isInMemory(target, position)) return
    const ranges = Float64Array.of(position, position + target.length)
    const blockPages = target.length <= LONGEST_STRUCTURE_READ ? BLOCK_PAGES : 1
    const file = this.#file
    target.set(this.#client.read(this.name, { file, ranges, blockPages }, target.length))
  }

  /** Several parts, in any order, by as few waits as there can be. */
  readMany(reads: readonly PlannedRead[]): void {
    for (const { target, position } of reads) this.#assertInside(target, position)
    const missing = reads.filter(({ target, position }) => !this.#isInMemory(target, position))
    const batches = batchesOf(missing.toSorted((a, b) => a.position - b.position))
    // More would push out what was fetched first, before it is read.
    const most = Math.min(BYTES_AHEAD, this.#client.pages.size / 4)
    let ahead = 0
    let bytesAhead = 0
    for (const [i, batch] of batches.entries()) {
      if (bytesAhead <= most / 2) {
        const first = ahead
        for (; ahead < batches.length && bytesAhead < most; ahead++) {
          bytesAhead += batches[ahead].length
        }
        if (ahead > i + 1) this.#client.prefetch(this.#file, rangesOf(batches.slice(first, ahead)))
      }
      const request = { file: this.#file, ranges: batch.ranges, blockPages: 1 }
      batch.spread(this.#client.read(this.name, request, batch.length))
      bytesAhead -= batch.length
    }
  }

  prefetch(ranges: readonly ByteRange[]): void {
    const missing: ByteRange[] = []
    let bytes = 0
    for (const range of ranges) {
      const isInside = range.position >= 0 && range.position + range.length <= this.size
      if (!isInside || range.length === 0 || this.#hasPages(range)) continue
      bytes += range.length
      // More would push out what was fetched first, before it is read.
      if (bytes > this.#client.pages.size / 4) break
      missing.push(range)
    }
    if (missing.length === 0) return
    const united = uniteRanges(missing.sort((a, b) => a.position - b.position))
    this.#client.prefetch(this.#file, united)
  }

  close(): void {}

  #hasPages({ position, length }: ByteRange): boolean {
    const { from, to } = pagesOf(position, length)
    for (let page = from; page < to; page++) {
      if (!this.#client.pages.has(this.#file, page)) return false
    }
    return true
  }

  #isInMemory(target: Uint8Array, position: number): boolean {
    for (let at = 0; at < target.length; ) {
      const page = Math.floor((position + at) / PAGE_BYTES)
      const from = position + at - page * PAGE_BYTES
      const part = target.subarray(at, at + PAGE_BYTES - from)
      if (!this.#client.pages.copy(this.#file, page, from, part)) return false
      at += part.length
    }
    this.#client.countCached(target.length)
    return true
  }

  #assertInside(target: Uint8Array, position: number): void {
    if (position >= 0 && position + target.length <= this.size) return
    const found = `it has ${this.size} bytes, and none at ${position + target.length - 1}`
    throw new RecordingError('FILE_TRUNCATED', this.name, found)
  }
}

/** Of all batches, ascending. */
function rangesOf(batches: readonly UnitedReads[]): Float64Array {
  return Float64Array.from(batches.flatMap(({ ranges }) => [...ranges]))
}

/** Ascending reads in batches of about as many bytes. */
function batchesOf(reads: readonly PlannedRead[]): UnitedReads[] {
  const batches: PlannedRead[][] = []
  let length = 0
  for (const read of reads) {
    const last = batches.at(-1)
    length += read.target.length
    if (last && length <= BATCH_BYTES) last.push(read)
    else {
      batches.push([read])
      length = read.target.length
    }
  }
  return batches.map((batch) => new UnitedReads(batch))
}
