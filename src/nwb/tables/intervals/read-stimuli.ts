import type { InvalidTime, StimulusEpoch } from '../../../domain/session/session-tables.ts'
import { cutEpochs, type PresentationTimes } from '../../../domain/stimuli/epochs.ts'
import {
  concatenate,
  listPresentations,
  type PresentationList,
} from '../../../domain/stimuli/presentations.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { orTableLeftOut } from '../../../hdf5/own-fault.ts'
import { DynamicTable } from '../dynamic-table.ts'
import {
  INVALID_TIMES,
  presentationTables,
  readPresentationSource,
  readPresentationTimes,
  stimulusNameReader,
} from './interval-tables.ts'
import { readIntervals, warnOfRows } from './read-intervals.ts'

/**
 * Times marked as invalid, in order of the file. One without a start or a stop is left out, with a
 * warning: what it marks is not known.
 */
export function readInvalidTimes(file: Hdf5File): InvalidTime[] {
  const table = DynamicTable.at(file, INVALID_TIMES, 'start_time')
  const intervals = table && orTableLeftOut(file, table.path, () => readIntervals(file, table))
  if (!table || !intervals) return []
  const { startTimes, stopTimes } = intervals
  const hasStart = Array.from(startTimes, (time) => !Number.isNaN(time))
  const isStopMissing = Array.from(
    stopTimes,
    (time, row) => Number.isNaN(time) && hasStart[row] === true,
  )
  warnOfRows(file, table, 'stop_time', isStopMissing)
  const tags = table.raggedStrings('tags')
  return Array.from(startTimes, (startTime, row) => ({
    startTime,
    stopTime: stopTimes[row],
    tags: tags?.[row] ?? [],
  })).filter((_, row) => hasStart[row] && !isStopMissing[row])
}

/**
 * Stimulus epochs, in order of time. Cost: the times of all presentations, and the names of
 * those that epochs start with.
 *
 * @throws what presentationTables throws
 */
export function readEpochs(file: Hdf5File, invalidTimes: readonly InvalidTime[]): StimulusEpoch[] {
  const tables = presentationTables(file)
  const times = tables.map((table) => readPresentationTimes(file, table))
  file.prefetchTexts(
    tables.map(({ table }, i) => ({
      path: `${table.path}/stimulus_name`,
      rows: firstRowsOf(times[i].blocks),
    })),
  )
  const names = tables.map(stimulusNameReader)
  const nameAt = (table: number, row: number) => names[table]?.(row) ?? ''
  return cutEpochs(concatenate(times, nameAt), invalidTimes, !hasBlocks(times))
}

/**
 * All presentations, in order of start time, without their parameters.
 *
 * @throws what presentationTables throws
 */
export function readPresentations(file: Hdf5File): PresentationList {
  const sources = presentationTables(file).map((table) => readPresentationSource(file, table))
  return listPresentations(sources, readInvalidTimes(file), !hasBlocks(sources))
}

function hasBlocks(sources: readonly PresentationTimes[]): boolean {
  return sources.some(({ blocks }) => blocks.some((block) => !Number.isNaN(block)))
}

/** Rows whose block is not that of the row before. */
function firstRowsOf(blocks: Float64Array): number[] {
  const rows: number[] = []
  for (let row = 0; row < blocks.length; row++) {
    if (row === 0 || blocks[row] !== blocks[row - 1]) rows.push(row)
    if (rows.length === MOST_FIRST_ROWS) break
  }
  return rows
}

/** Of tables without blocks, each row may be the first of one. */
const MOST_FIRST_ROWS = 100
