import { type ExactNumber, exactKey } from '../../domain/numeric/exact-numbers.ts'
import type { SessionTables, UnitMetric, UnitTable } from '../../domain/session/session-tables.ts'
import { placeUnits } from '../../domain/units/unit-places.ts'
import type { PublishedChannel } from '../../sessions/session-catalog.ts'
import type { CsvTable } from './csv-table.ts'
import { csvMetrics, type ProjectFile, type ProjectFiles, projectFiles } from './project-columns.ts'

/** What the tables say about a session's structure: all but its activity, and what was shown. */
export interface SessionStructure extends Pick<SessionTables, 'metadata' | 'probes' | 'channels'> {
  readonly units: Pick<
    UnitTable,
    | 'count'
    | 'ids'
    | 'channelRows'
    | 'probeRows'
    | 'areas'
    | 'areaTexts'
    | 'areaSources'
    | 'quality'
    | 'clusterId'
    | 'localIndex'
    | 'spikeCounts'
    | 'metrics'
  >
  /**
   * which of the three are known; what is not is empty. Each needs its own table, and those before
   * it to be joined to the session
   */
  readonly known: { readonly probes: boolean; readonly channels: boolean; readonly units: boolean }
}

/**
 * The tables of an AllenSDK cache, as far as they are there, joined: each unit to its channel, each
 * channel to its probe, each probe to its session. As in the AllenSDK a row that belongs to none is
 * left out, and so is a session that was published without an NWB file.
 */
export class ProjectTables {
  /** ids of the sessions, in order of the file */
  readonly sessionIds: readonly string[]
  readonly #files: ProjectFiles
  readonly #sessionRows: ReadonlyMap<number, number>
  readonly #channelRows: ReadonlyMap<number, number>
  readonly #probesOf: ReadonlyMap<number, readonly number[]>
  readonly #channelsOf: ReadonlyMap<number, readonly number[]>
  readonly #unitsOf: ReadonlyMap<number, readonly number[]>

  /** @param files each as assertJoinable wants it */
  constructor(files: ProjectFiles) {
    this.#files = files
    const { sessions, probes, channels, units } = files
    const sessionRows = rowsById(sessions)
    const probeRows = rowsById(probes)
    this.#channelRows = rowsById(channels)
    const hasFile = sessions?.numbers.get('has_nwb')
    if (hasFile) {
      for (const [id, row] of sessionRows) if (hasFile[row] !== 1) sessionRows.delete(id)
    }
    this.#sessionRows = sessionRows
    this.#probesOf = rowsByOwner(ids(probes, 'ecephys_session_id'))
    // Without sessions.csv the probes say which sessions there are.
    const sessionIds = sessions ? sessionRows.keys() : this.#probesOf.keys()
    this.sessionIds = [...sessionIds].filter(Number.isSafeInteger).map(String)
    const sessionsOfChannels = ownersOf(
      ids(channels, 'ecephys_probe_id'),
      probeRows,
      ids(probes, 'ecephys_session_id'),
    )
    this.#channelsOf = rowsByOwner(sessionsOfChannels)
    this.#unitsOf = rowsByOwner(
      ownersOf(ids(units, 'ecephys_channel_id'), this.#channelRows, sessionsOfChannels),
    )
  }

  /** Tables that are missing or refused. */
  get lacking(): readonly ProjectFile[] {
    return projectFiles.filter((name) => this.#files[name] === null)
  }

  /** An entry of sessions.csv; null where it is missing, or not a text column. */
  sessionText(sessionId: string, column: string): string | null {
    const row = this.#sessionRow(sessionId)
    return row === null ? null : (this.#files.sessions?.texts.get(column)?.[row] ?? null)
  }

  /** A row of channels.csv; null: it has none with this id. */
  channel(id: ExactNumber): PublishedChannel | null {
    const row = this.#channelRows.get(exactKey(id) as number)
    if (row === undefined || !this.#files.channels) return null
    const { numbers, texts } = this.#files.channels
    const number = (column: string) => numbers.get(column)?.[row] ?? Number.NaN
    return {
      area: texts.get('ecephys_structure_acronym')?.[row] ?? null,
      structureId: number('ecephys_structure_id'),
      anteriorPosterior: number('anterior_posterior_ccf_coordinate'),
      dorsalVentral: number('dorsal_ventral_ccf_coordinate'),
      leftRight: number('left_right_ccf_coordinate'),
    }
  }

  /**
   * A session as its tables have it: what its file would say of
   * subject, probes, channels and units.
   */
  structure(sessionId: string): SessionStructure {
    const session = Number(sessionId)
    const probeRows = this.#probesOf.get(session) ?? []
    const channelRows = this.#channelsOf.get(session) ?? []
    const unitRows = this.#unitsOf.get(session) ?? []
    const channels = this.#channelTable(channelRows, probeRows)
    return {
      metadata: this.#metadata(sessionId),
      probes: probeRows.map((row) => this.#probe(row)),
      channels,
      units: this.#unitTable(unitRows, channelRows, channels),
      known: this.#known(),
    }
  }

  #known(): SessionStructure['known'] {
    const { probes, channels, units } = this.#files
    return {
      probes: probes !== null,
      channels: probes !== null && channels !== null,
      units: probes !== null && channels !== null && units !== null,
    }
  }

  #sessionRow(sessionId: string): number | null {
    const row = this.#sessionRows.get(Number(sessionId))
    return row === undefined || String(Number(sessionId)) !== sessionId ? null : row
  }

  #metadata(sessionId: string): SessionStructure['metadata'] {
    const row = this.#sessionRow(sessionId) ?? -1
    const age = this.#files.sessions?.numbers.get('age_in_days')?.[row] ?? Number.NaN
    return {
      identifier: sessionId,
      nwbVersion: null,
      sessionType: this.sessionText(sessionId, 'session_type'),
      description: null,
      startTime: null,
      createdAt: [],
      institution: null,
      lab: null,
      experimenters: [],
      subject: {
        id: null,
        specimenName: null,
        species: null,
        sex: this.sessionText(sessionId, 'sex'),
        // The AllenSDK's word for an animal of which no genotype is published.
        genotype: this.sessionText(sessionId, 'genotype') ?? (this.#files.sessions && 'wt'),
        strain: null,
        age: null,
        ageInDays: Number.isNaN(age) ? null : age,
      },
    }
  }

  #probe(row: number): SessionStructure['probes'][number] {
    const { numbers, texts } = this.#files.probes ?? emptyTable
    const number = (column: string) => {
      const value = numbers.get(column)?.[row] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }
    const lfpSamplingRate = number('lfp_sampling_rate')
    const hasLfpData = number('has_lfp_data')
    return {
      id: String(ids(this.#files.probes, 'id')[row]),
      name: texts.get('name')?.[row] ?? '',
      description: null,
      location: null,
      area: null,
      samplingRate: number('sampling_rate'),
      // The AllenSDK divides so; the file has the rate that is left.
      lfpSamplingRate:
        lfpSamplingRate && lfpSamplingRate / (number('lfp_temporal_subsampling_factor') ?? 1),
      hasLfpData: hasLfpData === null ? null : hasLfpData === 1,
    }
  }

  #channelTable(
    rows: readonly number[],
    probeRows: readonly number[],
  ): SessionStructure['channels'] {
    const { numbers, texts } = this.#files.channels ?? emptyTable
    const column = (name: string) => pick(numbers.get(name), rows)
    const probeOfId = new Map(probeRows.map((row, i) => [ids(this.#files.probes, 'id')[row], i]))
    const probeIds = ids(this.#files.channels, 'ecephys_probe_id')
    const areas = texts.get('ecephys_structure_acronym') ?? []
    return {
      count: rows.length,
      ids: pick(ids(this.#files.channels, 'id'), rows),
      probeRows: Int32Array.from(rows, (row) => probeOfId.get(probeIds[row]) ?? -1),
      valid: null,
      areas: rows.map((row) => areas[row] ?? null),
      areaTexts: rows.map((row) => areas[row] ?? null),
      localIndex: column('local_index'),
      verticalPosition: column('probe_vertical_position'),
      horizontalPosition: column('probe_horizontal_position'),
      anteriorPosterior: column('anterior_posterior_ccf_coordinate'),
      dorsalVentral: column('dorsal_ventral_ccf_coordinate'),
      leftRight: column('left_right_ccf_coordinate'),
      filtering: null,
    }
  }

  #unitTable(
    rows: readonly number[],
    channelRows: readonly number[],
    channels: SessionStructure['channels'],
  ): SessionStructure['units'] {
    const { numbers, texts } = this.#files.units ?? emptyTable
    const placeOfChannel = new Map(channelRows.map((row, i) => [row, i]))
    const channelIds = ids(this.#files.units, 'ecephys_channel_id')
    const peaks = Int32Array.from(
      rows,
      (row) => placeOfChannel.get(this.#channelRows.get(channelIds[row]) ?? -1) ?? -1,
    )
    const published = {
      channelRows: peaks,
      groupRows: new Int32Array(rows.length).fill(-1),
      locations: null,
    }
    const quality = texts.get('quality')
    return {
      count: rows.length,
      ids: pick(ids(this.#files.units, 'id'), rows),
      ...placeUnits(published, channels, []),
      quality: quality ? rows.map((row) => quality[row] ?? null) : null,
      clusterId: null,
      localIndex: channels.localIndex
        ? Float64Array.from(peaks, (peak) => channels.localIndex?.[peak] ?? Number.NaN)
        : null,
      // No table counts them; nothing may be charged for spikes that are not there.
      spikeCounts: new Float64Array(rows.length),
      metrics: Object.fromEntries(
        csvMetrics.map(({ metric, column }) => [metric, pick(numbers.get(column), rows)]),
      ) as Record<UnitMetric, Float64Array | null>,
    }
  }
}

const emptyTable: Pick<CsvTable, 'numbers' | 'texts'> = { numbers: new Map(), texts: new Map() }

function ids(table: CsvTable | null, column: string): Float64Array {
  return table?.numbers.get(column) ?? new Float64Array(0)
}

function rowsById(table: CsvTable | null): Map<number, number> {
  return new Map(Array.from(ids(table, 'id'), (id, row) => [id, row]))
}

/** Owner of each row's owner; NaN: there is none. */
function ownersOf(
  owners: Float64Array,
  rowOfOwner: ReadonlyMap<number, number>,
  ownersOfOwners: Float64Array,
): Float64Array {
  return owners.map((owner) => ownersOfOwners[rowOfOwner.get(owner) ?? -1] ?? Number.NaN)
}

function rowsByOwner(owners: Float64Array): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (const [row, owner] of owners.entries()) {
    const group = rows.get(owner)
    if (group) group.push(row)
    else rows.set(owner, [row])
  }
  return rows
}

function pick(column: Float64Array, rows: readonly number[]): Float64Array
function pick(column: Float64Array | undefined, rows: readonly number[]): Float64Array | null
function pick(column: Float64Array | undefined, rows: readonly number[]): Float64Array | null {
  if (!column) return null
  // A plain loop: `Float64Array.from` with a function takes ten times as long, and a
  // project has two million entries.
  const picked = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]]
  return picked
}
