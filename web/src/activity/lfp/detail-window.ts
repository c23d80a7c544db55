import { useRef, useSyncExternalStore } from 'react'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { type Range, spanOf } from '../../heatmap/cells/range.ts'

/** From one grid of windows to the next finer one. */
const STEP = Math.SQRT2

/** From window to window, in steps of a grid. */
const APART = 0.5

/** Of a window, in steps of a grid: what is shown is a step at most. */
export const WINDOW_LENGTH = 1.5

/**
 * The window whose points are worth loading when part of an axis is shown: of a grid, so that
 * moving a little loads nothing, and at least as long as what is shown.
 *
 * @param samplesPerPoint of the points that all of the axis has
 * @returns null where those are fine enough
 */
export function detailWindow(whole: Range, shown: Range, samplesPerPoint: number): Range | null {
  if (samplesPerPoint <= 1) return null
  const wanted = Math.floor(Math.log(spanOf(whole) / spanOf(shown)) / Math.log(STEP) + 1e-9)
  // Beyond it each sample has a point.
  const finest = Math.ceil(Math.log(samplesPerPoint) / Math.log(STEP) - 1e-9)
  const level = Math.min(wanted, finest)
  if (level < 1) return null
  const step = spanOf(whole) / STEP ** level
  const position = Math.floor((shown.start - whole.start) / (APART * step))
  const start = whole.start + position * APART * step
  return { start, stop: Math.min(start + WINDOW_LENGTH * step, whole.stop) }
}

/** The same of what an axis shows, as it moves. */
export function useDetailWindow(time: AxisView, samplesPerPoint: number): Range | null {
  const last = useRef<Range | null>(null)
  return useSyncExternalStore(time.subscribe, () => {
    const window = detailWindow(time.whole, time.shown, samplesPerPoint)
    const isSame = window?.start === last.current?.start && window?.stop === last.current?.stop
    if (!isSame) last.current = window
    return last.current
  })
}
