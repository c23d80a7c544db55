import type { PresentationTimes } from '../../../domain/stimuli/epochs.ts'
import { SPONTANEOUS } from '../../../domain/stimuli/epochs.ts'
import type { PresentationSource } from '../../../domain/stimuli/presentations.ts'
import type { RecordingError } from '../../../errors.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { isOwnFault, warnOfTable } from '../../../hdf5/own-fault.ts'
import { DynamicTable } from '../dynamic-table.ts'
import { readIntervals } from './read-intervals.ts'

const FOLDER = '/intervals'
export const INVALID_TIMES = `${FOLDER}/invalid_times`

/** An intervals table whose rows are stimulus presentations. */
export interface PresentationTable {
  readonly name: string
  readonly table: DynamicTable
  /**
   * laid out as the Allen Institute's: it names the stimulus; false: another
   * laboratory's, such as of trials
   */
  readonly isStimulusTable: boolean
}

/**
 * The tables that presentations come from, in order of their names: those of stimuli, or, in a file
 * that has none, all tables of intervals. What is not a table of intervals, or whose start times
 * cannot be read, is left out with a warning.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT, INDEX_INVALID when there are such tables,
 *   and none of them can be read
 */
export function presentationTables(file: Hdf5File): PresentationTable[] {
  const tables = file.children(FOLDER).flatMap((name): PresentationTable[] => {
    const path = `${FOLDER}/${name}`
    if (file.kind(path) !== 'group') {
      const message = `${path} is a dataset, or a dangling link, where a table of intervals is expected, so it is not served. If it should be a table, write it again with pynwb or MatNWB.`
      file.warn({ code: 'TABLE_LEFT_OUT', path, message })
      return []
    }
    const table = path === INVALID_TIMES ? null : DynamicTable.at(file, path, 'start_time')
    if (!table) return []
    if (!table.has('start_time')) {
      const message = `${path} is not served: it lacks the column start_time, which every table of intervals must have. Write it again with start times.`
      file.warn({ code: 'TABLE_LEFT_OUT', path, message })
      return []
    }
    const isStimulusTable = name.endsWith('_presentations') || table.has('stimulus_name')
    return [{ name, table, isStimulusTable }]
  })
  const stimuli = tables.filter(({ isStimulusTable }) => isStimulusTable)
  const wanted = stimuli.length ? stimuli : tables
  const faults = wanted.map(({ table }) => startsFault(file, table))
  const readable = wanted.filter((_, i) => faults[i] === null)
  const [fault] = faults
  if (readable.length === 0 && fault) throw fault
  return readable
}

/** What keeps the rows of a table from being placed in time; null: nothing. */
function startsFault(file: Hdf5File, table: DynamicTable): RecordingError | null {
  try {
    table.assertReadable('start_time')
    return null
  } catch (error) {
    if (!isOwnFault(error)) throw error
    warnOfTable(file, table.path, error)
    return error
  }
}

/** What of a table makes presentations, but their parameters. */
export function readPresentationSource(
  file: Hdf5File,
  presentations: PresentationTable,
): PresentationSource {
  const { name, table } = presentations
  const names = table.strings('stimulus_name')
  return {
    table: name,
    ...readPresentationTimes(file, presentations),
    stimulusNames:
      names?.map(nameOfStimulus) ?? new Array<string>(table.rowCount).fill(nameOfTable(name)),
  }
}

/** When presentations were, and their blocks. */
export function readPresentationTimes(
  file: Hdf5File,
  { name, table }: PresentationTable,
): PresentationTimes {
  return {
    ...readIntervals(file, table),
    blocks: table.safeNumbers('stimulus_block') ?? missingBlocks(name, table.rowCount),
  }
}

/** The stimulus of each row, read when needed. */
export function stimulusNameReader({ name, table }: PresentationTable): (row: number) => string {
  const textAt = table.stringReader('stimulus_name')
  return textAt ? (row) => nameOfStimulus(textAt(row)) : () => nameOfTable(name)
}

/**
 * Each row of NWB's own `epochs` table is an epoch; rows of other tables
 * without blocks are one together.
 */
function missingBlocks(name: string, rows: number): Float64Array {
  const blocks = new Float64Array(rows)
  return name === 'epochs' ? blocks.map((_, row) => row) : blocks.fill(Number.NaN)
}

/** The AllenSDK's name for what has none. */
function nameOfStimulus(text: string): string {
  return text === '' || text === 'N/A' ? SPONTANEOUS : text
}

const nameOfTable = (table: string) => table.replace(/_presentations$/, '')
