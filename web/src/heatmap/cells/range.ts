/** Part of an axis, in its own unit: seconds, or rows. */
export interface Range {
  readonly start: number
  readonly stop: number
}

/** Zooming out to so much of all shows all: the rest would be a strip that nobody sees. */
const ALMOST_ALL = 0.999

/** How long it is. */
export function spanOf({ start, stop }: Range): number {
  return stop - start
}

/**
 * The range seen larger (`factor` above 1) or smaller, with `anchor` staying where it is.
 *
 * @param whole what there is to see; the result lies within it
 * @param smallest the shortest range worth seeing
 */
export function zoomRange(
  range: Range,
  factor: number,
  anchor: number,
  whole: Range,
  smallest: number,
): Range {
  // Coming closer never moves away, even from what is smaller already.
  const least = Math.min(smallest, spanOf(range))
  const span = Math.min(Math.max(spanOf(range) / factor, least), spanOf(whole))
  if (span >= ALMOST_ALL * spanOf(whole)) return whole
  const share = spanOf(range) > 0 ? (anchor - range.start) / spanOf(range) : 0.5
  return moveInside({ start: anchor - share * span, stop: anchor + (1 - share) * span }, whole)
}

/** The range moved by `distance`, as far as there is something to see. */
export function panRange(range: Range, distance: number, whole: Range): Range {
  return moveInside({ start: range.start + distance, stop: range.stop + distance }, whole)
}

/** The range moved as little as needed to hold a stretch, such as a cell. */
export function revealInRange(range: Range, stretch: Range, whole: Range): Range {
  if (stretch.start < range.start) return panRange(range, stretch.start - range.start, whole)
  if (stretch.stop > range.stop) return panRange(range, stretch.stop - range.stop, whole)
  return range
}

function moveInside({ start, stop }: Range, whole: Range): Range {
  const span = stop - start
  if (span >= spanOf(whole)) return whole
  if (start < whole.start) return { start: whole.start, stop: whole.start + span }
  if (stop > whole.stop) return { start: whole.stop - span, stop: whole.stop }
  return { start, stop }
}
