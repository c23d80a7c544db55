import type { WatchedSource } from '../byte-sources/watched-source.ts'
import { RecordingError } from '../errors.ts'
import type { Hdf5File } from '../hdf5/hdf5-file.ts'
import { RecordedSpikes } from './spikes/recorded-spikes.ts'
import { StoredSpikes } from './spikes/sources/stored-spikes.ts'
import { unitsTable } from './tables/units/units-table.ts'
import { type WaveformColumn, waveformColumn } from './tables/units/waveform-column.ts'

/** An open NWB file, and what is kept of it between requests. */
export class OpenRecording {
  readonly file: Hdf5File
  readonly source: WatchedSource
  readonly spikes: RecordedSpikes
  #waveforms: WaveformColumn | null = null

  constructor(file: Hdf5File, source: WatchedSource) {
    this.file = file
    this.source = source
    this.spikes = new RecordedSpikes(new StoredSpikes(file, source))
  }

  /** @throws RecordingError UNSUPPORTED_LAYOUT without mean waveforms */
  get waveforms(): WaveformColumn {
    this.#waveforms ??= waveformColumn(unitsTable(this.file))
    if (this.#waveforms) return this.#waveforms
    throw new RecordingError('UNSUPPORTED_LAYOUT', this.file.name, 'no mean waveforms')
  }
}
