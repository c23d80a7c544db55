import { useMemo } from 'react'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { columnsName } from '../columns-name.ts'
import type { ActivityMatrix } from '../loading/load-activity.ts'
import { populationRate } from './population-rate.ts'
import { traceColour } from './trace-colours.ts'
import { TraceLegend } from './trace-legend.tsx'
import { type Trace, TracePlot } from './trace-plot.tsx'

interface PopulationTracesProps {
  readonly matrices: readonly ActivityMatrix[]
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
  readonly smallestTime: number
}

/** Mean rate over the units of each area. */
export function PopulationTraces({ matrices, times, time, smallestTime }: PopulationTracesProps) {
  const traces = useMemo(() => populationTraces(matrices), [matrices])
  if (traces.length === 0) return null
  return (
    <section className="activity-trace" aria-label="Population rate">
      <div className="area-heatmap-head">
        <h3>Population rate</h3>
        <p className="soft small">mean over the units of an area</p>
      </div>
      <TracePlot
        label={`Population rate over time of ${traces.map(({ label }) => label).join(', ')}, in Hz.`}
        valueLabel="rate (Hz)"
        times={times}
        traces={traces}
        time={time}
        smallestTime={smallestTime}
      />
      <TraceLegend traces={traces} unit="Hz" times={times} time={time} />
    </section>
  )
}

function populationTraces(matrices: readonly ActivityMatrix[]): Trace[] {
  return matrices.flatMap(({ area, counts, binSize, binCoverage }, i) => {
    const values = populationRate(counts, binSize, binCoverage ?? null)
    return values ? [{ label: columnsName(area), colour: traceColour(i), values }] : []
  })
}
