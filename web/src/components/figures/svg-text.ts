/** What of an element's style makes its drawing. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
]

/** Room for the note below a drawing, in its own units. */
const NOTE_HEIGHT = 18

/**
 * A drawing of the page as an SVG file of its own: the styles that it has here are written into it,
 * and a note below it.
 */
export function svgText(drawing: SVGSVGElement, note: string): string {
  const copy = styledCopy(drawing)
  const { width, height } = drawing.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `0 0 ${width} ${height + NOTE_HEIGHT}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + NOTE_HEIGHT))
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  line.setAttribute('x', '4')
  line.setAttribute('y', String(height + NOTE_HEIGHT - 5))
  line.setAttribute('font-size', '8')
  line.setAttribute('fill', getComputedStyle(document.body).color)
  line.textContent = note
  copy.append(line)
  return new XMLSerializer().serializeToString(copy)
}

/** A drawing with the styles that it has on the page written into it. */
export function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [i, original] of originals.entries()) {
    const element = copies[i]
    element.removeAttribute('class')
    copyStyle(original, element)
  }
  return copy
}

/** Write the style that an element has on the page into another one. */
export function copyStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const property of properties) to.setAttribute(property, style.getPropertyValue(property))
}
