import type { Observation, Stretches } from '../../../domain/time/observation.ts'
import type { TimeSpan } from '../../../domain/time/time-span.ts'
import { uniteSpans } from '../../../domain/time/unite-spans.ts'
import { RecordingError } from '../../../errors.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { isOwnFault } from '../../../hdf5/own-fault.ts'
import type { DynamicTable } from '../dynamic-table.ts'

const COLUMN = 'obs_intervals'
const CURE = 'Rates are over the whole recording instead. Write the column again to correct them.'

/** Intervals of all units, one after the other. */
interface StoredIntervals {
  /** start, stop, start, stop, …; seconds */
  readonly times: Float64Array
  /** position after each unit's last interval; shape [units] */
  readonly ends: ArrayLike<number>
}

/**
 * When each unit was observed, from `obs_intervals`: in any order, and overlapping, as the file has
 * them. A unit without an interval was not observed. Null, with a warning where the column is
 * there: the file does not say.
 */
export function readObservation(file: Hdf5File, units: DynamicTable): Observation | null {
  const path = `${units.path}/${COLUMN}`
  const stored = readIntervals(file, units, path)
  if (!stored) return null
  const { times, ends } = stored
  const lists: Stretches[] = []
  const positions = new Map<string, number>()
  let unusable = 0
  const ofUnits = Int32Array.from({ length: units.rowCount }, (_, row) => {
    const intervals: TimeSpan[] = []
    for (let i = ends[row - 1] ?? 0; i < ends[row]; i++) {
      const interval = { startTime: times[2 * i], stopTime: times[2 * i + 1] }
      if (isUsable(interval)) intervals.push(interval)
      else unusable++
    }
    const stretches = uniteSpans(intervals)
    const key = stretches.map(({ startTime, stopTime }) => `${startTime} ${stopTime}`).join()
    const position = positions.get(key) ?? lists.push(stretches) - 1
    positions.set(key, position)
    return position
  })
  if (unusable > 0) {
    const message = `${path} has ${unusable} ${unusable === 1 ? 'interval' : 'intervals'} without a start or stop, or that stop before they start; these are ignored. Rates of these units are over their remaining intervals, or null. Write the intervals again to correct them.`
    file.warn({ code: 'VALUES_LEFT_OUT', path, message })
  }
  // A column without any interval is a placeholder.
  return lists.some(({ length }) => length > 0) ? { stretches: lists, ofUnits } : null
}

function isUsable({ startTime, stopTime }: TimeSpan): boolean {
  return startTime <= stopTime && startTime < Infinity && stopTime > -Infinity
}

function readIntervals(file: Hdf5File, units: DynamicTable, path: string): StoredIntervals | null {
  try {
    const dataset = units.entries(COLUMN)
    if (!dataset || dataset.length === 0) return null
    const { shape } = dataset
    if (!(shape.length === 2 && shape[1] === 2) || !dataset.isNumeric) {
      const found = dataset.isNumeric ? `shape [${shape.join(', ')}]` : 'something else'
      throw unfit(file, `${path} should hold numbers of shape [n, 2], and holds ${found}`)
    }
    const ends = units.ends(COLUMN)
    if (!ends && dataset.length !== units.rowCount) {
      throw unfit(
        file,
        `${path} has ${dataset.length} intervals for ${units.rowCount} units, and no ${COLUMN}_index`,
      )
    }
    const oneEach = () => Uint32Array.from({ length: units.rowCount }, (_, row) => row + 1)
    return { times: dataset.numbers(), ends: ends ?? oneEach() }
  } catch (error) {
    if (!isOwnFault(error)) throw error
    file.warn({ code: 'COLUMN_LEFT_OUT', path, message: `${error.detail}. ${CURE}` })
    return null
  }
}

function unfit(file: Hdf5File, found: string): RecordingError {
  return new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
}
