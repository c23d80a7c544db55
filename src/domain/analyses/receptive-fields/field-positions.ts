import { findParameter, type StimulusConditions } from '../../stimuli/conditions.ts'
import type { FieldPositions } from './receptive-field-counts.ts'

/**
 * Where presentations were shown, by their `x_position` and `y_position`: rows from the top down,
 * columns from left to right. One without a position is in no cell.
 *
 * @param ids of the presentations
 * @throws InvalidArgumentError where the session has no positions
 */
export function fieldPositions(conditions: StimulusConditions, ids: Int32Array): FieldPositions {
  const xs = positionsOf(conditions, ids, 'x_position')
  const ys = positionsOf(conditions, ids, 'y_position')
  const isPlaced = (_: number, i: number) => !Number.isNaN(xs[i]) && !Number.isNaN(ys[i])
  const columns = distinct(xs.filter(isPlaced))
  const rows = distinct(ys.filter(isPlaced)).reverse()
  const columnOf = new Map(Array.from(columns, (x, column) => [x, column]))
  const rowOf = new Map(Array.from(rows, (y, row) => [y, row]))
  const cells = ids.map((_, i) => {
    const row = rowOf.get(ys[i])
    const column = columnOf.get(xs[i])
    return row === undefined || column === undefined ? -1 : row * columns.length + column
  })
  return { rows, columns, cells }
}

/** NaN where the parameter does not apply, or is not a number. */
function positionsOf(conditions: StimulusConditions, ids: Int32Array, name: string): Float64Array {
  const { values, codeOf } = findParameter(conditions, name)
  return Float64Array.from(ids, (id) => {
    const value = values[codeOf(id)]
    return typeof value === 'number' ? value : Number.NaN
  })
}

const distinct = (values: Float64Array) => Float64Array.from(new Set(values)).sort()
