import { useMemo } from 'react'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { columnsName } from '../columns-name.ts'
import type { ActivityMatrix } from '../loading/load-activity.ts'
import { PointedValue } from './pointed-value.tsx'
import { populationRate } from './population-rate.ts'
import { gapsBetween } from './running-line.ts'
import { smoothRate } from './smooth-rate.ts'
import { TracePlot } from './trace-plot.tsx'

interface PopulationTracesProps {
  readonly matrices: readonly ActivityMatrix[]
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
  readonly smallestTime: number
}

/** Standard deviation of the smoothing kernel, in bins. */
const SMOOTHING = 5

/** CSS pixels */
const HEIGHT = 46

/** Mean rate over the units of each area: small plots below each other, to one scale. */
export function PopulationTraces({ matrices, times, time, smallestTime }: PopulationTracesProps) {
  const rates = useMemo(() => populationRates(matrices, times), [matrices, times])
  if (rates.length === 0) return null
  const highest = Math.max(...rates.map(({ highest }) => highest))
  const sigma = Number((SMOOTHING * (matrices[0]?.binSize ?? 0)).toPrecision(6))
  return (
    <section className="activity-trace" aria-label="Population rate">
      <div className="trace-head">
        <h3>Population rate</h3>
        <p className="soft small">
          Hz, mean over the units of an area, smoothed with a Gaussian (σ = {sigma} s) up to{' '}
          {formatRate(highest)}; faint: each bin, cut off at the top
        </p>
      </div>
      <ul className="trace-legend population-traces">
        {rates.map(({ name, traces, gaps }) => (
          <li key={name}>
            <span className="population-name">
              {name}
              <PointedValue values={traces[0].values} unit="Hz" times={times} time={time} />
            </span>
            <TracePlot
              label={`Population rate of ${name} over time, in Hz.`}
              valueLabel={null}
              height={HEIGHT}
              hasTimeAxis={false}
              range={[0, highest * 1.15]}
              times={times}
              traces={traces}
              gaps={gaps}
              time={time}
              smallestTime={smallestTime}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function populationRates(matrices: readonly ActivityMatrix[], times: Float64Array) {
  return matrices.flatMap(({ area, counts, binSize, binCoverage }) => {
    const values = populationRate(counts, binSize, binCoverage ?? null)
    if (!values) return []
    const smooth = smoothRate(values, SMOOTHING)
    const highest = smooth.reduce<number>((most, rate) => Math.max(most, rate ?? 0), 0.1)
    const name = columnsName(area)
    const traces = [
      { label: name, colour: 'var(--trace-faint)', values },
      { label: `${name}, smoothed`, colour: 'var(--trace-1)', values: smooth },
    ]
    return [{ name, traces, highest, gaps: gapsBetween(times, values, 0) }]
  })
}
