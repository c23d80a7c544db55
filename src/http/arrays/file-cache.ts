import type { CacheStatistics } from '../../cache/cache-statistics.ts'
import { MemoryCache } from '../../cache/memory-cache.ts'
import type { AddressedExport } from '../../exports/addressed-export.ts'
import type { FileBytes } from '../../formats/file-format.ts'
import { lengthOf } from '../../formats/zip/zip.ts'

/** Of an entry, beside its bytes: its address and the headers within. */
const ENTRY_BYTES = 1000

/**
 * Finished files by their addresses, those used last, up to so many bytes. What an address names
 * never changes; whether it still names anything is checked before. To write the notebook's 90
 * matrices again takes three times as long as to send them.
 */
export class FileCache {
  readonly #files: MemoryCache<readonly Uint8Array[]>

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    this.#files = new MemoryCache(maxBytes)
  }

  /** The file that is kept; else encodes it. What is written while it is sent is not kept. */
  async bytesOf({ address, encode }: AddressedExport): Promise<FileBytes> {
    const kept = this.#files.get(address)
    if (kept) return { parts: kept }
    const bytes = await encode()
    if ('parts' in bytes) this.#files.set(address, bytes.parts, lengthOf(bytes.parts) + ENTRY_BYTES)
    return bytes
  }

  get statistics(): CacheStatistics {
    return this.#files.statistics
  }
}
