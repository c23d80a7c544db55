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
  /** pages that are on their way: whoever waits does so for all of them at once */
  readonly #ahead = new Set<number>()
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
    const wanted = reads.map(({ position, target }) => ({ position, length: target.length }))
    if (pagesOf(wanted).some((page) => !this.#pages.has(page) || this.#ahead.has(page))) {
      this.waits++
      this.#ahead.clear()
    }
    for (const page of pagesOf(wanted)) this.#pages.add(page)
    this.#file.readMany(reads)
  }

  prefetch(ranges: readonly ByteRange[]): void {
    for (const page of pagesOf(ranges)) {
      if (!this.#pages.has(page)) this.#ahead.add(page)
      this.#pages.add(page)
    }
  }

  close(): void {
    this.#file.close()
  }
}

function pagesOf(ranges: readonly ByteRange[]): number[] {
  return ranges.flatMap(({ position, length }) => {
    const first = Math.floor(position / PAGE)
    const last = Math.floor((position + length - 1) / PAGE)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
}
