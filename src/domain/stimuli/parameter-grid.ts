import { InvalidArgumentError } from '../../errors.ts'
import { findParameter, type StimulusConditions } from './conditions.ts'
import { groupsOf, type PresentationGroups } from './grouped-presentations.ts'
import type { ParameterValue } from './stimulus-parameters.ts'

/** One dimension of a grid: a parameter, and its values in ascending order. */
export interface GridAxis {
  /** the file's name of the parameter */
  readonly name: string
  readonly values: readonly ParameterValue[]
}

/** Presentations laid out by the values of some parameters. */
export interface ParameterGrid {
  readonly axes: readonly GridAxis[]
  /** length of each axis */
  readonly shape: readonly number[]
  /** of the presentations requested, by their position; one group per cell that was shown */
  readonly groups: PresentationGroups
  /** cell of each group, in C order; shape [groups] */
  readonly cells: Int32Array
}

/** Axes of a grid, at most. */
const MAX_AXES = 8

/** Cells of a grid, at most: as many as an array of them may reasonably be planned for. */
const MAX_CELLS = 2 ** 28

/**
 * Lay presentations out by their values of some parameters, whatever their other parameters. One to
 * which not all of the parameters apply is in no cell. An axis has the values of those that are.
 *
 * @param ids of the presentations
 * @param names of the parameters, one per axis
 * @throws InvalidArgumentError for a parameter that the session does not have, or that is named
 *   twice; without parameters, and with too many
 */
export function gridPresentations(
  ids: Int32Array,
  conditions: StimulusConditions,
  names: readonly string[],
): ParameterGrid {
  if (names.length === 0 || names.length > MAX_AXES) {
    throw new InvalidArgumentError(
      `parameters has ${names.length} entries; a grid has 1 to ${MAX_AXES} axes.`,
    )
  }
  const parameters = names.map((name) => findParameter(conditions, name))
  const twice = parameters.find(({ name }, i) => parameters.findIndex((p) => p.name === name) < i)
  if (twice) throw new InvalidArgumentError(`parameters names ${twice.name} twice.`)
  const codes = parameters.map(({ codeOf }) => ids.map((id) => codeOf(id)))
  const applies = (position: number) => codes.every((ofAxis) => ofAxis[position] >= 0)
  const placed = Int32Array.from(ids.keys()).filter(applies)
  const ranks = codes.map((ofAxis, axis) => {
    const { values } = parameters[axis]
    return [...new Set(placed.map((position) => ofAxis[position]))].sort((a, b) =>
      compareValues(values[a], values[b]),
    )
  })
  const shape = ranks.map(({ length }) => length)
  const cellCount = shape.reduce((product, length) => product * length, 1)
  if (cellCount > MAX_CELLS) {
    throw new InvalidArgumentError(
      `A grid of ${shape.join(' x ')} cells is too large; name parameters with fewer values.`,
    )
  }
  const rankOf = ranks.map((ofAxis) => new Map(ofAxis.map((code, rank) => [code, rank])))
  const cellOf = (position: number) =>
    codes.reduce(
      (cell, ofAxis, axis) => cell * shape[axis] + (rankOf[axis].get(ofAxis[position]) ?? 0),
      0,
    )
  const cells = Int32Array.from(new Set(placed.map(cellOf))).sort()
  const groupOfCell = new Map(Array.from(cells, (cell, group) => [cell, group]))
  const ofPresentations = Int32Array.from(ids.keys(), (position) =>
    applies(position) ? (groupOfCell.get(cellOf(position)) as number) : -1,
  )
  return {
    axes: parameters.map(({ name, values }, axis) => ({
      name,
      values: ranks[axis].map((code) => values[code]),
    })),
    shape,
    groups: groupsOf(ofPresentations, cells.length),
    cells,
  }
}

/** Presentations in each cell; shape as that of the grid, in C order. */
export function presentationCounts({
  shape,
  groups,
  cells,
}: ParameterGrid): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(shape.reduce((product, length) => product * length, 1))
  cells.forEach((cell, group) => {
    counts[cell] = groups.sizes[group]
  })
  return counts
}

/**
 * Values of groups brought to their cells; NaN in a cell that was not shown.
 *
 * @param values shape [groups, …], in C order
 * @param width values of each group
 * @returns shape [axes…, …], in C order
 */
export function spreadOverGrid(
  { shape, cells }: ParameterGrid,
  values: Float64Array | Uint32Array,
  width: number,
): Float64Array {
  const cellCount = shape.reduce((product, length) => product * length, 1)
  const spread = new Float64Array(cellCount * width).fill(Number.NaN)
  cells.forEach((cell, group) => {
    spread.set(values.subarray(group * width, (group + 1) * width), cell * width)
  })
  return spread
}

/** Numbers ascending, then texts by their code units, then lists by their entries. */
export function compareValues(a: ParameterValue, b: ParameterValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  if (typeof a === 'object' && typeof b === 'object') {
    const differs = a.findIndex((entry, i) => entry !== b[i])
    if (differs < 0) return a.length - b.length
    return differs < b.length ? compareValues(a[differs], b[differs]) : 1
  }
  return kindOf(a) - kindOf(b)
}

const kindOf = (value: ParameterValue) =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
