import { useRef } from 'react'
import { useWidth } from '../../components/figures/use-width.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { parameterLabel } from './grouping.ts'
import type { TuningPoint } from './response-groups.ts'
import { isScale, shortLabel, tuningPlaces } from './tuning-places.ts'

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

/** Mean rate during the presentations by a parameter's value, with its standard error. */
export function TuningPlot({ parameter, points }: TuningPlotProps) {
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, USUAL_WIDTH)
  const highest = Math.max(...points.map((point) => point.mean + (point.standardError ?? 0)), 0.1)
  const values = points.map(({ value }) => value)
  const areNumbers = isScale(parameter, values)
  const places = tuningPlaces(parameter, values)
  const yOf = (rate: number) => TOP + (1 - rate / (highest * 1.05)) * (HEIGHT - TOP - BOTTOM)
  const placed = points.map((point, i) => ({
    ...point,
    x: LEFT + 12 + places[i] * (width - LEFT - RIGHT - 24),
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
              {shortLabel(parameter, values[i])}
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
