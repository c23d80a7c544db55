import type { PresentationGroups } from '../../stimuli/grouped-presentations.ts'

/** Statistics over events; shape of each: [groups, …]. */
export interface SampleStatistics {
  /** NaN over none */
  readonly means: Float64Array
  /** with `ddof=1`; NaN over fewer than two */
  readonly standardDeviations: Float64Array
  /** events with a value */
  readonly eventCounts: Uint32Array<ArrayBuffer>
}

/**
 * Mean and standard deviation of values over the events of each group; a missing value (NaN) does
 * not count. In two passes, so that nothing cancels.
 *
 * @param values shape [events, …]
 * @param width values of each event
 */
export function groupMeans(
  values: Float64Array,
  width: number,
  { ofPresentations, count }: PresentationGroups,
): SampleStatistics {
  const means = new Float64Array(count * width)
  const eventCounts = new Uint32Array(count * width)
  const squares = new Float64Array(count * width)
  const forEachValue = (take: (cell: number, value: number) => void) => {
    ofPresentations.forEach((group, event) => {
      if (group < 0) return
      for (let i = 0; i < width; i++) {
        const value = values[event * width + i]
        if (!Number.isNaN(value)) take(group * width + i, value)
      }
    })
  }
  forEachValue((cell, value) => {
    means[cell] += value
    eventCounts[cell] += 1
  })
  for (let cell = 0; cell < means.length; cell++) means[cell] /= eventCounts[cell]
  forEachValue((cell, value) => {
    squares[cell] += (value - means[cell]) ** 2
  })
  const standardDeviations = squares.map((sum, cell) =>
    eventCounts[cell] < 2 ? Number.NaN : Math.sqrt(sum / (eventCounts[cell] - 1)),
  )
  return { means, standardDeviations, eventCounts }
}
