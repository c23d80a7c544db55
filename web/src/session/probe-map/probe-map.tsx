import { useRef, useState } from 'react'
import { Link } from '../../app/link.tsx'
import { useWidth } from '../../components/figures/use-width.ts'
import { amount } from '../../components/texts/amounts.ts'
import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { type MappedUnit, type ProbeLayout, withoutCommonStart } from './probe-layout.ts'

interface ProbeMapProps {
  readonly layout: ProbeLayout
  readonly colour: (unit: MappedUnit) => string
}

/** CSS pixels */
const HEIGHT = 380
const TOP = 28
const BOTTOM = 16
const LEFT = 56
const RADIUS = 4
/** of the name of a probe, with some room beside it */
const NAME_WIDTH = 56

/** Probes next to each other, tips down and to one scale, each unit a dot at its depth. */
export function ProbeMap({ layout, colour }: ProbeMapProps) {
  const { probes, top } = layout
  const plot = useRef<SVGSVGElement>(null)
  const width = useWidth(plot, 900)
  const [pointed, setPointed] = useState<MappedUnit | null>(null)
  const column = (width - LEFT) / probes.length
  const shaft = Math.min(column * 0.7, 120)
  const whole = top * 1.02 || 1
  const shortOf = withoutCommonStart(probes.map(({ name }) => name))
  const yOf = (height: number) => HEIGHT - BOTTOM - (height / whole) * (HEIGHT - TOP - BOTTOM)
  return (
    <>
      <svg ref={plot} className="probe-map" viewBox={`0 0 ${width} ${HEIGHT}`}>
        <title>{`Map of ${amount(probes.length, 'probe')}: ${probes
          .map(({ name, units }) => `${name}, ${amount(units.length, 'unit')}`)
          .join('; ')}. The table of units lists them.`}</title>
        {axisTicks({ start: 0, stop: whole }, 5).map(({ value, label }) => (
          <g key={value} className="probe-map-tick">
            <line x1={LEFT} x2={width} y1={yOf(value)} y2={yOf(value)} />
            <text x={LEFT - 8} y={yOf(value)} dy="0.32em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <text className="probe-map-axis" x={LEFT - 8} y={12} textAnchor="end">
          µm
        </text>
        {probes.map(({ name, units }, i) => {
          const middle = LEFT + (i + 0.5) * column
          return (
            <g key={name}>
              <text className="probe-map-name" x={middle} y={14} textAnchor="middle">
                {column < NAME_WIDTH ? shortOf(name) : name}
              </text>
              <path
                className="probe-map-shaft"
                d={`M${middle - 5},${TOP - 6} V${yOf(0) - 8} L${middle},${yOf(0) + 8} L${middle + 5},${yOf(0) - 8} V${TOP - 6} Z`}
              />
              {units.map(({ unit, across, height }) => (
                <Link
                  key={unit.unitId}
                  to={{ view: 'unit', unit: unit.unitId }}
                  aria-label={`Unit ${unit.unitId}`}
                  tabIndex={-1}
                  onPointerEnter={() => setPointed(unit)}
                  onPointerLeave={() => setPointed(null)}
                >
                  <circle
                    className="probe-map-unit"
                    cx={middle + (across - 0.5) * shaft}
                    cy={yOf(height)}
                    r={RADIUS}
                    fill={colour(unit)}
                  />
                </Link>
              ))}
            </g>
          )
        })}
      </svg>
      <p className="probe-map-readout soft small">
        {pointed ? unitText(pointed) : 'Depth is from the probe’s tip. A click opens a unit.'}
      </p>
    </>
  )
}

function unitText({ unitId, area, channel, firingRate, snr }: MappedUnit): string {
  const parts = [
    `Unit ${unitId}`,
    area ?? 'no area',
    channel?.verticalPosition != null && `${channel.verticalPosition} µm from the tip`,
    firingRate !== null && `${formatRate(firingRate)} Hz`,
    snr !== null && `SNR ${formatRate(snr)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
