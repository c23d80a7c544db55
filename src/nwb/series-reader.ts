import type { SamplesRequest, SeriesId, SeriesSpan, SeriesWindow } from '../domain/series.ts'
import { RecordingError } from '../errors.ts'
import type { FileIdentity } from './file-identity.ts'
import { probeFilePath } from './probe-file.ts'
import type { AsksFiles, Questions } from './reader-protocol.ts'
import { isInProbeFile } from './series-sources.ts'

type SeriesQuestion = 'locateSamples' | 'samples'

/** Asks the session's own file. */
type AskSession = <Name extends SeriesQuestion>(
  name: Name,
  ask: Questions[Name]['ask'],
  signal: AbortSignal | undefined,
) => Promise<Questions[Name]['answer']>

/**
 * Time series of a session, from its own file and those of its probes beside it: one question a file. Samples are read only from the very
 * file that they were located in.
 */
export class SeriesReader {
  readonly #sessionPath: string
  readonly #files: AsksFiles
  readonly #askSession: AskSession
  readonly #identities = new Map<string, FileIdentity>()

  constructor(sessionPath: string, files: AsksFiles, askSession: AskSession) {
    this.#sessionPath = sessionPath
    this.#files = files
    this.#askSession = askSession
  }

  /** See SessionReader.locateSamples. */
  async locate(
    requests: readonly SeriesSpan[],
    signal: AbortSignal | undefined,
  ): Promise<(SeriesWindow | null)[]> {
    return this.#askEachFile(requests, async (path, ofFile) => {
      if (path === this.#sessionPath) return this.#askSession('locateSamples', ofFile, signal)
      const located = path === null ? null : await this.#locateInProbeFile(path, ofFile, signal)
      return located ?? ofFile.map(() => null)
    })
  }

  /** See SessionReader.samples. */
  async samples(
    requests: readonly SamplesRequest[],
    signal: AbortSignal | undefined,
  ): Promise<Float64Array[]> {
    return this.#askEachFile(requests, async (path, ofFile) => {
      if (path === null) throw new Error('samples of a series that was not located')
      if (path === this.#sessionPath) return this.#askSession('samples', ofFile, signal)
      const identity = this.#identities.get(path) ?? null
      return (await this.#files.ask(path, identity, 'samples', ofFile, signal)).answer
    })
  }

  /** A probe without a file of its own has no series. */
  async #locateInProbeFile(
    path: string,
    requests: readonly SeriesSpan[],
    signal: AbortSignal | undefined,
  ): Promise<(SeriesWindow | null)[] | null> {
    try {
      const answered = await this.#files.ask(path, null, 'locateSamples', requests, signal)
      this.#identities.set(path, answered.identity)
      return answered.answer
    } catch (error) {
      if (error instanceof RecordingError && error.code === 'FILE_MISSING') return null
      throw error
    }
  }

  /** All files at once; answers in the order asked. */
  async #askEachFile<Request extends { readonly series: SeriesId }, Answer>(
    requests: readonly Request[],
    ask: (path: string | null, requests: readonly Request[]) => Promise<readonly Answer[]>,
  ): Promise<Answer[]> {
    const positions = new Map<string | null, number[]>()
    for (const [position, { series }] of requests.entries()) {
      const path = this.#pathOf(series)
      const ofPath = positions.get(path)
      if (ofPath) ofPath.push(position)
      else positions.set(path, [position])
    }
    const answers = new Array<Answer>(requests.length)
    const askOne = async (path: string | null, ofPath: readonly number[]) => {
      const answered = await ask(
        path,
        ofPath.map((position) => requests[position] as Request),
      )
      for (const [i, position] of ofPath.entries()) answers[position] = answered[i] as Answer
    }
    await Promise.all([...positions].map(([path, ofPath]) => askOne(path, ofPath)))
    return answers
  }

  #pathOf(series: SeriesId): string | null {
    return isInProbeFile(series)
      ? probeFilePath(this.#sessionPath, series.probeId)
      : this.#sessionPath
  }
}
