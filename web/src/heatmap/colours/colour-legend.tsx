import './colour-legend.css'
import { axisTicks } from '../axes/axis-ticks.ts'
import type { MeasureName } from '../cells/measure.ts'
import type { ColourScale, Hatching } from './colour-scale.ts'
import { beyondText, legendTexts } from './legend-texts.ts'
import { toCss } from './mix-colours.ts'

interface ColourLegendProps {
  readonly scale: ColourScale
  readonly measure: MeasureName
  /** what the colours are of, where it is not the measure of spike counts */
  readonly of?: { readonly title: string; readonly unit: string }
  /** whether some cells lie beyond the colours */
  readonly isClipped: boolean
  /** whether some cells are hatched */
  readonly hasGaps: boolean
}

/** What the colours mean. */
export function ColourLegend({ scale, measure, isClipped, hasGaps, of }: ColourLegendProps) {
  const { minimum, maximum, table } = scale
  const stops = table.filter((_, i) => i % 15 === 0).map(toCss)
  const ticks = axisTicks(
    { start: minimum, stop: maximum },
    scale.ramp === 'diverging' ? 6 : 5,
    measure === 'counts' ? 1 : 0,
  )
  const isTwoSided = scale.ramp === 'diverging'
  const { title, beyond } = of
    ? { title: of.title, beyond: isClipped && beyondText(maximum, of.unit, isTwoSided) }
    : legendTexts(measure, maximum, isClipped)
  return (
    <figure className="colour-legend">
      <figcaption>{title}</figcaption>
      <div className="colour-legend-scale">
        <div
          className="colour-legend-bar"
          style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
        />
        <div className="colour-legend-ticks">
          {ticks.map(({ value, label }) => (
            <span
              key={value}
              style={{ left: `${((value - minimum) / (maximum - minimum)) * 100}%` }}
            >
              {label}
            </span>
          ))}
        </div>
      </div>
      {measure === 'zscore' && (
        <span className="colour-legend-none">
          <i style={{ background: toCss(scale.noData) }} /> never changes
        </span>
      )}
      {hasGaps && (
        <span className="colour-legend-none">
          <i style={{ background: hatched(scale.hatching) }} /> not recorded, or invalid
        </span>
      )}
      {beyond && <span className="soft">{beyond}</span>}
    </figure>
  )
}

function hatched({ ground, line }: Hatching): string {
  const [even, lines] = [toCss(ground), toCss(line)]
  return `repeating-linear-gradient(-45deg, ${lines} 0 1.5px, ${even} 1.5px 5px)`
}
