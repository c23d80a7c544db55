import type { DownloadedBytes } from '../downloads/downloaded-bytes.ts'
import type { PageFile } from '../pages/page-file.ts'
import type { PageFolder } from '../pages/page-folder.ts'
import { type PageRun, planRuns } from '../pages/page-runs.ts'
import { PAGE_BYTES, type PageTable } from '../pages/page-table.ts'
import type { RangeTarget } from '../pages/range-target.ts'

/** A longer run is read or fetched in parts of this, side by side: 1 MB. */
export const MOST_PAGES = 512

/** Where pages of a file may be on this machine. */
export interface PageStores {
  readonly table: PageTable
  readonly folder: PageFolder | null
  /** in the folder; null: none are kept there */
  readonly disk: PageFile | null
  /** null: downloads are not looked for */
  readonly downloaded: DownloadedBytes | null
}

/** Told of bytes that no server had to send. */
type OnTaken = (bytes: number) => void

/** What this machine has of a remote file in one state: in memory, on disk, or downloaded. */
export class KeptPages {
  readonly #number: number
  readonly #size: number
  readonly #stores: PageStores

  /** @param size of the file, in bytes */
  constructor(number: number, size: number, stores: PageStores) {
    this.#number = number
    this.#size = size
    this.#stores = stores
  }

  /** Keep bytes that lie at the begin of a page. */
  keep(page: number, bytes: Uint8Array): void {
    const { disk, folder } = this.#stores
    this.#keepInMemory(page, bytes)
    if (disk) folder?.write(disk, page, bytes)
  }

  /**
   * Bring pages to a target.
   *
   * @param blockPages where more than one, those around what was downloaded come to memory, too
   * @returns those that are not here, ascending
   */
  async take(
    pages: readonly number[],
    target: RangeTarget,
    blockPages: number,
    onTaken: OnTaken,
  ): Promise<readonly number[]> {
    const notInMemory = this.#takeFromMemory(pages, target, onTaken)
    const notOnDisk = await this.#takeFromDisk(notInMemory, target, onTaken)
    const notHere = await this.#takeFromDownload(notOnDisk, target, blockPages, onTaken)
    // What was under way may have come meanwhile.
    return this.#takeFromMemory(notHere, target, onTaken)
  }

  /** Whole blocks of pages around some, as far as they are not in memory or on disk. */
  blocksOf(pages: readonly number[], blockPages: number): number[] {
    const { table, disk } = this.#stores
    const last = Math.ceil(this.#size / PAGE_BYTES)
    const wanted = new Set(pages)
    for (const block of new Set(pages.map((page) => Math.floor(page / blockPages)))) {
      const end = Math.min(last, (block + 1) * blockPages)
      for (let page = block * blockPages; page < end; page++) {
        if (!table.has(this.#number, page) && !disk?.has(page)) wanted.add(page)
      }
    }
    return [...wanted].sort((a, b) => a - b)
  }

  lengthOf({ from, to }: PageRun): number {
    return Math.min(this.#size, to * PAGE_BYTES) - from * PAGE_BYTES
  }

  async close(): Promise<void> {
    await this.#stores.downloaded?.close()
  }

  #takeFromMemory(pages: Iterable<number>, target: RangeTarget, onTaken: OnTaken) {
    const page = new Uint8Array(PAGE_BYTES)
    const missing: number[] = []
    for (const number of pages) {
      if (this.#stores.table.copy(this.#number, number, 0, page)) {
        onTaken(target.place(number * PAGE_BYTES, page))
      } else missing.push(number)
    }
    return missing
  }

  async #takeFromDisk(
    pages: readonly number[],
    target: RangeTarget,
    onTaken: OnTaken,
  ): Promise<readonly number[]> {
    const { disk, table } = this.#stores
    if (!disk) return pages
    const missing: number[] = pages.filter((page) => !disk.has(page))
    const stored = planRuns(
      pages.filter((page) => disk.has(page)),
      0,
      MOST_PAGES,
    )
    await Promise.all(
      stored.map(async ({ from, to }) => {
        // Of a disk that fails, everything is fetched.
        const read = await disk.read(from, to).catch(() => new Array<null>(to - from).fill(null))
        for (const [i, bytes] of read.entries()) {
          if (bytes) {
            table.put(this.#number, from + i, bytes)
            onTaken(target.place((from + i) * PAGE_BYTES, bytes))
          } else missing.push(from + i)
        }
      }),
    )
    return missing.sort((a, b) => a - b)
  }

  async #takeFromDownload(
    pages: readonly number[],
    target: RangeTarget,
    blockPages: number,
    onTaken: OnTaken,
  ): Promise<readonly number[]> {
    const { downloaded } = this.#stores
    if (!downloaded || pages.length === 0) return pages
    await downloaded.look()
    const isThere = (page: number) =>
      downloaded.has(page * PAGE_BYTES, this.lengthOf({ from: page, to: page + 1 }))
    const wanted = blockPages > 1 ? this.blocksOf(pages, blockPages) : pages
    const missing = new Set(pages)
    for (const run of planRuns(wanted.filter(isThere), 0, MOST_PAGES)) {
      const position = run.from * PAGE_BYTES
      const bytes = await downloaded.read(position, this.lengthOf(run))
      if (!bytes) continue
      this.#keepInMemory(run.from, bytes)
      onTaken(target.place(position, bytes))
      for (let page = run.from; page < run.to; page++) missing.delete(page)
    }
    return [...missing]
  }

  #keepInMemory(page: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
      this.#stores.table.put(
        this.#number,
        page + at / PAGE_BYTES,
        bytes.subarray(at, at + PAGE_BYTES),
      )
    }
  }
}
