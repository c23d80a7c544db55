import type { Disk } from '../byte-sources/disk/disk.ts'
import type { FileIdentity } from '../byte-sources/source-identity.ts'
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
import { RecordingError, type RecordingProblem, RequestAbortedError } from '../errors.ts'
import type { SpikeLayout } from '../nwb/spikes/spike-layout.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  SpikeTimesRequest,
  WaveformRequest,
} from '../sessions/session-reader.ts'

/** What a reader thread is asked, by name. */
export interface Questions {
  tables: { readonly ask: null; readonly answer: SessionTables }
  fileVersion: { readonly ask: null; readonly answer: string }
  warnings: { readonly ask: null; readonly answer: SessionWarning[] }
  countSpikes: { readonly ask: readonly MatrixRequest[]; readonly answer: CountMatrix[] }
  alignSpikes: { readonly ask: readonly AlignRequest[]; readonly answer: AlignAnswer[] }
  spikeTimes: { readonly ask: readonly SpikeTimesRequest[]; readonly answer: Float64Array[] }
  spikeAmplitudes: { readonly ask: readonly SpikeTimesRequest[]; readonly answer: Float64Array[] }
  meanWaveforms: { readonly ask: readonly WaveformRequest[]; readonly answer: Float64Array[] }
  presentations: { readonly ask: null; readonly answer: PresentationList }
  stimulusConditions: { readonly ask: null; readonly answer: StimulusConditions }
  presentationParameters: { readonly ask: ParametersRequest; readonly answer: ParameterTable }
  storedSeries: { readonly ask: null; readonly answer: StoredSeries[] }
  locateSamples: {
    readonly ask: readonly SeriesSpan[]
    readonly answer: (SeriesWindow | null)[]
  }
  samples: { readonly ask: readonly SamplesRequest[]; readonly answer: Float64Array[] }
  spikeSpan: { readonly ask: null; readonly answer: TimeSpan | null }
  spikeLayout: { readonly ask: null; readonly answer: SpikeLayout | null }
}

export type QuestionName = keyof Questions

/** One question about one file. */
export type ReaderTask = {
  [Name in QuestionName]: {
    readonly path: string
    /** the file that the question is about; null: whatever lies at the path now */
    readonly identity: FileIdentity | null
    readonly name: Name
    readonly ask: Questions[Name]['ask']
    /** where the spikes lie that are wanted; null: not known, or none are wanted */
    readonly layout: SpikeLayout | null
    /** set to 1 by the asking thread when the answer is not wanted any more */
    readonly cancelled: Int32Array<SharedArrayBuffer>
    /** set to 1 by the answering thread when it begins */
    readonly begun: Int32Array<SharedArrayBuffer>
  }
}[QuestionName]

/**
 * Errors that the caller can act on go back as data: a class does not
 * survive the way between threads.
 */
export type ReaderAnswer<Name extends QuestionName = QuestionName> =
  | {
      readonly outcome: 'answered'
      readonly identity: FileIdentity
      readonly answer: Questions[Name]['answer']
      /** that the answer took */
      readonly bytesRead: number
    }
  | {
      readonly outcome: 'failed'
      readonly code: RecordingProblem
      readonly fileName: string
      readonly detail: string
    }
  | { readonly outcome: 'aborted' }

/** An answer, and the file that it was read from. */
export interface Answered<Name extends QuestionName> {
  readonly identity: FileIdentity
  readonly answer: Questions[Name]['answer']
}

/** Whoever answers questions about files. */
export interface AsksFiles {
  /** where the files are */
  readonly disk: Disk
  /** threads that have nothing to do */
  readonly idleThreads: number
  /**
   * @param identity the file meant; null: whatever lies at the path now
   * @param layout of that file's spikes, where it is known: they are read without libhdf5
   * @throws RecordingError, RequestAbortedError, ServerBusyError
   */
  ask<Name extends QuestionName>(
    path: string,
    identity: FileIdentity | null,
    name: Name,
    ask: Questions[Name]['ask'],
    signal?: AbortSignal,
    layout?: SpikeLayout | null,
  ): Promise<Answered<Name>>
}

/**
 * An answer as it came back from a thread.
 *
 * @throws RecordingError, RequestAbortedError
 */
export function answerOf<Name extends QuestionName>(answered: ReaderAnswer): Answered<Name> {
  if (answered.outcome === 'aborted') throw new RequestAbortedError()
  if (answered.outcome === 'answered') return answered as Answered<Name>
  throw new RecordingError(answered.code, answered.fileName, answered.detail)
}
