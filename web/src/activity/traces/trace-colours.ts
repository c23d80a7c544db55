/** How many colours lines have before they begin again: those of trace-plot.css. */
const TRACE_COLOURS = 8

/** The colour of a line by its position. */
export function traceColour(position: number): string {
  return `var(--trace-${(position % TRACE_COLOURS) + 1})`
}
