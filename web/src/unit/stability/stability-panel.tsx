import './stability.css'
import { useMemo, useRef } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useQuery } from '../../app/use-query.ts'
import { useWidth } from '../../components/figures/use-width.ts'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { UnitStabilityDocument } from '../../gql/graphql.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { type StabilityBin, stabilityBins } from './stability-bins.ts'

interface StabilityPanelProps {
  readonly session: string
  readonly unit: string
}

const BIN_COUNT = 100

/** Whether a unit was there all along: its rate and the sizes of its spikes over the session. */
export function StabilityPanel({ session, unit }: StabilityPanelProps) {
  const { data, error, retry } = useQuery(UnitStabilityDocument, { session, unit })
  const response = data?.session
  const bins = useMemo(() => {
    const span = response?.recordedSpan
    if (!span || response?.unit?.unitId !== unit) return null
    const { spikeTimesData, spikeAmplitudesData, observedTimes } = response.unit
    const amplitudes = spikeAmplitudesData && numbersOf(spikeAmplitudesData)
    return stabilityBins(numbersOf(spikeTimesData), amplitudes, span, observedTimes, BIN_COUNT)
  }, [response, unit])
  const hasAmplitudes = bins?.some(({ amplitudes }) => amplitudes) ?? false
  return (
    <Panel title="Over the session" aside={<p className="soft small">100 bins of equal length</p>}>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!bins && !error && <Loading what="the spikes" />}
      {bins && (
        <>
          <h3>Rate</h3>
          <StabilityPlot
            bins={bins}
            title="rate (Hz)"
            read={({ rate }) => (rate === null ? null : [rate, rate, rate])}
          />
          {hasAmplitudes ? (
            <>
              <h3>Amplitude</h3>
              <StabilityPlot
                bins={bins}
                title="amplitude (µV)"
                read={({ amplitudes }) => amplitudes && microvolts(amplitudes)}
              />
              <p className="soft small">Median of the spikes, and between 10 % and 90 % of them.</p>
            </>
          ) : (
            <p className="soft small">This file does not store the amplitudes of single spikes.</p>
          )}
        </>
      )}
    </Panel>
  )
}

type Band = readonly [low: number, middle: number, high: number]

const microvolts = ([low, middle, high]: Band): Band => [1e6 * low, 1e6 * middle, 1e6 * high]

function numbersOf(encoded: Parameters<typeof decodeArray>[0]): ArrayLike<number> {
  return decodeArray(encoded).data as ArrayLike<number>
}

interface StabilityPlotProps {
  readonly bins: readonly StabilityBin[]
  readonly title: string
  /** null: there is nothing in the bin, and the line is broken */
  readonly read: (bin: StabilityBin) => Band | null
}

const USUAL_WIDTH = 460
const HEIGHT = 120
const LEFT = 46
const RIGHT = 12
const TOP = 8
const BOTTOM = 34

function StabilityPlot({ bins, title, read }: StabilityPlotProps) {
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, USUAL_WIDTH)
  const bands = bins.map(read)
  const highest = bands.reduce((most, band) => Math.max(most, band?.[2] ?? 0), 0) || 1
  const [from, to] = [bins[0].start, bins[bins.length - 1].stop]
  const xOf = (time: number) => LEFT + ((time - from) / (to - from)) * (width - LEFT - RIGHT)
  const yOf = (value: number) => TOP + (1 - value / (highest * 1.05)) * (HEIGHT - TOP - BOTTOM)
  const known = bands.filter((band) => band !== null).map(([, middle]) => middle)
  return (
    <svg
      ref={plot}
      className="stability-plot"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`${title} over the session, from ${formatRate(Math.min(...known))} to ${formatRate(Math.max(...known))}.`}
    >
      {axisTicks({ start: 0, stop: highest }, 3).map(({ value, label }) => (
        <g key={value}>
          <line
            className="stability-grid"
            x1={LEFT}
            x2={width - RIGHT}
            y1={yOf(value)}
            y2={yOf(value)}
          />
          <text x={LEFT - 6} y={yOf(value)} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {bands.map((band, i) => {
        if (!band) return null
        const [left, right] = [xOf(bins[i].start), xOf(bins[i].stop)]
        const [low, middle, high] = band.map(yOf)
        return (
          <g key={bins[i].start}>
            <rect
              className="stability-band"
              x={left}
              width={right - left}
              y={high}
              height={low - high}
            />
            <line className="stability-line" x1={left} x2={right} y1={middle} y2={middle}>
              <title>{`${bins[i].start.toFixed(0)} to ${bins[i].stop.toFixed(0)} s: ${formatRate(band[1])}`}</title>
            </line>
          </g>
        )
      })}
      {axisTicks({ start: from, stop: to }, width / 90).map(({ value, label }) => (
        <text key={value} x={xOf(value)} y={HEIGHT - BOTTOM + 15} textAnchor="middle">
          {label}
        </text>
      ))}
      <text x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 3} textAnchor="middle">
        time (s)
      </text>
    </svg>
  )
}
