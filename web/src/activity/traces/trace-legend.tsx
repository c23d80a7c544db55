import { useSyncExternalStore } from 'react'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { nearest } from './nearest.ts'
import { valueText } from './pointed-value.tsx'
import type { Trace } from './trace-plot.tsx'

interface TraceLegendProps {
  readonly traces: readonly Trace[]
  /** of the values */
  readonly unit: string
  /** of the points, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
}

/** Names of the lines, with the moment that is pointed at and their values there. */
export function TraceLegend({ traces, unit, times, time }: TraceLegendProps) {
  const pointed = useSyncExternalStore(time.subscribe, () => time.pointed)
  const point = pointed === null ? -1 : nearest(times, pointed)
  return (
    <ul className="trace-legend">
      {point >= 0 && <li className="soft">at {formatNumber(times[point], 2)} s</li>}
      {traces.map(({ label, colour, values }) => (
        <li key={label}>
          <i style={{ background: colour }} aria-hidden="true" />
          {label}
          {point >= 0 && <span className="soft">{valueText(values[point], unit)}</span>}
        </li>
      ))}
    </ul>
  )
}
