import { cutEpochs, type PresentationTimes } from '../domain/epochs.ts'
import { concatenate, listPresentations, type PresentationList } from '../domain/presentations.ts'
import type { InvalidTime, StimulusEpoch } from '../domain/session-tables.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'
import {
  INVALID_TIMES,
  presentationTables,
  readPresentationSource,
  readPresentationTimes,
  stimulusNameReader,
} from './interval-tables.ts'

/** Times marked as invalid, in order of the file. */
export function readInvalidTimes(file: Hdf5File): InvalidTime[] {
  const table = DynamicTable.at(file, INVALID_TIMES)
  const startTimes = table?.numbers('start_time')
  const stopTimes = table?.numbers('stop_time')
  if (!table || !startTimes || !stopTimes) return []
  const tags = table.raggedStrings('tags')
  return Array.from(startTimes, (startTime, row) => ({
    startTime,
    stopTime: stopTimes[row] as number,
    tags: tags?.[row] ?? [],
  }))
}

/** Stimulus epochs, in order of time. Cost: the times of all presentations, and the names of those that epochs start with. */
export function readEpochs(file: Hdf5File, invalidTimes: readonly InvalidTime[]): StimulusEpoch[] {
  const tables = presentationTables(file)
  const times = tables.map(readPresentationTimes)
  const names = tables.map(stimulusNameReader)
  const nameAt = (table: number, row: number) => names[table]?.(row) ?? ''
  return cutEpochs(concatenate(times, nameAt), invalidTimes, !hasBlocks(times))
}

/** All presentations, in order of start time, without their parameters. */
export function readPresentations(file: Hdf5File): PresentationList {
  const sources = presentationTables(file).map(readPresentationSource)
  return listPresentations(sources, readInvalidTimes(file), !hasBlocks(sources))
}

function hasBlocks(sources: readonly PresentationTimes[]): boolean {
  return sources.some(({ blocks }) => blocks.some((block) => !Number.isNaN(block)))
}
