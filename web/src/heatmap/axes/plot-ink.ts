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

const inks = new Map<string, PlotInk>()

/**
 * As the page's own style sheet has them.
 *
 * @param theme that the page is in
 */
export function plotInk(theme: 'light' | 'dark'): PlotInk {
  const known = inks.get(theme)
  if (known) return known
  const ink = readInk()
  inks.set(theme, ink)
  return ink
}

/** A colour of the style sheet, such as `var(--line)`, as a canvas takes it. */
export function resolveColours<Name extends string>(
  colours: Readonly<Record<Name, string>>,
): Record<Name, string> {
  // A custom property keeps light-dark() unresolved; a colour that an element has is resolved.
  const probe = document.createElement('span')
  document.body.append(probe)
  const resolved = { ...colours } as Record<Name, string>
  for (const name in colours) {
    probe.style.color = colours[name]
    resolved[name] = getComputedStyle(probe).color
  }
  probe.remove()
  return resolved
}

function readInk(): PlotInk {
  return {
    ...resolveColours({
      background: 'var(--surface)',
      text: 'var(--text)',
      textSoft: 'var(--text-soft)',
      line: 'var(--line)',
      lineStrong: 'var(--line-strong)',
      accent: 'var(--accent)',
    }),
    font: getComputedStyle(document.body).fontFamily,
  }
}
