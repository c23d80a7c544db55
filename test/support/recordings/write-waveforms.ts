import type { Group } from 'h5wasm'
import { endsOf } from './write-nwb.ts'

/**
 * Write amplitudes and mean waveforms into a units table, in the layout of the Allen Institute's.
 */
export function writeWaveforms(
  table: Group,
  units: readonly {
    readonly amplitudes: readonly number[]
    readonly waveform: readonly (readonly number[])[]
  }[],
): void {
  const rows = units.flatMap(({ waveform }) => waveform)
  const column = (name: string, data: number[], dtype: string) =>
    table.create_dataset({ name, data, dtype })
  column(
    'spike_amplitudes',
    units.flatMap(({ amplitudes }) => amplitudes),
    '<d',
  )
  column('spike_amplitudes_index', endsOf(units.map(({ amplitudes }) => amplitudes)), '<q')
  table.create_dataset({
    name: 'waveform_mean',
    data: Float64Array.from(rows.flat()),
    shape: [rows.length, rows[0]?.length ?? 0],
  })
  column('waveform_mean_index', endsOf(units.map(({ waveform }) => waveform)), '<q')
}
