import { basename } from 'node:path'
import { LocalFile } from '../byte-sources/byte-source.ts'
import { isSameFile } from '../byte-sources/source-identity.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { SessionFile } from '../nwb/session-file.ts'
import { SpikeFile } from '../nwb/spikes/spike-file.ts'
import type { SpikeLayout } from '../nwb/spikes/spike-layout.ts'
import { assertUnchanged, type OpenFile, OpenFiles } from './open-files.ts'
import type { QuestionName, Questions, ReaderAnswer, ReaderTask } from './reader-protocol.ts'

/** Each keeps a few hundred KB of the library's memory. */
const MAX_SESSION_FILES = 8

/** Each keeps the sparse index of its spikes, up to five megabytes. */
const MAX_SPIKE_FILES = 8

/** How a thread opens files. */
export interface OpensFiles {
  session(path: string): Promise<SessionFile>
  spikes(path: string, layout: SpikeLayout): Promise<SpikeFile>
}

const localFiles: OpensFiles = {
  session: SessionFile.open,
  async spikes(path, layout) {
    const local = new LocalFile(path)
    return new SpikeFile(local, local.identity, layout)
  },
}

/** The state of one reader thread: the files that it has open. */
export class ReaderThread {
  readonly #sessions = new OpenFiles<SessionFile>(MAX_SESSION_FILES)
  readonly #spikes = new OpenFiles<SpikeFile>(MAX_SPIKE_FILES)
  readonly #opening: OpensFiles

  constructor(opening = localFiles) {
    this.#opening = opening
  }

  /**
   * Answer one question. Faults of the file are an answer; whatever else is thrown is
   * a fault of ours, or a crash.
   */
  async answer(task: ReaderTask): Promise<ReaderAnswer> {
    Atomics.store(task.begun, 0, 1)
    const { path, layout } = task
    try {
      if (layout) {
        const open = () => this.#opening.spikes(path, layout)
        return await this.#answerFrom(this.#spikes, open, task, (file) => askSpikes(file, task))
      }
      const open = () => this.#opening.session(path)
      return await this.#answerFrom(this.#sessions, open, task, (file) => ask(file, task))
    } catch (error) {
      if (error instanceof RequestAbortedError) return { outcome: 'aborted' }
      // Whatever it was, what is remembered of the file may be wrong.
      this.#sessions.close(path)
      this.#spikes.close(path)
      if (isOutOfMemory(error)) {
        this.#sessions.closeAll()
        this.#spikes.closeAll()
        const fileName = basename(path)
        return { outcome: 'failed', code: 'READER_OUT_OF_MEMORY', fileName, detail: '' }
      }
      if (!(error instanceof RecordingError)) throw error
      const { code, fileName, detail } = error
      return { outcome: 'failed', code, fileName, detail }
    }
  }

  async #answerFrom<File extends OpenFile>(
    files: OpenFiles<File>,
    open: () => Promise<File>,
    { path, identity }: ReaderTask,
    read: (file: File) => Questions[QuestionName]['answer'],
  ): Promise<ReaderAnswer> {
    const known = files.peek(path)
    const file = await files.get(path, open)
    // What opening it took counts, too.
    const readBefore = file === known ? file.bytesRead : 0
    if (identity && !isSameFile(identity, file.identity)) {
      throw new RecordingError('FILE_CHANGED', basename(path))
    }
    const answer = read(file)
    assertUnchanged(path, file)
    const bytesRead = file.bytesRead - readBefore
    return { outcome: 'answered', identity: file.identity, answer, bytesRead }
  }
}

/** As V8 says it; what a damaged file asks beyond any array's length is another error. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('allocation failed')
}

const isCancelledOf = (task: ReaderTask) => () => Atomics.load(task.cancelled, 0) !== 0

function askSpikes({ spikes }: SpikeFile, task: ReaderTask): Questions[QuestionName]['answer'] {
  const isCancelled = isCancelledOf(task)
  switch (task.name) {
    case 'countSpikes':
      return spikes.count(task.ask, isCancelled)
    case 'alignSpikes':
      return spikes.align(task.ask, isCancelled)
    case 'spikeTimes':
      return spikes.times(task.ask, isCancelled)
    case 'spikeAmplitudes':
      return spikes.amplitudes(task.ask, isCancelled)
    default:
      throw new Error(`${task.name} is not answered from the layout of spikes`)
  }
}

function ask(file: SessionFile, task: ReaderTask): Questions[QuestionName]['answer'] {
  const isCancelled = isCancelledOf(task)
  switch (task.name) {
    case 'tables':
      return file.tables()
    case 'fileVersion':
      return file.fileVersion()
    case 'warnings':
      return file.warnings()
    case 'countSpikes':
      return file.countSpikes(task.ask, isCancelled)
    case 'alignSpikes':
      return file.alignSpikes(task.ask, isCancelled)
    case 'spikeTimes':
      return file.spikeTimes(task.ask, isCancelled)
    case 'spikeAmplitudes':
      return file.spikeAmplitudes(task.ask, isCancelled)
    case 'meanWaveforms':
      return file.meanWaveforms(task.ask, isCancelled)
    case 'presentations':
      return file.presentations()
    case 'stimulusConditions':
      return file.stimulusConditions()
    case 'presentationParameters':
      return file.presentationParameters(task.ask)
    case 'storedSeries':
      return file.storedSeries()
    case 'locateSamples':
      return file.locateSamples(task.ask, isCancelled)
    case 'samples':
      return file.samples(task.ask, isCancelled)
    case 'spikeSpan':
      return file.spikeSpan(isCancelled)
    case 'spikeLayout':
      return file.spikeLayout()
  }
}
