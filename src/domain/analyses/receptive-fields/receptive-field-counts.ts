import { lowerBound, lowerBoundNear, upperBound, upperBoundNear } from '../../numeric/search.ts'
import type { MetricRule } from '../responses/metric-rules.ts'

/** Where presentations were shown on the screen: cells of a grid, rows from the top down. */
export interface FieldPositions {
  /** degrees, descending: the first row is the highest */
  readonly rows: Float64Array
  /** degrees, ascending */
  readonly columns: Float64Array
  /** cell of each presentation, `row * columns + column`; -1: none; shape [presentations] */
  readonly cells: Int32Array
}

/** Spikes of one unit after presentations at each position. */
export interface FieldCounts {
  /** shape [rows, columns] */
  readonly map: Float64Array
  /** spikes in 0.25 s of all presentations together */
  readonly total: number
}

/** Seconds of a presentation in which spikes decide whether there are enough. */
const TRIAL = 0.25

/** Edges of the AllenSDK's bins, `numpy.linspace(0, 0.249, 3)`. */
const EDGES = [0, 0.1245, 0.249]

/**
 * Spikes by position.
 *
 * - `allenSdk`: in the bins of edges 0, 0.1245 and 0.249 s, closed on both sides, so that a spike
 *   on the edge between them counts twice
 * - `corrected`: once, in the whole trial, `0 <= time - start <= 0.25`
 *
 * @param startTimes ascending; NaN: nothing counts; shape [presentations]
 * @param isCounted whether a presentation counts
 */
export function countField(
  { rows, columns, cells }: FieldPositions,
  startTimes: Float64Array,
  spikeTimes: Float64Array,
  rule: MetricRule,
  isCounted: (presentation: number) => boolean,
): FieldCounts {
  const map = new Float64Array(rows.length * columns.length)
  let total = 0
  const [first = 0, middle = 0, last = 0] = EDGES
  let from = 0
  for (let presentation = 0; presentation < cells.length; presentation++) {
    const start = startTimes[presentation]
    const cell = cells[presentation]
    if (Number.isNaN(start) || !isCounted(presentation)) continue
    // Presentations come in order of time: the search goes on where the last one began.
    from = lowerBoundNear(spikeTimes, first + start, from)
    const end = upperBoundNear(spikeTimes, TRIAL + start, from)
    total += end - from
    if (cell < 0 || end === from) continue
    if (rule === 'allenSdk') {
      const onMiddle =
        upperBound(spikeTimes, middle + start, from, end) -
        lowerBound(spikeTimes, middle + start, from, end)
      map[cell] += upperBound(spikeTimes, last + start, from, end) - from + onMiddle
    } else {
      for (let spike = from; spike < end; spike++) {
        const time = spikeTimes[spike] - start
        if (time >= 0 && time <= TRIAL) map[cell] += 1
      }
    }
  }
  return { map, total }
}
