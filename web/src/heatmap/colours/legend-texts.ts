import { formatRate } from '../cells/cell-text.ts'
import type { MeasureName } from '../cells/measure.ts'

const titles: Readonly<Record<MeasureName, string>> = {
  counts: 'Spikes in a bin',
  hz: 'Rate (Hz)',
  zscore: 'z-score (standard deviations from the unit’s mean)',
}

/** What a legend says of the colours; `beyond` is null where no cell lies beyond them. */
export function legendTexts(
  measure: MeasureName,
  maximum: number,
  isClipped: boolean,
): { readonly title: string; readonly beyond: string | null } {
  const end = formatRate(maximum)
  const beyond =
    measure === 'zscore'
      ? `beyond ±${end}: the last colour`
      : `above ${end}${measure === 'hz' ? ' Hz' : ''}: the last colour`
  return { title: titles[measure], beyond: isClipped ? beyond : null }
}
