import { type UnitMetric, unitMetricColumns } from '../../domain/session/session-tables.ts'
import { RecordingError } from '../../errors.ts'
import type { ColumnKind, CsvTable } from './csv-table.ts'

/** sessions.csv, probes.csv, channels.csv and units.csv, without `.csv`. */
export const projectFiles = ['sessions', 'probes', 'channels', 'units'] as const

export type ProjectFile = (typeof projectFiles)[number]

/** The tables as they are read; null: missing, or refused. */
export type ProjectFiles = Readonly<Record<ProjectFile, CsvTable | null>>

/** Columns of units.csv that are named otherwise than in the NWB file. */
const metricNamesInCsv: Partial<Record<UnitMetric, string>> = {
  waveformDuration: 'duration',
  waveformHalfwidth: 'halfwidth',
}

/** The metrics of units, each with its column in units.csv. */
export const csvMetrics = (Object.entries(unitMetricColumns) as [UnitMetric, string][]).map(
  ([metric, column]) => ({ metric, column: metricNamesInCsv[metric] ?? column }),
)

const kinds: Readonly<Record<ProjectFile, Readonly<Record<string, ColumnKind>>>> = {
  sessions: {
    id: 'number',
    date_of_acquisition: 'text',
    published_at: 'text',
    specimen_id: 'text',
    session_type: 'text',
    age_in_days: 'number',
    sex: 'text',
    genotype: 'text',
    has_nwb: 'guess',
  },
  probes: {
    id: 'number',
    ecephys_session_id: 'number',
    name: 'text',
    sampling_rate: 'number',
    lfp_sampling_rate: 'number',
    lfp_temporal_subsampling_factor: 'number',
    has_lfp_data: 'guess',
  },
  channels: {
    id: 'number',
    ecephys_probe_id: 'number',
    local_index: 'number',
    probe_horizontal_position: 'number',
    probe_vertical_position: 'number',
    anterior_posterior_ccf_coordinate: 'number',
    dorsal_ventral_ccf_coordinate: 'number',
    left_right_ccf_coordinate: 'number',
    ecephys_structure_id: 'number',
    ecephys_structure_acronym: 'text',
  },
  units: {
    id: 'number',
    ecephys_channel_id: 'number',
    quality: 'text',
    ...Object.fromEntries(csvMetrics.map(({ column }) => [column, 'number' as const])),
  },
}

/** Without these a table cannot be joined to the others. */
const required: Readonly<Record<ProjectFile, readonly string[]>> = {
  sessions: ['id'],
  probes: ['id', 'ecephys_session_id', 'name'],
  channels: ['id', 'ecephys_probe_id', 'ecephys_structure_acronym'],
  units: ['id', 'ecephys_channel_id'],
}

/** How a column of a project table is read; null: it is not. */
export const columnKind = (file: ProjectFile) => (column: string) => kinds[file][column] ?? null

/**
 * Check that a table can be joined to the others: it has the columns for it, and ids that
 * are all there and different.
 *
 * @throws RecordingError TABLE_INVALID
 */
export function assertJoinable(file: ProjectFile, { fileName, numbers, texts }: CsvTable): void {
  const lacking = required[file].filter((column) => !numbers.has(column) && !texts.has(column))
  if (lacking.length > 0) {
    const found = `it lacks the column ${lacking.join(', ')}`
    throw new RecordingError('TABLE_INVALID', fileName, found)
  }
  const seen = new Set<number>()
  for (const [row, id] of numbers.get('id')?.entries() ?? []) {
    if (!Number.isSafeInteger(id) || seen.has(id)) {
      const found = seen.has(id) ? `id ${id} occurs twice` : `row ${row + 1} has no usable id`
      throw new RecordingError('TABLE_INVALID', fileName, found)
    }
    seen.add(id)
  }
}
