import { type Address, otherEvent } from '../app/address.ts'
import { roundBin, roundTo } from '../unit/responses/response-window.ts'
import type { TableRow } from './table-rows.ts'

/** Bins narrower than those of the whole window's 200th part say little in a heatmap. */
const BIN_COUNT = 200

/** Seconds: the widest window, and bin, that a row leads to. */
const LONGEST = { before: 10, after: 90, binSize: 0.1 }

/**
 * Where a row leads: the activity around its start, in a window that fits its length.
 *
 * @returns null for a row without a start
 */
export function aroundRow(table: string, { index, values }: TableRow): Partial<Address> | null {
  const start = values.get('start_time') ?? null
  const stop = values.get('stop_time') ?? null
  if (typeof start !== 'number') return null
  const duration = typeof stop === 'number' && stop > start ? stop - start : 1
  const before = roundTo(Math.min(Math.max(duration / 2, 0.5), LONGEST.before), 0.1)
  const after = roundTo(Math.min(duration + before, LONGEST.after), 0.1)
  const binSize = Math.min(roundBin((before + after) / BIN_COUNT), LONGEST.binSize)
  const shownAs = { shown: null, colourLimit: null, epoch: null }
  return { view: 'activity', table, row: index, moment: start, before, after, binSize, ...shownAs }
}

/** Where a whole table leads: the responses around the starts of its rows. */
export function aroundRows(table: string): Partial<Address> {
  return { ...otherEvent(), view: 'events', event: `column/${table}/start_time` }
}
