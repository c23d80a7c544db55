import { EpochNotFoundError } from '../../errors.ts'
import { ascending } from '../numeric/compare-numbers.ts'
import { firstNotBefore } from '../numeric/search.ts'
import type { InvalidTime, StimulusEpoch } from '../session/session-tables.ts'

/** When presentations were. Shape of every column: [presentations]; in any order. */
export interface PresentationTimes {
  /** seconds */
  readonly startTimes: Float64Array
  /** seconds */
  readonly stopTimes: Float64Array
  /** NaN: not applicable, as for spontaneous activity */
  readonly blocks: Float64Array
}

/**
 * What epochs are made of. Names are looked up only where an epoch starts,
 * unless epochs are cut by them.
 */
export interface Presentations extends PresentationTimes {
  readonly stimulusNames: { at(row: number): string | undefined }
}

/** The AllenSDK's name for the time between stimuli, and for presentations without a name. */
export const SPONTANEOUS = 'spontaneous'

/** The AllenSDK's name for presentations that an invalid time masks. */
export const INVALID_PRESENTATION = 'invalid_presentation'

/**
 * Rows in order of start time; equal times keep their order, and rows without a time (NaN) are left
 * out. Tables of presentations are in order themselves, and each has the time for itself for long:
 * their runs are merged block by block.
 */
function rowsByStart(startTimes: Float64Array): Uint32Array {
  // Missing times are sorted after all others, and cut off.
  let rows = new Uint32Array(startTimes.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  let merged = new Uint32Array(rows.length)
  let ends = runEnds(startTimes)
  while (ends.length > 1) {
    const nextEnds: number[] = []
    let from = 0
    for (let run = 0; run < ends.length; run += 2) {
      const middle = ends[run]
      const end = ends[run + 1] ?? middle
      mergeRuns(startTimes, rows, [from, middle, end], merged)
      nextEnds.push(end)
      from = end
    }
    ends = nextEnds
    const swap = rows
    rows = merged
    merged = swap
  }
  let known = rows.length
  while (known > 0 && Number.isNaN(startTimes[rows[known - 1]])) known--
  return rows.subarray(0, known)
}

/** Where runs of ascending times end. */
function runEnds(times: Float64Array): number[] {
  const ends: number[] = []
  for (let i = 1; i < times.length; i++) {
    const time = times[i]
    if (!(times[i - 1] <= time || Number.isNaN(time))) ends.push(i)
  }
  ends.push(times.length)
  return ends
}

/** Two runs of rows, one after the other, as one; of equal times the first run's come first. */
function mergeRuns(
  times: Float64Array,
  rows: Uint32Array,
  [from, middle, end]: readonly [number, number, number],
  merged: Uint32Array,
): void {
  let left = from
  let right = middle
  let at = from
  /** Takes rows up to those that come after another row; returns where it stopped. */
  const take = (begin: number, most: number, other: number, isIncluded: boolean) => {
    const time = times[rows[other]]
    const stop = firstBehind(times, rows, begin, most, time, isIncluded)
    merged.set(rows.subarray(begin, stop), at)
    at += stop - begin
    return stop
  }
  while (left < middle && right < end) {
    left = take(left, middle, right, true)
    if (left < middle) right = take(right, end, left, false)
  }
  merged.set(rows.subarray(left, middle), at)
  merged.set(rows.subarray(right, end), at + middle - left)
}

/**
 * Position of the first of the rows from `from` on that comes after a time; with `isIncluded` rows
 * of just that time come before. Quick where it is near.
 */
function firstBehind(
  times: Float64Array,
  rows: Uint32Array,
  from: number,
  to: number,
  time: number,
  isIncluded: boolean,
): number {
  return firstNotBefore(from, to, (position) => {
    const order = ascending(times[rows[position]], time)
    return order < 0 || (isIncluded && order === 0)
  })
}

/**
 * A presentation is masked where an interval tagged exactly `stimulus` touches it, both ends
 * included; one whose stop is not known (NaN) is taken for its start. AllenSDK:
 * `_mask_invalid_stimulus_presentations`.
 */
export function touchesInvalidStimulus(
  start: number,
  stop: number,
  invalidTimes: readonly InvalidTime[],
): boolean {
  const end = Number.isNaN(stop) ? start : stop
  return invalidTimes.some(
    ({ startTime, stopTime, tags }) =>
      tags.includes('stimulus') && Math.max(startTime, start) <= Math.min(stopTime, end),
  )
}

/**
 * Presentations in order of start time, and the epochs they make. Shape of
 * every array: [presentations].
 */
export interface OrderedPresentations {
  /** where each stands in what was ordered */
  readonly rows: Uint32Array
  /** 1: masked by an invalid time */
  readonly masked: Uint8Array
  /** `index` of the epoch that each belongs to */
  readonly epochIndexes: Int32Array
  readonly epochs: StimulusEpoch[]
}

/**
 * Cut presentations into epochs, as the AllenSDK's `get_stimulus_epochs()` does: in order of start
 * time, wherever the block changes. Presentations without a start time are left out: in the
 * AllenSDK they come last, so that the ids and indexes of all others are the same. Masked
 * presentations are a block of their own; so are those that no block applies to.
 *
 * @param cutByName also cut where the stimulus changes: for files that have no blocks at all
 */
export function orderPresentations(
  { startTimes, stopTimes, stimulusNames, blocks }: Presentations,
  invalidTimes: readonly InvalidTime[],
  cutByName = false,
): OrderedPresentations {
  const stimulusInvalidTimes = invalidTimes.filter(({ tags }) => tags.includes('stimulus'))
  const rows = rowsByStart(startTimes)
  const count = rows.length
  const masked = new Uint8Array(count)
  const epochIndexes = new Int32Array(count)
  const epochs: StimulusEpoch[] = []
  let first = 0
  const finishEpoch = (next: number) => {
    const firstRow = rows[first]
    const isMasked = masked[first] === 1
    const block = isMasked || Number.isNaN(blocks[firstRow]) ? null : blocks[firstRow]
    epochs.push({
      index: epochs.length,
      stimulusName: isMasked ? INVALID_PRESENTATION : (stimulusNames.at(firstRow) as string),
      block,
      startTime: startTimes[firstRow],
      stopTime: stopTimes[rows[next - 1]],
    })
    first = next
  }
  for (let position = 0; position < count; position++) {
    const row = rows[position]
    const isMasked =
      stimulusInvalidTimes.length > 0 &&
      touchesInvalidStimulus(startTimes[row], stopTimes[row], stimulusInvalidTimes)
    masked[position] = Number(isMasked)
    if (position > 0) {
      const previous = rows[position - 1]
      const goesOn =
        masked[position - 1] === masked[position] &&
        (isMasked ||
          (Object.is(blocks[row], blocks[previous]) &&
            (!cutByName || stimulusNames.at(row) === stimulusNames.at(previous))))
      if (!goesOn) finishEpoch(position)
    }
    epochIndexes[position] = epochs.length
  }
  if (count > 0) finishEpoch(count)
  return { rows, masked, epochIndexes, epochs }
}

/** The epochs alone: see {@link orderPresentations}. */
export function cutEpochs(
  presentations: Presentations,
  invalidTimes: readonly InvalidTime[],
  cutByName = false,
): StimulusEpoch[] {
  return orderPresentations(presentations, invalidTimes, cutByName).epochs
}

/** Which epochs are wanted; every condition must hold. */
export interface EpochFilter {
  readonly stimulusNames?: readonly string[] | null
  readonly excludeStimulusNames?: readonly string[] | null
  /** seconds */
  readonly minDuration?: number | null
  readonly indexes?: readonly number[] | null
}

/**
 * The epochs that pass, in order of time.
 *
 * @throws EpochNotFoundError for a stimulus name, or an index, that the session does not have
 */
export function selectEpochs(
  epochs: readonly StimulusEpoch[],
  filter: EpochFilter,
): StimulusEpoch[] {
  const { stimulusNames: names, excludeStimulusNames: excluded, minDuration, indexes } = filter
  const known = stimulusNames(epochs)
  for (const name of names ?? []) {
    if (!known.includes(name))
      throw new EpochNotFoundError(`stimulus "${name.slice(0, 100)}"`, known)
  }
  for (const index of indexes ?? []) findEpoch(epochs, index)
  return epochs.filter(
    (epoch) =>
      (!names || names.includes(epoch.stimulusName)) &&
      !excluded?.includes(epoch.stimulusName) &&
      (minDuration == null || epoch.stopTime - epoch.startTime >= minDuration) &&
      (!indexes || indexes.includes(epoch.index)),
  )
}

/**
 * The same filter, written in the one way that all filters of the same conditions share: lists in
 * order and without repetitions.
 */
export function canonicalEpochFilter(filter: EpochFilter): Required<EpochFilter> {
  const { stimulusNames: names, excludeStimulusNames: excluded, minDuration, indexes } = filter
  return {
    stimulusNames: names ? [...new Set(names)].sort() : null,
    excludeStimulusNames: excluded?.length ? [...new Set(excluded)].sort() : null,
    minDuration: minDuration ?? null,
    indexes: indexes ? [...new Set(indexes)].sort(ascending) : null,
  }
}

/**
 * One epoch by its index.
 *
 * @throws EpochNotFoundError
 */
export function findEpoch(epochs: readonly StimulusEpoch[], index: number): StimulusEpoch {
  const epoch = epochs[index]
  if (!epoch) {
    throw new EpochNotFoundError(
      `epoch ${index}`,
      epochs.length ? [`0 to ${epochs.length - 1}`] : [],
    )
  }
  return epoch
}

/** Names of the stimuli, each once, in order of first appearance. */
export function stimulusNames(epochs: readonly StimulusEpoch[]): string[] {
  return [...new Set(epochs.map((epoch) => epoch.stimulusName))]
}
