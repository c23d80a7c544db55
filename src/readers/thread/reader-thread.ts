import {
  type IdentifiedSource,
  type OpensSources,
  Sources,
} from '../../byte-sources/open-source.ts'
import { isSameRecording, type RecordingIdentity } from '../../byte-sources/recording-identity.ts'
import type { RecordingLocation } from '../../byte-sources/recording-location.ts'
import { FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import { loadHdf5 } from '../../hdf5/hdf5-library.ts'
import { prefetchBegin } from '../../hdf5/structure/prefetch-begin.ts'
import { SessionFile } from '../../nwb/session-file.ts'
import { SpikeFile } from '../../nwb/spikes/spike-file.ts'
import type { AnyResponse, ReaderOutcome, ReaderTask } from '../reader-protocol.ts'
import { type OpenFile, OpenFiles } from './open-files.ts'
import { epochNow } from './reader-times.ts'

/** Each keeps a few hundred KB of the library's memory. */
const MAX_SESSION_FILES = 8

/** Each keeps the sparse index of its spikes, up to five megabytes. */
const MAX_SPIKE_FILES = 8

/** The state of one reader thread: the files that it has open. */
export class ReaderThread {
  readonly #sessions: OpenFiles<SessionFile>
  readonly #spikes: OpenFiles<SpikeFile>
  readonly #sources: OpensSources

  constructor(sources: OpensSources = new Sources()) {
    this.#sources = sources
    this.#sessions = new OpenFiles(sources, MAX_SESSION_FILES)
    this.#spikes = new OpenFiles(sources, MAX_SPIKE_FILES)
  }

  /** See OpensSources.identify. */
  identify(location: RecordingLocation): RecordingIdentity {
    return this.#sources.identify(location)
  }

  /**
   * Carry out one request. Faults of the file are an outcome; whatever else is thrown is a fault of
   * ours, or a crash.
   */
  async run(task: ReaderTask): Promise<ReaderOutcome> {
    const { location } = task
    const isCancelled = () => Atomics.load(task.cancelled, 0) !== 0
    // The time that a server takes is not the thread's.
    const onWait = (isWaiting: boolean) => Atomics.store(task.begun, 0, isWaiting ? 0 : 1)
    const tally = new FetchTally(task.fetches ?? undefined)
    this.#sources.begin({ isCancelled, onWait, tally, mostBytes: task.mostFetched })
    if (task.requests === null || !task.layout) {
      this.#fetchBegin(location)
      // Whoever is first waits for the library, which is no fault of the file.
      Atomics.store(task.begun, 0, 0)
      await loadHdf5()
    }
    Atomics.store(task.begun, 0, 1)
    try {
      if (task.requests === null) {
        return await this.#readSession(task, (file) => file.load(task.name))
      }
      const { name, requests, layout } = task
      if (!layout) {
        return await this.#readSession(task, (file) => file.read(name, requests, isCancelled))
      }
      const open = async (source: IdentifiedSource) =>
        new SpikeFile(source, source.identity, layout)
      return await readFrom(this.#spikes, open, task, (file) =>
        file.read(name, requests, isCancelled),
      )
    } catch (error) {
      if (error instanceof RequestAbortedError) return { outcome: 'aborted' }
      // Whatever it was, what is remembered of the file may be wrong.
      this.#sessions.close(location)
      this.#spikes.close(location)
      if (isOutOfMemory(error)) {
        this.close()
        const fileName = location.name
        return { outcome: 'failed', code: 'READER_OUT_OF_MEMORY', fileName, detail: '' }
      }
      if (!(error instanceof RecordingError)) throw error
      const { code, fileName, detail } = error
      return { outcome: 'failed', code, fileName, detail }
    }
  }

  /** Close what it holds open; what is asked for later is opened again. */
  close(): void {
    this.#sessions.closeAll()
    this.#spikes.closeAll()
  }

  /** Of a remote file, while the library is loaded. */
  #fetchBegin(location: RecordingLocation): void {
    if ('path' in location || this.#sessions.peek(location)) return
    try {
      prefetchBegin(this.#sources.open(location))
    } catch {
      // What fails here fails again when it is read, and is reported there.
    }
  }

  #readSession(
    task: ReaderTask,
    read: (file: SessionFile) => AnyResponse['response'],
  ): Promise<ReaderOutcome> {
    const first = task.requests === null ? task.name : null
    const open = (source: IdentifiedSource) => SessionFile.of(source, source.identity, first)
    return readFrom(this.#sessions, open, task, read)
  }
}

async function readFrom<File extends OpenFile>(
  files: OpenFiles<File>,
  open: (source: IdentifiedSource) => Promise<File>,
  { location, identity, name }: ReaderTask,
  read: (file: File) => AnyResponse['response'],
): Promise<ReaderOutcome> {
  const begin = epochNow()
  const known = files.peek(location)
  const file = await files.get(location, open)
  // What opening it took counts, too.
  const [bytesBefore, msBefore] = file === known ? [known.bytesRead, known.readMs] : [0, 0]
  if (identity && !isSameRecording(identity, file.identity)) {
    throw new RecordingError('FILE_CHANGED', location.name)
  }
  const response = read(file)
  files.assertUnchanged(location, file)
  const bytesRead = file.bytesRead - bytesBefore
  const times = { begin, reading: file.readMs - msBefore, end: epochNow() }
  return { outcome: 'read', name, identity: file.identity, response, bytesRead, times }
}

/** In V8's words; a damaged file that claims more than an array can hold is another error. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('allocation failed')
}
