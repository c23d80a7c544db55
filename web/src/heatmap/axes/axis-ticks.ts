import { range, tickStep, ticks } from 'd3-array'
import type { Range } from '../cells/range.ts'

/** A mark of an axis. */
export interface Tick {
  readonly value: number
  readonly label: string
}

/**
 * Marks at round values (1, 2 or 5 times a power of ten), ascending.
 *
 * @param target about how many are wanted
 * @param smallestStep no two marks are closer: 1 for what is counted
 */
export function axisTicks({ start, stop }: Range, target: number, smallestStep = 0): Tick[] {
  if (!(stop - start > 0) || target < 1) return []
  const step = tickStep(start, stop, target)
  const isTooFine = step < smallestStep
  const values = isTooFine
    ? range(Math.ceil(start / smallestStep), stop / smallestStep + 1e-9).map(
        (i) => i * smallestStep,
      )
    : ticks(start, stop, target)
  const decimals = Math.max(0, -Math.floor(Math.log10(isTooFine ? smallestStep : step) + 1e-9))
  return values.map((value) => ({ value, label: formatNumber(value, decimals) }))
}

/** With a true minus sign. */
export function formatNumber(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}
