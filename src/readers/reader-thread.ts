import { basename } from 'node:path'
import { identityAtSync, isSameFile } from '../byte-sources/source-identity.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { loadHdf5 } from '../hdf5/hdf5-library.ts'
import { SessionFile } from '../nwb/session-file.ts'
import type { QuestionName, Questions, ReaderAnswer, ReaderTask } from './reader-protocol.ts'

/** Each open file keeps a few hundred KB of the library's memory. */
const MAX_OPEN_FILES = 8

/** The state of one reader thread: the files that it has open. */
export class ReaderThread {
  readonly #open = new Map<string, SessionFile>()
  readonly #openFile: (path: string) => Promise<SessionFile>

  constructor(openFile = SessionFile.open) {
    this.#openFile = openFile
  }

  /** Load the library, so that the first question does not wait for it. */
  async load(): Promise<void> {
    await loadHdf5()
  }

  /**
   * Answer one question. Faults of the file are an answer; whatever else is thrown is
   * a fault of ours, or a crash.
   */
  async answer(task: ReaderTask): Promise<ReaderAnswer> {
    Atomics.store(task.begun, 0, 1)
    try {
      const open = this.#open.get(task.path)
      const file = await this.#fileAt(task.path)
      // What opening it took counts, too.
      const readBefore = file === open ? file.bytesRead : 0
      if (task.identity && !isSameFile(task.identity, file.identity)) {
        throw new RecordingError('FILE_CHANGED', basename(task.path))
      }
      const answer = ask(file, task)
      file.assertUnchanged()
      const bytesRead = file.bytesRead - readBefore
      return { outcome: 'answered', identity: file.identity, answer, bytesRead }
    } catch (error) {
      if (error instanceof RequestAbortedError) return { outcome: 'aborted' }
      // Whatever it was, what the file's reader remembers of it may be wrong.
      this.#close(task.path)
      if (isOutOfMemory(error)) {
        for (const path of [...this.#open.keys()]) this.#close(path)
        const fileName = basename(task.path)
        return { outcome: 'failed', code: 'READER_OUT_OF_MEMORY', fileName, detail: '' }
      }
      if (!(error instanceof RecordingError)) throw error
      const { code, fileName, detail } = error
      return { outcome: 'failed', code, fileName, detail }
    }
  }

  /** The open file, if it still is what lies at the path; else what lies there now. */
  async #fileAt(path: string): Promise<SessionFile> {
    const identity = identityAtSync(path)
    const open = this.#open.get(path)
    if (open && isSameFile(open.identity, identity)) {
      this.#open.delete(path)
      this.#open.set(path, open)
      return open
    }
    this.#close(path)
    const oldest = this.#open.keys().next()
    if (this.#open.size >= MAX_OPEN_FILES && !oldest.done) this.#close(oldest.value)
    const file = await this.#openFile(path)
    this.#open.set(path, file)
    return file
  }

  #close(path: string): void {
    this.#open.get(path)?.close()
    this.#open.delete(path)
  }
}

/** As V8 says it; what a damaged file asks beyond any array's length is another error. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('allocation failed')
}

function ask(file: SessionFile, task: ReaderTask): Questions[QuestionName]['answer'] {
  const isCancelled = () => Atomics.load(task.cancelled, 0) !== 0
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
  }
}
