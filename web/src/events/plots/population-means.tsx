import { useMemo } from 'react'
import { smoothingText } from '../../activity/picture-note.ts'
import { smoothRate } from '../../activity/traces/smooth-rate.ts'
import { TraceLegend } from '../../activity/traces/trace-legend.tsx'
import { TracePlot } from '../../activity/traces/trace-plot.tsx'
import { amount } from '../../components/texts/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import type { Around, AroundGroup } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { GroupPanels, havePanels, MOST_GROUP_PANELS } from '../panels/group-panels.tsx'
import { MOST_PANEL_LINES } from '../panels/panel-line.ts'
import { type AreaColumns, populationMean } from './area-matrices.ts'

interface PopulationMeansProps {
  readonly around: Around
  readonly all: AroundGroup
  readonly plots: readonly (Pick<AreaColumns, 'columns'> & { readonly name: string })[]
  readonly time: AxisView
  /** seconds; null: none */
  readonly smoothing: number | null
  readonly request: EventRequest
  readonly isSideBySide: boolean
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
}

/** Mean rate over the units of each area: a line per group of events, or a small plot. */
export function PopulationMeans(props: PopulationMeansProps) {
  const { around, all, plots, time, smoothing, request, isSideBySide, duration } = props
  const { before, binSize } = request.window
  const areLines = around.groups.length > 0 && around.groups.length <= MOST_PANEL_LINES
  const arePanels = havePanels(around)
  const lines = useMemo(() => {
    const groups = areLines ? around.groups : [all]
    return plots.flatMap(({ name, columns }) => {
      if (columns.length === 0) return []
      const traces = groups.map((group, i) => {
        const rates = populationMean(group, around.units.length, columns)
        return {
          label: `${group.label} (${amount(group.members.length, 'event')})`,
          colour: `var(--trace-${i + 1})`,
          values: smoothing === null ? rates : smoothRate(rates, smoothing / binSize),
        }
      })
      return [{ name, traces }]
    })
  }, [around, all, plots, areLines, smoothing, binSize])
  const binCount = lines[0]?.traces[0].values.length ?? 0
  const times = useMemo(
    () => Float64Array.from({ length: binCount }, (_, bin) => -before + (bin + 0.5) * binSize),
    [binCount, before, binSize],
  )
  const range = useMemo(() => rangeOf(lines.flatMap(({ traces }) => traces)), [lines])
  return (
    <section className="activity-trace" aria-label="Population mean">
      <div className="trace-head">
        <h3>Population mean</h3>
        <p className="soft small">
          Hz, over the units of an area{smoothingText(smoothing)}
          {around.groups.length > MOST_GROUP_PANELS &&
            `; of all ${around.groups.length} groups together`}
        </p>
      </div>
      {arePanels ? (
        <GroupPanels
          {...{ around, plots, request, smoothing, duration, time }}
          colours={around.groups.map(() => 'var(--trace-1)')}
          hasNames
        />
      ) : (
        <ul className={isSideBySide ? 'side-by-side' : 'trace-legend population-traces'}>
          {lines.map(({ name, traces }) => (
            <li key={name} className="population-line">
              <span className="population-name">{name}</span>
              <TracePlot
                label={`Mean rate of ${name} around the events, in Hz.`}
                valueLabel={null}
                height={lines.length === 1 ? 160 : 72}
                hasTimeAxis={false}
                range={range}
                times={times}
                traces={traces}
                time={time}
                smallestTime={binSize * 4}
              />
              <TraceLegend traces={traces} unit="Hz" times={times} time={time} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Of all values and 0, with some margin. */
export function rangeOf(traces: readonly { readonly values: readonly (number | null)[] }[]) {
  let [low, high] = [0, 0]
  for (const { values } of traces) {
    for (const value of values) {
      low = Math.min(low, value ?? 0)
      high = Math.max(high, value ?? 0)
    }
  }
  const margin = (high - low || 1) * 0.08
  return [low < 0 ? low - margin : 0, high + margin] as const
}
