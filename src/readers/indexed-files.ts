import { basename } from 'node:path'
import type { Disk } from '../byte-sources/disk/disk.ts'
import {
  type FileIdentity,
  identityAt,
  identityKey,
  isSameFile,
} from '../byte-sources/source-identity.ts'
import { AnswerCache } from '../cache/answer-cache.ts'
import type { StoredIndex } from '../cache/stored/stored-index.ts'
import { RecordingError } from '../errors.ts'
import type { SpikeLayout } from '../nwb/spikes/spike-layout.ts'
import type { Answered, AsksFiles, QuestionName, Questions } from './reader-protocol.ts'

/** Questions about a whole recording. */
const kept: readonly QuestionName[] = [
  'tables',
  'fileVersion',
  'warnings',
  'presentations',
  'stimulusConditions',
  'storedSeries',
  'spikeSpan',
  'spikeLayout',
]

/** Questions that can be answered from the layout of the spikes. */
const ofSpikes: readonly QuestionName[] = [
  'countSpikes',
  'alignSpikes',
  'spikeTimes',
  'spikeAmplitudes',
]

/**
 * A file that was changed so shortly before it was read could have been changed again within the
 * same tick of its disk's clock; the coarsest, of FAT, ticks every 2 s.
 */
const SETTLED_MS = 3000

/** Of layouts: 300 sessions of 1,700 units. */
const LAYOUT_BYTES = 2 ** 22

/**
 * Answers questions about files, with what was read before: whatever belongs to a whole recording
 * is taken from the index while the file is in the state that it was read from, and the places of
 * its spikes are given to whoever reads them, so that a file that is known is not opened as HDF5.
 */
export class IndexedFiles implements AsksFiles {
  readonly #files: AsksFiles
  readonly #index: StoredIndex
  readonly #now: () => number
  readonly #layouts = new AnswerCache(LAYOUT_BYTES)

  /** @param now the time in ms */
  constructor(files: AsksFiles, index: StoredIndex, now = Date.now) {
    this.#files = files
    this.#index = index
    this.#now = now
  }

  get disk(): Disk {
    return this.#files.disk
  }

  get idleThreads(): number {
    return this.#files.idleThreads
  }

  async ask<Name extends QuestionName>(
    path: string,
    identity: FileIdentity | null,
    name: Name,
    ask: Questions[Name]['ask'],
    signal?: AbortSignal,
  ): Promise<Answered<Name>> {
    if (kept.includes(name)) return this.#askKept(path, identity, name, ask, signal)
    if (!identity || !ofSpikes.includes(name))
      return this.#files.ask(path, identity, name, ask, signal)
    const layout = await this.#layoutOf(path, identity)
    const isComplete = name !== 'spikeAmplitudes' || layout?.amplitudes
    return this.#files.ask(path, identity, name, ask, signal, isComplete ? layout : null)
  }

  /** Asked once for all: not given up when the request that asked first is. */
  #layoutOf(path: string, identity: FileIdentity): Promise<SpikeLayout | null> {
    return this.#layouts.get(identityKey(path, identity), async () => {
      return (await this.#askKept(path, identity, 'spikeLayout', null)).answer
    })
  }

  async #askKept<Name extends QuestionName>(
    path: string,
    identity: FileIdentity | null,
    name: Name,
    ask: Questions[Name]['ask'],
    signal?: AbortSignal,
  ): Promise<Answered<Name>> {
    const askedAt = this.#now()
    const found = await identityAt(path, this.disk)
    if (identity && !isSameFile(identity, found)) {
      throw new RecordingError('FILE_CHANGED', basename(path))
    }
    const answer = await this.#index.get<Questions[Name]['answer']>(keyOf(name, path, found))
    if (answer !== undefined) return { identity: found, answer }
    const answered = await this.#files.ask(path, identity, name, ask, signal)
    if (answered.identity.changedAt < askedAt - SETTLED_MS) {
      void this.#index.set(keyOf(name, path, answered.identity), answered.answer)
    }
    return answered
  }
}

const keyOf = (name: QuestionName, path: string, identity: FileIdentity) =>
  `${name} ${identityKey(path, identity)}`
