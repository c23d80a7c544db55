import type { CountMatrix } from '../domain/count-matrix.ts'
import { lowerBound, upperBound } from '../domain/search.ts'
import type { SessionTables, TimeSpan } from '../domain/session-tables.ts'
import { SpikeCounter } from '../domain/spike-counter.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { LocalFile } from './byte-source.ts'
import { type FileIdentity, identityAtSync, isSameFile } from './file-identity.ts'
import { Hdf5File } from './hdf5.ts'
import { readNwbVersion } from './read-metadata.ts'
import { readSessionTables } from './read-session-tables.ts'
import { unitsTable } from './read-units.ts'
import type { MatrixRequest, SpikeTimesRequest } from './session-reader.ts'
import { planSpikeReads } from './spike-plan.ts'
import { openSpikes, type SpikeSource, WatchedSource } from './spike-source.ts'

/** Tells whether the caller gave up. */
export type IsCancelled = () => boolean

const never: IsCancelled = () => false

/**
 * One open NWB file, which answers the questions of a SessionReader at once, without leaving its thread. Throws RecordingErrors.
 */
export class SessionFile {
  readonly identity: FileIdentity
  readonly #path: string
  readonly #source: WatchedSource
  readonly #file: Hdf5File
  #spikes: { readonly ends: Float64Array; readonly source: SpikeSource } | null = null
  /** reused by every read */
  #buffer = new Float64Array(0)

  static async open(path: string): Promise<SessionFile> {
    const local = new LocalFile(path)
    try {
      const source = new WatchedSource(local)
      const file = await Hdf5File.open(source)
      return new SessionFile(path, local.identity, source, file)
    } catch (error) {
      local.close()
      throw error
    }
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
    const columnsOf = new Map<number, { counter: SpikeCounter; column: number }[]>()
    requests.forEach(({ unitRows }, i) => {
      const counter = counters[i] as SpikeCounter
      unitRows.forEach((row, column) => {
        const columns = columnsOf.get(row)
        if (columns) columns.push({ counter, column })
        else columnsOf.set(row, [{ counter, column }])
      })
    })
    for (const { unitRow, spikeTimes } of this.#readUnits(columnsOf.keys(), isCancelled)) {
      for (const { counter, column } of columnsOf.get(unitRow) ?? [])
        counter.count(column, spikeTimes)
    }
    return counters.map((counter) => counter.finish())
  }

  /** See SessionReader.spikeTimes. */
  spikeTimes(requests: readonly SpikeTimesRequest[], isCancelled = never): Float64Array[] {
    const answers = new Array<Float64Array>(requests.length)
    const rows = requests.map(({ unitRow }) => unitRow)
    for (const { unitRow, spikeTimes } of this.#readUnits(rows, isCancelled)) {
      requests.forEach((request, i) => {
        if (request.unitRow !== unitRow) return
        const { startTime, stopTime } = request.span
        const from = lowerBound(spikeTimes, startTime)
        answers[i] = spikeTimes.slice(from, Math.max(from, upperBound(spikeTimes, stopTime)))
      })
    }
    return answers
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
      source.read(entry, from)
      startTime = Math.min(startTime, entry[0] as number)
      source.read(entry, end - 1)
      stopTime = Math.max(stopTime, entry[0] as number)
    })
    return startTime <= stopTime ? { startTime, stopTime } : null
  }

  /** Spike times of units, each once, in order of the file. They hold until the next step. */
  *#readUnits(
    unitRows: Iterable<number>,
    isCancelled: IsCancelled,
  ): Generator<{ unitRow: number; spikeTimes: Float64Array }> {
    const { ends, source } = this.#openSpikes()
    for (const range of planSpikeReads(unitRows, ends)) {
      if (isCancelled()) throw new RequestAbortedError()
      const entries = this.#bufferOf(range.to - range.from)
      source.read(entries, range.from)
      for (const { unitRow, from, to } of range.units) {
        const spikeTimes = entries.subarray(from - range.from, to - range.from)
        // NWB asks for ascending times; not every program that writes it keeps to that.
        if (!isAscending(spikeTimes)) spikeTimes.sort()
        yield { unitRow, spikeTimes }
      }
    }
  }

  #openSpikes() {
    if (!this.#spikes) {
      readNwbVersion(this.#file)
      const table = unitsTable(this.#file)
      const ends = table.ends('spike_times')
      const dataset = table.entries('spike_times')
      if (!ends || !dataset) throw new RecordingError('NO_UNITS', this.#file.name)
      this.#spikes = { ends, source: openSpikes(dataset, this.#source) }
    }
    return this.#spikes
  }

  #bufferOf(length: number): Float64Array {
    if (this.#buffer.length < length) this.#buffer = new Float64Array(length)
    return this.#buffer.subarray(0, length)
  }
}

function isAscending(times: Float64Array): boolean {
  for (let i = 1; i < times.length; i++) {
    if (!((times[i - 1] as number) <= (times[i] as number))) return false
  }
  return true
}
