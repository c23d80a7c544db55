import { cutEpochs, type Presentations } from '../domain/epochs.ts'
import type { InvalidTime, StimulusEpoch } from '../domain/session-tables.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'

const FOLDER = '/intervals'
const INVALID_TIMES = 'invalid_times'

/** The AllenSDK's name for presentations whose name is empty. */
const SPONTANEOUS = 'spontaneous'

/** Times marked as invalid, in order of the file. */
export function readInvalidTimes(file: Hdf5File): InvalidTime[] {
  const table = DynamicTable.at(file, `${FOLDER}/${INVALID_TIMES}`)
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

/** Stimulus epochs, in order of time. Cost: grows with the number of presentations. */
export function readEpochs(file: Hdf5File, invalidTimes: readonly InvalidTime[]): StimulusEpoch[] {
  const tables = file
    .children(FOLDER)
    .filter((name) => name !== INVALID_TIMES && file.kind(`${FOLDER}/${name}`) === 'group')
    .map((name) => ({ name, table: new DynamicTable(file, `${FOLDER}/${name}`) }))
    .filter(({ table }) => table.has('start_time') && table.has('stop_time'))
  const stimuli = tables.filter(
    ({ name, table }) => name.endsWith('_presentations') || table.has('stimulus_name'),
  )
  const presentations = concatenate(
    (stimuli.length ? stimuli : tables).map(({ name, table }) => readPresentations(name, table)),
  )
  const hasBlocks = presentations.blocks.some((block) => !Number.isNaN(block))
  return cutEpochs(presentations, invalidTimes, !hasBlocks)
}

function readPresentations(name: string, table: DynamicTable): Presentations {
  const rows = table.rowCount
  const names = table.strings('stimulus_name')
  return {
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

function concatenate(parts: readonly Presentations[]): Presentations {
  const numbers = (column: 'startTimes' | 'stopTimes' | 'blocks') =>
    Float64Array.from(parts.flatMap((part) => [...part[column]]))
  return {
    startTimes: numbers('startTimes'),
    stopTimes: numbers('stopTimes'),
    stimulusNames: parts.flatMap((part) => part.stimulusNames),
    blocks: numbers('blocks'),
  }
}
