/** Seconds around the starts of presentations, and the width of the bins. */
export interface ResponseWindow {
  readonly before: number
  readonly after: number
  readonly binSize: number
}

/** Of stimuli that last for minutes, the beginning is the response. */
const LONGEST_AFTER = 5

/** A PSTH has at least so many bins, and less than three times as many. */
const FEWEST_BINS = 40

/**
 * A window that shows a whole presentation and some time on both sides of it.
 *
 * @param duration of a presentation, in seconds; null where the file does not say
 */
export function responseWindow(duration: number | null): ResponseWindow {
  const lasting = duration ?? 1
  const before = roundTo(Math.min(Math.max(lasting / 4, 0.1), 0.5), 0.05)
  const after = roundTo(Math.min(lasting + before, LONGEST_AFTER), 0.05)
  return { before, after, binSize: roundBin((before + after) / FEWEST_BINS) }
}

/** The next lower of 1, 2 and 5 times a power of ten. */
export function roundBin(most: number): number {
  const power = Math.floor(Math.log10(most) + 1e-9)
  const factor = [5, 2, 1].find((step) => step * 10 ** power <= most * (1 + 1e-9)) ?? 1
  return Number((factor * 10 ** power).toFixed(6))
}

/** The nearest multiple of a step, without the digits of rounding. */
export function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6))
}
