// spikeql/reader: one recording, without a server.
import { statSync } from 'node:fs'
import { OpenCatalog } from '../cli/open/open-catalog.ts'
import { type OpenSessions, openFile } from '../cli/open/open-file.ts'
import type { CountArray } from '../domain/counting/count-matrix.ts'
import { windowBins } from '../domain/counting/matrix-request.ts'
import { sdkUnitFilter } from '../domain/defaults.ts'
import { type ExactNumbers, pickExact } from '../domain/numeric/exact-numbers.ts'
import { rowOfId } from '../domain/session/row-ids.ts'
import type { SessionTables, StimulusEpoch } from '../domain/session/session-tables.ts'
import { knownEpochs } from '../domain/stimuli/known-epochs.ts'
import { everyUnit, selectUnits, type UnitFilter } from '../domain/units/unit-filter.ts'
import { InvalidArgumentError, UnitNotFoundError } from '../errors.ts'
import type { CatalogSession, SessionCatalog } from '../sessions/session-catalog.ts'
import { accessFor } from './access-for.ts'

export type { CountArray } from '../domain/counting/count-matrix.ts'
export type { ExactNumbers } from '../domain/numeric/exact-numbers.ts'
export type { SessionTables, StimulusEpoch } from '../domain/session/session-tables.ts'
export type { UnitFilter } from '../domain/units/unit-filter.ts'
export type { CatalogSession } from '../sessions/session-catalog.ts'

/** Options of {@link openRecording}. */
export interface OpenOptions {
  /** which session, of a folder that has several */
  readonly id?: string | undefined
  /** folder for what was read before, so that a known recording is not opened again */
  readonly cacheFolder?: string | undefined
}

/** A window of the session's clock, or around the start of an epoch; all in seconds. */
export type CountWindow =
  | { readonly start: number; readonly stop: number }
  | {
      /** index of the epoch, from 0 */
      readonly epoch: number
      /** before its start; 0 when left out */
      readonly before?: number
      /** after its start; to its end when left out */
      readonly after?: number
    }

/** What {@link Recording.count} counts. */
export type CountOptions = CountWindow & {
  /** seconds */
  readonly binSize: number
  /** acronym or short name, `VISp` or `V1`; units of all areas when left out */
  readonly area?: string | undefined
  /**
   * limits that differ from the AllenSDK's, which are the default; `'all'`: every unit that the
   * file stores
   */
  readonly units?: Partial<UnitFilter> | 'all' | undefined
}

/** Spike counts in equal bins. */
export interface Counts {
  /** [bins, units] */
  readonly shape: readonly [bins: number, units: number]
  /** row by row: the count of bin `b` and unit `u` is `counts[b * shape[1] + u]` */
  readonly counts: CountArray
  /** as the file has them, in the order of the columns. Shape [units]. */
  readonly unitIds: ExactNumbers
  /** seconds on the session's clock; shape [bins + 1]. The last bin includes its end. */
  readonly binEdges: Float64Array
}

/** An open recording. Close it to free what it holds. */
export interface Recording extends AsyncDisposable {
  /** id, metadata, areas and units of the session, and its `reader`, for whatever else it holds */
  readonly session: CatalogSession

  /** Units, channels, probes, epochs and metadata, as columns. Read once. */
  tables(): Promise<SessionTables>

  /** Stimulus epochs in order of time: what {@link count} takes by their index. */
  epochs(): Promise<readonly StimulusEpoch[]>

  /**
   * Spikes counted as numpy's histogram does, to the last one.
   *
   * @throws EpochNotFoundError, AreaNotFoundError, InvalidBinSizeError, InvalidWindowError,
   *   TooManyBinsError, RecordingError
   *
   * @example
   * import { openRecording } from 'spikeql/reader'
   *
   * const recording = await openRecording('sample-data', { id: '810000001' })
   * const request = { epoch: 1, after: 1.5, binSize: 0.5, area: 'V1' }
   * const { shape, counts } = await recording.count(request)
   * console.log(shape) // [ 3, 11 ]
   * console.log(counts.slice(0, 11).join(' ')) // 2 0 0 0 0 5 0 0 3 0 2
   * await recording.close()
   */
  count(options: CountOptions): Promise<Counts>

  /**
   * Spike times of a unit, by its id in the file: seconds, ascending.
   *
   * @throws UnitNotFoundError, RecordingError
   *
   * @example
   * import { openRecording } from 'spikeql/reader'
   *
   * const recording = await openRecording('sample-data', { id: '810000001' })
   * const [unitId] = (await recording.tables()).units.ids
   * const times = await recording.spikeTimes(unitId, { start: 0, stop: 10 })
   * console.log(times.every((time) => time <= 10)) // true
   * await recording.close()
   */
  spikeTimes(
    unitId: number | bigint | string,
    span?: { readonly start?: number; readonly stop?: number },
  ): Promise<Float64Array>

  close(): Promise<void>
}

/**
 * A recording: a file, a folder or AllenSDK cache that holds it, or an address
 * (`dandi://000021/…`). It is read in the caller's thread; an address, or a folder, in threads of
 * their own.
 *
 * @throws InvalidArgumentError when there is no such session, or several; RecordingError when the
 *   file cannot be used
 *
 * @example
 * import { openRecording } from 'spikeql/reader'
 *
 * const recording = await openRecording('sample-data', { id: '810000001' })
 * console.log(recording.session.metadata.sessionType) // brain_observatory_1.1
 * console.log((await recording.epochs())[1].stimulusName) // gabors
 * await recording.close()
 */
export async function openRecording(place: string, options: OpenOptions = {}): Promise<Recording> {
  const open = await openPlace(place, options.cacheFolder ?? null)
  try {
    return recordingOf(await findSession(open.catalog, place, options.id), open.close)
  } catch (error) {
    await open.close()
    throw error
  }
}

async function openPlace(place: string, cacheFolder: string | null): Promise<OpenSessions> {
  const access = await accessFor(cacheFolder)
  if (statSync(place, { throwIfNoEntry: false })?.isFile()) return openFile(place, access.index)
  // Nothing is looked at again.
  const open = await OpenCatalog.open([place], access, { rescanSeconds: 0 })
  const close = () => open.close()
  await open.assertPlacesExist().catch(async (error) => {
    await close()
    throw error
  })
  return { catalog: open.catalog, close }
}

async function findSession(
  catalog: SessionCatalog,
  place: string,
  id: string | undefined,
): Promise<CatalogSession> {
  if (id !== undefined) return catalog.session(id)
  const sessions = await catalog.sessions()
  const [session] = sessions
  if (session && sessions.length === 1) return session
  const [refused] = await catalog.refused()
  if (!session && refused) throw refused.error
  throw new InvalidArgumentError(
    session
      ? `${place} has ${sessions.length} sessions. Name one by its id, such as { id: "${session.id}" }.`
      : `There is no recording (.nwb) in ${place}.`,
  )
}

function recordingOf(session: CatalogSession, close: () => Promise<void>): Recording {
  const { reader } = session
  const tables = () => reader.tables()
  return {
    session,
    tables,
    epochs: async () => knownEpochs(await tables()),

    async count({ binSize, area, units, ...window }) {
      const all = await tables()
      const bins = windowBins(
        all,
        'epoch' in window
          ? {
              epochIndex: window.epoch,
              before: window.before ?? 0,
              after: window.after ?? null,
              binSize,
            }
          : { ...window, binSize },
      )
      const filter = units === 'all' ? everyUnit : { ...sdkUnitFilter, ...units }
      const unitRows = selectUnits(all, area === undefined ? filter : { ...filter, areas: [area] })
      const [matrix] = await reader.read('countSpikes', [{ bins, unitRows }], { from: [all] })
      return {
        shape: [bins.count, unitRows.length],
        counts: matrix.counts,
        unitIds: pickExact(all.units.ids, unitRows),
        binEdges: Float64Array.from(
          { length: bins.count + 1 },
          (_, k) => bins.start + k * bins.size,
        ),
      }
    },

    async spikeTimes(unitId, { start = -Infinity, stop = Infinity } = {}) {
      const all = await tables()
      const unitRow = rowOfId(all.units.ids, String(unitId))
      if (unitRow < 0) throw new UnitNotFoundError(String(unitId), session.id, all.units.count)
      const span = { startTime: start, stopTime: stop }
      const [times] = await reader.read('spikeTimes', [{ unitRow, span }], { from: [all] })
      return times
    },

    close,
    [Symbol.asyncDispose]: close,
  }
}
