import { extent } from 'd3-array'
import { useRef } from 'react'
import { useWidth } from '../../components/figures/use-width.ts'
import { axisTicks, formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import { roundBin } from '../responses/response-window.ts'
import { type PlacedWaveform, pitches } from './waveform-places.ts'
import { largestOf } from './waveform-rows.ts'

interface WaveformMapProps {
  readonly waveforms: readonly PlacedWaveform[]
  /**
   * seconds from the first sample; null: the file does not give the sampling rate. Shape [samples]
   */
  readonly times: readonly (number | null)[] | null
}

/** CSS pixels, until it is known how wide the page lets it be */
const USUAL_WIDTH = 460
const LEFT = 58
const RIGHT = 84
const TOP = 12
const BOTTOM = 42
const HEIGHT = 470

/** Distances across the probe are drawn at most so much larger than those along it. */
const MOST_STRETCH = 2.6

/** µm between waveforms where the probe has one column, or one row. */
const USUAL_PITCH = 40

/** Waveforms where their channels lie on the probe, with bars for time and voltage. */
export function WaveformMap({ waveforms, times }: WaveformMapProps) {
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, USUAL_WIDTH)
  const pitch = pitches(waveforms, USUAL_PITCH)
  const [left = 0, right = 0] = extent(waveforms, ({ across }) => across)
  const [lowest = 0, highest = 0] = extent(waveforms, ({ height }) => height)
  const along = (HEIGHT - TOP - BOTTOM) / (highest - lowest + pitch.along)
  const room = (width - LEFT - RIGHT) / (right - left + pitch.across)
  const across = Math.min(room, along * MOST_STRETCH)
  const xOf = (position: number) => LEFT + (position - left + pitch.across / 2) * across
  const yOf = (position: number) => TOP + (highest - position + pitch.along / 2) * along
  const end = xOf(right + pitch.across / 2)
  const bottom = HEIGHT - BOTTOM

  const largest = Math.max(...waveforms.map(({ values }) => largestOf(values)), Number.MIN_VALUE)
  const perMicrovolt = (0.85 * pitch.along * along) / largest
  const sampleCount = waveforms[0]?.values.length ?? 0
  const waveWidth = 0.9 * pitch.across * across
  const duration = times ? (times.at(-1) ?? 0) * 1000 : sampleCount - 1
  const ofTime = roundBin(duration / 2)
  const ofVoltage = roundBin(largest)
  const peak = waveforms.find(({ isPeak }) => isPeak)
  return (
    <svg
      ref={plot}
      className="waveform-plot waveform-map"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Mean waveform on ${waveforms.length} channels at their places on the probe; on the peak channel ${peak?.channelId} its largest value is ${largest.toPrecision(3)} µV.`}
    >
      <rect className="waveform-shank" x={LEFT} y={TOP} width={end - LEFT} height={bottom - TOP} />
      {waveforms.map(({ channelId, across, height, isPeak, values }) => (
        <g key={channelId} className={isPeak ? 'waveform-peak' : 'waveform-line'}>
          <title>{`Channel ${channelId}, ${height} µm from the tip, ${across} µm across: at most ${formatNumber(largestOf(values), 1)} µV from 0`}</title>
          <circle className="waveform-site" cx={xOf(across)} cy={yOf(height)} r={2} />
          <polyline
            points={Array.from(values, (value, i) => {
              const x = xOf(across) + (i / (sampleCount - 1) - 0.5) * waveWidth
              return `${x.toFixed(2)},${(yOf(height) - value * perMicrovolt).toFixed(2)}`
            }).join(' ')}
          />
        </g>
      ))}
      <g className="waveform-axis">
        {axisTicks({ start: lowest, stop: highest }, 6).map(({ value, label }) => (
          <g key={value}>
            <line x1={LEFT - 4} x2={LEFT} y1={yOf(value)} y2={yOf(value)} />
            <text x={LEFT - 8} y={yOf(value)} dy="0.32em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {[...new Set(waveforms.map(({ across }) => across))].map((position) => (
          <g key={position}>
            <line x1={xOf(position)} x2={xOf(position)} y1={bottom} y2={bottom + 4} />
            <text x={xOf(position)} y={bottom + 16} textAnchor="middle">
              {position}
            </text>
          </g>
        ))}
        <text x={(LEFT + end) / 2} y={HEIGHT - 8} textAnchor="middle">
          across the probe (µm)
        </text>
        <text transform={`translate(12 ${(TOP + bottom) / 2}) rotate(-90)`} textAnchor="middle">
          from the tip (µm)
        </text>
        <g transform={`translate(${end + 16} ${bottom - 20})`}>
          <line className="waveform-bar waveform-bar-time" x2={(ofTime / duration) * waveWidth} />
          <text y={15}>
            {ofTime} {times ? 'ms' : 'samples'}
          </text>
          <line className="waveform-bar waveform-bar-voltage" y1={-ofVoltage * perMicrovolt} />
          <text x={6} y={(-ofVoltage * perMicrovolt) / 2} dy="0.32em">
            {ofVoltage} µV
          </text>
        </g>
      </g>
    </svg>
  )
}
