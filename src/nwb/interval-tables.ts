import type { PresentationSource } from '../domain/presentations.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'

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
 * intervals.
 */
export function presentationTables(file: Hdf5File): PresentationTable[] {
  const tables = file
    .children(FOLDER)
    .map((name) => ({ name, path: `${FOLDER}/${name}` }))
    .filter(({ path }) => path !== INVALID_TIMES && file.kind(path) === 'group')
    .map(({ name, path }) => {
      const table = new DynamicTable(file, path)
      const isStimulusTable = name.endsWith('_presentations') || table.has('stimulus_name')
      return { name, table, isStimulusTable }
    })
    .filter(({ table }) => table.has('start_time') && table.has('stop_time'))
  const stimuli = tables.filter(({ isStimulusTable }) => isStimulusTable)
  return stimuli.length ? stimuli : tables
}

/** What of a table makes presentations, but their parameters. */
export function readPresentationSource({ name, table }: PresentationTable): PresentationSource {
  const rows = table.rowCount
  const names = table.strings('stimulus_name')
  return {
    table: name,
    startTimes: table.numbers('start_time') as Float64Array,
    stopTimes: table.numbers('stop_time') as Float64Array,
    stimulusNames:
      names?.map((stimulus) => (isMissing(stimulus) ? SPONTANEOUS : stimulus)) ??
      new Array<string>(rows).fill(name.replace(/_presentations$/, '')),
    blocks: table.numbers('stimulus_block') ?? missingBlocks(name, rows),
  }
}

/** Each row of NWB's own `epochs` table is an epoch; rows of other tables without blocks are one together. */
function missingBlocks(name: string, rows: number): Float64Array {
  const blocks = new Float64Array(rows)
  return name === 'epochs' ? blocks.map((_, row) => row) : blocks.fill(Number.NaN)
}

function isMissing(text: string): boolean {
  return text === '' || text === 'N/A'
}
