import {
  ConditionNotFoundError,
  EpochNotFoundError,
  PresentationNotFoundError,
} from '../../errors.ts'
import type { ExactNumber } from '../numeric/exact-numbers.ts'
import type { InvalidTime } from '../session/session-tables.ts'
import type { SignalRange } from '../signals/signal-range.ts'
import { touchingInvalidTimes } from '../time/coverage.ts'
import { findParameter, type StimulusConditions } from './conditions.ts'
import { matchValues, type RequestedValue } from './parameter-match.ts'
import type { PresentationList, PresentationSelection } from './presentations.ts'

/** Which presentations are wanted; every condition must hold. */
export interface PresentationFilter {
  readonly stimulusNames?: readonly string[] | null
  readonly excludeStimulusNames?: readonly string[] | null
  readonly blocks?: readonly ExactNumber[] | null
  readonly epochIndexes?: readonly number[] | null
  readonly conditionIds?: readonly string[] | null
  readonly ids?: readonly string[] | null
  /** seconds; presentations that start at or after this time */
  readonly start?: number | null
  /** seconds; presentations that start at or before this time */
  readonly stop?: number | null
  readonly parameters?: readonly ParameterFilter[] | null
  /** ranges of signals; their samples are not known here, see filterBySignals */
  readonly signals?: readonly SignalRange[] | null
  /** no presentations that an invalid time touches; see withoutInvalidTimes */
  readonly excludeInvalidTimes?: boolean | null
}

/** A parameter that must have one of some values. */
export interface ParameterFilter {
  /** the file's name of the column, or its camelCase */
  readonly name: string
  readonly values: readonly RequestedValue[]
}

/** Whether a filter can be answered only when the conditions are known. */
export function needsConditions({ conditionIds, parameters }: PresentationFilter): boolean {
  return conditionIds != null || (parameters != null && parameters.length > 0)
}

/**
 * Ids of the presentations that pass, in order of start time.
 *
 * @param conditions may be null where the filter does not need them
 * @param among ids of those to choose from, ascending; all when left out
 * @throws EpochNotFoundError, ConditionNotFoundError, PresentationNotFoundError,
 *   InvalidArgumentError for what the session does not have
 */
export function filterPresentations(
  list: PresentationList,
  filter: PresentationFilter,
  conditions: StimulusConditions | null,
  among?: Int32Array,
): Int32Array {
  const tests = [
    ...listTests(list, filter),
    ...(conditions ? conditionTests(conditions, filter) : []),
  ]
  if (filter.ids) {
    const wanted = new Set(filter.ids.map((id) => findPresentation(list, id)))
    tests.push((id) => wanted.has(id))
  }
  const ids = among ?? Int32Array.from({ length: list.count }, (_, id) => id)
  return ids.filter((id) => tests.every((passes) => passes(id)))
}

/** Ids of those presentations that no invalid time touches, ends included. */
export function withoutInvalidTimes(
  ids: Int32Array,
  { startTimes, stopTimes }: PresentationList,
  invalidTimes: readonly InvalidTime[],
): Int32Array {
  return ids.filter(
    (id) => touchingInvalidTimes(startTimes[id], stopTimes[id], invalidTimes).length === 0,
  )
}

/** What aligning needs of presentations. */
export function selectPresentations(
  list: PresentationList,
  ids: Int32Array,
  conditions: StimulusConditions | null,
): PresentationSelection {
  return {
    ids,
    startTimes: Float64Array.from(ids, (id) => list.startTimes[id]),
    stopTimes: Float64Array.from(ids, (id) => list.stopTimes[id]),
    conditionIds: conditions && ids.map((id) => conditions.ofPresentations[id]),
  }
}

/**
 * Position of an entry by its id, for lists whose ids are positions.
 *
 * @returns -1: the id is no position of the list
 */
export function positionOfId(id: string, count: number): number {
  const position = /^(?:0|[1-9]\d{0,8})$/.test(id) ? Number(id) : -1
  return position < count ? position : -1
}

/** @throws PresentationNotFoundError */
export function findPresentation(list: PresentationList, id: string): number {
  const position = positionOfId(id, list.count)
  if (position < 0) throw new PresentationNotFoundError(id, list.count)
  return position
}

/** @throws ConditionNotFoundError */
export function findCondition(conditions: StimulusConditions, id: string): number {
  const position = positionOfId(id, conditions.count)
  if (position < 0) throw new ConditionNotFoundError(id, conditions.count)
  return position
}

type Test = (id: number) => boolean

function listTests(list: PresentationList, filter: PresentationFilter): Test[] {
  const { stimulusNames, blocks, epochIndexes, startTimes } = list
  const tests: Test[] = []
  if (filter.stimulusNames) {
    const codes = codesOf(stimulusNames.values, filter.stimulusNames)
    tests.push((id) => codes.has(stimulusNames.codes[id]))
  }
  if (filter.excludeStimulusNames?.length) {
    const excluded = new Set(
      filter.excludeStimulusNames.map((name) => stimulusNames.values.indexOf(name)),
    )
    tests.push((id) => !excluded.has(stimulusNames.codes[id]))
  }
  if (filter.blocks) {
    const wanted = new Set<ExactNumber>(filter.blocks)
    tests.push((id) => wanted.has(blocks[id]))
  }
  if (filter.epochIndexes) {
    const epochCount = (epochIndexes.at(-1) ?? -1) + 1
    for (const index of filter.epochIndexes) assertEpoch(index, epochCount)
    const wanted = new Set(filter.epochIndexes)
    tests.push((id) => wanted.has(epochIndexes[id]))
  }
  const { start, stop } = filter
  if (start != null) tests.push((id) => startTimes[id] >= start)
  if (stop != null) tests.push((id) => startTimes[id] <= stop)
  return tests
}

function assertEpoch(index: number, epochCount: number): void {
  if (index >= 0 && index < epochCount) return
  throw new EpochNotFoundError(`epoch ${index}`, epochCount ? [`0 to ${epochCount - 1}`] : [])
}

function codesOf(known: readonly string[], names: readonly string[]): Set<number> {
  return new Set(
    names.map((name) => {
      const code = known.indexOf(name)
      if (code < 0) throw new EpochNotFoundError(`stimulus "${name}"`, known)
      return code
    }),
  )
}

function conditionTests(conditions: StimulusConditions, filter: PresentationFilter): Test[] {
  const { conditionIds, parameters } = filter
  const tests: Test[] = []
  if (conditionIds) {
    const wanted = new Set(conditionIds.map((id) => findCondition(conditions, id)))
    tests.push((id) => wanted.has(conditions.ofPresentations[id]))
  }
  for (const { name, values } of parameters ?? []) {
    const parameter = findParameter(conditions, name)
    const codes = matchValues(parameter, values)
    tests.push((id) => codes.has(parameter.codeOf(id)))
  }
  return tests
}
