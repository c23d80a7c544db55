import {
  alignSamples,
  averageAroundSpikes,
  averageSamples,
  averageSpectra,
} from '../../../src/domain/analyses/lfp/reduce-samples.ts'
import type {
  InvalidTime,
  OptogeneticEpoch,
  Rig,
  SessionTables,
  StimulusEpoch,
  UnitColumn,
  UnitMetric,
} from '../../../src/domain/session/session-tables.ts'
import { unitMetricColumns } from '../../../src/domain/session/session-tables.ts'
import type { SessionWarning } from '../../../src/domain/session/session-warning.ts'
import { CodedColumnBuilder } from '../../../src/domain/stimuli/coded-column.ts'
import type { ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'
import type { Observation } from '../../../src/domain/time/observation.ts'
import { SessionNotFoundError } from '../../../src/errors.ts'
import { batchHandlers, contentHandlers } from '../../../src/nwb/request-handlers.ts'
import { type OpensSpikes, RecordedSpikes } from '../../../src/nwb/spikes/recorded-spikes.ts'
import { describeTables } from '../../../src/sessions/describe-session.ts'
import type { CatalogSession, SessionCatalog } from '../../../src/sessions/session-catalog.ts'
import type {
  LoadOptions,
  ReadOptions,
  SessionReader,
} from '../../../src/sessions/session-reader.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
  type ContentName,
  type SessionContents,
} from '../../../src/sessions/session-requests.ts'
import {
  type MemoryFile,
  memoryAttributes,
  memoryMembers,
  memoryObject,
  memoryStorage,
  memoryValues,
} from './memory-file.ts'
import {
  type MemoryIntervals,
  memoryIntervalTables,
  memoryIntervalValues,
} from './memory-intervals.ts'
import { epochsOf, type MemoryPresentation, MemoryPresentations } from './memory-presentations.ts'
import { type MemorySeries, MemoryTimeSeries } from './memory-series.ts'
import { unitSpikes } from './memory-spikes.ts'

/** Estimated of every request for samples or waveforms. */
export const MEMORY_SAMPLE_BYTES = 1000

export interface MemoryUnit {
  readonly id: number
  readonly area: string | null
  /** seconds, ascending */
  readonly spikes: readonly number[]
  readonly quality?: string
  readonly metrics?: Partial<Record<UnitMetric, number>>
  /** values of columns that a laboratory added */
  readonly columns?: Readonly<Record<string, number | string>>
  /** V, one a spike; 0.001 each when left out */
  readonly amplitudes?: readonly number[]
  /**
   * when it was observed: starts and stops, in order and apart from each other; the file does
   * not say, when all leave it out
   */
  readonly observed?: readonly (readonly [number, number])[]
  /** mean waveform: rows (channels) of samples; no rows when left out */
  readonly waveform?: readonly (readonly number[])[]
}

export interface MemorySessionOptions {
  readonly id?: string
  readonly sessionType?: string
  readonly units: readonly MemoryUnit[]
  /** those that the presentations make, when left out */
  readonly epochs?: readonly Omit<StimulusEpoch, 'index'>[]
  /** one an epoch, when left out */
  readonly presentations?: readonly MemoryPresentation[]
  readonly invalidTimes?: readonly InvalidTime[]
  readonly optogeneticEpochs?: readonly OptogeneticEpoch[]
  readonly rig?: Rig
  readonly series?: readonly MemorySeries[]
  readonly intervals?: MemoryIntervals
  readonly file?: MemoryFile
  readonly warnings?: readonly SessionWarning[]
  /** instead of what the other options make */
  readonly contents?: Partial<Contents>
}

const passingMetrics: Partial<Record<UnitMetric, number>> = {
  amplitudeCutoff: 0.01,
  presenceRatio: 0.99,
  isiViolations: 0.1,
  firingRate: 5,
  snr: 3,
}

/**
 * Tables of a small session: one probe, one channel a unit (id: 1000 +
 * unit id), in order of the units.
 */
export function memoryTables({
  id = '1',
  sessionType = 'brain_observatory_1.1',
  units,
  invalidTimes = [],
  optogeneticEpochs,
  rig,
  presentations = [],
  epochs = epochsOf(presentations, invalidTimes),
}: MemorySessionOptions): SessionTables {
  const rows = units.map((_, row) => row)
  const metric = (name: UnitMetric) =>
    Float64Array.from(units, (unit) => unit.metrics?.[name] ?? passingMetrics[name] ?? Number.NaN)
  const metricNames = Object.keys(unitMetricColumns) as UnitMetric[]
  return {
    metadata: {
      identifier: id,
      nwbVersion: '2.2.2',
      sessionType,
      description: 'a session in memory',
      startTime: '2019-01-01T12:00:00-07:00',
      createdAt: [],
      institution: null,
      lab: null,
      experimenters: [],
      subject: null,
    },
    probes: [
      {
        id: '100',
        name: 'probeA',
        description: null,
        location: null,
        area: null,
        samplingRate: 30000,
        lfpSamplingRate: 1250,
        hasLfpData: false,
      },
    ],
    channels: {
      count: units.length,
      ids: Float64Array.from(units, (unit) => 1000 + unit.id),
      probeRows: new Int32Array(units.length),
      valid: new Uint8Array(units.length).fill(1),
      areas: units.map((unit) => unit.area),
      areaTexts: units.map((unit) => unit.area ?? ''),
      localIndex: Float64Array.from(rows),
      verticalPosition: Float64Array.from(rows, (row) => 20 * row),
      horizontalPosition: Float64Array.from(rows, () => 11),
      anteriorPosterior: null,
      dorsalVentral: null,
      leftRight: null,
      filtering: null,
    },
    units: {
      count: units.length,
      ids: Float64Array.from(units, (unit) => unit.id),
      channelRows: Int32Array.from(rows),
      probeRows: new Int32Array(units.length),
      areas: units.map((unit) => unit.area),
      areaTexts: units.map((unit) => unit.area ?? ''),
      areaSources: units.map(() => 'PEAK_CHANNEL'),
      quality: units.map((unit) => unit.quality ?? 'good'),
      clusterId: null,
      localIndex: null,
      observation: observationOf(units),
      spikeCounts: Float64Array.from(units, (unit) => unit.spikes.length),
      metrics: Object.fromEntries(metricNames.map((name) => [name, metric(name)])) as Record<
        UnitMetric,
        Float64Array
      >,
      columns: unitColumnsOf(units),
      hasSpikeAmplitudes: true,
      waveforms: {
        rowCounts: Float64Array.from(units, ({ waveform }) => waveform?.length ?? 0),
        sampleCount: units.find(({ waveform }) => waveform)?.waveform?.[0]?.length ?? 0,
      },
    },
    epochs: epochs.map((epoch, index) => ({ index, ...epoch })),
    epochsFault: null,
    invalidTimes,
    optogeneticEpochs: optogeneticEpochs ?? null,
    rig: rig ?? null,
  }
}

function unitColumnsOf(units: readonly MemoryUnit[]): UnitColumn[] {
  const names = [...new Set(units.flatMap(({ columns }) => Object.keys(columns ?? {})))]
  return names.map((name) => {
    const builder = new CodedColumnBuilder<ParameterValue>(units.length)
    for (const [row, { columns }] of units.entries()) {
      const value = columns?.[name]
      if (value !== undefined) builder.set(row, value)
    }
    const column = builder.finish()
    const kind = typeof column.values[0] === 'number' ? ('number' as const) : ('text' as const)
    return { name, description: `the ${name} of a unit`, kind, ...column }
  })
}

function observationOf(units: readonly MemoryUnit[]): Observation | null {
  if (!units.some(({ observed }) => observed)) return null
  return {
    stretches: units.map(({ observed = [] }) =>
      observed.map(([startTime, stopTime]) => ({ startTime, stopTime })),
    ),
    ofUnits: Int32Array.from(units, (_, row) => row),
  }
}

type Contents = { readonly [Name in ContentName]: () => SessionContents[Name] }

type Batches = {
  readonly [Name in BatchName]?: (requests: readonly BatchRequest<Name>[]) => BatchResponse<Name>[]
}

/**
 * A session reader over plain arrays, which counts what is requested of it: how often, and how many
 * matrices. Spikes are read by the handlers that files have.
 */
export class MemoryReader implements SessionReader {
  readonly #tables: SessionTables
  readonly #spikes: RecordedSpikes
  readonly #contents: Contents
  readonly #batches: Batches
  /** of the file that there would be */
  version = 'a1b2c3'
  readonly requested: Record<string, number> = Object.fromEntries(
    ['tables', 'matrices', ...Object.keys({ ...contentHandlers, ...batchRules })].map((name) => [
      name,
      0,
    ]),
  )

  constructor(options: MemorySessionOptions) {
    const tables = memoryTables(options)
    const series = new MemoryTimeSeries(options.series ?? [])
    const presentations = new MemoryPresentations(
      options.presentations ?? tables.epochs,
      options.invalidTimes,
    )
    const spikes = options.units.flatMap((unit) => unit.spikes)
    const { file = {} } = options
    this.#tables = tables
    this.#spikes = new RecordedSpikes(memorySpikes(options.units))
    this.#contents = {
      warnings: () => options.warnings ?? [],
      fileVersion: () => this.version,
      presentations: () => presentations.list,
      stimulusConditions: () => presentations.conditions(),
      storedSeries: () => series.stored(),
      intervalTables: () => memoryIntervalTables(options.intervals ?? {}),
      spikeSpan: () =>
        spikes.length > 0
          ? { startTime: Math.min(...spikes), stopTime: Math.max(...spikes) }
          : null,
      ...options.contents,
    }
    this.#batches = {
      meanWaveforms: (requests) =>
        requests.map(({ unitRow, rows }) =>
          Float64Array.from(
            [...rows].flatMap((row) => options.units[unitRow]?.waveform?.[row] ?? []),
          ),
        ),
      presentationParameters: (requests) =>
        requests.map((rows) => ({ table: presentations.parameters(rows), first: 0 })),
      intervalColumns: (requests) =>
        requests.map((request) => memoryIntervalValues(options.intervals ?? {}, request)),
      locateSamples: (requests) => requests.map((request) => series.locate(request)),
      samples: (requests) => requests.map((request) => series.read(request)),
      estimateSamples: (requests) => requests.map(() => MEMORY_SAMPLE_BYTES),
      alignedSamples: (requests) =>
        requests.map((request) => alignSamples(series.source(request), request)),
      sampleStatistics: (requests) =>
        requests.map((request) => averageSamples(series.source(request), request)),
      spikeTriggeredSamples: (requests) =>
        requests.map((request) => averageAroundSpikes(series.source(request), request)),
      sampleSpectra: (requests) =>
        requests.map((request) => averageSpectra(series.source(request), request)),
      fileObjects: (requests) => requests.map(({ path }) => memoryObject(file, path)),
      fileMembers: (requests) => requests.map((request) => memoryMembers(file, request)),
      fileAttributes: (requests) => requests.map(({ path }) => memoryAttributes(file, path)),
      fileStorage: (requests) => requests.map(({ path }) => memoryStorage(file, path)),
      fileValues: (requests) => requests.map((request) => memoryValues(file, request)),
    }
  }

  async tables(): Promise<SessionTables> {
    this.requested.tables++
    return this.#tables
  }

  async load<Name extends ContentName>(
    name: Name,
    _options?: LoadOptions,
  ): Promise<SessionContents[Name]> {
    this.requested[name]++
    return this.#contents[name]()
  }

  async read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    _options?: ReadOptions,
  ): Promise<BatchResponse<Name>[]> {
    this.requested[name]++
    if (name === 'countSpikes') this.requested.matrices += requests.length
    const own = this.#batches[name]
    if (own) return own(requests)
    const handler = batchHandlers[name]
    if (!('ofSpikes' in handler)) throw new Error(`memory has no ${name}`)
    return handler.ofSpikes(this.#spikes, requests, () => false)
  }
}

function memorySpikes(units: readonly MemoryUnit[]): OpensSpikes {
  const amplitudes = units.map(({ spikes, amplitudes }) =>
    Float64Array.from(spikes, (_, spike) => amplitudes?.[spike] ?? 0.001),
  )
  return {
    openTimes: () => unitSpikes(units.map(({ spikes }) => Float64Array.from(spikes))),
    hasAmplitudes: () => true,
    openAmplitudes: () => unitSpikes(amplitudes).source,
  }
}

/** A catalog over readers in memory. */
export async function memoryCatalog(...readers: SessionReader[]): Promise<SessionCatalog> {
  const sessions = await Promise.all(readers.map(describe))
  return {
    sessions: async () => sessions,
    session: async (id) => {
      const session = sessions.find((candidate) => candidate.id === id)
      if (!session) throw new SessionNotFoundError(id, sessions.length)
      return session
    },
    refused: async () => [],
    places: () => [],
    unread: () => [],
  }
}

async function describe(reader: SessionReader): Promise<CatalogSession> {
  const described = describeTables(await reader.tables())
  const id = described.metadata.identifier
  const file = {
    available: true,
    fileName: `session_${id}.nwb`,
    fileSize: 1000,
    location: null,
    place: null,
    reader,
  }
  return { ...described, ...file, id, published: null, warnings: [] }
}
