import { useRef } from 'react'
import { useWidth } from '../../components/figures/use-width.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import { largestOf, voltageUnit, type WaveformRow } from './waveform-rows.ts'

interface WaveformPlotProps {
  readonly rows: readonly WaveformRow[]
  /**
   * seconds from the first sample; null: the file does not give the sampling rate. Shape [samples]
   */
  readonly times: readonly (number | null)[] | null
}

/** CSS pixels, until it is known how wide the page lets it be */
const USUAL_WIDTH = 460
const LEFT = 62
const RIGHT = 64
const ROW_HEIGHT = 22
const TOP = 30
const BOTTOM = 40

/**
 * The mean waveform channel by channel, as they lie on the probe; that of
 * the peak channel stands out.
 */
export function WaveformPlot({ rows, times }: WaveformPlotProps) {
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, USUAL_WIDTH)
  const sampleCount = rows[0]?.values.length ?? 0
  const largest = Math.max(...rows.map(({ values }) => largestOf(values)), Number.MIN_VALUE)
  const unit = voltageUnit(Float64Array.of(largest))
  const height = TOP + rows.length * ROW_HEIGHT + BOTTOM
  const duration = times ? (times.at(-1) ?? 0) * 1000 : sampleCount - 1
  const xOf = (sample: number) => LEFT + (sample / (sampleCount - 1)) * (width - LEFT - RIGHT)
  const yOf = (row: number, value: number) =>
    TOP + (row + 0.5) * ROW_HEIGHT - (value / largest) * ROW_HEIGHT * 1.4
  const bar = axisTicks({ start: 0, stop: largest }, 2).at(-1)?.value ?? largest
  const peak = rows.find(({ isPeak }) => isPeak)
  return (
    <svg
      ref={plot}
      className="waveform-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Mean waveform on ${rows.length} channels; on the peak channel ${peak?.channelId ?? 'which the file does not name'} its largest value is ${largest.toPrecision(3)} ${unit}.`}
    >
      {rows.map(({ channelId, height: depth, isPeak, values }, row) => (
        <g key={channelId} className={isPeak ? 'waveform-peak' : 'waveform-line'}>
          <text x={LEFT - 8} y={yOf(row, 0)} dy="0.32em" textAnchor="end">
            {depth === null ? channelId : `${depth} µm`}
          </text>
          <polyline
            points={Array.from(
              values,
              (value, i) => `${xOf(i).toFixed(1)},${yOf(row, value).toFixed(1)}`,
            ).join(' ')}
          />
        </g>
      ))}
      <g className="waveform-axis">
        <line x1={LEFT} x2={width - RIGHT} y1={height - BOTTOM + 8} y2={height - BOTTOM + 8} />
        {axisTicks({ start: 0, stop: duration }, 6).map(({ value, label }) => {
          const x = LEFT + (value / duration) * (width - LEFT - RIGHT)
          return (
            <g key={value}>
              <line x1={x} x2={x} y1={height - BOTTOM + 8} y2={height - BOTTOM + 12} />
              <text x={x} y={height - BOTTOM + 24} textAnchor="middle">
                {label}
              </text>
            </g>
          )
        })}
        <text x={(LEFT + width - RIGHT) / 2} y={height - 3} textAnchor="middle">
          {times ? 'time (ms)' : 'sample'}
        </text>
        <line
          className="waveform-bar"
          x1={width - RIGHT + 10}
          x2={width - RIGHT + 10}
          y1={yOf(0, 0)}
          y2={yOf(0, bar)}
        />
        <text x={width - RIGHT + 16} y={yOf(0, bar / 2)} dy="0.32em">
          {bar} {unit}
        </text>
      </g>
    </svg>
  )
}
