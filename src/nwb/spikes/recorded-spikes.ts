import type { SpikeLayout } from './sources/spike-layout.ts'
import type { SpikeSource } from './sources/spike-source.ts'
import { type ReadsUnits, UnitSpikeReader } from './unit-spike-reader.ts'

/** What opens the spikes of a recording. */
export interface OpensSpikes {
  /** spike times of all units, and the position after each unit's last; shape [units] */
  openTimes(): { readonly ends: Float64Array; readonly source: SpikeSource }
  /** @param ends of the spike times, which the amplitudes must share */
  hasAmplitudes(ends: Float64Array): boolean
  openAmplitudes(ends: Float64Array): SpikeSource
}

/** What batches that need nothing but spikes are read from. */
export interface ReadableSpikes {
  /** the spike times, unit by unit */
  readonly units: ReadsUnits
  /** one for each spike time, in the same order, in V */
  readonly amplitudes: SpikeSource
}

/** The spikes of one open recording. Nothing is opened before it is first used. */
export class RecordedSpikes implements ReadableSpikes {
  readonly #opening: OpensSpikes
  #units: UnitSpikeReader | null = null
  #amplitudes: SpikeSource | null = null

  constructor(opening: OpensSpikes) {
    this.#opening = opening
  }

  /** The spike times, unit by unit. */
  get units(): UnitSpikeReader {
    if (!this.#units) {
      const { ends, source } = this.#opening.openTimes()
      this.#units = new UnitSpikeReader(ends, source)
    }
    return this.#units
  }

  /** One for each spike time, in the same order, in V. */
  get amplitudes(): SpikeSource {
    this.#amplitudes ??= this.#opening.openAmplitudes(this.units.ends)
    return this.#amplitudes
  }

  /** Where the spikes lie; null: only libhdf5 can read their times. */
  layout(): SpikeLayout | null {
    const { ends, source } = this.units
    // Whoever wants to know reads spikes next.
    this.units.prefetchSpan()
    const amplitudes = this.#opening.hasAmplitudes(ends) ? this.amplitudes.layout : null
    return source.layout && { ends, times: source.layout, amplitudes }
  }
}
