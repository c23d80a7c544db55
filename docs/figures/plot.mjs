// Small plots as SVG texts: axes, and lines, dots, bars or cells between them.
import { extent, ticks } from 'd3-array'

const MARGIN = { left: 62, right: 16, top: 30, bottom: 46 }
const INK = '#333'
/** Safe for colour-blind eyes: of Okabe and Ito. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00']

/** Plots side by side, on a white page: dark pages show them as well. */
export function figure(...panels) {
  const width = panels.reduce((sum, panel) => sum + panel.width, 0)
  const height = Math.max(...panels.map((panel) => panel.height))
  let left = 0
  const groups = panels.map((panel) => {
    const group = `<g transform="translate(${left} 0)">\n${panel.body}</g>\n`
    left += panel.width
    return group
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="${INK}">
<title>${panels.map(({ title }) => escaped(title)).join('; ')}</title>
<rect width="100%" height="100%" fill="white"/>
${groups.join('')}</svg>
`
}

/**
 * One plot.
 *
 * @param x, y {label, domain: [from, to], isLogarithmic, at: positions of ticks, names: their texts}
 * @param marks functions from scales ({x, y} of values to pixels) to SVG
 */
export function panel({ title, x, y, marks, width = 360, height = 260 }) {
  const scales = {
    x: scale(x, [MARGIN.left, width - MARGIN.right]),
    y: scale(y, [height - MARGIN.bottom, MARGIN.top]),
  }
  const bottom = height - MARGIN.bottom
  const parts = [
    text(MARGIN.left, 18, title, 'font-weight="bold"'),
    ...marks.map((mark) => mark(scales)),
    `<path d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${width - MARGIN.right}" fill="none" stroke="${INK}"/>`,
    ...ticksOf(x).map(([value, name]) => {
      const at = px(scales.x(value))
      return `<path d="M${at} ${bottom}v4" stroke="${INK}"/>${text(at, bottom + 17, name, 'text-anchor="middle"')}`
    }),
    ...ticksOf(y).map(([value, name]) => {
      const at = px(scales.y(value))
      return `<path d="M${MARGIN.left} ${at}h-4" stroke="${INK}"/>${text(MARGIN.left - 7, at, name, 'text-anchor="end" dominant-baseline="central"')}`
    }),
    text((MARGIN.left + width - MARGIN.right) / 2, height - 10, x.label, 'text-anchor="middle"'),
    text(
      0,
      0,
      y.label,
      `text-anchor="middle" transform="translate(16 ${(MARGIN.top + bottom) / 2}) rotate(-90)"`,
    ),
  ]
  return { title, width, height, body: `${parts.join('\n')}\n` }
}

/** A line through points [x, y]; it breaks where there is no value. */
export function line(points, colour = COLOURS[0]) {
  return (scales) => {
    let isDrawing = false
    const moves = points.flatMap(([x, y]) => {
      const hasValue = y !== null
      const move = isDrawing ? 'L' : 'M'
      isDrawing = hasValue
      return hasValue ? [`${move}${px(scales.x(x))} ${px(scales.y(y))}`] : []
    })
    return `<path d="${moves.join('')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`
  }
}

export function dots(points, colour = COLOURS[0]) {
  return (scales) =>
    points
      .filter((point) => !point.includes(null))
      .map(
        ([x, y]) =>
          `<circle cx="${px(scales.x(x))}" cy="${px(scales.y(y))}" r="3" fill="${colour}" fill-opacity="0.7"/>`,
      )
      .join('\n')
}

/** Bars from zero, between edges. */
export function bars(edges, values, colour = COLOURS[0]) {
  return (scales) => {
    const zero = scales.y(0)
    return values
      .map((value, i) => {
        const [from, to] = [scales.x(edges[i]), scales.x(edges[i + 1])]
        const top = scales.y(value)
        return `<rect x="${px(from)}" y="${px(top)}" width="${px(to - from)}" height="${px(zero - top)}" fill="${colour}" stroke="white" stroke-width="0.5"/>`
      })
      .join('\n')
  }
}

/** Cells [row][column], from white to ink at the largest; column i lies around x = i, row j around y = j. */
export function cells(rows) {
  const largest = Math.max(...rows.flat(), Number.MIN_VALUE)
  return (scales) =>
    rows
      .flatMap((row, j) =>
        row.map((value, i) => {
          const [left, right] = [scales.x(i - 0.5), scales.x(i + 0.5)]
          const [top, bottom] = [scales.y(j - 0.5), scales.y(j + 0.5)].sort((a, b) => a - b)
          return `<rect x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}" fill="${COLOURS[0]}" fill-opacity="${(value / largest).toFixed(2)}"/>`
        }),
      )
      .join('\n')
}

/** A dashed line across, at a value of y. */
export function level(value) {
  return (scales) => {
    const [left, right] = scales.x.range
    return `<path d="M${left} ${px(scales.y(value))}H${right}" stroke="${INK}" stroke-dasharray="3 3" opacity="0.5"/>`
  }
}

/** Names of lines in their colours, from the upper right corner down. */
export function legend(names, width = 360) {
  return () =>
    names
      .map((name, i) =>
        text(
          width - MARGIN.right,
          MARGIN.top + 6 + 15 * i,
          name,
          `text-anchor="end" fill="${COLOURS[i]}"`,
        ),
      )
      .join('\n')
}

/** Values along an axis that is named rather than measured. */
export function named(label, names) {
  return {
    label,
    domain: [-0.5, names.length - 0.5],
    at: [...names.keys()],
    names: names.map(String),
  }
}

/** From the smallest to the largest value, and zero. */
export function withZero(values) {
  return extent([0, ...values])
}

function scale({ domain, isLogarithmic = false }, [first, last]) {
  const along = isLogarithmic ? Math.log10 : (value) => value
  const [from, to] = domain.map(along)
  const position = (value) => first + ((along(value) - from) / (to - from)) * (last - first)
  return Object.assign(position, { range: [first, last] })
}

function ticksOf({ domain: [from, to], isLogarithmic = false, at, names }) {
  if (at) return at.map((value, i) => [value, names?.[i] ?? String(value)])
  if (!isLogarithmic) return ticks(from, to, 5).map((value) => [value, minus(value)])
  const powers = []
  for (let power = Math.ceil(Math.log10(from)); power <= Math.log10(to) + 1e-9; power++) {
    powers.push(10 ** power)
  }
  return powers.map((value) => [value, minus(Number(value.toPrecision(1)))])
}

function text(x, y, content, attributes = '') {
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escaped(content)}</text>`
}

const escaped = (content) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const minus = (value) => String(value).replace('-', '\u2212')

/** Tenths of a pixel. */
function px(value) {
  return Number(value.toFixed(1))
}
