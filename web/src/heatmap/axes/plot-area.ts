/** A rectangle of a drawing, in CSS pixels. */
export interface PlotArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * Space around the cells, the same for all plots on a time axis, so that they stand exactly
 * below each other. In CSS pixels.
 */
export const plotMargins = { left: 56, right: 14, top: 2, bottom: 2 } as const

/** Height of a time axis with its numbers, in CSS pixels. */
export const TIME_AXIS_HEIGHT = 22

/** Where the cells or lines go in a drawing of some size. */
export function plotAreaIn(width: number, height: number): PlotArea {
  const { left, right, top, bottom } = plotMargins
  return {
    left,
    top,
    width: Math.max(width - left - right, 1),
    height: Math.max(height - top - bottom, 1),
  }
}

/** Height of a row in CSS pixels, while there are few: alone on the page, and among others. */
export const ROW_HEIGHT = { alone: 12, stacked: 8 } as const

/**
 * How high the cells of a heatmap are together: rows that can be told apart while there are few,
 * and several heatmaps on one screen.
 *
 * @param isAlone whether it is the only heatmap of the page
 */
export function plotHeight(rowCount: number, isAlone: boolean): number {
  return isAlone
    ? Math.min(Math.max(rowCount * ROW_HEIGHT.alone, 64), 480)
    : Math.min(Math.max(rowCount * ROW_HEIGHT.stacked, 40), 180)
}
