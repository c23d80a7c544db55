import type { InvalidTime } from '../session/session-tables.ts'
import { type CodedColumn, CodedColumnBuilder } from './coded-column.ts'
import {
  INVALID_PRESENTATION,
  orderPresentations,
  type Presentations,
  type PresentationTimes,
} from './epochs.ts'

/** Where presentations are stored. Shape of both arrays: [presentations]. */
export interface PresentationRows {
  /** which of a list's `tables` holds each */
  readonly tableNumbers: Int32Array
  /** row in that table */
  readonly tableRows: Int32Array
}

/**
 * All stimulus presentations of a session in order of start time. A presentation's id is its
 * position here: the AllenSDK's `stimulus_presentation_id`. Shape of every array: [presentations].
 */
export interface PresentationList extends PresentationRows {
  readonly count: number
  /** seconds, ascending */
  readonly startTimes: Float64Array
  /** seconds; NaN where the file does not say */
  readonly stopTimes: Float64Array
  /** `invalid_presentation` where an invalid time masks the presentation */
  readonly stimulusNames: CodedColumn<string>
  /** the stimulus as the file names it, masked or not */
  readonly storedNames: CodedColumn<string>
  /** NaN: not applicable, or masked */
  readonly blocks: Float64Array
  /** 1: masked by an invalid time */
  readonly masked: Uint8Array
  /** `index` of the epoch that each belongs to */
  readonly epochIndexes: Int32Array
  /** names of the intervals tables that presentations come from */
  readonly tables: readonly string[]
}

/** One intervals table. Shape of every column: [rows]. */
export interface PresentationSource extends PresentationTimes {
  readonly table: string
  readonly stimulusNames: readonly string[]
}

/** Presentations that were selected, in order of start time. Shape of every array: [selected]. */
export interface PresentationSelection {
  /** positions in the PresentationList */
  readonly ids: Int32Array
  /** seconds */
  readonly startTimes: Float64Array
  /** seconds */
  readonly stopTimes: Float64Array
  /** -1: masked; null when conditions were not requested */
  readonly conditionIds: Int32Array | null
}

/** Where the presentations of some ids are stored, in order of the ids. */
export function rowsOfPresentations(list: PresentationRows, ids: Int32Array): PresentationRows {
  return {
    tableNumbers: ids.map((id) => list.tableNumbers[id]),
    tableRows: ids.map((id) => list.tableRows[id]),
  }
}

/** Presentations of all tables, in order of start time. */
export function listPresentations(
  sources: readonly PresentationSource[],
  invalidTimes: readonly InvalidTime[],
  cutByName = false,
): PresentationList {
  const stimulusNames = ([] as string[]).concat(...sources.map((source) => source.stimulusNames))
  const all = { ...concatenateTimes(sources), stimulusNames }
  const { rows, masked, epochIndexes } = orderPresentations(all, invalidTimes, cutByName)
  const count = rows.length
  const list = {
    startTimes: new Float64Array(count),
    stopTimes: new Float64Array(count),
    blocks: new Float64Array(count),
    tableNumbers: new Int32Array(count),
    tableRows: new Int32Array(count),
  }
  const builder = new CodedColumnBuilder<string>(count)
  const firstRows = firstRowsOf(sources)
  for (let id = 0; id < count; id++) {
    const row = rows[id]
    const isMasked = masked[id] === 1
    builder.set(id, all.stimulusNames[row])
    list.startTimes[id] = all.startTimes[row]
    list.stopTimes[id] = all.stopTimes[row]
    list.blocks[id] = isMasked ? Number.NaN : all.blocks[row]
    const table = tableAt(firstRows, row)
    list.tableNumbers[id] = table
    list.tableRows[id] = row - firstRows[table]
  }
  const storedNames = builder.finish()
  return {
    count,
    ...list,
    stimulusNames: maskNames(storedNames, masked),
    storedNames,
    masked,
    epochIndexes,
    tables: sources.map(({ table }) => table),
  }
}

function maskNames(names: CodedColumn<string>, masked: Uint8Array): CodedColumn<string> {
  if (!masked.includes(1)) return names
  const maskedCode = names.values.length
  return {
    codes: names.codes.map((code, id) => (masked[id] === 1 ? maskedCode : code)),
    values: [...names.values, INVALID_PRESENTATION],
  }
}

/**
 * Presentations of all tables, one table after the other.
 *
 * @param nameAt the stimulus of a row of a table
 */
export function concatenate(
  tables: readonly PresentationTimes[],
  nameAt: (table: number, row: number) => string,
): Presentations {
  const firstRows = firstRowsOf(tables)
  const at = (row: number) => {
    const table = tableAt(firstRows, row)
    return nameAt(table, row - firstRows[table])
  }
  return { ...concatenateTimes(tables), stimulusNames: { at } }
}

function concatenateTimes(tables: readonly PresentationTimes[]): PresentationTimes {
  const count = tables.reduce((sum, { startTimes }) => sum + startTimes.length, 0)
  const numbers = (column: keyof PresentationTimes) => {
    const all = new Float64Array(count)
    let from = 0
    for (const table of tables) {
      all.set(table[column], from)
      from += table.startTimes.length
    }
    return all
  }
  return {
    startTimes: numbers('startTimes'),
    stopTimes: numbers('stopTimes'),
    blocks: numbers('blocks'),
  }
}

function firstRowsOf(sources: readonly PresentationTimes[]): number[] {
  let row = 0
  return sources.map(({ startTimes }) => {
    const first = row
    row += startTimes.length
    return first
  })
}

/**
 * Which table a row of all tables lies in: the last that starts there or before,
 * so that empty ones hold none.
 */
function tableAt(firstRows: readonly number[], row: number): number {
  let table = firstRows.length - 1
  while (firstRows[table] > row) table--
  return table
}
