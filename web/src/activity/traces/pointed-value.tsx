import { useSyncExternalStore } from 'react'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { nearest } from './nearest.ts'

interface PointedValueProps {
  /** shape [points] */
  readonly values: ArrayLike<number | null>
  readonly unit: string
  /** of the points, in seconds from the onset */
  readonly times: Float64Array
  readonly time: AxisView
}

/** A line's value at the moment that is pointed at; nothing where there is none. */
export function PointedValue({ values, unit, times, time }: PointedValueProps) {
  const pointed = useSyncExternalStore(time.subscribe, () => time.pointed)
  if (pointed === null) return null
  return <span className="soft">{valueText(values[nearest(times, pointed)], unit)}</span>
}

export function valueText(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? 'none' : `${formatRate(value)} ${unit}`
}
