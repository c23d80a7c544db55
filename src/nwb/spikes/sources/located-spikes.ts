import type { ByteSource } from '../../../byte-sources/byte-source.ts'
import { RecordingError } from '../../../errors.ts'
import type { OpensSpikes } from '../recorded-spikes.ts'
import { ChunkedSpikes } from './chunked-spikes.ts'
import { PlainSpikes } from './plain-spikes.ts'
import type { EntriesLayout, SpikeLayout } from './spike-layout.ts'
import type { SpikeSource } from './spike-source.ts'

/** Spikes whose places in the file are known: nothing is looked for. */
export class LocatedSpikes implements OpensSpikes {
  readonly #source: ByteSource
  readonly #layout: SpikeLayout

  constructor(source: ByteSource, layout: SpikeLayout) {
    this.#source = source
    this.#layout = layout
  }

  openTimes() {
    const { ends, times } = this.#layout
    return { ends, source: spikesAt(this.#source, times, '/units/spike_times') }
  }

  hasAmplitudes(): boolean {
    return this.#layout.amplitudes !== null
  }

  openAmplitudes(): SpikeSource {
    const { amplitudes } = this.#layout
    if (!amplitudes) throw new Error('a recording without known amplitudes has none to open')
    return spikesAt(this.#source, amplitudes, '/units/spike_amplitudes')
  }
}

function spikesAt(source: ByteSource, layout: EntriesLayout, path: string): SpikeSource {
  if (layout.kind === 'plain') return new PlainSpikes(source, layout.position, layout.length)
  return new ChunkedSpikes(
    source,
    layout.length,
    layout,
    layout.chunks,
    (cause) => new RecordingError('FILE_DAMAGED', source.name, `dataset ${path}`, { cause }),
  )
}
