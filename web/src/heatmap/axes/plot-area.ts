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
export const plotMargins = { left: 72, right: 14, top: 8, bottom: 22 } as const

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

/**
 * How high the cells of a heatmap are together: rows that can be told apart while there are few,
 * and a page that is not too long.
 *
 * @param isAlone whether it is the only heatmap of the page
 */
export function plotHeight(rowCount: number, isAlone: boolean): number {
  return Math.min(Math.max(rowCount * 12, 64), isAlone ? 480 : 240)
}
