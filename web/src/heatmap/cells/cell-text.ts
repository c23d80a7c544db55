import { formatNumber } from '../axes/axis-ticks.ts'
import { Gap } from './measure.ts'

/** What there is to say of a cell. */
export interface CellFacts {
  readonly unitId: string
  /** start of the bin, in seconds from the onset */
  readonly start: number
  /** seconds */
  readonly binSize: number
  readonly count: number
  /** NaN: none */
  readonly zscore: number
  /** 0, or the `Gap` */
  readonly gap: number
}

/**
 * A cell in words: `Unit 950913798 · 1.20 to 1.30 s · 3 spikes · 30 Hz · z-score 2.1`, or
 * `Unit 950913798 · 1.20 to 1.30 s · not recorded`.
 */
export function describeCell({ unitId, start, binSize, count, zscore, gap }: CellFacts): string {
  const place = [`Unit ${unitId}`, binText(start, binSize)]
  const spikes = count === 1 ? '1 spike' : `${count} spikes`
  if (gap === Gap.NOT_RECORDED) return [...place, 'not recorded'].join(' · ')
  if (gap === Gap.INVALID) return [...place, spikes, 'marked as invalid in the file'].join(' · ')
  return [
    ...place,
    spikes,
    `${formatRate(count / binSize)} Hz`,
    Number.isNaN(zscore) ? 'no z-score' : `z-score ${formatNumber(zscore, 1)}`,
  ].join(' · ')
}

/** `1.20 to 1.30 s` */
export function binText(start: number, binSize: number): string {
  const decimals = decimalsOf(binSize)
  return `${formatNumber(start, decimals)} to ${formatNumber(start + binSize, decimals)} s`
}

/** With as many decimals as say something: `0.25`, `3.3`, `120`. */
export function formatRate(rate: number): string {
  if (rate === 0) return '0'
  const decimals = Math.min(Math.max(1 - Math.floor(Math.log10(Math.abs(rate))), 0), 3)
  return String(Number(rate.toFixed(decimals)))
}

/** Decimals that tell neighbouring bins apart. */
function decimalsOf(binSize: number): number {
  return Math.min(Math.max(Math.ceil(-Math.log10(binSize) - 1e-9), 0) + 1, 6)
}
