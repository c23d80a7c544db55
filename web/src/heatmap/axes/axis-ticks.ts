import type { Range } from '../cells/range.ts'

/** A mark of an axis. */
export interface Tick {
  readonly value: number
  readonly label: string
}

/**
 * Marks at round values (1, 2 or 5 times a power of ten), ascending.
 *
 * @param target about how many are wanted; never more than 1.5 times as many
 * @param smallestStep no two marks are closer: 1 for what is counted
 */
export function axisTicks({ start, stop }: Range, target: number, smallestStep = 0): Tick[] {
  const span = stop - start
  if (!(span > 0) || target < 1) return []
  const step = Math.max(roundStep(span / target), smallestStep)
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const ticks: Tick[] = []
  for (let i = Math.ceil(start / step - 1e-9); i * step <= stop + step * 1e-9; i++) {
    const value = Number((i * step).toFixed(decimals))
    ticks.push({ value, label: formatNumber(value, decimals) })
  }
  return ticks
}

/** With a true minus sign. */
export function formatNumber(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const part = least / power
  const round = part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10
  return round * power
}
