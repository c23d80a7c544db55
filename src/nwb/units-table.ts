import { RecordingError } from '../errors.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'

/**
 * The units table, with all that spikes need.
 *
 * @throws RecordingError NO_UNITS, UNSUPPORTED_LAYOUT
 */
export function unitsTable(file: Hdf5File): DynamicTable {
  const hasSpikes = file.kind('/units/spike_times') && file.kind('/units/spike_times_index')
  if (!hasSpikes) throw new RecordingError('NO_UNITS', file.name)
  const table = new DynamicTable(file, '/units')
  table.assertNumbers('spike_times')
  return table
}
