import type { Range } from '../../heatmap/cells/range.ts'

/** A line: its points in order of time. */
export interface Line {
  /** seconds; shape [points] */
  readonly times: Float64Array
  /** shape [points]; null: the line is broken here */
  readonly values: readonly (number | null)[]
}

/** Samples that follow each other more slowly than this, in seconds, are a gap in the recording. */
const LONGEST_STEP = 1

/** Seconds; see `LONGEST_STEP`. With some room for rounding. */
function longestStep(times: Float64Array): number {
  const binSize = (times[1] ?? 0) - (times[0] ?? 0)
  return Math.max(LONGEST_STEP, 3 * binSize) * (1 + 1e-9)
}

/**
 * Stretches of bins without a value that no line crosses: where `lineThrough` breaks, and such
 * stretches at both ends.
 *
 * @param times middles of the bins, in seconds; shape [bins]
 * @param values shape [bins]
 * @param longest seconds from one bin with a value to the next that are no gap
 */
export function gapsBetween(
  times: Float64Array,
  values: readonly (number | null)[],
  longest = longestStep(times),
): readonly Range[] {
  const binSize = (times[1] ?? 0) - (times[0] ?? 0)
  const gaps: Range[] = []
  let from = -1
  for (let bin = 0; bin <= values.length; bin++) {
    const isEmpty = bin < values.length && values[bin] === null
    if (isEmpty && from < 0) from = bin
    if (isEmpty || from < 0) continue
    if ((bin - from + 1) * binSize > longest)
      gaps.push({ start: times[from] - binSize / 2, stop: times[bin - 1] + binSize / 2 })
    from = -1
  }
  return gaps
}

/**
 * A line through the bins that have a value. Bins shorter than the steps between samples are empty
 * in turn: the line goes on across those, and is broken where there is nothing for longer than
 * `LONGEST_STEP` and three bins.
 *
 * @param times middles of the bins, in seconds; shape [bins]
 * @param values shape [bins]; null in a bin without samples
 */
export function lineThrough(times: Float64Array, values: readonly (number | null)[]): Line {
  const longest = longestStep(times)
  const lineTimes: number[] = []
  const lineValues: (number | null)[] = []
  for (const [bin, value] of values.entries()) {
    if (value === null) continue
    const time = times[bin]
    const last = lineTimes.at(-1)
    if (last !== undefined && time - last > longest) {
      lineTimes.push((last + time) / 2)
      lineValues.push(null)
    }
    lineTimes.push(time)
    lineValues.push(value)
  }
  return { times: Float64Array.from(lineTimes), values: lineValues }
}
