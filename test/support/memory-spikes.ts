import type { SpikeSource } from '../../src/nwb/spikes/sources/spike-source.ts'
import { UnitSpikeReader } from '../../src/nwb/spikes/unit-spike-reader.ts'

/** Spikes in memory that remember how many entries were read. */
export class MemorySpikes implements SpikeSource {
  readonly readsAnywhere: boolean
  readonly layout = null
  readonly #entries: Float64Array
  entriesRead = 0

  constructor(entries: Float64Array, readsAnywhere = true) {
    this.#entries = entries
    this.readsAnywhere = readsAnywhere
  }

  get length(): number {
    return this.#entries.length
  }

  read(target: Float64Array, from: number): void {
    if (from < 0 || from + target.length > this.length)
      throw new RangeError('outside of the spikes')
    this.entriesRead += target.length
    target.set(this.#entries.subarray(from, from + target.length))
  }
}

/** Units whose spike times are given. */
export function unitSpikes(units: readonly Float64Array[]) {
  let end = 0
  const ends = Float64Array.from(units, ({ length }) => {
    end += length
    return end
  })
  const entries = new Float64Array(end)
  for (const [row, unit] of units.entries()) entries.set(unit, ends[row - 1] ?? 0)
  const source = new MemorySpikes(entries)
  return { ends, source, reader: new UnitSpikeReader(ends, source) }
}
