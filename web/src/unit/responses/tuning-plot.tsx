import { useRef } from 'react'
import { useWidth } from '../../components/figures/use-width.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { parameterLabel } from './grouping.ts'
import type { TuningPoint } from './response-groups.ts'

interface TuningPlotProps {
  readonly parameter: string
  readonly points: readonly TuningPoint[]
}

/** CSS pixels, until it is known how wide the page lets it be */
const USUAL_WIDTH = 460
const HEIGHT = 230
const LEFT = 46
const RIGHT = 14
const TOP = 12
const BOTTOM = 44

/** Parameters whose numbers are names: nothing lies between two of them. */
const categories = ['frame', 'color']

/** Mean rate during the presentations by a parameter's value, with its standard error. */
export function TuningPlot({ parameter, points }: TuningPlotProps) {
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, USUAL_WIDTH)
  const highest = Math.max(...points.map((point) => point.mean + (point.standardError ?? 0)), 0.1)
  const areNumbers =
    !categories.includes(parameter) && points.every(({ value }) => typeof value === 'number')
  const first = areNumbers ? Number(points[0]?.value) : 0
  const last = areNumbers ? Number(points.at(-1)?.value) : points.length - 1
  const xOf = (position: number) =>
    LEFT + 12 + ((position - first) / (last - first || 1)) * (width - LEFT - RIGHT - 24)
  const yOf = (rate: number) => TOP + (1 - rate / (highest * 1.05)) * (HEIGHT - TOP - BOTTOM)
  const placed = points.map((point, i) => ({
    ...point,
    x: xOf(areNumbers ? Number(point.value) : i),
  }))
  const labelled = spaced(placed.map(({ x }) => x))
  const best = points.reduce((one, other) => (other.mean > one.mean ? other : one))
  return (
    <svg
      ref={plot}
      className="tuning-plot"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Mean rate by ${parameterLabel(parameter)}: highest for ${best.label}, ${formatRate(best.mean)} Hz.`}
    >
      {axisTicks({ start: 0, stop: highest }, 4).map(({ value, label }) => (
        <g key={value}>
          <line
            className="tuning-grid"
            x1={LEFT}
            x2={width - RIGHT}
            y1={yOf(value)}
            y2={yOf(value)}
          />
          <text x={LEFT - 8} y={yOf(value)} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {areNumbers && (
        <polyline
          className="tuning-line"
          points={placed.map(({ x, mean }) => `${x.toFixed(1)},${yOf(mean).toFixed(1)}`).join(' ')}
        />
      )}
      {placed.map(({ label, x, mean, standardError, presentationCount }, i) => (
        <g key={label}>
          <title>{`${label}: ${formatRate(mean)} Hz ± ${standardError === null ? 'unknown' : formatRate(standardError)}, ${presentationCount} presentations`}</title>
          {standardError !== null && (
            <line
              className="tuning-error"
              x1={x}
              x2={x}
              y1={yOf(mean - standardError)}
              y2={yOf(mean + standardError)}
            />
          )}
          <circle cx={x} cy={yOf(mean)} r={3.5} />
          {labelled.has(i) && (
            <text x={x} y={HEIGHT - BOTTOM + 18} textAnchor="middle">
              {parameter === 'color' ? label : shortLabel(placed[i]?.value ?? label)}
            </text>
          )}
        </g>
      ))}
      <text x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 5} textAnchor="middle">
        {parameterLabel(parameter)}
      </text>
      <text transform={`translate(12 ${HEIGHT / 2 - 14}) rotate(-90)`} textAnchor="middle">
        rate (Hz)
      </text>
    </svg>
  )
}

/** Positions of the labels that do not run into the one before. */
function spaced(places: readonly number[]): Set<number> {
  const chosen = new Set<number>()
  let last = Number.NEGATIVE_INFINITY
  for (const [i, x] of places.entries()) {
    if (x - last < 34) continue
    chosen.add(i)
    last = x
  }
  return chosen
}

function shortLabel(value: TuningPoint['value']): string {
  return Array.isArray(value) ? value.join(', ') : String(value).replace(/^-/, '−')
}
