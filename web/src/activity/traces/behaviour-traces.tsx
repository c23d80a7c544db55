import { extent } from 'd3-array'
import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { WindowBehaviourDocument, type WindowBehaviourQuery } from '../../gql/graphql.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import type { ActivityMatrix } from '../loading/load-activity.ts'
import { gapsBetween, lineThrough } from './running-line.ts'
import { noteOf } from './running-trace.tsx'
import { TraceLegend } from './trace-legend.tsx'
import { type Trace, TracePlot } from './trace-plot.tsx'

interface BehaviourTracesProps {
  readonly session: string
  /** whose bins the signals are in */
  readonly matrix: Pick<ActivityMatrix, 'start' | 'binSize' | 'shape'>
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
  readonly smallestTime: number
}

type Signals = NonNullable<WindowBehaviourQuery['session']>['binnedActivity'][number]['signals']

/** Plots, by the positions of their signals in the query. */
const plots = [
  { title: 'Pupil area', lines: [{ signal: 0, label: 'Pupil' }] },
  {
    title: 'Gaze on the screen',
    lines: [
      { signal: 1, label: 'horizontal' },
      { signal: 2, label: 'vertical' },
    ],
  },
] as const

/** Size of the pupil and place of the gaze, where the session has them. */
export function BehaviourTraces({ session, matrix, ...axis }: BehaviourTracesProps) {
  const { start, binSize, shape } = matrix
  const { data, error, retry } = useQuery(WindowBehaviourDocument, {
    session,
    start,
    stop: start + shape[0] * binSize,
    binSize,
  })
  const signals = data?.session?.binnedActivity[0]?.signals
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!signals) return null
  return plots.map((plot) => <SignalPlot key={plot.title} {...plot} {...axis} signals={signals} />)
}

interface SignalPlotProps extends Omit<BehaviourTracesProps, 'session' | 'matrix'> {
  readonly title: string
  readonly lines: readonly { readonly signal: number; readonly label: string }[]
  readonly signals: Signals
}

function SignalPlot({ title, lines, signals, times, time, smallestTime }: SignalPlotProps) {
  const unit = signals[lines[0].signal]?.unit ?? ''
  const drawn = useMemo(() => {
    // All signals of a plot are of the same samples, so that their lines break at the same bins.
    const known = lines.flatMap(({ signal, label }) => {
      const values = signals[signal]?.values
      if (!values?.some((value) => value !== null)) return []
      const binTimes = times.subarray(0, values.length)
      return [{ label, line: lineThrough(binTimes, values), gaps: gapsBetween(binTimes, values) }]
    })
    const traces = known.map(
      ({ label, line }, i): Trace => ({
        label,
        colour: `var(--trace-${[6, 2][i]})`,
        values: line.values,
      }),
    )
    return known.length > 0 ? { times: known[0].line.times, gaps: known[0].gaps, traces } : null
  }, [lines, signals, times])
  if (!drawn) return null
  return (
    <section className="activity-trace" aria-label={title}>
      <div className="trace-head">
        <h3>{title}</h3>
        <p className="soft small">
          {unit}, {noteOf(drawn.gaps)}
        </p>
      </div>
      <TracePlot
        label={`${title} over time.`}
        valueLabel={null}
        height={76}
        hasTimeAxis={false}
        {...rangeOf(drawn.traces)}
        times={drawn.times}
        traces={drawn.traces}
        gaps={drawn.gaps}
        time={time}
        smallestTime={smallestTime}
      />
      <TraceLegend traces={drawn.traces} unit={unit} times={drawn.times} time={time} />
    </section>
  )
}

/** Of the values alone: neither a pupil nor a gaze is measured from 0. */
function rangeOf(traces: readonly Trace[]): { readonly range: readonly [number, number] } {
  const known = traces.flatMap(({ values }) => Array.from(values).filter((value) => value !== null))
  const [low = 0, high = 0] = extent(known)
  const margin = (high - low || 1) * 0.05
  return { range: [low - margin, high + margin] }
}
