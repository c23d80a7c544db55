import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Group, File as H5File } from 'h5wasm'
import { afterAll } from 'vitest'
import { loadHdf5 } from '../../../src/hdf5/hdf5-library.ts'

/** A folder of its own for a test file; removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface TestUnit {
  /** beyond 2^53 as bigints, in all units */
  readonly id: number | bigint
  readonly spikes: readonly number[]
  /** position in the electrodes table */
  readonly electrode?: number
  readonly quality?: string
  readonly amplitudeCutoff?: number
  readonly presenceRatio?: number
  readonly isiViolations?: number
}

/** How `spike_times` is stored. */
export interface SpikeLayout {
  readonly dtype?: '<d' | '<f'
  readonly chunkLength?: number
  /** deflate level; needs a chunkLength */
  readonly compression?: number
}

export interface TestRecording {
  readonly identifier?: string
  readonly nwbVersion?: string | null
  readonly units?: readonly TestUnit[] | null
  readonly layout?: SpikeLayout
  readonly indexType?: '<i' | '<q' | '<B' | '<H' | '<I' | '<Q'
  /** instead of the true ends of each unit's spikes */
  readonly ends?: readonly number[]
  /** brain area of each electrode; null: no electrodes table */
  readonly locations?: readonly string[] | null
  /** of the electrodes, one per location; from FIRST_ELECTRODE_ID on when left out */
  readonly electrodeIds?: readonly bigint[]
  readonly probeId?: bigint
  /** whether the electrodes table says where they lie on the probe; true when left out */
  readonly hasPositions?: boolean
  /** how units' ids are stored */
  readonly idType?: '<q' | '<Q'
  /** without session type, probe and electrodes: `edit` writes them */
  readonly bare?: boolean
  /** how a unit names its electrode */
  readonly peakChannel?: 'peak_channel_id' | 'electrodes' | 'none'
  readonly intervals?: Readonly<Record<string, TestIntervals>>
  readonly libver?: 'earliest' | 'latest'
  /** change the open file before it is written */
  readonly edit?: (file: H5File, units: Group) => void
}

export interface TestIntervals {
  readonly start: readonly number[]
  readonly stop: readonly number[]
  readonly name?: readonly string[]
  readonly block?: readonly number[]
  readonly tags?: readonly (readonly string[])[]
  /** further columns: numbers as float64, bigints as int64, texts of variable length */
  readonly columns?: Readonly<
    Record<string, readonly number[] | readonly bigint[] | readonly string[]>
  >
}

/**
 * How libhdf5 may write the structure: as h5py does by default, or in its newest forms.
 */
const formats: Readonly<Record<'earliest' | 'latest', ['earliest' | 'latest', 'latest']>> = {
  earliest: ['earliest', 'latest'],
  latest: ['latest', 'latest'],
}

/** Electrode ids start here, so that an id is never mistaken for a row. */
export const FIRST_ELECTRODE_ID = 850

/** Write a small NWB file in the layout of the Allen Institute's. */
export async function writeNwb(path: string, recording: TestRecording = {}): Promise<string> {
  // Loaded by the reader first, which keeps the library's diagnostics out of the output.
  const { files } = await loadHdf5()
  const h5wasm = await import('h5wasm')
  const name = `/${crypto.randomUUID()}.h5`
  const options = { track_order: false, libver: formats[recording.libver ?? 'earliest'] }
  const file = new h5wasm.File(name, 'w', options)
  fill(file, recording)
  recording.edit?.(file, file.get('units') as Group)
  file.flush()
  file.close()
  writeFileSync(path, files.readFile(name))
  files.unlink(name)
  return path
}

const defaultUnits: readonly TestUnit[] = [{ id: 1, spikes: [0.5, 1.5, 2.5], electrode: 0 }]

function fill(file: H5File, recording: TestRecording): void {
  const { identifier = '1', nwbVersion = '2.2.2', units = defaultUnits } = recording
  if (nwbVersion !== null) file.create_attribute('nwb_version', nwbVersion)
  file.create_dataset({ name: 'identifier', data: identifier })
  const general = file.create_group('general')
  if (!recording.bare) {
    general.create_dataset({ name: 'stimulus', data: 'test_sessions' })
    fillElectrodes(general, recording)
  }
  const intervals = file.create_group('intervals')
  for (const [table, rows] of Object.entries(recording.intervals ?? {})) {
    fillIntervals(intervals.create_group(table), rows)
  }
  if (units) fillUnits(file.create_group('units'), units, recording)
}

function fillElectrodes(general: Group, recording: TestRecording): void {
  const { locations = ['VISp', 'VISl'], probeId = 7n, hasPositions = true } = recording
  const ephys = general.create_group('extracellular_ephys')
  const probe = ephys.create_group('probeA')
  const probeIdCell = BigInt64Array.of(probeId) as unknown as number[]
  probe.create_attribute('probe_id', probeIdCell, [], '<q')
  if (locations === null) return
  const electrodes = ephys.create_group('electrodes')
  const rows = locations.map((_, row) => row)
  electrodes.create_dataset({
    name: 'id',
    data: rows.map((row) => electrodeId(recording, row)) as number[],
    dtype: '<q',
  })
  electrodes.create_dataset({ name: 'location', data: [...locations] })
  electrodes.create_dataset({ name: 'group_name', data: rows.map(() => 'probeA') })
  if (!hasPositions) return
  electrodes.create_dataset({
    name: 'probe_vertical_position',
    data: rows.map((row) => 20 * row),
    dtype: '<q',
  })
  electrodes.create_dataset({
    name: 'probe_horizontal_position',
    data: rows.map(() => 11),
    dtype: '<q',
  })
}

function fillIntervals(
  table: Group,
  { start, stop, name, block, tags, columns = {} }: TestIntervals,
): void {
  table.create_dataset({ name: 'id', data: start.map((_, row) => row), dtype: '<q' })
  table.create_dataset({ name: 'start_time', data: [...start], dtype: '<d' })
  table.create_dataset({ name: 'stop_time', data: [...stop], dtype: '<d' })
  if (name) table.create_dataset({ name: 'stimulus_name', data: [...name] })
  for (const [column, values] of Object.entries(columns)) {
    const dtypes = { number: { dtype: '<d' }, bigint: { dtype: '<q' }, string: {} } as const
    const dtype = dtypes[typeof values[0] as keyof typeof dtypes]
    table.create_dataset({ name: column, data: [...values] as number[] | string[], ...dtype })
  }
  if (block) table.create_dataset({ name: 'stimulus_block', data: [...block], dtype: '<d' })
  if (tags) {
    table.create_dataset({ name: 'tags', data: tags.flat() })
    table.create_dataset({ name: 'tags_index', data: endsOf(tags), dtype: '<q' })
  }
}

function fillUnits(table: Group, units: readonly TestUnit[], recording: TestRecording): void {
  const {
    layout = {},
    indexType = '<q',
    idType = '<q',
    ends,
    peakChannel = 'peak_channel_id',
  } = recording
  const spikes = units.flatMap((unit) => unit.spikes)
  const column = (name: string, values: readonly (number | bigint)[], dtype: string) =>
    table.create_dataset({ name, data: values as number[], dtype })
  column(
    'id',
    units.map(({ id }) => id),
    idType,
  )
  table.create_dataset({
    name: 'spike_times',
    data: layout.dtype === '<f' ? Float32Array.from(spikes) : Float64Array.from(spikes),
    ...(layout.chunkLength === undefined ? {} : { chunks: [layout.chunkLength] }),
    ...(layout.compression === undefined ? {} : { compression: layout.compression }),
  })
  column('spike_times_index', [...(ends ?? endsOf(units.map((unit) => unit.spikes)))], indexType)
  if (peakChannel === 'peak_channel_id') {
    column(
      'peak_channel_id',
      units.map(({ electrode = 0 }) => electrodeId(recording, electrode)),
      '<q',
    )
  }
  if (peakChannel === 'electrodes') {
    column(
      'electrodes',
      units.map(({ electrode = 0 }) => electrode),
      '<q',
    )
    column(
      'electrodes_index',
      units.map((_, row) => row + 1),
      '<B',
    )
  }
  table.create_dataset({ name: 'quality', data: units.map(({ quality = 'good' }) => quality) })
  column(
    'amplitude_cutoff',
    units.map(({ amplitudeCutoff = 0.01 }) => amplitudeCutoff),
    '<d',
  )
  column(
    'presence_ratio',
    units.map(({ presenceRatio = 0.99 }) => presenceRatio),
    '<d',
  )
  column(
    'isi_violations',
    units.map(({ isiViolations = 0.1 }) => isiViolations),
    '<d',
  )
}

/** A group at a path, made with those above it; the one that there is. */
export function groupAt(file: H5File, path: string): Group {
  let group: Group = file
  for (const name of path.split('/')) {
    group = (group.get(name) as Group | null) ?? group.create_group(name)
  }
  return group
}

function electrodeId({ electrodeIds }: TestRecording, row: number): number | bigint {
  const unknown = FIRST_ELECTRODE_ID + row
  return electrodeIds ? (electrodeIds[row] ?? BigInt(unknown)) : unknown
}

/** Position after each row's last entry. */
export function endsOf(rows: readonly (readonly unknown[])[]): number[] {
  let end = 0
  return rows.map((row) => {
    end += row.length
    return end
  })
}
