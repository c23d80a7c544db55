import type { AreaActivity } from './activity.js'

const [WIDTH, HEIGHT] = [800, 300]
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8f6a00', '#3a87b8']

/** A line per area, the share of units that spike over time; dashed, the start of the epoch. */
export function drawChart(chart: SVGSVGElement, legend: HTMLElement, areas: AreaActivity[]): void {
  const highest = Math.max(0.01, ...areas.flatMap(({ activeShare }) => activeShare))
  const lines = areas.map(({ activeShare }, i) => {
    const points = activeShare.map(
      (share, bin) =>
        `${((bin + 0.5) / activeShare.length) * WIDTH},${HEIGHT - (share / highest) * HEIGHT}`,
    )
    return shape('polyline', { points: points.join(' '), stroke: colours[i], fill: 'none' })
  })
  const start = { d: `M${WIDTH / 5},0 v${HEIGHT}`, stroke: 'grey', 'stroke-dasharray': '4' }
  const top = shape('text', { x: '4', y: '14' })
  top.textContent = `${(100 * highest).toFixed(0)} %`
  chart.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
  chart.replaceChildren(shape('path', start), top, ...lines)
  const names = areas.map(({ area }, i) => {
    const name = document.createElement('li')
    name.textContent = area
    name.style.color = colours[i]
    return name
  })
  legend.replaceChildren(...names)
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
