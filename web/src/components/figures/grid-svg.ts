import { resolveColours } from '../../heatmap/axes/plot-ink.ts'
import { copyStyle, styledCopy } from './svg-text.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** A line of the plots, by its colour. */
export interface LegendEntry {
  readonly label: string
  /** as CSS has it: `var(--trace-1)` */
  readonly colour: string
}

/** CSS pixels. */
const MARGIN = 12
const LINE_HEIGHT = 15
/** Of a character of the heading, about. */
const CHARACTER = 5.6

/**
 * Small plots of the page as one SVG file: each where it is on the page, with the texts above it,
 * and a heading that says what all of them show.
 *
 * @param grid whose children have an svg and paragraphs each
 * @param heading a title, then lines that are broken where they are too long
 * @param legend of the lines in the plots
 */
export function gridSvg(
  grid: Element,
  [title, ...lines]: readonly string[],
  legend: readonly LegendEntry[] = [],
): string {
  const place = grid.getBoundingClientRect()
  const most = Math.floor(place.width / CHARACTER)
  const broken = lines.flatMap((line) => breakLine(line, most))
  const lineCount = 1 + broken.length + (legend.length > 0 ? 1 : 0)
  const top = MARGIN + lineCount * LINE_HEIGHT + MARGIN
  const [width, height] = [place.width + 2 * MARGIN, top + place.height + MARGIN].map(Math.ceil)
  const { color, backgroundColor, fontFamily } = getComputedStyle(document.body)
  const svg = elementOf('svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  svg.setAttribute('xmlns', SVG)
  svg.append(elementOf('rect', { width, height, fill: backgroundColor }))
  for (const [i, text] of [title, ...broken].entries()) {
    const [size, weight] = i === 0 ? [13, 600] : [11, 400]
    const y = MARGIN + (i + 0.8) * LINE_HEIGHT
    const style = { 'font-size': size, 'font-weight': weight, 'font-family': fontFamily }
    svg.append(elementOf('text', { x: MARGIN, y, fill: color, ...style }, text))
  }
  if (legend.length > 0) {
    const y = MARGIN + (lineCount - 0.2) * LINE_HEIGHT
    const line = elementOf('text', { x: MARGIN, y, 'font-size': 11, 'font-family': fontFamily })
    for (const { label, colour } of legend) {
      const style = { fill: resolveColours({ colour }).colour, 'font-weight': 600 }
      line.append(
        elementOf('tspan', style, '— '),
        elementOf('tspan', { fill: color }, `${label}   `),
      )
    }
    line.setAttribute('xml:space', 'preserve')
    svg.append(line)
  }
  const positionOf = (element: Element) => {
    const box = element.getBoundingClientRect()
    return { x: box.left - place.left + MARGIN, y: box.top - place.top + top }
  }
  for (const drawing of grid.querySelectorAll<SVGSVGElement>(':scope > * > svg')) {
    const copy = styledCopy(drawing)
    const { x, y } = positionOf(drawing)
    copy.setAttribute('x', String(x))
    copy.setAttribute('y', String(y))
    copy.setAttribute('overflow', 'visible')
    svg.append(copy)
  }
  for (const paragraph of grid.querySelectorAll(':scope > * > p')) {
    const { x, y } = positionOf(paragraph)
    const { color, paddingLeft, fontSize } = getComputedStyle(paragraph)
    const left = x + Number.parseFloat(paddingLeft)
    const text = elementOf('text', { x: left, y: y + Number.parseFloat(fontSize) })
    copyStyle(paragraph, text)
    text.setAttribute('fill', color)
    text.textContent = paragraph.textContent
    svg.append(text)
  }
  return new XMLSerializer().serializeToString(svg)
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.textContent = text
  return element as SVGElement
}

/** Between words where that is possible: an address has none. */
export function breakLine(line: string, most: number): string[] {
  if (line.length <= most) return [line]
  const space = line.lastIndexOf(' ', most)
  const end = space > 0 ? space : most
  return [line.slice(0, end), ...breakLine(line.slice(end).trimStart(), most)]
}
