import { useId } from 'react'
import type { UnitSort } from '../app/address.ts'
import { amount } from '../components/amounts.ts'
import type { AxisView } from '../heatmap/axes/axis-view.ts'
import type { ColourScale } from '../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../heatmap/heatmap.tsx'
import type { AreaHeatmap } from './area-heatmap.ts'

interface AreaHeatmapSectionProps {
  readonly heatmap: AreaHeatmap
  readonly scale: ColourScale
  readonly sort: UnitSort
  /** seconds from the onset */
  readonly firstBinStart: number
  readonly time: AxisView
  readonly isAlone: boolean
  readonly onOpenUnit: (unitId: string) => void
}

const sortNotes: Readonly<Record<UnitSort, string>> = {
  depth: 'top: nearest to the surface',
  rate: 'top: most spikes',
  latency: 'top: first to respond',
}

/** An area's heading and heatmap, or why there is none. */
export function AreaHeatmapSection({ heatmap, sort, ...rest }: AreaHeatmapSectionProps) {
  const id = useId()
  const { name, fullName, counts, measure, order, unitIds, binSize } = heatmap
  return (
    <section className="area-heatmap" aria-labelledby={id}>
      <div className="area-heatmap-head">
        <h3 id={id}>
          {name} {fullName && <span className="area-heatmap-name">{fullName}</span>}
        </h3>
        <p className="soft small">
          {amount(unitIds.length, 'unit')}
          {unitIds.length > 1 && `, ${sortNotes[sort]}`}
        </p>
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
