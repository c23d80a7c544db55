/** Colours and type of what is drawn beside the data. */
export interface PlotInk {
  readonly background: string
  readonly text: string
  readonly textSoft: string
  readonly line: string
  readonly lineStrong: string
  readonly accent: string
  readonly font: string
}

/** As the page's own style sheet has them, in the theme of the moment. */
export function readPlotInk(element: Element): PlotInk {
  const style = getComputedStyle(element)
  // A custom property keeps light-dark() unresolved; a colour that an element has is resolved.
  const probe = document.createElement('span')
  element.append(probe)
  const colour = (name: string) => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const ink = {
    background: colour('--surface'),
    text: colour('--text'),
    textSoft: colour('--text-soft'),
    line: colour('--line'),
    lineStrong: colour('--line-strong'),
    accent: colour('--accent'),
    font: style.fontFamily,
  }
  probe.remove()
  return ink
}
