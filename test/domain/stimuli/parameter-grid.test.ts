import { describe, expect, test } from 'vitest'
import type { StimulusConditions } from '../../../src/domain/stimuli/conditions.ts'
import {
  compareValues,
  gridPresentations,
  presentationCounts,
  spreadOverGrid,
} from '../../../src/domain/stimuli/parameter-grid.ts'
import type { ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'

/**
 * Seven presentations, of which the last is masked: x is 10, -10, 10, 10, none, -10; y is 2, 4, 4,
 * 2, 2, 4; the contrast, which no grid here asks for, tells the first and the fourth apart.
 */
const conditions: StimulusConditions = {
  count: 5,
  ofPresentations: Int32Array.of(0, 1, 2, 3, 4, 1, -1),
  stimulusNames: ['g', 'g', 'g', 'g', 'g'],
  presentationCounts: Int32Array.of(1, 2, 1, 1, 1),
  parameters: {
    count: 5,
    columns: [
      { name: 'contrast', codes: Int32Array.of(0, 0, 0, 1, 0), values: [0.5, 1] },
      { name: 'x_position', codes: Int32Array.of(0, 1, 0, 0, -1), values: [10, -10] },
      { name: 'y', codes: Int32Array.of(0, 1, 1, 0, 0), values: [2, 4] },
    ],
  },
  trialParameters: { count: 7, columns: [] },
}
const everyId = Int32Array.of(0, 1, 2, 3, 4, 5, 6)
const grid = gridPresentations(everyId, conditions, ['xPosition', 'y'])

describe('a grid of parameters', () => {
  test('has ascending values, whatever the order in which they appear', () => {
    expect(grid.axes).toEqual([
      { name: 'x_position', values: [-10, 10] },
      { name: 'y', values: [2, 4] },
    ])
    expect(grid.shape).toEqual([2, 2])
  })

  test('has the presentations of both values in a cell, whatever their other parameters', () => {
    // Cells 0 to 3: (-10, 2), (-10, 4), (10, 2), (10, 4); the first was never shown.
    expect([...grid.cells]).toEqual([1, 2, 3])
    expect([...presentationCounts(grid)]).toEqual([0, 2, 2, 1])
  })

  test('leaves out masked presentations, and those to which a parameter does not apply', () => {
    expect([...grid.groups.ofPresentations]).toEqual([1, 0, 2, 1, -1, 0, -1])
  })

  test('has the values of the presentations asked only', () => {
    const some = gridPresentations(Int32Array.of(2, 3), conditions, ['x_position', 'y'])
    expect(some.axes.map(({ values }) => values)).toEqual([[10], [2, 4]])
    expect([...presentationCounts(some)]).toEqual([1, 1])
  })

  test('of no presentation has empty axes', () => {
    const none = gridPresentations(Int32Array.of(6), conditions, ['x_position', 'y'])
    expect(none.shape).toEqual([0, 0])
    expect([...none.cells]).toEqual([])
    expect([...presentationCounts(none)]).toEqual([])
  })

  test.each([
    [[], 'parameters has 0 entries'],
    [['y', 'y'], 'names y twice'],
    [['colour'], 'No stimulus parameter "colour"'],
    [Array.from({ length: 9 }, () => 'y'), 'parameters has 9 entries'],
  ])('of parameters %j is refused', (names, message) => {
    expect(() => gridPresentations(everyId, conditions, names)).toThrow(message)
  })

  test('shows values of groups in their cells, and NaN where nothing was shown', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6)
    const { NaN: nan } = Number
    expect([...spreadOverGrid(grid, values, 2)]).toEqual([nan, nan, 1, 2, 3, 4, 5, 6])
  })
})

test('values ascend: numbers, then texts by code unit, then lists entry by entry', () => {
  const values: ParameterValue[] = [[2, 1], 'b', [2], 10, 'B', [1, 5], -1, ['a']]
  expect(values.sort(compareValues)).toEqual([-1, 10, 'B', 'b', [1, 5], [2], [2, 1], ['a']])
})

/** Presentations that each have a condition of their own, whose parameters are all its number. */
function diagonal(axes: number, length: number) {
  const names = Array.from({ length: axes }, (_, axis) => `p${axis}`)
  const ids = Int32Array.from({ length }, (_, id) => id)
  const many: StimulusConditions = {
    count: length,
    ofPresentations: ids,
    stimulusNames: new Array<string>(length).fill('g'),
    presentationCounts: new Int32Array(length).fill(1),
    parameters: {
      count: length,
      columns: names.map((name) => ({ name, codes: ids, values: [...ids] })),
    },
    trialParameters: { count: length, columns: [] },
  }
  return gridPresentations(ids, many, names)
}

test('a grid has up to eight axes', () => {
  expect(diagonal(8, 2).shape).toEqual(new Array(8).fill(2))
  expect(() => diagonal(9, 2)).toThrow('parameters has 9 entries; a grid has 1 to 8 axes.')
})

test('a grid has up to 2^28 cells', () => {
  const { shape, cells } = diagonal(4, 128)
  expect(shape).toEqual([128, 128, 128, 128])
  expect(cells.at(-1)).toBe(2 ** 28 - 1)
  expect(() => diagonal(4, 129)).toThrow('A grid of 129 x 129 x 129 x 129 cells is too large')
})

test.each<[ParameterValue, ParameterValue, number]>([
  [1, 2, -1],
  ['a', 'b', -1],
  ['a', 'a', 0],
  [1, 'a', -1],
  ['a', [1], -1],
  [2, [1], -1],
  [[1, 2], [1, 2], 0],
  [[1, 2], [1, 3], -1],
  [[1], [1, 2], -1],
  [['a'], ['b', 'a'], -1],
])('of %j and %j, which comes first', (a, b, sign) => {
  expect(Math.sign(compareValues(a, b))).toBe(sign)
  expect(Math.sign(compareValues(b, a))).toBe(sign === 0 ? 0 : -sign)
})
