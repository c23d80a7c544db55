import type { ByteRange, ByteSource, PlannedRead, ReadCost } from './byte-source.ts'

/** A byte source that can be watched, and remembers the first of its reads that failed. */
export class WatchedSource implements ByteSource {
  readonly #source: ByteSource
  #failure: unknown = null
  readCount = 0
  bytesRead = 0
  /** ms that reads took */
  readMs = 0
  /** every read from now on, where someone wants to know them */
  reads: ByteRange[] | null = null

  constructor(source: ByteSource) {
    this.#source = source
  }

  get name(): string {
    return this.#source.name
  }

  get size(): number {
    return this.#source.size
  }

  get cost(): ReadCost {
    return this.#source.cost
  }

  read(target: Uint8Array, position: number): void {
    this.#note({ target, position })
    this.#rememberFailure(() => this.#source.read(target, position))
  }

  readMany(reads: readonly PlannedRead[]): void {
    for (const read of reads) this.#note(read)
    this.#rememberFailure(() => this.#source.readMany(reads))
  }

  prefetch(ranges: readonly ByteRange[]): void {
    this.#source.prefetch(ranges)
  }

  /** @throws what the first read that failed threw */
  assertReadable(): void {
    if (this.#failure !== null) throw this.#failure
  }

  close(): void {
    this.#source.close()
  }

  #note({ target, position }: PlannedRead): void {
    this.readCount++
    this.bytesRead += target.length
    this.reads?.push({ position, length: target.length })
  }

  #rememberFailure(read: () => void): void {
    const begun = performance.now()
    try {
      read()
    } catch (failure) {
      this.#failure ??= failure
      throw failure
    } finally {
      this.readMs += performance.now() - begun
    }
  }
}
