import { useRef } from 'react'
import { useWidth } from '../../components/figures/use-width.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'

interface BarPlotProps {
  /** what it shows, for those who do not see it */
  readonly label: string
  /** shape [bars] */
  readonly counts: readonly number[]
  /** of the horizontal axis: its ends, in the unit of its title */
  readonly from: number
  readonly to: number
  readonly title: string
}

/** CSS pixels, until it is known how wide the page lets it be */
const USUAL_WIDTH = 540
const HEIGHT = 150
const LEFT = 44
const RIGHT = 18
const TOP = 8
const BOTTOM = 34

/** Counts as bars of equal width that touch each other. */
export function BarPlot({ label, counts, from, to, title }: BarPlotProps) {
  const highest = Math.max(1, ...counts)
  const plot = useRef<SVGSVGElement>(null)
  const whole = useWidth(plot, USUAL_WIDTH)
  const right = whole - RIGHT
  const width = (right - LEFT) / counts.length
  const bottom = HEIGHT - BOTTOM
  const xOf = (value: number) => LEFT + ((value - from) / (to - from)) * (right - LEFT)
  const heightOf = (count: number) => (count / highest) * (bottom - TOP)
  return (
    <svg
      ref={plot}
      className="bar-plot"
      viewBox={`0 0 ${whole} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {counts.map((count, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its position
          key={i}
          x={LEFT + i * width}
          y={bottom - heightOf(count)}
          width={width + 0.3}
          height={heightOf(count)}
        />
      ))}
      <path className="bar-plot-axis" d={`M${LEFT},${TOP} V${bottom} H${right}`} />
      {axisTicks({ start: from, stop: to }, 6).map(({ value, label: text }) => (
        <text key={value} x={xOf(value)} y={bottom + 15} textAnchor="middle">
          {text}
        </text>
      ))}
      {axisTicks({ start: 0, stop: highest }, 3, 1).map(({ value, label: text }) => (
        <text key={value} x={LEFT - 6} y={bottom - heightOf(value)} dy="0.32em" textAnchor="end">
          {text}
        </text>
      ))}
      <text x={LEFT + (right - LEFT) / 2} y={HEIGHT - 4} textAnchor="middle">
        {title}
      </text>
    </svg>
  )
}
