import type { Alignment } from '../../../domain/alignment/alignment.ts'
import { pickExact } from '../../../domain/numeric/exact-numbers.ts'
import type { SessionTables } from '../../../domain/session/session-tables.ts'
import { alongDimension } from '../../../formats/labelled-arrays.ts'
import { wholeArray } from '../../../formats/numpy/dtype.ts'
import { unitColumnArrays } from '../../../formats/unit-columns.ts'

const seconds = { unit: 's' }

/** Units along `unit`: their ids, and the columns that a laboratory added to them. */
export function unitCoordinates(tables: SessionTables, unitRows: Uint32Array) {
  const ids = wholeArray(pickExact(tables.units.ids, unitRows))
  return [
    alongDimension('unit', 'unit_ids', ids, { column: 'unit_id' }),
    ...unitColumnArrays(tables, unitRows, 'unit'),
  ]
}

/** Bins along `bin`, in seconds from a start; none where each presentation is one bin. */
export function binCoordinates(alignment: Alignment) {
  return alignment.kind === 'whole' ? [] : edgeCoordinates(alignment.edges)
}

/** Bins along `bin` by their edges, in seconds. */
export function edgeCoordinates(edges: Float64Array) {
  return [
    alongDimension('bin', 'bin_start', edges.slice(0, -1), seconds),
    alongDimension('bin', 'bin_stop', edges.slice(1), seconds),
    alongDimension('edge', 'bin_edges', edges, seconds),
  ]
}

/** int64, as numpy has whole numbers. */
export const integers = (values: Iterable<number>): BigInt64Array =>
  BigInt64Array.from(Array.from(values, BigInt))
