import { areaAlias, areaNotFound, resolveArea, sessionAreas } from './areas.ts'
import type { Bins } from './bins.ts'
import { type EpochWindow, epochBins } from './epoch-window.ts'
import { type EpochFilter, selectEpochs } from './epochs.ts'
import { knownEpochs } from './known-epochs.ts'
import type { SessionTables, StimulusEpoch } from './session-tables.ts'
import { selectUnits, type UnitFilter } from './unit-filter.ts'

/** The six cortical areas of the Visual Coding dataset, in its papers' order: V1, LM, RL, AL, PM, AM. */
export const visualAreas = ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam'] as const

/** One count matrix for each area and stimulus epoch. */
export interface DatasetQuestion {
  /** acronyms or short names */
  readonly areas: readonly string[]
  /** what an area that the session did not record is: an error, or an area without units */
  readonly missingAreas: 'error' | 'empty'
  readonly units: UnitFilter
  readonly epochs: EpochFilter
  /** around each epoch's start */
  readonly window: EpochWindow
}

/** Rows, columns and windows of every matrix, before a spike is read. */
export interface DatasetPlan {
  /** in the order asked, each once */
  readonly areas: readonly DatasetArea[]
  /** in order of time */
  readonly epochs: readonly DatasetEpoch[]
}

export interface DatasetArea {
  readonly acronym: string
  readonly isRecorded: boolean
  /** rows of the units table, the columns of the area's matrices; in the AllenSDK's order */
  readonly unitRows: Uint32Array
}

export interface DatasetEpoch {
  readonly epoch: StimulusEpoch
  readonly bins: Bins
}

/**
 * Plan the dataset of a session.
 *
 * @throws AreaNotFoundError, EpochNotFoundError, InvalidBinSizeError, InvalidWindowError, TooManyBinsError
 */
export function planDataset(tables: SessionTables, question: DatasetQuestion): DatasetPlan {
  const known = sessionAreas(tables)
  const acronyms = new Set(question.areas.map((area) => resolveArea(area, known)))
  const missing = [...acronyms].find((acronym) => !known.includes(acronym))
  if (missing && question.missingAreas === 'error') throw areaNotFound(missing, known)
  const unitRows = selectUnits(tables, question.units)
  return {
    areas: Array.from(acronyms, (acronym) => ({
      acronym,
      isRecorded: known.includes(acronym),
      unitRows: unitRows.filter((row) => tables.units.areas[row] === acronym),
    })),
    epochs: selectEpochs(knownEpochs(tables), question.epochs).map((epoch) => ({
      epoch,
      bins: epochBins(epoch, question.window),
    })),
  }
}

/** What was asked, and what of it was there, for whoever finds the numbers later. */
export function datasetParameters(question: DatasetQuestion, { areas }: DatasetPlan) {
  const acronyms = areas.map(({ acronym }) => acronym)
  return {
    areas: acronyms,
    aliases: Object.fromEntries(acronyms.map((acronym) => [acronym, areaAlias(acronym)])),
    missingAreas: areas.filter((area) => !area.isRecorded).map(({ acronym }) => acronym),
    before: question.window.before,
    after: question.window.after,
    binSize: question.window.binSize,
    epochs: question.epochs,
    units: question.units,
  }
}
