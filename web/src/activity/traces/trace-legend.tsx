import { useSyncExternalStore } from 'react'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
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

function valueText(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? 'none' : `${formatRate(value)} ${unit}`
}

/** Position of the time nearest to a moment. */
function nearest(times: Float64Array, moment: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[middle] < moment) low = middle + 1
    else high = middle
  }
  const isBeforeNearer =
    low > 0 && moment - times[low - 1] < (times[low] ?? Number.POSITIVE_INFINITY) - moment
  return isBeforeNearer ? low - 1 : low
}
