import { expect, test } from 'vitest'
import { CodedColumnBuilder, codedValue } from '../../../src/domain/stimuli/coded-column.ts'

test('a value has one code, whether or not the row before has it; other rows are missing', () => {
  const builder = new CodedColumnBuilder<string>(6)
  for (const [row, value] of [
    [0, 'b'],
    [1, 'a'],
    [2, 'a'],
    [4, 'b'],
    [5, 'c'],
  ] as const) {
    builder.set(row, value)
  }
  const column = builder.finish()
  expect(column).toEqual({ codes: Int32Array.of(0, 1, 1, -1, 0, 2), values: ['b', 'a', 'c'] })
  expect(Array.from(column.codes, (_, row) => codedValue(column, row))).toEqual([
    'b',
    'a',
    'a',
    null,
    'b',
    'c',
  ])
})

test('objects are the same by their keys, and the first of them is the value', () => {
  const builder = new CodedColumnBuilder<readonly number[]>(3)
  builder.set(0, [1, 2], '1 2')
  builder.set(1, [3], '3')
  builder.set(2, [1, 2], '1 2')
  expect(builder.finish()).toEqual({ codes: Int32Array.of(0, 1, 0), values: [[1, 2], [3]] })
})

test('a missing value may be set, which is not the same as none', () => {
  const builder = new CodedColumnBuilder<string | undefined>(2)
  builder.set(0, undefined)
  expect(builder.finish()).toEqual({ codes: Int32Array.of(0, -1), values: [undefined] })
})
