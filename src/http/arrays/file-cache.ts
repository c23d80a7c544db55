import { LRUCache } from 'lru-cache'
import type { AddressedExport } from '../../exports/addressed-export.ts'
import type { FileBytes } from '../../formats/file-format.ts'
import { lengthOf } from '../../formats/zip/zip.ts'

/** Of an entry, beside its bytes: its address and the headers within. */
const ENTRY_BYTES = 1000

/**
 * Finished files by their addresses, those used last, up to so many bytes. What an address names
 * never changes; whether it still names anything is asked before. To write the notebook's 90
 * matrices anew takes three times as long as to send them.
 */
export class FileCache {
  readonly #files: LRUCache<string, readonly Uint8Array[]> | null
  #hits = 0
  #misses = 0

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    const sizeCalculation = (parts: readonly Uint8Array[]) => lengthOf(parts) + ENTRY_BYTES
    this.#files = maxBytes > 0 ? new LRUCache({ maxSize: maxBytes, sizeCalculation }) : null
  }

  /** The file that is kept; else encodes it. What is written while it is sent is not kept. */
  async bytesOf({ address, encode }: AddressedExport): Promise<FileBytes> {
    const kept = this.#files?.get(address)
    if (kept) {
      this.#hits++
      return { parts: kept }
    }
    this.#misses++
    const bytes = await encode()
    if ('parts' in bytes) this.#files?.set(address, bytes.parts)
    return bytes
  }

  get statistics() {
    return {
      entries: this.#files?.size ?? 0,
      bytes: this.#files?.calculatedSize ?? 0,
      hits: this.#hits,
      misses: this.#misses,
    }
  }
}
