/** How many colours lines have before they begin again: those of trace-plot.css. */
const TRACE_COLOURS = 8

/** The colour of a line by its position. */
export function traceColour(position: number): string {
  return `var(--trace-${(position % TRACE_COLOURS) + 1})`
}

/** A colour of the style sheet as a canvas takes it, in the theme of the moment. */
export function resolveColour(element: Element, colour: string): string {
  const probe = document.createElement('span')
  probe.style.color = colour
  element.append(probe)
  const resolved = getComputedStyle(probe).color
  probe.remove()
  return resolved
}
