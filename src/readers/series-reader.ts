import type { FileIdentity } from '../byte-sources/source-identity.ts'
import type { SamplesRequest, SeriesId, SeriesSpan, SeriesWindow } from '../domain/series/series.ts'
import { RecordingError } from '../errors.ts'
import { isInProbeFile } from '../nwb/series/allensdk-series.ts'
import { probeFilePaths } from './probe-file.ts'
import type { AsksFiles, Questions } from './reader-protocol.ts'

type SeriesQuestion = 'locateSamples' | 'samples'

/** Asks the session's own file. */
type AskSession = <Name extends SeriesQuestion>(
  name: Name,
  ask: Questions[Name]['ask'],
  signal: AbortSignal | undefined,
) => Promise<Questions[Name]['answer']>

/**
 * Time series of a session, from its own file and those of its probes beside it: one question a
 * file. Samples are read only from the very file that they were located in.
 */
export class SeriesReader {
  readonly #sessionPath: string
  readonly #files: AsksFiles
  readonly #askSession: AskSession
  /** the file of each probe, as it was when a series was located there */
  readonly #located = new Map<string, LocatedFile>()

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
    return this.#askEachFile(requests, (probeId, ofFile) =>
      probeId === undefined
        ? this.#askSession('locateSamples', ofFile, signal)
        : this.#locateInProbeFiles(probeId, ofFile, signal),
    )
  }

  /** See SessionReader.samples. */
  async samples(
    requests: readonly SamplesRequest[],
    signal: AbortSignal | undefined,
  ): Promise<Float64Array[]> {
    return this.#askEachFile(requests, async (probeId, ofFile) => {
      if (probeId === undefined) return this.#askSession('samples', ofFile, signal)
      const located = probeId === null ? undefined : this.#located.get(probeId)
      if (!located) throw new Error('samples of a series that was not located')
      const { path, identity } = located
      return (await this.#files.ask(path, identity, 'samples', ofFile, signal)).answer
    })
  }

  /** A probe without a file of its own has no series. */
  async #locateInProbeFiles(
    probeId: string | null,
    requests: readonly SeriesSpan[],
    signal: AbortSignal | undefined,
  ): Promise<(SeriesWindow | null)[]> {
    for (const { path, isNamedSo } of await probeFilePaths(
      this.#files.disk,
      this.#sessionPath,
      probeId,
    )) {
      const answered = await this.#locateIn(path, isNamedSo, requests, signal)
      if (!answered?.answer.some((window) => window !== null)) continue
      this.#located.set(probeId as string, { path, identity: answered.identity })
      return answered.answer
    }
    return requests.map(() => null)
  }

  /** Null: there is no such file, or one that is named as another probe's and cannot be read. */
  async #locateIn(
    path: string,
    isNamedSo: boolean,
    requests: readonly SeriesSpan[],
    signal: AbortSignal | undefined,
  ) {
    try {
      return await this.#files.ask(path, null, 'locateSamples', requests, signal)
    } catch (error) {
      const isPassedOver = !isNamedSo || (error as RecordingError).code === 'FILE_MISSING'
      if (error instanceof RecordingError && isPassedOver) return null
      throw error
    }
  }

  /**
   * All files at once, each by its probe; undefined: that of the
   * session. Answers in the order asked.
   */
  async #askEachFile<Request extends { readonly series: SeriesId }, Answer>(
    requests: readonly Request[],
    ask: (
      probeId: string | null | undefined,
      requests: readonly Request[],
    ) => Promise<readonly Answer[]>,
  ): Promise<Answer[]> {
    const positions = new Map<string | null | undefined, number[]>()
    for (const [position, { series }] of requests.entries()) {
      const probeId = isInProbeFile(series) ? series.probeId : undefined
      const ofFile = positions.get(probeId)
      if (ofFile) ofFile.push(position)
      else positions.set(probeId, [position])
    }
    const answers = new Array<Answer>(requests.length)
    const askOne = async (probeId: string | null | undefined, ofFile: readonly number[]) => {
      const answered = await ask(
        probeId,
        ofFile.map((position) => requests[position]),
      )
      for (const [i, position] of ofFile.entries()) answers[position] = answered[i]
    }
    await Promise.all([...positions].map(([probeId, ofFile]) => askOne(probeId, ofFile)))
    return answers
  }
}

interface LocatedFile {
  readonly path: string
  readonly identity: FileIdentity
}
