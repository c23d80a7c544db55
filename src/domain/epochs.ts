import { EpochNotFoundError } from '../errors.ts'
import { ascending } from './ascending.ts'
import type { InvalidTime, StimulusEpoch } from './session-tables.ts'

/** What epochs are made of. Shape of every column: [presentations]; in any order. */
export interface Presentations {
  /** seconds */
  readonly startTimes: Float64Array
  /** seconds */
  readonly stopTimes: Float64Array
  readonly stimulusNames: readonly string[]
  /** NaN: not applicable, as for spontaneous activity */
  readonly blocks: Float64Array
}

export const INVALID_PRESENTATION = 'invalid_presentation'

/** Rows in order of start time; equal times keep their order. */
function rowsByStart(startTimes: Float64Array): Uint32Array {
  return Uint32Array.from(startTimes, (_, row) => row).sort(
    (a, b) => ascending(startTimes[a] as number, startTimes[b] as number) || a - b,
  )
}

/**
 * A presentation is masked where an interval tagged exactly `stimulus` touches it, both ends included.
 * AllenSDK: `_mask_invalid_stimulus_presentations`.
 */
export function touchesInvalidStimulus(
  start: number,
  stop: number,
  invalidTimes: readonly InvalidTime[],
): boolean {
  return invalidTimes.some(
    ({ startTime, stopTime, tags }) =>
      tags.includes('stimulus') && Math.max(startTime, start) <= Math.min(stopTime, stop),
  )
}

/**
 * Cut presentations into epochs, as the AllenSDK's `get_stimulus_epochs()` does: in order of start time, wherever the block
 * changes. Masked presentations are a block of their own; so are those that no block applies to.
 *
 * @param cutByName also cut where the stimulus changes: for files that have no blocks at all
 */
export function cutEpochs(
  { startTimes, stopTimes, stimulusNames, blocks }: Presentations,
  invalidTimes: readonly InvalidTime[],
  cutByName = false,
): StimulusEpoch[] {
  const stimulusInvalidTimes = invalidTimes.filter(({ tags }) => tags.includes('stimulus'))
  const epochs: StimulusEpoch[] = []
  let previousKey: string | undefined
  for (const row of rowsByStart(startTimes)) {
    const startTime = startTimes[row] as number
    const stopTime = stopTimes[row] as number
    const masked = touchesInvalidStimulus(startTime, stopTime, stimulusInvalidTimes)
    const stimulusName = masked ? INVALID_PRESENTATION : (stimulusNames[row] as string)
    const block = masked || Number.isNaN(blocks[row]) ? null : (blocks[row] as number)
    const key = masked ? 'masked' : `${block} ${cutByName ? stimulusName : ''}`
    const last = epochs.at(-1)
    if (last && key === previousKey) epochs[epochs.length - 1] = { ...last, stopTime }
    else epochs.push({ index: epochs.length, stimulusName, block, startTime, stopTime })
    previousKey = key
  }
  return epochs
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
