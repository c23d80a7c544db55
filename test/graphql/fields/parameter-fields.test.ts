import { expect, test } from 'vitest'
import {
  numberParameter,
  numbersParameter,
  parameterList,
  textParameter,
  wholeParameter,
} from '../../../src/graphql/fields/parameter-fields.ts'
import { Budget } from '../../../src/request/budget.ts'

const values = [[2, 2], [2, 3], 5, 'x', ['a', 'b'], '9007199254740993', [7]]
const table = {
  count: 8,
  columns: [
    { name: 'size', values, codes: Int32Array.of(0, 1, 2, 3, 4, 5, 6, -1) },
    { name: 'contrast', values: [0.8], codes: Int32Array.of(0, -1, 0, 0, 0, 0, 0, -1) },
  ],
}
const inEachRow = <Value>(of: (model: { table: typeof table; row: number }) => Value) =>
  Array.from({ length: 8 }, (_, row) => of({ table, row }))

test('a parameter is given as what it is asked for, or not at all', () => {
  expect(inEachRow((model) => numberParameter(model, 'size'))).toEqual([
    2,
    null,
    5,
    null,
    null,
    null,
    7,
    null,
  ])
  expect(inEachRow((model) => numbersParameter(model, 'size'))).toEqual([
    [2, 2],
    [2, 3],
    [5],
    null,
    null,
    null,
    [7],
    null,
  ])
  expect(inEachRow((model) => wholeParameter(model, 'size'))).toEqual([
    2,
    null,
    5,
    null,
    null,
    9_007_199_254_740_993n,
    7,
    null,
  ])
  expect(inEachRow((model) => textParameter(model, 'size'))).toEqual([
    '2,2',
    '2,3',
    '5',
    'x',
    'a,b',
    '9007199254740993',
    '7',
    null,
  ])
  expect(numberParameter({ table, row: 0 }, 'colour')).toBeNull()
})

test('all parameters that apply come in order of their names, and are charged', () => {
  const budget = new Budget({ maxCells: 0, maxValues: 100 })
  expect(parameterList({ table, row: 0 }, null, budget, 3)).toEqual([
    { name: 'contrast', value: 0.8 },
    { name: 'size', value: [2, 2] },
  ])
  expect(budget.values).toBe(6)
  expect(parameterList({ table, row: 1 }, null, budget, 1)).toEqual([
    { name: 'size', value: [2, 3] },
  ])
  expect(parameterList({ table, row: 0 }, ['contrast'], budget, 1)).toEqual([
    { name: 'contrast', value: 0.8 },
  ])
  expect(budget.values).toBe(8)
})
