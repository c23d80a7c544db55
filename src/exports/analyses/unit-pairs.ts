import type { UnitPairs } from '../../domain/analyses/correlograms/correlogram-request.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import { wholeArray } from '../../formats/numpy/dtype.ts'

/** The units of each pair, along `pair`. */
export function pairCoordinates(
  { units }: SessionTables,
  { references, targets }: UnitPairs,
  unitRows: Uint32Array,
) {
  const idsOf = (positions: Int32Array) => {
    const rows = Uint32Array.from(positions, (position) => unitRows[position])
    return wholeArray(pickExact(units.ids, rows))
  }
  return [
    alongDimension('pair', 'reference_ids', idsOf(references), { column: 'reference_id' }),
    alongDimension('pair', 'target_ids', idsOf(targets), { column: 'target_id' }),
  ]
}
