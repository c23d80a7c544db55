import type { PresentationList } from './presentations.ts'

/** Gaps between presentations that follow each other. Shape of every array: [gaps]. */
export interface PresentationIntervals {
  readonly fromIds: Int32Array
  readonly toIds: Int32Array
  /** seconds; NaN where the file does not say when a presentation stopped */
  readonly intervals: Float64Array
}

/**
 * From the stop of each presentation to the start of the session's next, where both are among those
 * wanted. AllenSDK: `inter_presentation_intervals` and
 * `get_inter_presentation_intervals_for_stimulus`.
 *
 * @param ids of the presentations wanted, ascending
 */
export function presentationIntervals(
  { startTimes, stopTimes }: PresentationList,
  ids: Int32Array,
): PresentationIntervals {
  const toIds = ids.filter((id, i) => i > 0 && ids[i - 1] === id - 1)
  const fromIds = toIds.map((id) => id - 1)
  const intervals = Float64Array.from(toIds, (id) => startTimes[id] - stopTimes[id - 1])
  return { fromIds, toIds, intervals }
}
