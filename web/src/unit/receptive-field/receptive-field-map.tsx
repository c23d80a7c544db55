import { useTheme } from '../../app/theme/theme.ts'
import { colourOf, sequentialScale } from '../../heatmap/colours/colour-scale.ts'
import { toCss } from '../../heatmap/colours/mix-colours.ts'
import { interpolate } from './field-text.ts'

interface ReceptiveFieldMapProps {
  /** spikes at each place, summed over presentations; shape [rows, columns], the top row first */
  readonly counts: readonly (readonly number[])[]
  /** degrees */
  readonly xPositions: readonly (number | null)[]
  /** degrees, from the top down */
  readonly yPositions: readonly (number | null)[]
  /** degrees; null: no field was found */
  readonly centre: readonly [number, number] | null
}

/** in units of the drawing, which the page scales */
const WIDTH = 420
const LEFT = 44
const BOTTOM = 34
const TOP = 6
const RIGHT = 8

/** The screen as the animal sees it, darker where the unit fires more; a cross at the centre. */
export function ReceptiveFieldMap(props: ReceptiveFieldMapProps) {
  const { counts, xPositions, yPositions, centre } = props
  const theme = useTheme()
  const largest = Math.max(1, ...counts.flat())
  const scale = sequentialScale(largest, theme)
  const side = (WIDTH - LEFT - RIGHT) / xPositions.length
  const height = TOP + side * yPositions.length + BOTTOM
  const placeIn = (positions: readonly (number | null)[], value: number) =>
    (interpolate(positions, value) + 0.5) * side
  return (
    <svg
      className="receptive-field-map"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Map of ${yPositions.length} by ${xPositions.length} places; at most ${largest} spikes at one of them.`}
    >
      {counts.map((row, y) =>
        row.map((count, x) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its position
            key={`${y} ${x}`}
            className="receptive-field-cell"
            x={LEFT + x * side}
            y={TOP + y * side}
            width={side}
            height={side}
            fill={toCss(colourOf(scale, count))}
          >
            <title>{`${xPositions[x]}°, ${yPositions[y]}°: ${count} ${count === 1 ? 'spike' : 'spikes'}`}</title>
          </rect>
        )),
      )}
      {everyOther(xPositions).map(([x, value]) => (
        <text key={x} x={LEFT + (x + 0.5) * side} y={height - BOTTOM + 15} textAnchor="middle">
          {value}
        </text>
      ))}
      {everyOther(yPositions).map(([y, value]) => (
        <text key={y} x={LEFT - 6} y={TOP + (y + 0.5) * side} dy="0.32em" textAnchor="end">
          {value}
        </text>
      ))}
      <text x={LEFT + (xPositions.length / 2) * side} y={height - 4} textAnchor="middle">
        azimuth (°)
      </text>
      {centre && (
        <path
          className="receptive-field-centre"
          d={`M${LEFT + placeIn(xPositions, centre[0]) - 7},${TOP + placeIn(yPositions, centre[1])} h14 m-7,-7 v14`}
        />
      )}
    </svg>
  )
}

function everyOther(positions: readonly (number | null)[]): [number, string][] {
  return positions.flatMap((value, i) =>
    i % 2 === 0 ? [[i, String(value ?? '').replace('-', '−')]] : [],
  )
}
