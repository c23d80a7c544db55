import type { AreaActivity } from './activity.js'

const SVG = 'http://www.w3.org/2000/svg'
const [WIDTH, HEIGHT] = [600, 200]
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9']

/** A line for each area: time to the right, share of active units upwards. */
export function drawChart(chart: SVGSVGElement, legend: HTMLElement, areas: AreaActivity[]): void {
  const highest = Math.max(0.01, ...areas.flatMap(({ activeShare }) => activeShare))
  const lines = areas.map(({ activeShare }, i) => {
    const line = document.createElementNS(SVG, 'polyline')
    const points = activeShare.map(
      (share, bin) =>
        `${((bin + 0.5) / activeShare.length) * WIDTH},${HEIGHT - (share / highest) * HEIGHT}`,
    )
    line.setAttribute('points', points.join(' '))
    line.setAttribute('stroke', colours[i])
    line.setAttribute('fill', 'none')
    return line
  })
  chart.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
  chart.replaceChildren(...lines)
  const names = areas.map(({ area }, i) => {
    const name = document.createElement('li')
    name.textContent = area
    name.style.color = colours[i]
    return name
  })
  legend.replaceChildren(...names)
}
