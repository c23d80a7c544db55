import { useId } from 'react'
import type { PixelSummary } from '../app/address.ts'
import { amount } from '../components/texts/amounts.ts'
import type { AxisView } from '../heatmap/axes/axis-view.ts'
import type { ColourScale } from '../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../heatmap/heatmap.tsx'
import type { AreaHeatmap } from './area-heatmap.ts'

interface AreaHeatmapSectionProps {
  readonly heatmap: AreaHeatmap
  readonly scale: ColourScale
  readonly summary: PixelSummary
  /** seconds from the onset */
  readonly firstBinStart: number
  readonly time: AxisView
  readonly isAlone: boolean
  /** whether its heading says what the order of its rows is */
  readonly saysOrder: boolean
  readonly onOpenUnit: (unitId: string) => void
}

/** An area's heading and heatmap, or why there is none. */
export function AreaHeatmapSection({ heatmap, saysOrder, ...rest }: AreaHeatmapSectionProps) {
  const id = useId()
  const { name, fullName, counts, measure, order, unitIds, orderNote, binSize } = heatmap
  const about = [
    fullName,
    amount(unitIds.length, 'unit'),
    saysOrder && unitIds.length > 1 && orderNote,
  ].filter(Boolean)
  return (
    <section className="area-heatmap" aria-labelledby={id}>
      <div className="area-heatmap-head">
        <h3 id={id}>{name}</h3>
        <span className="area-heatmap-about" title={about.join(' · ')}>
          {about.join(' · ')}
        </span>
      </div>
      {unitIds.length === 0 ? (
        <p className="area-heatmap-empty">
          No unit of this area passes the quality limits, so there is nothing to draw. The session’s
          page has the limits.
        </p>
      ) : (
        <Heatmap
          {...rest}
          label={`${name}, ${amount(unitIds.length, 'unit')}, ${counts.shape[0]} bins`}
          counts={counts}
          measure={measure}
          order={order}
          unitIds={unitIds}
          binSize={binSize}
        />
      )}
    </section>
  )
}
