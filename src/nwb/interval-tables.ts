import type { PresentationTimes } from '../domain/epochs.ts'
import type { PresentationSource } from '../domain/presentations.ts'
import type { RecordingError } from '../errors.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'
import { isOwnFault } from './own-fault.ts'

const FOLDER = '/intervals'
export const INVALID_TIMES = `${FOLDER}/invalid_times`

/** The AllenSDK's name for presentations whose name is empty. */
const SPONTANEOUS = 'spontaneous'

/** An intervals table whose rows are stimulus presentations. */
export interface PresentationTable {
  readonly name: string
  readonly table: DynamicTable
  /** laid out as the Allen Institute's: it names the stimulus; false: another laboratory's, such as of trials */
  readonly isStimulusTable: boolean
}

/**
 * The tables that presentations come from, in order of their names: those of stimuli, or, in a file that has none, all tables of
 * intervals. A table whose times cannot be read is left out, with a warning.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT, INDEX_INVALID when there are such tables, and none of them can be read
 */
export function presentationTables(file: Hdf5File): PresentationTable[] {
  const tables = file
    .children(FOLDER)
    .filter((name) => `${FOLDER}/${name}` !== INVALID_TIMES)
    .flatMap((name): PresentationTable[] => {
      const table = DynamicTable.at(file, `${FOLDER}/${name}`)
      if (!table) return []
      const isStimulusTable = name.endsWith('_presentations') || table.has('stimulus_name')
      return [{ name, table, isStimulusTable }]
    })
    .filter(({ table }) => table.has('start_time') && table.has('stop_time'))
  const stimuli = tables.filter(({ isStimulusTable }) => isStimulusTable)
  const wanted = stimuli.length ? stimuli : tables
  const faults = wanted.map(({ table }) => timesFault(file, table))
  const readable = wanted.filter((_, i) => faults[i] === null)
  const [fault] = faults
  if (readable.length === 0 && fault) throw fault
  return readable
}

/** What keeps the times of a table from being read; null: nothing. */
function timesFault(file: Hdf5File, table: DynamicTable): RecordingError | null {
  try {
    for (const column of ['start_time', 'stop_time']) table.assertReadable(column)
    return null
  } catch (error) {
    if (!isOwnFault(error)) throw error
    const message = `${error.detail}. The table ${table.path} is left out; to have it served, write it again with pynwb or MatNWB.`
    file.warn({ code: 'TABLE_LEFT_OUT', path: table.path, message })
    return error
  }
}

/** What of a table makes presentations, but their parameters. */
export function readPresentationSource(presentations: PresentationTable): PresentationSource {
  const { name, table } = presentations
  const names = table.strings('stimulus_name')
  return {
    table: name,
    ...readPresentationTimes(presentations),
    stimulusNames:
      names?.map(nameOfStimulus) ?? new Array<string>(table.rowCount).fill(nameOfTable(name)),
  }
}

export function readPresentationTimes({ name, table }: PresentationTable): PresentationTimes {
  return {
    startTimes: table.requiredNumbers('start_time'),
    stopTimes: table.requiredNumbers('stop_time'),
    blocks: table.numbers('stimulus_block') ?? missingBlocks(name, table.rowCount),
  }
}

/** The stimulus of each row, read when it is asked for. */
export function stimulusNameReader({ name, table }: PresentationTable): (row: number) => string {
  const textAt = table.stringReader('stimulus_name')
  return textAt ? (row) => nameOfStimulus(textAt(row)) : () => nameOfTable(name)
}

/** Each row of NWB's own `epochs` table is an epoch; rows of other tables without blocks are one together. */
function missingBlocks(name: string, rows: number): Float64Array {
  const blocks = new Float64Array(rows)
  return name === 'epochs' ? blocks.map((_, row) => row) : blocks.fill(Number.NaN)
}

/** The AllenSDK's name for what has none. */
function nameOfStimulus(text: string): string {
  return text === '' || text === 'N/A' ? SPONTANEOUS : text
}

const nameOfTable = (table: string) => table.replace(/_presentations$/, '')
