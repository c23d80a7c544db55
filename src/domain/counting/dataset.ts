import { areaAlias, areaNotFound, resolveArea } from '../areas/area-names.ts'
import { sessionAreas } from '../areas/session-areas.ts'
import { visualAreas } from '../defaults.ts'
import type { SessionTables, StimulusEpoch } from '../session/session-tables.ts'
import { type EpochFilter, selectEpochs } from '../stimuli/epochs.ts'
import { knownEpochs } from '../stimuli/known-epochs.ts'
import type { TimeSpan } from '../time/time-span.ts'
import { selectUnits, type UnitFilter } from '../units/unit-filter.ts'
import { type Bins, cutIntoBins } from './bins.ts'
import { type EpochWindow, epochBins } from './epoch-window.ts'

/** One count matrix for each area and stimulus epoch. */
export interface DatasetRequest {
  /**
   * acronyms or short names; none: one matrix of all units, of whatever area;
   * null: see {@link defaultAreas}
   */
  readonly areas: readonly string[] | null
  /** what an area that the session did not record is: an error, or an area without units */
  readonly missingAreas: 'error' | 'empty'
  readonly units: UnitFilter
  readonly epochs: EpochFilter
  /** around each epoch's start */
  readonly window: EpochWindow
  /** instead of epochs and `window`: one matrix per area, of this time */
  readonly span: TimeSpan | null
}

/** Rows, columns and windows of every matrix, before a spike is read. */
export interface DatasetPlan {
  /** in the order requested, each once */
  readonly areas: readonly DatasetArea[]
  /** in order of time */
  readonly epochs: readonly DatasetEpoch[]
}

export interface DatasetArea {
  /** null: all units, of whatever area */
  readonly acronym: string | null
  readonly isRecorded: boolean
  /** rows of the units table, the columns of the area's matrices; in the AllenSDK's order */
  readonly unitRows: Uint32Array
}

export interface DatasetEpoch {
  readonly epoch: StimulusEpoch
  readonly bins: Bins
}

/**
 * The areas of a dataset that names none: the six of the notebook; of a session that recorded
 * none of them all its own; of one that names no areas all units as one matrix.
 *
 * @param known areas of the session
 */
export function defaultAreas(known: readonly string[]): readonly string[] {
  return visualAreas.some((area) => known.includes(area)) ? visualAreas : known
}

/**
 * Plan the dataset of a session.
 *
 * @throws AreaNotFoundError, EpochNotFoundError, InvalidBinSizeError,
 *   InvalidWindowError, TooManyBinsError
 */
export function planDataset(tables: SessionTables, request: DatasetRequest): DatasetPlan {
  const known = sessionAreas(tables)
  const requested = request.areas ?? defaultAreas(known)
  const acronyms = new Set(requested.map((area) => resolveArea(area, known)))
  const missing = [...acronyms].find((acronym) => !known.includes(acronym))
  if (missing && request.missingAreas === 'error') throw areaNotFound(missing, known)
  const unitRows = selectUnits(tables, request.units)
  const areas = Array.from(acronyms, (acronym) => ({
    acronym,
    isRecorded: known.includes(acronym),
    unitRows: unitRows.filter((row) => tables.units.areas[row] === acronym),
  }))
  return {
    areas: areas.length > 0 ? areas : [{ acronym: null, isRecorded: true, unitRows }],
    epochs: request.span
      ? [spanAsEpoch(request.span, request.window.binSize)]
      : selectEpochs(knownEpochs(tables), request.epochs).map((epoch) => ({
          epoch,
          bins: epochBins(epoch, request.window),
        })),
  }
}

/** A window of any time, as an epoch 0 without a stimulus. */
function spanAsEpoch(span: TimeSpan, binSize: number): DatasetEpoch {
  const epoch = { index: 0, stimulusName: '', block: null, ...span }
  return { epoch, bins: cutIntoBins(span, binSize) }
}

/** What a matrix is called by its area. */
export const areaKey = ({ acronym }: DatasetArea): string => acronym ?? 'all'

/** What was requested, and what of it was there, for whoever finds the numbers later. */
export function datasetParameters(request: DatasetRequest, { areas }: DatasetPlan) {
  const acronyms = areas.flatMap(({ acronym }) => acronym ?? [])
  return {
    areas: acronyms,
    aliases: Object.fromEntries(acronyms.map((acronym) => [acronym, areaAlias(acronym)])),
    missingAreas: areas.flatMap(({ acronym, isRecorded }) => (isRecorded ? [] : (acronym ?? []))),
    ...(request.span
      ? { start: request.span.startTime, stop: request.span.stopTime }
      : { before: request.window.before, after: request.window.after }),
    binSize: request.window.binSize,
    ...(request.span ? {} : { epochs: request.epochs }),
    units: request.units,
  }
}
