import { type UnitColumn, unitMetricColumns } from '../../../domain/session/session-tables.ts'
import { CodedColumnBuilder } from '../../../domain/stimuli/coded-column.ts'
import { type ParameterValue, parameterKey } from '../../../domain/stimuli/stimulus-parameters.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import type { DynamicTable } from '../dynamic-table.ts'
import { unitColumnSources } from '../intervals/parameter-columns.ts'

/** Columns that have fields of their own, lead to other tables, or hold spikes and waveforms. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...Object.values(unitMetricColumns),
  ...['id', 'quality', 'cluster_id', 'local_index'],
  ...['peak_channel_id', 'electrodes', 'electrode_group'],
  ...['spike_times', 'spike_amplitudes', 'obs_intervals'],
  ...['waveform_mean', 'waveform_sd', 'waveforms', 'waveforms_index'],
])

/** The other columns of the units table; one that cannot be read is left out, with a warning. */
export function readUnitColumns(file: Hdf5File, table: DynamicTable): UnitColumn[] {
  const { rowCount, path } = table
  return unitColumnSources(file, table, (name) => ELSEWHERE.has(name)).flatMap((source) => {
    const { name, kind } = source
    const values = table.orWarn(name, () => {
      const builder = new CodedColumnBuilder<ParameterValue>(rowCount)
      const valueAt = source.read({ from: 0, count: rowCount })
      for (let row = 0; row < rowCount; row++) {
        const value = valueAt(row)
        if (value !== null) builder.set(row, value, keyOf(value))
      }
      return builder.finish()
    })
    if (!values) return []
    const description = file.attributes.text(`${path}/${name}`, 'description') || null
    return [{ name, description, kind, ...values }]
  })
}

const keyOf = (value: ParameterValue) => (typeof value === 'number' ? value : parameterKey(value))
