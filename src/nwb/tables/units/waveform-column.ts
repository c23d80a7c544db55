import type { StoredWaveforms } from '../../../domain/session/session-tables.ts'
import type { Hdf5Dataset } from '../../../hdf5/hdf5-dataset.ts'
import type { DynamicTable } from '../dynamic-table.ts'

/** The column `waveform_mean` of a units table, whichever of its forms the file has. */
export interface WaveformColumn {
  readonly stored: StoredWaveforms
  /**
   * Some rows of a unit's waveform, each a channel.
   *
   * @returns shape [rows, samples], row by row
   */
  read(unitRow: number, rows: Uint32Array): Float64Array
}

/**
 * Ragged, as the Allen Institute writes it: rows of all units' channels one after the
 * other. Else NWB's own: [units, samples], or [units, samples, channels]. Null: no such
 * column, or one of another shape.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT where it does not hold numbers,
 *   INDEX_INVALID where its index is wrong
 */
export function waveformColumn(table: DynamicTable): WaveformColumn | null {
  const entries = table.entries('waveform_mean')
  if (!entries) return null
  if (!entries.isNumeric) {
    throw table.layoutError('waveform_mean', `holds ${entries.holds} where numbers are expected`)
  }
  const ends = table.ends('waveform_mean')
  const [length, sampleCount = 0, channelCount] = entries.shape
  if (ends && entries.shape.length === 2) return raggedColumn(entries, ends, sampleCount)
  if (ends || length !== table.rowCount) return null
  if (entries.shape.length === 2) return plainColumn(entries, sampleCount)
  return channelCount === undefined || entries.shape.length !== 3
    ? null
    : cubeColumn(entries, sampleCount, channelCount)
}

function raggedColumn(
  entries: Hdf5Dataset,
  ends: Float64Array,
  sampleCount: number,
): WaveformColumn {
  const rowCounts = ends.map((end, row) => end - (ends[row - 1] ?? 0))
  return {
    stored: { rowCounts, sampleCount },
    read(unitRow, rows) {
      const first = ends[unitRow - 1] ?? 0
      const samples = new Float64Array(rows.length * sampleCount)
      for (const { from, count, at } of runsOf(rows)) {
        samples.set(entries.numbers({ from: first + from, count }), at * sampleCount)
      }
      return samples
    },
  }
}

function plainColumn(entries: Hdf5Dataset, sampleCount: number): WaveformColumn {
  return {
    stored: { rowCounts: new Float64Array(entries.length).fill(1), sampleCount },
    read: (unitRow, rows) =>
      rows.length === 0 ? new Float64Array(0) : entries.numbers({ from: unitRow, count: 1 }),
  }
}

function cubeColumn(
  entries: Hdf5Dataset,
  sampleCount: number,
  channelCount: number,
): WaveformColumn {
  return {
    stored: { rowCounts: new Float64Array(entries.length).fill(channelCount), sampleCount },
    read(unitRow, rows) {
      const cells = entries.numbers({ from: unitRow, count: 1 })
      const samples = new Float64Array(rows.length * sampleCount)
      rows.forEach((row, i) => {
        for (let sample = 0; sample < sampleCount; sample++)
          samples[i * sampleCount + sample] = cells[sample * channelCount + row]
      })
      return samples
    },
  }
}

/**
 * Neighbouring rows, read in one piece: from which on, how many, and at which position of `rows`.
 */
function runsOf(rows: Uint32Array): { from: number; count: number; at: number }[] {
  const runs: { from: number; count: number; at: number }[] = []
  rows.forEach((row, at) => {
    const last = runs.at(-1)
    if (last && last.from + last.count === row) last.count++
    else runs.push({ from: row, count: 1, at })
  })
  return runs
}
