import type { Group } from 'h5wasm'
import { loadHdf5 } from './hdf5-library.ts'

/** Spikes of each unit; more than are read whole. */
const SPIKES = 20_000

const UNITS = 4
const ROWS = 64

const rows = Array.from({ length: ROWS }, (_, row) => row)
const units = rows.slice(0, UNITS)

/**
 * The bytes of a small recording that holds something of all that is read
 * of real ones. Made in memory.
 */
export async function warmUpFile(): Promise<Uint8Array> {
  const { files } = await loadHdf5()
  const { File } = await import('h5wasm')
  const path = '/warm-up.nwb'
  const file = new File(path, 'w')
  file.create_attribute('nwb_version', '2.2.2')
  file.create_dataset({ name: 'identifier', data: 'warm-up' })
  const electrodes = file
    .create_group('general')
    .create_group('extracellular_ephys')
    .create_group('electrodes')
  const probe = file.get('general/extracellular_ephys') as Group
  probe.create_group('probe').create_attribute('probe_id', 1, null, '<i')
  fill(electrodes, { id: rows, probe_vertical_position: rows }, '<q')
  electrodes.create_dataset({ name: 'location', data: rows.map(() => 'VISp') })
  electrodes.create_dataset({ name: 'group_name', data: rows.map(() => 'probe') })
  const presentations = file.create_group('intervals').create_group('warm_up_presentations')
  fill(presentations, { id: rows }, '<q')
  fill(presentations, { start_time: rows, stop_time: rows, stimulus_block: rows, size: rows }, '<d')
  presentations.create_dataset({ name: 'stimulus_name', data: rows.map(() => 'gratings') })
  presentations.create_dataset({ name: 'color', data: rows.map((row) => `${row % 2}.0`) })
  const table = file.create_group('units')
  const ends = units.map((row) => (row + 1) * SPIKES)
  fill(table, { id: units, peak_channel_id: units, spike_times_index: ends }, '<q')
  fill(table, { snr: units, firing_rate: units, isi_violations: units }, '<d')
  table.create_dataset({ name: 'quality', data: units.map(() => 'good') })
  const spikes = Float64Array.from(
    { length: UNITS * SPIKES },
    (_, spike) => ((spike % SPIKES) / SPIKES) * ROWS,
  )
  table.create_dataset({ name: 'spike_times', data: spikes, dtype: '<d' })
  file.close()
  const bytes = files.readFile(path)
  files.unlink(path)
  return bytes
}

function fill(table: Group, columns: Readonly<Record<string, number[]>>, dtype: string): void {
  for (const [name, data] of Object.entries(columns)) table.create_dataset({ name, data, dtype })
}
