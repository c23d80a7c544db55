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
  const beyond = beyondText(maximum, measure === 'hz' ? 'Hz' : '', measure === 'zscore')
  return { title: titles[measure], beyond: isClipped ? beyond : null }
}

/** `above 12 Hz: the last colour`, `beyond ±3: the last colour` */
export function beyondText(maximum: number, unit: string, isTwoSided: boolean): string {
  const end = [formatRate(maximum), unit].filter(Boolean).join(' ')
  return `${isTwoSided ? 'beyond ±' : 'above '}${end}: the last colour`
}
