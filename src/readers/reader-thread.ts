import { basename } from 'node:path'
import { LocalFile } from '../byte-sources/byte-source.ts'
import { isSameFile } from '../byte-sources/source-identity.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { SessionFile } from '../nwb/session-file.ts'
import { SpikeFile } from '../nwb/spikes/spike-file.ts'
import type { SpikeLayout } from '../nwb/spikes/spike-layout.ts'
import { assertUnchanged, type OpenFile, OpenFiles } from './open-files.ts'
import type { AnyResponse, ReaderOutcome, ReaderTask } from './reader-protocol.ts'

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
   * Carry out one request. Faults of the file are an outcome; whatever else is thrown is a fault of
   * ours, or a crash.
   */
  async run(task: ReaderTask): Promise<ReaderOutcome> {
    Atomics.store(task.begun, 0, 1)
    const { path } = task
    const isCancelled = () => Atomics.load(task.cancelled, 0) !== 0
    try {
      if (task.requests === null) {
        return await this.#readSession(task, (file) => file.load(task.name))
      }
      const { name, requests, layout } = task
      if (!layout) {
        return await this.#readSession(task, (file) => file.read(name, requests, isCancelled))
      }
      const open = () => this.#opening.spikes(path, layout)
      return await readFrom(this.#spikes, open, task, (file) =>
        file.read(name, requests, isCancelled),
      )
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

  #readSession(
    task: ReaderTask,
    read: (file: SessionFile) => AnyResponse['response'],
  ): Promise<ReaderOutcome> {
    return readFrom(this.#sessions, () => this.#opening.session(task.path), task, read)
  }
}

async function readFrom<File extends OpenFile>(
  files: OpenFiles<File>,
  open: () => Promise<File>,
  { path, identity, name }: ReaderTask,
  read: (file: File) => AnyResponse['response'],
): Promise<ReaderOutcome> {
  const known = files.peek(path)
  const file = await files.get(path, open)
  // What opening it took counts, too.
  const readBefore = file === known ? file.bytesRead : 0
  if (identity && !isSameFile(identity, file.identity)) {
    throw new RecordingError('FILE_CHANGED', basename(path))
  }
  const response = read(file)
  assertUnchanged(path, file)
  const bytesRead = file.bytesRead - readBefore
  return { outcome: 'read', name, identity: file.identity, response, bytesRead }
}

/** As V8 says it; what a damaged file asks beyond any array's length is another error. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('allocation failed')
}
