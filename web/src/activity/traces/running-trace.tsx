import { useMemo } from 'react'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { gapsBetween, lineThrough } from './running-line.ts'
import { TraceLegend } from './trace-legend.tsx'
import { TracePlot } from './trace-plot.tsx'

interface RunningTraceProps {
  /** cm/s in each bin; null: the session has none */
  readonly runningSpeed: readonly (number | null)[] | null
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
  readonly smallestTime: number
}

/** What the values are, and what the hatching is where there is some. */
export const noteOf = (gaps: readonly unknown[]) =>
  gaps.length > 0 ? 'mean in each bin; hatched: no samples' : 'mean in each bin'

/** How fast the animal ran in the same bins, or that the file does not say. */
export function RunningTrace(props: RunningTraceProps) {
  const { runningSpeed, times, time, smallestTime } = props
  const line = useMemo(
    () => runningSpeed && lineThrough(times, runningSpeed),
    [times, runningSpeed],
  )
  const gaps = useMemo(
    () => (runningSpeed ? gapsBetween(times, runningSpeed) : []),
    [times, runningSpeed],
  )
  const hasSamples = line !== null && line.times.length > 0
  const traces = useMemo(
    () => line && [{ label: 'Running', colour: 'var(--trace-6)', values: line.values }],
    [line],
  )
  return (
    <section className="activity-trace" aria-label="Running speed">
      <div className="trace-head">
        <h3>Running speed</h3>
        <p className="soft small">{hasSamples && noteOf(gaps)}</p>
      </div>
      {hasSamples && traces ? (
        <>
          <TracePlot
            label="Running speed over time, in cm/s."
            valueLabel="speed (cm/s)"
            times={line.times}
            traces={traces}
            gaps={gaps}
            time={time}
            smallestTime={smallestTime}
          />
          <TraceLegend traces={traces} unit="cm/s" times={line.times} time={time} />
        </>
      ) : (
        <p className="area-heatmap-empty">
          {line
            ? 'No running speed was recorded in this window.'
            : 'This session’s file has no running speed.'}
        </p>
      )}
    </section>
  )
}
