import type { WatchedSource } from '../../../byte-sources/watched-source.ts'
import { RecordingError } from '../../../errors.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { readNwbVersion } from '../../tables/read-metadata.ts'
import { hasSpikeAmplitudes } from '../../tables/units/read-units.ts'
import { unitsTable } from '../../tables/units/units-table.ts'
import type { OpensSpikes } from '../recorded-spikes.ts'
import { openSpikes } from './open-spikes.ts'
import type { SpikeSource } from './spike-source.ts'

/**
 * A unit is read into memory: 33 million spikes are 268 MB. Sorted units have a million at most; a
 * crafted index can claim any number.
 */
const MOST_SPIKES = 2 ** 25

/** Finds the spikes of a recording in its units table. */
export class StoredSpikes implements OpensSpikes {
  readonly #file: Hdf5File
  readonly #source: WatchedSource

  constructor(file: Hdf5File, source: WatchedSource) {
    this.#file = file
    this.#source = source
  }

  openTimes() {
    this.#file.prefetchProbes(['/units/spike_times', '/units/spike_amplitudes'])
    readNwbVersion(this.#file)
    const table = unitsTable(this.#file)
    const ends = table.ends('spike_times')
    const dataset = table.entries('spike_times')
    if (!ends || !dataset) throw new RecordingError('NO_UNITS', this.#file.name)
    const row = ends.findIndex((end, unitRow) => end - (ends[unitRow - 1] ?? 0) > MOST_SPIKES)
    if (row >= 0) {
      const found = `/units/spike_times_index gives more than ${MOST_SPIKES} spikes to row ${row}`
      throw new RecordingError('INDEX_INVALID', this.#file.name, found)
    }
    return { ends, source: openSpikes(dataset, this.#source) }
  }

  hasAmplitudes(ends: Float64Array): boolean {
    return hasSpikeAmplitudes(unitsTable(this.#file), ends)
  }

  openAmplitudes(ends: Float64Array): SpikeSource {
    const table = unitsTable(this.#file)
    const dataset = table.entries('spike_amplitudes')
    const amplitudeEnds = table.ends('spike_amplitudes')
    if (!dataset || !amplitudeEnds?.every((end, row) => end === ends[row])) {
      const found = '/units/spike_amplitudes does not have one entry for every spike'
      throw new RecordingError('INDEX_INVALID', this.#file.name, found)
    }
    return openSpikes(dataset, this.#source)
  }
}
