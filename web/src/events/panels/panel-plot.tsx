import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import type { PanelAxis } from './panel-axis.ts'
import type { PanelLine } from './panel-line.ts'

/** CSS pixels. */
export const PANEL = { left: 44, top: 5, height: 66, ticks: 18, title: 16 } as const

interface PanelPlotProps {
  /** what it shows, for those who do not see it */
  readonly label: string
  readonly lines: readonly PanelLine[]
  readonly axis: PanelAxis
  /** Hz at the bottom and at the top */
  readonly range: readonly [number, number]
  /** of the curves' place, in CSS pixels */
  readonly width: number
  readonly hasValues: boolean
  readonly hasAxis: boolean
  /** a point that is pointed at; null: none */
  readonly pointed: number | null
  readonly onPoint: (point: number | null) => void
}

/** Rates as a small plot, one of many on the same axes. */
export function PanelPlot(props: PanelPlotProps) {
  const { label, lines, axis, range, width, hasValues, hasAxis, pointed, onPoint } = props
  const [low, high] = range
  const left = hasValues ? PANEL.left : 0
  const { top, height } = PANEL
  const yOf = (rate: number) => (1 - (rate - low) / (high - low)) * height
  const xOf = (point: number) => axis.places[point] * width
  const bottom = top + height
  const pointAt = (event: { clientX: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect()
    onPoint(nearestPlace(axis.places, (event.clientX - box.left - left) / width))
  }
  return (
    <svg
      className="unit-panel-plot"
      width={left + width}
      height={bottom + 1 + (hasAxis ? PANEL.ticks + PANEL.title : 0)}
      role="img"
      aria-label={label}
      onPointerMove={pointAt}
      onPointerLeave={() => onPoint(null)}
    >
      <svg x={left} y={top} width={width} height={height} aria-hidden="true">
        {axis.shaded && (
          <rect
            className="unit-panel-stimulus"
            x={axis.shaded[0] * width}
            width={Math.max((axis.shaded[1] - axis.shaded[0]) * width, 1)}
            height={height}
          />
        )}
        {low < 0 && <line className="unit-panel-zero" x2={width} y1={yOf(0)} y2={yOf(0)} />}
        {pointed !== null && (
          <line className="unit-panel-pointed" x1={xOf(pointed)} x2={xOf(pointed)} y2={height} />
        )}
        {lines.map(({ label, colour, values, errors }) => {
          const places = values.map((rate, i) => (rate === null ? null : [xOf(i), yOf(rate)]))
          return (
            <g key={label} style={{ color: colour }}>
              {axis.isLine && lines.length === 1 && (
                <path className="unit-panel-area" d={areaPath(places, yOf(0))} />
              )}
              {axis.isLine && <path className="unit-panel-line" d={linePath(places)} />}
              {errors?.map((error, i) => {
                const rate = values[i]
                if (error === null || rate === null) return null
                const x = xOf(i)
                return (
                  <line
                    // biome-ignore lint/suspicious/noArrayIndexKey: a point is its position
                    key={i}
                    className="unit-panel-error"
                    x1={x}
                    x2={x}
                    y1={yOf(rate - error)}
                    y2={yOf(rate + error)}
                  />
                )
              })}
              {errors &&
                places.map(
                  (place, i) =>
                    place && (
                      // biome-ignore lint/suspicious/noArrayIndexKey: likewise
                      <circle key={i} cx={place[0]} cy={place[1]} r={2} />
                    ),
                )}
            </g>
          )
        })}
      </svg>
      <line className="unit-panel-axis" x1={left} x2={left + width} y1={bottom} y2={bottom} />
      {hasValues && <ValueAxis range={range} yOf={yOf} />}
      {hasAxis && (
        <g>
          {axis.ticks(width).map(({ value, label }) => (
            <g key={value} transform={`translate(${left + value * width} ${bottom})`}>
              <line className="unit-panel-axis" y2={3} />
              <text y={14} textAnchor={anchorOf(value)}>
                {label}
              </text>
            </g>
          ))}
          <text x={left + width / 2} y={bottom + PANEL.ticks + 11} textAnchor="middle">
            {axis.title}
          </text>
        </g>
      )}
    </svg>
  )
}

interface ValueAxisProps {
  readonly range: readonly [number, number]
  readonly yOf: (rate: number) => number
}

function ValueAxis({ range: [start, stop], yOf }: ValueAxisProps) {
  const ticks = axisTicks({ start, stop }, 2)
  return ticks.map(({ value, label }, i) => (
    <g key={value} transform={`translate(${PANEL.left} ${PANEL.top + yOf(value)})`}>
      <line className="unit-panel-axis" x1={-4} />
      <text x={-7} dy="0.32em" textAnchor="end">
        {i === ticks.length - 1 ? `${label} Hz` : label}
      </text>
    </g>
  ))
}

type Place = readonly number[] | null

/** Broken where there is no value. */
function linePath(places: readonly Place[]): string {
  return places
    .flatMap((place, i) => (place ? [`${places[i - 1] ? 'L' : 'M'}${textOf(place)}`] : []))
    .join('')
}

/** The same, down to a line. */
function areaPath(places: readonly Place[], y: number): string {
  return places
    .flatMap((place, i) => {
      if (!place) return []
      const [x] = place
      const from = places[i - 1] ? '' : `M${textOf([x, y])}`
      const to = places[i + 1] ? '' : `L${textOf([x, y])}Z`
      return [`${from}L${textOf(place)}${to}`]
    })
    .join('')
}

const textOf = ([x, y]: readonly number[]) => `${x.toFixed(2)},${y.toFixed(2)}`

/** Labels at the ends stay within the plot. */
const anchorOf = (place: number) => (place < 0.06 ? 'start' : place > 0.94 ? 'end' : 'middle')

function nearestPlace(places: readonly number[], wanted: number): number | null {
  if (wanted < 0 || wanted > 1) return null
  const distances = places.map((place) => Math.abs(place - wanted))
  return distances.length > 0 ? distances.indexOf(Math.min(...distances)) : null
}
