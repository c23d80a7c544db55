import type { Address, QualityLimits } from '../app/address.ts'
import { defaultLimits } from '../app/defaults.ts'
import { formatNumber } from '../heatmap/axes/axis-ticks.ts'

const orders = { depth: 'units by depth', rate: 'units by rate', latency: 'units by latency' }

const limitTexts: Readonly<Record<keyof QualityLimits, string>> = {
  amplitudeCutoffMax: 'amplitude cutoff ≤',
  presenceRatioMin: 'presence ratio ≥',
  isiViolationsMax: 'ISI violations ≤',
}

interface Shown {
  readonly address: Pick<Address, 'sort' | 'limits'>
  /** seconds from the onset */
  readonly start: number
  readonly stop: number
  /** seconds */
  readonly binSize: number
}

/**
 * What a picture says of what it shows, so that it can be made again: `−10 to 90 s in bins of 0.1 s
 * · units by depth · amplitude cutoff ≤ 0.1, presence ratio ≥ 0.95, ISI violations ≤ 0.5`.
 */
export function pictureNote({ address, start, stop, binSize }: Shown): string {
  return [windowText(start, stop, binSize), orders[address.sort], limitsText(address.limits)].join(
    ' · ',
  )
}

/** `−10 to 90 s in bins of 0.1 s` */
export const windowText = (start: number, stop: number, binSize: number) =>
  `${rangeText(start, stop)} in bins of ${binSize} s`

/** What follows a rate that is smoothed; empty: it is not. */
export const smoothingText = (deviation: number | null) =>
  deviation === null ? '' : `, smoothed with a Gaussian (σ = ${deviation} s)`

/** `−10 to 90 s` */
export const rangeText = (start: number, stop: number) => `${seconds(start)} to ${seconds(stop)} s`

/** `amplitude cutoff ≤ 0.1, presence ratio ≥ 0.95` */
export function limitsText(limits: QualityLimits): string {
  const names = Object.keys(defaultLimits) as (keyof QualityLimits)[]
  const texts = names
    .filter((name) => limits[name] !== null)
    .map((name) => `${limitTexts[name]} ${limits[name]}`)
  return texts.join(', ') || 'no limits of quality'
}

/** With as few decimals as it takes. */
const seconds = (value: number) =>
  formatNumber(value, /\.(\d+)$/.exec(String(Number(value.toFixed(4))))?.[1].length ?? 0)
