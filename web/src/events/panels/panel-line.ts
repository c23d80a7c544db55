/** One line of a small plot. */
export interface PanelLine {
  readonly label: string
  /** of the style sheet: `var(--trace-1)` */
  readonly colour: string
  /** Hz; null where there is none; shape [points] */
  readonly values: readonly (number | null)[]
  /** standard errors, in Hz; null: they are not shown; shape [points] */
  readonly errors: readonly (number | null)[] | null
}

/** Groups of events that lines of one plot tell apart; more make a tangle. */
export const MOST_PANEL_LINES = 3

/** Of all values with their errors, and 0, with some margin. */
export function rangeOfLines(lines: readonly PanelLine[]): readonly [number, number] {
  let [low, high] = [0, 0]
  for (const { values, errors } of lines) {
    for (const [i, value] of values.entries()) {
      if (value === null) continue
      low = Math.min(low, value - (value < 0 ? (errors?.[i] ?? 0) : 0))
      high = Math.max(high, value + (errors?.[i] ?? 0))
    }
  }
  if (high === low) return [0, 1]
  const margin = (high - low) * 0.05
  return [low < 0 ? low - margin : 0, high + margin]
}
