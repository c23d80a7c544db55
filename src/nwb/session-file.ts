import { type ByteSource, LocalFile } from '../byte-sources/byte-source.ts'
import { type FileIdentity, noFile } from '../byte-sources/source-identity.ts'
import { WatchedSource } from '../byte-sources/watched-source.ts'
import type { AlignAnswer, AlignRequest } from '../domain/alignment/align-request.ts'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type {
  SamplesRequest,
  SeriesSpan,
  SeriesWindow,
  StoredSeries,
} from '../domain/series/series.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { PresentationList } from '../domain/stimuli/presentations.ts'
import type { ParameterTable } from '../domain/stimuli/stimulus-parameters.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { Hdf5File } from '../hdf5/hdf5-file.ts'
import { isTrap } from '../hdf5/hdf5-library.ts'
import { isOwnFault, orLeftOut } from '../hdf5/own-fault.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  SpikeTimesRequest,
  WaveformRequest,
} from '../sessions/session-reader.ts'
import { contentVersion } from './content-version.ts'
import { listSeries } from './series/list-series.ts'
import { locateSamples, readSamples } from './series/read-series.ts'
import { warnOfSeries } from './series/series-warnings.ts'
import { RecordedSpikes } from './spikes/recorded-spikes.ts'
import type { SpikeLayout } from './spikes/spike-layout.ts'
import { StoredSpikes } from './spikes/stored-spikes.ts'
import type { IsCancelled } from './spikes/unit-spike-reader.ts'
import { readNwbVersion } from './tables/read-metadata.ts'
import { readConditions, readParameters } from './tables/read-parameters.ts'
import { readSessionTables } from './tables/read-session-tables.ts'
import { readPresentations } from './tables/read-stimuli.ts'
import { unitsTable, warnOfOtherUnits } from './tables/units-table.ts'
import { type WaveformColumn, waveformColumn } from './tables/waveform-column.ts'

const never: IsCancelled = () => false

/**
 * One open NWB file, which answers the questions of a SessionReader at once, without leaving its
 * thread. Throws RecordingErrors.
 */
export class SessionFile {
  readonly identity: FileIdentity
  readonly #source: WatchedSource
  readonly #file: Hdf5File
  readonly #spikes: RecordedSpikes
  #waveforms: WaveformColumn | null = null

  static async open(path: string): Promise<SessionFile> {
    const local = new LocalFile(path)
    try {
      return await SessionFile.of(local, local.identity)
    } catch (error) {
      local.close()
      throw error
    }
  }

  /** A recording that lies anywhere. */
  static async of(bytes: ByteSource, identity = noFile): Promise<SessionFile> {
    const source = new WatchedSource(bytes)
    return new SessionFile(identity, source, await Hdf5File.open(source))
  }

  private constructor(identity: FileIdentity, source: WatchedSource, file: Hdf5File) {
    this.identity = identity
    this.#source = source
    this.#file = file
    this.#spikes = new RecordedSpikes(new StoredSpikes(file, source))
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

  tables(): SessionTables {
    return this.#answer(() => readSessionTables(this.#file))
  }

  /** See SessionReader.fileVersion. */
  fileVersion(): string {
    return this.#answer(() => contentVersion(this.#file, this.#source, this.#spikes.stored))
  }

  /** See SessionReader.warnings. Whatever can warn is read here. */
  warnings(): SessionWarning[] {
    return this.#answer(() =>
      this.#file.collectWarnings(() => {
        this.tables()
        this.#readConditions()
        warnOfSeries(this.#file)
        warnOfOtherUnits(this.#file)
        orLeftOut(this.#file, '/units/spike_times', () => this.#warnOfDisorder())
      }),
    )
  }

  #warnOfDisorder(): void {
    const disorder = this.#spikes.disorder()
    if (disorder) this.#file.warn(disorder)
  }

  /** Where no table of intervals can be read, all that can be said of them is said. */
  #readConditions(): void {
    try {
      this.stimulusConditions()
    } catch (error) {
      if (!isOwnFault(error)) throw error
    }
  }

  /** See SessionReader.countSpikes. */
  countSpikes(requests: readonly MatrixRequest[], isCancelled?: IsCancelled): CountMatrix[] {
    return this.#answer(() => this.#spikes.count(requests, isCancelled))
  }

  /** See SessionReader.alignSpikes. */
  alignSpikes(requests: readonly AlignRequest[], isCancelled?: IsCancelled): AlignAnswer[] {
    return this.#answer(() => this.#spikes.align(requests, isCancelled))
  }

  /** See SessionReader.spikeTimes. */
  spikeTimes(requests: readonly SpikeTimesRequest[], isCancelled?: IsCancelled): Float64Array[] {
    return this.#answer(() => this.#spikes.times(requests, isCancelled))
  }

  /** See SessionReader.spikeAmplitudes. */
  spikeAmplitudes(
    requests: readonly SpikeTimesRequest[],
    isCancelled?: IsCancelled,
  ): Float64Array[] {
    return this.#answer(() => this.#spikes.amplitudes(requests, isCancelled))
  }

  /** See SessionReader.meanWaveforms. */
  meanWaveforms(requests: readonly WaveformRequest[], isCancelled = never): Float64Array[] {
    return this.#answer(() => this.#readWaveforms(requests, isCancelled))
  }

  #readWaveforms(requests: readonly WaveformRequest[], isCancelled: IsCancelled): Float64Array[] {
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
      const { unitRow, rows } = requests[i]
      answers[i] = column.read(unitRow, rows)
    }
    return answers
  }

  /** See SessionReader.presentations. */
  presentations(): PresentationList {
    return this.#answer(() => {
      readNwbVersion(this.#file)
      return readPresentations(this.#file)
    })
  }

  /** See SessionReader.stimulusConditions. */
  stimulusConditions(): StimulusConditions {
    return this.#answer(() => readConditions(this.#file, this.presentations()))
  }

  /** See SessionReader.presentationParameters. */
  presentationParameters(request: ParametersRequest): ParameterTable {
    return this.#answer(() => readParameters(this.#file, request))
  }

  /** See SessionReader.storedSeries. */
  storedSeries(): StoredSeries[] {
    return this.#answer(() => listSeries(this.#file))
  }

  /** See SessionReader.locateSamples. */
  locateSamples(
    requests: readonly SeriesSpan[],
    isCancelled: IsCancelled = never,
  ): (SeriesWindow | null)[] {
    return this.#answer(() =>
      requests.map((request) => locateSamples(this.#file, request, isCancelled)),
    )
  }

  /** See SessionReader.samples. */
  samples(requests: readonly SamplesRequest[], isCancelled = never): Float64Array[] {
    return this.#answer(() =>
      requests.map((request) => readSamples(this.#file, request, isCancelled)),
    )
  }

  /** Where the spikes lie; null: only libhdf5 can read their times. */
  spikeLayout(): SpikeLayout | null {
    return this.#answer(() => this.#spikes.layout())
  }

  /** From the first to the last spike of any unit; null without spikes. */
  spikeSpan(isCancelled?: IsCancelled): TimeSpan | null {
    return this.#answer(() => this.#spikes.span(isCancelled))
  }

  /**
   * A read that failed is the answer, whatever was made of it on the way: now, and until the file
   * is opened again, since what is remembered of it may be wrong.
   */
  #answer<Answer>(read: () => Answer): Answer {
    this.#source.assertReadable()
    try {
      const answer = read()
      this.#source.assertReadable()
      return answer
    } catch (error) {
      if (!isTrap(error)) this.#source.assertReadable()
      throw error
    }
  }
}

const rowOf = (requests: readonly WaveformRequest[], i: number) => requests[i]?.unitRow ?? 0
