/**
 * Bytes that are kept, or not, together. A window of a unit's spikes is some KB, so that larger
 * pages would fetch mostly what nobody requested; see docs/decisions.md.
 */
export const PAGE_BYTES = 2048

/** Pages that a place may hold: where they all are in use, the one used longest ago makes way. */
const WAYS = 8

/** What stands before a page: a number that is odd while it is written, its file, its number, and
 * when it was last used. */
const FIELDS = 4
const [VERSION, FILE, PAGE, USED] = [0, 1, 2, 3]

/** What a table is made of; may be handed to other threads. */
export interface PageMemory {
  readonly entries: SharedArrayBuffer
  readonly bytes: SharedArrayBuffer
}

/**
 * Pages of files in memory that all threads share: one thread writes, the others read without
 * waiting for it or each other. A reader looks at the entry again after it has copied the page, so
 * that it never takes one for another.
 */
export class PageTable {
  readonly memory: PageMemory
  readonly #entries: Int32Array
  readonly #bytes: Uint8Array
  readonly #sets: number
  #clock = 0

  /** @param bytes at most, which is at least one page for each way */
  static ofSize(bytes: number): PageTable {
    const sets = Math.max(1, Math.floor(bytes / (WAYS * PAGE_BYTES)))
    return new PageTable({
      entries: new SharedArrayBuffer(sets * WAYS * FIELDS * Int32Array.BYTES_PER_ELEMENT),
      bytes: new SharedArrayBuffer(sets * WAYS * PAGE_BYTES),
    })
  }

  constructor(memory: PageMemory) {
    this.memory = memory
    this.#entries = new Int32Array(memory.entries)
    this.#bytes = new Uint8Array(memory.bytes)
    this.#sets = this.#bytes.length / (WAYS * PAGE_BYTES)
  }

  /** bytes of pages */
  get size(): number {
    return this.#bytes.length
  }

  /**
   * Copy part of a page.
   *
   * @param file its number, 1 or more
   * @param from of the part, in the page
   * @returns whether the page was there; if not, `target` may hold anything
   */
  copy(file: number, page: number, from: number, target: Uint8Array): boolean {
    const entries = this.#entries
    const first = this.#setOf(file, page) * WAYS
    for (let slot = first; slot < first + WAYS; slot++) {
      const at = slot * FIELDS
      if (entries[at + PAGE] !== page || entries[at + FILE] !== file) continue
      const version = Atomics.load(entries, at + VERSION)
      const isThere = entries[at + PAGE] === page && entries[at + FILE] === file
      if (version % 2 !== 0 || !isThere) continue
      const begin = slot * PAGE_BYTES + from
      target.set(this.#bytes.subarray(begin, begin + target.length))
      if (Atomics.load(entries, at + VERSION) !== version) continue
      entries[at + USED] = ++this.#clock
      return true
    }
    return false
  }

  has(file: number, page: number): boolean {
    const entries = this.#entries
    const first = this.#setOf(file, page) * WAYS
    for (let slot = first; slot < first + WAYS; slot++) {
      const at = slot * FIELDS
      if (entries[at + PAGE] === page && entries[at + FILE] === file) return true
    }
    return false
  }

  /**
   * Keep a page. For the one thread that writes.
   *
   * @param bytes at most a page: the last one of a file may be shorter
   */
  put(file: number, page: number, bytes: Uint8Array): void {
    const slot = this.#slotFor(file, page)
    const entries = this.#entries
    const at = slot * FIELDS
    Atomics.add(entries, at + VERSION, 1)
    entries[at + FILE] = file
    entries[at + PAGE] = page
    this.#bytes.set(bytes, slot * PAGE_BYTES)
    entries[at + USED] = ++this.#clock
    Atomics.add(entries, at + VERSION, 1)
  }

  #slotFor(file: number, page: number): number {
    const entries = this.#entries
    const first = this.#setOf(file, page) * WAYS
    let oldest = first
    for (let slot = first; slot < first + WAYS; slot++) {
      const at = slot * FIELDS
      if (entries[at + FILE] === file && entries[at + PAGE] === page) return slot
      const age = this.#clock - entries[at + USED]
      const oldestAge = this.#clock - entries[oldest * FIELDS + USED]
      const isFree = entries[at + FILE] === 0
      if (isFree || (entries[oldest * FIELDS + FILE] !== 0 && age > oldestAge)) oldest = slot
    }
    return oldest
  }

  /** Neighbours lie in different sets, so that a long run does not push itself out. */
  #setOf(file: number, page: number): number {
    return ((Math.imul(file, 0x9e3779b1) + page) >>> 0) % this.#sets
  }
}
