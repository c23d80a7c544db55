import {
  type AlignAnswer,
  type AlignRequest,
  collectorOf,
} from '../../src/domain/alignment/align-request.ts'
import type { CountMatrix } from '../../src/domain/counting/count-matrix.ts'
import { SpikeCounter } from '../../src/domain/counting/spike-counter.ts'
import type {
  SamplesRequest,
  SeriesSpan,
  SeriesWindow,
  StoredSeries,
} from '../../src/domain/series/series.ts'
import type {
  InvalidTime,
  OptogeneticEpoch,
  Rig,
  SessionTables,
  StimulusEpoch,
  UnitMetric,
} from '../../src/domain/session/session-tables.ts'
import { unitMetricColumns } from '../../src/domain/session/session-tables.ts'
import type { SessionWarning } from '../../src/domain/session/session-warning.ts'
import type { StimulusConditions } from '../../src/domain/stimuli/conditions.ts'
import type { PresentationList } from '../../src/domain/stimuli/presentations.ts'
import type { ParameterTable } from '../../src/domain/stimuli/stimulus-parameters.ts'
import type { Observation } from '../../src/domain/time/observation.ts'
import type { TimeSpan } from '../../src/domain/time/time-span.ts'
import { SessionNotFoundError } from '../../src/errors.ts'
import { describeTables } from '../../src/sessions/describe-session.ts'
import type { CatalogSession, SessionCatalog } from '../../src/sessions/session-catalog.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  SessionReader,
  SpikeTimesRequest,
  WaveformRequest,
} from '../../src/sessions/session-reader.ts'
import { epochsOf, type MemoryPresentation, MemoryPresentations } from './memory-presentations.ts'
import { type MemorySeries, MemoryTimeSeries } from './memory-series.ts'

export interface MemoryUnit {
  readonly id: number
  readonly area: string | null
  /** seconds, ascending */
  readonly spikes: readonly number[]
  readonly quality?: string
  readonly metrics?: Partial<Record<UnitMetric, number>>
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
  readonly warnings?: readonly SessionWarning[]
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

function observationOf(units: readonly MemoryUnit[]): Observation | null {
  if (!units.some(({ observed }) => observed)) return null
  return {
    stretches: units.map(({ observed = [] }) =>
      observed.map(([startTime, stopTime]) => ({ startTime, stopTime })),
    ),
    ofUnits: Int32Array.from(units, (_, row) => row),
  }
}

/**
 * A session reader over plain arrays. Counts what is asked of it, so that tests can tell how often.
 */
export class MemoryReader implements SessionReader {
  readonly #tables: SessionTables
  readonly #spikes: readonly Float64Array[]
  readonly #units: readonly MemoryUnit[]
  readonly #presentations: MemoryPresentations
  readonly #series: MemoryTimeSeries
  readonly #warnings: readonly SessionWarning[]
  /** of the file that there would be */
  version = 'a1b2c3'
  readonly asked = {
    tables: 0,
    warnings: 0,
    countSpikes: 0,
    alignSpikes: 0,
    spikeTimes: 0,
    spikeAmplitudes: 0,
    meanWaveforms: 0,
    presentations: 0,
    stimulusConditions: 0,
    presentationParameters: 0,
    storedSeries: 0,
    locateSamples: 0,
    samples: 0,
    recordedSpan: 0,
    matrices: 0,
  }

  constructor(options: MemorySessionOptions) {
    this.#tables = memoryTables(options)
    this.#units = options.units
    this.#warnings = options.warnings ?? []
    this.#series = new MemoryTimeSeries(options.series ?? [])
    this.#presentations = new MemoryPresentations(
      options.presentations ?? this.#tables.epochs,
      options.invalidTimes,
    )
    this.#spikes = options.units.map((unit) => Float64Array.from(unit.spikes))
  }

  async tables(): Promise<SessionTables> {
    this.asked.tables++
    return this.#tables
  }

  async warnings(): Promise<readonly SessionWarning[]> {
    this.asked.warnings++
    return this.#warnings
  }

  async fileVersion(): Promise<string> {
    return this.version
  }

  async countSpikes(requests: readonly MatrixRequest[]): Promise<CountMatrix[]> {
    this.asked.countSpikes++
    this.asked.matrices += requests.length
    return requests.map(({ bins, unitRows }) => {
      const counter = new SpikeCounter(bins, unitRows.length)
      unitRows.forEach((row, column) => {
        counter.count(column, this.#spikes[row])
      })
      return counter.finish()
    })
  }

  async alignSpikes(requests: readonly AlignRequest[]): Promise<AlignAnswer[]> {
    this.asked.alignSpikes++
    return requests.map((request) => {
      const collector = collectorOf(request)
      request.unitRows.forEach((row, column) => {
        collector.add(column, this.#spikes[row])
      })
      return collector.finish()
    })
  }

  async spikeTimes(requests: readonly SpikeTimesRequest[]): Promise<Float64Array[]> {
    this.asked.spikeTimes++
    return requests.map(({ unitRow, span }) =>
      this.#spikes[unitRow].filter((time) => span.startTime <= time && time <= span.stopTime),
    )
  }

  async spikeAmplitudes(requests: readonly SpikeTimesRequest[]): Promise<Float64Array[]> {
    this.asked.spikeAmplitudes++
    return requests.map(({ unitRow, span }) => {
      const { spikes = [], amplitudes } = this.#units[unitRow] ?? {}
      const wanted = spikes.map((time) => span.startTime <= time && time <= span.stopTime)
      return Float64Array.from(spikes, (_, spike) => amplitudes?.[spike] ?? 0.001).filter(
        (_, spike) => wanted[spike],
      )
    })
  }

  async meanWaveforms(requests: readonly WaveformRequest[]): Promise<Float64Array[]> {
    this.asked.meanWaveforms++
    return requests.map(({ unitRow, rows }) =>
      Float64Array.from([...rows].flatMap((row) => this.#units[unitRow]?.waveform?.[row] ?? [])),
    )
  }

  async presentations(): Promise<PresentationList> {
    this.asked.presentations++
    return this.#presentations.list
  }

  async stimulusConditions(): Promise<StimulusConditions> {
    this.asked.stimulusConditions++
    return this.#presentations.conditions()
  }

  async presentationParameters(request: ParametersRequest): Promise<ParameterTable> {
    this.asked.presentationParameters++
    return this.#presentations.parameters(request)
  }

  async storedSeries(): Promise<readonly StoredSeries[]> {
    this.asked.storedSeries++
    return this.#series.stored()
  }

  async locateSamples(requests: readonly SeriesSpan[]): Promise<(SeriesWindow | null)[]> {
    this.asked.locateSamples++
    return requests.map((request) => this.#series.locate(request))
  }

  async samples(requests: readonly SamplesRequest[]): Promise<Float64Array[]> {
    this.asked.samples++
    return requests.map((request) => this.#series.read(request))
  }

  async recordedSpan(): Promise<TimeSpan | null> {
    this.asked.recordedSpan++
    const times = [
      ...this.#spikes.flatMap((spikes) => [...spikes]),
      ...this.#tables.epochs.flatMap((epoch) => [epoch.startTime, epoch.stopTime]),
      ...this.#units.flatMap(({ observed = [] }) => observed.flat()),
    ]
    return times.length ? { startTime: Math.min(...times), stopTime: Math.max(...times) } : null
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
  const file = { available: true, fileName: `session_${id}.nwb`, fileSize: 1000, reader }
  return { ...described, ...file, id, published: null, warnings: [] }
}
