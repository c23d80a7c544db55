import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import type { DynamicTable } from '../dynamic-table.ts'

/**
 * When the rows of a table start and stop; shape of both [rows],
 * seconds, NaN where it is not known.
 */
export interface Intervals {
  readonly startTimes: Float64Array
  readonly stopTimes: Float64Array
}

/**
 * Start and stop of each row, with a warning of rows without a start, which cannot be placed in
 * time and are left out of every response. A missing column of stops leaves all of them unknown,
 * and a stop before its start is unknown, too, with a warning.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT, INDEX_INVALID where the table
 *   does not have one start a row
 */
export function readIntervals(file: Hdf5File, table: DynamicTable): Intervals {
  const startTimes = finite(table.requiredNumbers('start_time'))
  const stopTimes = withoutReversed(file, table, startTimes, finite(stopsOf(file, table)))
  const isMissing = Array.from(startTimes, (time) => Number.isNaN(time))
  warnOfRows(file, table, 'start_time', isMissing)
  return { startTimes, stopTimes }
}

/** Warn of rows that are left out, as they lack a time. */
export function warnOfRows(
  file: Hdf5File,
  { path }: DynamicTable,
  column: string,
  isLeftOut: readonly boolean[],
): void {
  const count = isLeftOut.filter(Boolean).length
  if (count === 0) return
  const message =
    `${count} of the ${isLeftOut.length} rows of ${path} ${count === 1 ? 'has' : 'have'} no ${column} and ${count === 1 ? 'is' : 'are'} not served; ` +
    `the first is row ${isLeftOut.indexOf(true)}, counted from 0. Write the missing times, or delete such rows.`
  file.warn({ code: 'ROWS_LEFT_OUT', path: `${path}/${column}`, message })
}

function stopsOf(file: Hdf5File, table: DynamicTable): Float64Array {
  if (!table.has('stop_time')) {
    const path = `${table.path}/stop_time`
    const message = `${path} is missing, so it is not known when the rows of the table stop. Write the column.`
    file.warn({ code: 'COLUMN_LEFT_OUT', path, message })
  }
  return table.numbers('stop_time') ?? new Float64Array(table.rowCount).fill(Number.NaN)
}

/** How long a row lasted that stops before it starts is not known: one of the two is wrong. */
function withoutReversed(
  file: Hdf5File,
  { path }: DynamicTable,
  startTimes: Float64Array,
  stopTimes: Float64Array,
): Float64Array {
  const isReversed = (stopTime: number, row: number) => stopTime < startTimes[row]
  const first = stopTimes.findIndex(isReversed)
  if (first < 0) return stopTimes
  const count = stopTimes.filter(isReversed).length
  const message =
    `${count} of the ${stopTimes.length} rows of ${path} ${count === 1 ? 'stops' : 'stop'} before ${count === 1 ? 'it starts, so its stop is' : 'they start, so their stops are'} ignored; ` +
    `the first is row ${first}, counted from 0. Write the times again.`
  file.warn({ code: 'VALUES_LEFT_OUT', path: `${path}/stop_time`, message })
  return stopTimes.map((stopTime, row) => (isReversed(stopTime, row) ? Number.NaN : stopTime))
}

/** An infinite time says no more than a missing one. */
function finite(times: Float64Array): Float64Array {
  return times.map((time) => (Number.isFinite(time) ? time : Number.NaN))
}
