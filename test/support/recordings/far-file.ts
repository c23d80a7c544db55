import {
  type ByteRange,
  type ByteSource,
  LocalFile,
  type PlannedRead,
} from '../../../src/byte-sources/byte-source.ts'

const PAGE = 4096

/** A file whose reads wait for a server, unless what they want was fetched before. */
export class FarFile implements ByteSource {
  readonly cost
  readonly #file: LocalFile
  readonly #pages = new Set<number>()
  waits = 0

  /** @param bandwidth bytes a second */
  constructor(path: string, bandwidth = 12.5e6) {
    this.cost = { latency: 0.08, bandwidth, pageBytes: PAGE }
    this.#file = new LocalFile(path)
  }

  get name(): string {
    return this.#file.name
  }

  get size(): number {
    return this.#file.size
  }

  get bytesFetched(): number {
    return this.#pages.size * PAGE
  }

  read(target: Uint8Array, position: number): void {
    this.readMany([{ target, position }])
  }

  readMany(reads: readonly PlannedRead[]): void {
    const ranges = reads.map(({ position, target }) => ({ position, length: target.length }))
    if (this.#fetch(ranges)) this.waits++
    this.#file.readMany(reads)
  }

  prefetch(ranges: readonly ByteRange[]): void {
    this.#fetch(ranges)
  }

  close(): void {
    this.#file.close()
  }

  #fetch(ranges: readonly ByteRange[]): boolean {
    const before = this.#pages.size
    for (const { position, length } of ranges) {
      const last = Math.floor((position + length - 1) / PAGE)
      for (let page = Math.floor(position / PAGE); page <= last; page++) this.#pages.add(page)
    }
    return this.#pages.size > before
  }
}
