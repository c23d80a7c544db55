import { type AlignAnswer, type AlignRequest, collectorOf } from '../domain/aligned-activity.ts'
import { alignedSpans } from '../domain/aligned-spans.ts'
import type { StimulusConditions } from '../domain/conditions.ts'
import type { CountMatrix } from '../domain/count-matrix.ts'
import type { PresentationList } from '../domain/presentations.ts'
import { lowerBound, upperBound } from '../domain/search.ts'
import type { SamplesRequest, SeriesSpan, SeriesWindow, StoredSeries } from '../domain/series.ts'
import type { SessionTables, TimeSpan } from '../domain/session-tables.ts'
import { SpikeCounter } from '../domain/spike-counter.ts'
import type { ParameterTable } from '../domain/stimulus-parameters.ts'
import { uniteSpans } from '../domain/united-spans.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { type ByteSource, LocalFile } from './byte-source.ts'
import { type FileIdentity, identityAtSync, isSameFile } from './file-identity.ts'
import { Hdf5File } from './hdf5.ts'
import { listSeries } from './list-series.ts'
import { readNwbVersion } from './read-metadata.ts'
import { readConditions, readParameters } from './read-parameters.ts'
import { locateSamples, readSamples } from './read-series.ts'
import { readSessionTables } from './read-session-tables.ts'
import { readPresentations } from './read-stimuli.ts'
import { unitsTable } from './read-units.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  SpikeTimesRequest,
  WaveformRequest,
} from './session-reader.ts'
import { openSpikes, type SpikeSource, WatchedSource } from './spike-source.ts'
import { type IsCancelled, UnitSpikeReader } from './unit-spikes.ts'
import { type WaveformColumn, waveformColumn } from './waveform-column.ts'

const never: IsCancelled = () => false

/** A unit is read into memory: 33 million spikes are 268 MB. Sorted units have a million at most; a crafted index can claim any number. */
const MOST_SPIKES = 2 ** 25

const nowhere: FileIdentity = { size: 0, modifiedAt: 0, inode: 0 }

/**
 * One open NWB file, which answers the questions of a SessionReader at once, without leaving its thread. Throws RecordingErrors.
 */
export class SessionFile {
  readonly identity: FileIdentity
  readonly #path: string
  readonly #source: WatchedSource
  readonly #file: Hdf5File
  #spikes: UnitSpikeReader | null = null
  #amplitudes: SpikeSource | null = null
  #waveforms: WaveformColumn | null = null

  static async open(path: string): Promise<SessionFile> {
    const local = new LocalFile(path)
    try {
      return await SessionFile.of(local, path, local.identity)
    } catch (error) {
      local.close()
      throw error
    }
  }

  /** A recording that lies anywhere; without a path it cannot be found to have changed. */
  static async of(bytes: ByteSource, path = '', identity = nowhere): Promise<SessionFile> {
    const source = new WatchedSource(bytes)
    return new SessionFile(path, identity, source, await Hdf5File.open(source))
  }

  private constructor(path: string, identity: FileIdentity, source: WatchedSource, file: Hdf5File) {
    this.#path = path
    this.identity = identity
    this.#source = source
    this.#file = file
  }

  /** How often the file was read. */
  get readCount(): number {
    return this.#source.readCount
  }

  /** How many bytes of it were read. */
  get bytesRead(): number {
    return this.#source.bytesRead
  }

  close(): void {
    this.#file.close()
  }

  /** @throws RecordingError FILE_CHANGED, FILE_MISSING when what lies at the path is not the file that was opened */
  assertUnchanged(): void {
    if (!isSameFile(identityAtSync(this.#path), this.identity)) {
      throw new RecordingError('FILE_CHANGED', this.#file.name)
    }
  }

  tables(): SessionTables {
    return readSessionTables(this.#file)
  }

  /** See SessionReader.countSpikes. */
  countSpikes(requests: readonly MatrixRequest[], isCancelled = never): CountMatrix[] {
    const counters = requests.map(({ bins, unitRows }) => new SpikeCounter(bins, unitRows.length))
    const columnsOf = columnsOfUnits(requests)
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ bins }) => [{ startTime: bins.start, stopTime: bins.stop }]),
    )
    for (const { unitRow, spikeTimes } of this.#openSpikes().read(wanted, isCancelled)) {
      for (const { request, column } of columnsOf.get(unitRow) ?? [])
        counters[request]?.count(column, spikeTimes)
    }
    return counters.map((counter) => counter.finish())
  }

  /** See SessionReader.alignSpikes. */
  alignSpikes(requests: readonly AlignRequest[], isCancelled = never): AlignAnswer[] {
    const collectors = requests.map(collectorOf)
    const columnsOf = columnsOfUnits(requests)
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ alignment }) => alignedSpans(alignment)),
    )
    for (const { unitRow, spikeTimes } of this.#openSpikes().read(wanted, isCancelled)) {
      for (const { request, column } of columnsOf.get(unitRow) ?? [])
        collectors[request]?.add(column, spikeTimes)
    }
    return collectors.map((collector) => collector.finish())
  }

  /** See SessionReader.spikeTimes. */
  spikeTimes(requests: readonly SpikeTimesRequest[], isCancelled = never): Float64Array[] {
    const answers = new Array<Float64Array>(requests.length)
    const columnsOf = columnsOfUnits(
      requests.map(({ unitRow }) => ({ unitRows: Uint32Array.of(unitRow) })),
    )
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ span }) => [span]),
    )
    for (const { unitRow, spikeTimes } of this.#openSpikes().read(wanted, isCancelled)) {
      requests.forEach((request, i) => {
        if (request.unitRow !== unitRow) return
        const { startTime, stopTime } = request.span
        const from = lowerBound(spikeTimes, startTime)
        answers[i] = spikeTimes.slice(from, Math.max(from, upperBound(spikeTimes, stopTime)))
      })
    }
    return answers
  }

  /** See SessionReader.spikeAmplitudes. */
  spikeAmplitudes(requests: readonly SpikeTimesRequest[], isCancelled = never): Float64Array[] {
    const source = this.#openAmplitudes()
    const answers = new Array<Float64Array>(requests.length)
    const units = this.#openSpikes()
    const wanted = new Map(requests.map(({ unitRow }) => [unitRow, null]))
    for (const { unitRow, spikeTimes, order } of units.read(wanted, isCancelled)) {
      const first = units.unit(unitRow).from
      const sorted = order && sortedEntries(source, first, order)
      requests.forEach((request, i) => {
        if (request.unitRow !== unitRow) return
        const { startTime, stopTime } = request.span
        const from = lowerBound(spikeTimes, startTime)
        const to = Math.max(from, upperBound(spikeTimes, stopTime))
        const amplitudes = sorted?.slice(from, to) ?? new Float64Array(to - from)
        if (!sorted) source.read(amplitudes, first + from)
        answers[i] = amplitudes
      })
    }
    return answers
  }

  /** See SessionReader.meanWaveforms. */
  meanWaveforms(requests: readonly WaveformRequest[], isCancelled = never): Float64Array[] {
    this.#waveforms ??= waveformColumn(unitsTable(this.#file))
    const column = this.#waveforms
    if (!column) {
      throw new RecordingError('UNSUPPORTED_LAYOUT', this.#file.name, 'no mean waveforms')
    }
    const answers = new Array<Float64Array>(requests.length)
    const inFileOrder = requests.map((_, i) => i)
    inFileOrder.sort((a, b) => rowOf(requests, a) - rowOf(requests, b))
    for (const i of inFileOrder) {
      if (isCancelled()) throw new RequestAbortedError()
      const { unitRow, rows } = requests[i] as WaveformRequest
      answers[i] = column.read(unitRow, rows)
    }
    return answers
  }

  /** See SessionReader.presentations. */
  presentations(): PresentationList {
    readNwbVersion(this.#file)
    return readPresentations(this.#file)
  }

  /** See SessionReader.stimulusConditions. */
  stimulusConditions(): StimulusConditions {
    return readConditions(this.#file, this.presentations())
  }

  /** See SessionReader.presentationParameters. */
  presentationParameters(request: ParametersRequest): ParameterTable {
    return readParameters(this.#file, request)
  }

  /** See SessionReader.storedSeries. */
  storedSeries(): StoredSeries[] {
    return listSeries(this.#file)
  }

  /** See SessionReader.locateSamples. */
  locateSamples(requests: readonly SeriesSpan[]): (SeriesWindow | null)[] {
    return requests.map((request) => locateSamples(this.#file, request))
  }

  /** See SessionReader.samples. */
  samples(requests: readonly SamplesRequest[], isCancelled = never): Float64Array[] {
    return requests.map((request) => readSamples(this.#file, request, isCancelled))
  }

  /** From the first to the last spike of any unit; null without spikes. Reads two entries a unit. */
  spikeSpan(isCancelled = never): TimeSpan | null {
    const { ends, source } = this.#openSpikes()
    let startTime = Number.POSITIVE_INFINITY
    let stopTime = Number.NEGATIVE_INFINITY
    const entry = new Float64Array(1)
    ends.forEach((end, row) => {
      if (isCancelled()) throw new RequestAbortedError()
      const from = ends[row - 1] ?? 0
      if (from === end) return
      for (const position of [from, end - 1]) {
        source.read(entry, position)
        const [time] = entry as unknown as [number]
        // Neither comparison holds for a missing one (NaN).
        if (time < startTime) startTime = time
        if (time > stopTime) stopTime = time
      }
    })
    return startTime <= stopTime ? { startTime, stopTime } : null
  }

  #openSpikes(): UnitSpikeReader {
    if (!this.#spikes) {
      readNwbVersion(this.#file)
      const table = unitsTable(this.#file)
      const ends = table.ends('spike_times')
      const dataset = table.entries('spike_times')
      if (!ends || !dataset) throw new RecordingError('NO_UNITS', this.#file.name)
      const row = ends.findIndex((end, unitRow) => end - (ends[unitRow - 1] ?? 0) > MOST_SPIKES)
      if (row >= 0) {
        const found = `/units/spike_times_index gives row ${row} more than ${MOST_SPIKES} spikes`
        throw new RecordingError('INDEX_INVALID', this.#file.name, found)
      }
      this.#spikes = new UnitSpikeReader(ends, openSpikes(dataset, this.#source))
    }
    return this.#spikes
  }

  #openAmplitudes(): SpikeSource {
    if (!this.#amplitudes) {
      const { ends } = this.#openSpikes()
      const table = unitsTable(this.#file)
      const dataset = table.entries('spike_amplitudes')
      const amplitudeEnds = table.ends('spike_amplitudes')
      if (!dataset || !amplitudeEnds?.every((end, row) => end === ends[row])) {
        const found = '/units/spike_amplitudes does not have one entry for every spike'
        throw new RecordingError('INDEX_INVALID', this.#file.name, found)
      }
      this.#amplitudes = openSpikes(dataset, this.#source)
    }
    return this.#amplitudes
  }
}

/** Which columns, of which requests, each unit is. */
function columnsOfUnits(
  requests: readonly { readonly unitRows: Uint32Array }[],
): Map<number, { request: number; column: number }[]> {
  const columnsOf = new Map<number, { request: number; column: number }[]>()
  requests.forEach(({ unitRows }, request) => {
    unitRows.forEach((row, column) => {
      const columns = columnsOf.get(row)
      if (columns) columns.push({ request, column })
      else columnsOf.set(row, [{ request, column }])
    })
  })
  return columnsOf
}

/** The spans that a question wants of each unit, united; units that the same requests name share theirs. */
function wantedSpans(
  columnsOf: ReadonlyMap<number, readonly { readonly request: number }[]>,
  spansOf: readonly (readonly TimeSpan[])[],
): Map<number, readonly TimeSpan[]> {
  const known = new Map<string, readonly TimeSpan[]>()
  const wanted = new Map<number, readonly TimeSpan[]>()
  for (const [unitRow, columns] of columnsOf) {
    const requests = [...new Set(columns.map(({ request }) => request))]
    const key = requests.join()
    const united = known.get(key) ?? uniteSpans(requests.flatMap((request) => spansOf[request]))
    known.set(key, united)
    wanted.set(unitRow, united)
  }
  return wanted
}

/** Entries of a unit in the order given. */
function sortedEntries(source: SpikeSource, first: number, order: Uint32Array): Float64Array {
  const stored = new Float64Array(order.length)
  source.read(stored, first)
  return Float64Array.from(order, (entry) => stored[entry] as number)
}

const rowOf = (requests: readonly WaveformRequest[], i: number) => requests[i]?.unitRow ?? 0
