import { summarize } from './summary.ts'
import type { Table } from './table.ts'
import { milliseconds, ratioText } from './texts.ts'

/** Name of the baseline among contenders. */
export const BASELINE = 'h5py + numpy by hand'

/** Median of one contender as times of another's; null: one of them was not measured. */
export function ratioBetween(
  times: ReadonlyMap<string, readonly number[]>,
  name: string,
  base: string,
): number | null {
  const ours = times.get(name)
  const theirs = times.get(base)
  return ours && theirs ? summarize(ours).median / summarize(theirs).median : null
}

/** A row a contender, with its ratio to a baseline. */
export function comparisonTable(
  times: ReadonlyMap<string, readonly number[]>,
  base = BASELINE,
): Table {
  return {
    headings: ['', 'ms (quartiles)', 'of the baseline'],
    rows: [...times].map(([name, list]) => [
      name,
      milliseconds(summarize(list)),
      ratioText(ratioBetween(times, name, base)),
    ]),
  }
}
