import type { EntryRange, SpikeSource } from '../../../src/nwb/spikes/sources/spike-source.ts'
import { UnitSpikeReader } from '../../../src/nwb/spikes/unit-spike-reader.ts'

/** Spikes in memory that remember how many entries were read. */
export class MemorySpikes implements SpikeSource {
  readonly readsAnywhere: boolean
  readonly layout = null
  readonly pagePhase = 0
  readonly latency: number
  readonly #entries: Float64Array
  /** 1: was fetched */
  readonly #kept: Uint8Array
  entriesRead = 0
  /** reads one after another, each of which would wait for a server */
  waits = 0

  constructor(entries: Float64Array, readsAnywhere = true, latency = 0) {
    this.#entries = entries
    this.#kept = new Uint8Array(entries.length)
    this.latency = latency
    this.readsAnywhere = readsAnywhere
  }

  get length(): number {
    return this.#entries.length
  }

  read(target: Float64Array, from: number): void {
    if (from < 0 || from + target.length > this.length)
      throw new RangeError('outside of the spikes')
    this.entriesRead += target.length
    if (!this.#isKept({ from, to: from + target.length })) this.waits++
    target.set(this.#entries.subarray(from, from + target.length))
  }

  readMany(ranges: readonly EntryRange[]): Float64Array[] {
    if (!ranges.every((range) => this.#isKept(range))) this.waits++
    this.prefetch(ranges)
    return ranges.map(({ from, to }) => this.#entries.slice(from, to))
  }

  bytesOf(ranges: readonly EntryRange[]): number {
    return ranges.reduce((sum, { from, to }) => sum + 8 * (to - from), 0)
  }

  prefetch(ranges: readonly EntryRange[]): void {
    if (this.latency === 0) return
    for (const { from, to } of ranges) this.#kept.fill(1, from, to)
    this.entriesRead += ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  }

  #isKept({ from, to }: EntryRange): boolean {
    return this.#kept.subarray(from, to).every((isKept) => isKept === 1)
  }
}

/** Units whose spike times are given. */
export function unitSpikes(units: readonly Float64Array[], latency = 0) {
  let end = 0
  const ends = Float64Array.from(units, ({ length }) => {
    end += length
    return end
  })
  const entries = new Float64Array(end)
  for (const [row, unit] of units.entries()) entries.set(unit, ends[row - 1] ?? 0)
  const source = new MemorySpikes(entries, true, latency)
  return { ends, source, reader: new UnitSpikeReader(ends, source) }
}
