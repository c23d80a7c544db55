import type { SessionWarning } from '../../domain/session/session-warning.ts'
import type { RecordedSpikes } from './recorded-spikes.ts'
import type { EntryRange, SpikeSource } from './sources/spike-source.ts'
import { isAscending } from './unit-spike-reader.ts'

/** Of recordings with more, samples are looked at. */
const MOST_SPIKES_CHECKED = 2 ** 20

const SAMPLES_PER_UNIT = 16

/**
 * A warning of units whose spike times are out of order, or not numbers, as far as they are looked
 * at; see SPIKES_OUT_OF_ORDER in schema.graphql. Null: none was found.
 */
export function checkSpikes({ units }: RecordedSpikes): SessionWarning | null {
  const { ends, source } = units
  const isWhole = source.length <= MOST_SPIKES_CHECKED
  // From a server, the samples of a full session would be some hundred megabytes.
  if (!isWhole && (!source.readsAnywhere || source.latency > 0)) return null
  const rows = Array.from(ends, (_, row) => row).filter((row) => {
    const unit = { from: ends[row - 1] ?? 0, to: ends[row] }
    const times = isWhole ? entriesOf(source, unit) : samplesOf(source, unit)
    return !isAscending(times) || !times.every(Number.isFinite)
  })
  if (rows.length === 0) return null
  const path = '/units/spike_times'
  const message = `${path} is not in ascending order, or has entries that are not numbers, in ${rows.length} of ${ends.length} units (the first is row ${rows[0]}). They are sorted, and entries that are not numbers are not counted; check how they were written.`
  return { code: 'SPIKES_OUT_OF_ORDER', path, message }
}

function entriesOf(source: SpikeSource, { from, to }: EntryRange): Float64Array {
  const entries = new Float64Array(to - from)
  source.read(entries, from)
  return entries
}

/** Entries all over a unit, its first and last among them. */
function samplesOf(source: SpikeSource, { from, to }: EntryRange): Float64Array {
  const count = Math.min(SAMPLES_PER_UNIT, to - from)
  const step = (to - 1 - from) / Math.max(1, count - 1)
  const samples = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    source.read(samples.subarray(i, i + 1), Math.round(from + i * step))
  }
  return samples
}
