import type { SessionTables } from '../domain/session/session-tables.ts'
import type { ArrayLabels } from './labelled-arrays.ts'
import type { NdArray } from './numpy/npy.ts'
import { columnArray } from './numpy/table-npz.ts'
import { codedTableColumn } from './tables/coded-table-column.ts'

/**
 * The columns that a laboratory added to its units table, such as `cell_type` and `depth`, as
 * arrays along the units; those that hold lists are left out. A missing number is NaN, a missing
 * text ''.
 *
 * @param dimension of the units
 */
export function unitColumnArrays(
  { units }: SessionTables,
  unitRows: Uint32Array,
  dimension: string,
): (ArrayLabels & NdArray)[] {
  const rows = Array.from(unitRows)
  return units.columns
    .filter(({ kind }) => kind !== 'list')
    .map((stored) => {
      const { cells, ...column } = codedTableColumn(stored, rows)
      const { data, shape } = columnArray(column, cells)
      return { name: column.name, dims: [dimension], shape, data, isDetail: true }
    })
}
