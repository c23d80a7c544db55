import type { StimulusConditions } from './conditions.ts'
import type { PresentationList } from './presentations.ts'

/** Ids of the presentations of an epoch: they follow each other. */
export function presentationsOfEpoch(
  { epochIndexes }: PresentationList,
  index: number,
): Int32Array {
  const from = epochIndexes.indexOf(index)
  if (from < 0) return new Int32Array(0)
  const last = epochIndexes.lastIndexOf(index)
  return Int32Array.from({ length: last - from + 1 }, (_, i) => from + i)
}

/**
 * Ids of the presentations that show each condition, ascending. Shape
 * [conditions][presentations of it].
 */
export function presentationsByCondition(conditions: StimulusConditions): Int32Array[] {
  const groups = Array.from(conditions.presentationCounts, (count) => new Int32Array(count))
  const filled = new Int32Array(conditions.count)
  for (const [id, condition] of conditions.ofPresentations.entries()) {
    const group = groups[condition]
    if (!group) continue
    group[filled[condition]] = id
    filled[condition] = filled[condition] + 1
  }
  return groups
}

/** Each number once, in order of first appearance, without those below 0. */
export function distinctNumbers(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].filter((number) => number >= 0)
}
