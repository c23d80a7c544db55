import { axisTicks, formatNumber, type Tick } from '../../heatmap/axes/axis-ticks.ts'
import { type Range, spanOf } from '../../heatmap/cells/range.ts'
import type { ParameterValue } from '../../unit/responses/grouping.ts'
import { isScale, shortLabel, tuningPlaces } from '../../unit/responses/tuning-places.ts'

/** The horizontal axis that small plots share. Places are from 0, its left end, to 1. */
export interface PanelAxis {
  readonly title: string
  /** of the points of all curves; shape [points] */
  readonly places: readonly number[]
  /** marks that do not run into each other, in a plot so wide in CSS pixels */
  readonly ticks: (width: number) => readonly Tick[]
  /** the stimulus; null: none, or its end is not known */
  readonly shaded: readonly [from: number, to: number] | null
  /** whether a line may join the points */
  readonly isLine: boolean
}

/** CSS pixels that a label takes at least. */
const TICK_SPACE = 42

/**
 * Seconds from an event.
 *
 * @param times of the points, in seconds; shape [points]
 * @param duration of the stimulus, in seconds; null: not known
 */
export function timePanelAxis(
  times: ArrayLike<number>,
  shown: Range,
  duration: number | null,
): PanelAxis {
  const placeOf = (time: number) => (time - shown.start) / spanOf(shown)
  return {
    title: 'time (s)',
    places: Array.from(times, placeOf),
    ticks: (width) =>
      axisTicks(shown, Math.max(width / (2 * TICK_SPACE), 2)).map(({ value, label }) => ({
        value: placeOf(value),
        label,
      })),
    shaded: [placeOf(0), placeOf(duration ?? 0)],
    isLine: true,
  }
}

/** Middles of bins, in seconds from an event. */
export function binMiddles(binCount: number, before: number, binSize: number): Float64Array {
  return Float64Array.from({ length: Math.max(binCount, 0) }, (_, bin) => {
    return -before + (bin + 0.5) * binSize
  })
}

/** `−0.025 s` */
export const momentText = (seconds: number) => `${formatNumber(seconds, 3)} s`

/** How much of a plot's width is left free on either side of a tuning curve. */
const MARGIN = 0.06

/** Values of a parameter. */
export function tuningPanelAxis(
  parameter: string,
  title: string,
  values: readonly ParameterValue[],
): PanelAxis {
  const places = tuningPlaces(parameter, values).map((place) => MARGIN + place * (1 - 2 * MARGIN))
  return {
    title,
    places,
    ticks: (width) => {
      let last = Number.NEGATIVE_INFINITY
      return places.flatMap((value, i) => {
        if ((value - last) * width < TICK_SPACE) return []
        last = value
        return [{ value, label: shortLabel(parameter, values[i]) }]
      })
    },
    shaded: null,
    isLine: isScale(parameter, values),
  }
}
