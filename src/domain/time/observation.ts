import type { Bins } from '../counting/bins.ts'
import { firstNotBefore } from '../numeric/search.ts'
import { spanOf, type TimeSpan } from './time-span.ts'

/** Spans of time in order, apart from each other. */
export type Stretches = readonly TimeSpan[]

/**
 * When the units of a recording were observed: few distinct lists, since most units share theirs.
 */
export interface Observation {
  readonly stretches: readonly Stretches[]
  /** position in `stretches` of each unit's list; shape [units] */
  readonly ofUnits: Int32Array
}

/**
 * What rounding can make of a time: recordings are sampled every 30 µs,
 * so a nanosecond means nothing.
 */
const NANOSECOND = 1e-9

/**
 * 4 units in the last place, of a clock whose numbers are so large that
 * they are more than a nanosecond.
 */
const ROUNDING = 2 ** -50

/**
 * When the units were observed: as the file says, else while it was recorded. A stretch without an
 * end, or without a start, lasts as long as the recording.
 *
 * @param stored as the file says; null: it does not
 * @param recorded null: nothing was
 */
export function resolveObservation(
  stored: Observation | null,
  unitCount: number,
  recorded: TimeSpan | null,
): Observation {
  if (!stored) {
    return { stretches: [recorded ? [recorded] : []], ofUnits: new Int32Array(unitCount) }
  }
  if (!isOpen(stored)) return stored
  const close = ({ startTime, stopTime }: TimeSpan): TimeSpan => ({
    startTime: startTime === Number.NEGATIVE_INFINITY ? (recorded?.startTime ?? 0) : startTime,
    stopTime: stopTime === Number.POSITIVE_INFINITY ? (recorded?.stopTime ?? 0) : stopTime,
  })
  return {
    ...stored,
    stretches: stored.stretches.map((list) =>
      list.map(close).filter(({ startTime, stopTime }) => startTime < stopTime),
    ),
  }
}

/**
 * When the units were observed, as far as it matters in a window: outside of it,
 * it may say less than there is.
 *
 * @param recordedSpan called only where it is needed: not every file's spikes are quickly read
 */
export async function observationIn(
  window: TimeSpan,
  { units: { observation, count }, epochs }: ObservedTables,
  recordedSpan: () => Promise<TimeSpan | null>,
): Promise<Observation> {
  if (observation && !isOpen(observation)) return observation
  const shown = spanOf(epochs)
  const isShown = shown && isObserved([shown], window.startTime, window.stopTime)
  const recorded = isShown && !observation ? shown : await recordedSpan()
  return resolveObservation(observation, count, recorded)
}

/** The same; null where all units were observed in the whole window, or there is no window. */
export async function observationUnlessWhole(
  window: TimeSpan | null,
  tables: ObservedTables,
  recordedSpan: () => Promise<TimeSpan | null>,
): Promise<Observation | null> {
  if (!window) return null
  const observation = await observationIn(window, tables, recordedSpan)
  const isWhole = observation.stretches.every((stretches) =>
    isObserved(stretches, window.startTime, window.stopTime),
  )
  return isWhole ? null : observation
}

/** What of a session's tables says when its units were observed. */
interface ObservedTables {
  readonly units: { readonly count: number; readonly observation: Observation | null }
  readonly epochs: readonly TimeSpan[]
}

/** Whether some stretch has no start or no end. */
function isOpen({ stretches }: Observation): boolean {
  return stretches.some((list) =>
    list.some(
      ({ startTime, stopTime }) => !Number.isFinite(startTime) || !Number.isFinite(stopTime),
    ),
  )
}

/** The stretches in which a unit was observed. */
export function stretchesOfUnit({ stretches, ofUnits }: Observation, unitRow: number): Stretches {
  return stretches[ofUnits[unitRow]]
}

/** Whether all of a span was observed; but for what rounding makes of its ends. */
export function isObserved(stretches: Stretches, from: number, to: number): boolean {
  const earliest = from + roundingAt(from)
  const later = firstNotBefore(0, stretches.length, (i) => stretches[i].startTime <= earliest)
  const last = stretches[later - 1]
  return last !== undefined && to - last.stopTime <= roundingAt(to)
}

/** Seconds of a span that were observed. */
export function observedSeconds(stretches: Stretches, from: number, to: number): number {
  let seconds = 0
  let i = firstNotBefore(0, stretches.length, (at) => stretches[at].stopTime <= from)
  for (; i < stretches.length; i++) {
    const { startTime, stopTime } = stretches[i]
    if (startTime >= to) break
    seconds += Math.min(to, stopTime) - Math.max(from, startTime)
  }
  return seconds
}

/**
 * Which part of each bin was observed, from 0 to 1; exactly so where rounding alone would make it
 * differ. Shape [bins]. Null: all of each.
 */
export function observedParts(bins: Bins, stretches: Stretches): Float64Array | null {
  const { start, stop, size, count } = bins
  const endOf = (bin: number) => Math.min(start + (bin + 1) * size, stop)
  if (isObserved(stretches, start, endOf(count - 1))) return null
  const parts = new Float64Array(count)
  for (let bin = 0; bin < count; bin++) {
    const from = start + bin * size
    const to = endOf(bin)
    if (isObserved(stretches, from, to)) parts[bin] = 1
    else {
      const seconds = observedSeconds(stretches, from, to)
      parts[bin] = seconds > roundingAt(to) ? Math.min(1, seconds / size) : 0
    }
  }
  return parts
}

function roundingAt(time: number): number {
  return Math.max(NANOSECOND, ROUNDING * Math.abs(time))
}
