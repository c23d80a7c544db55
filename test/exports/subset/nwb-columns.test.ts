import { expect, test } from 'vitest'
import { CodedColumnBuilder } from '../../../src/domain/stimuli/coded-column.ts'
import type { ColumnKind, ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'
import { nwbColumn } from '../../../src/exports/subset/nwb-columns.ts'
import { wholeNumbers } from '../../../src/exports/subset/whole-numbers.ts'

function columnOf(kind: ColumnKind, values: readonly (ParameterValue | null)[]) {
  const builder = new CodedColumnBuilder<ParameterValue>(values.length)
  for (const [row, value] of values.entries()) if (value !== null) builder.set(row, value)
  const rows = Array.from(values.keys())
  return nwbColumn({ name: 'c', kind, ...builder.finish() }, rows)
}

test.each([
  ['numbers', 'number', [1.5, null, 2], Float64Array.of(1.5, Number.NaN, 2)],
  ['texts', 'text', ['a', null, 'b'], ['a', '', 'b']],
  ['numbers that are texts', 'text', [1, null], ['1', '']],
  ['numbers and texts', 'number', [1, 'off', null], ['1', 'off', '']],
  ['long whole numbers', 'number', [1, '9007199254740993'], BigInt64Array.of(1n, 2n ** 53n + 1n)],
  [
    'long whole numbers, and a missing one',
    'number',
    ['9007199254740993', null],
    ['9007199254740993', ''],
  ],
  ['flags', 'flag', [1, 0, 1], { kind: 'booleans', values: Int8Array.of(1, 0, 1) }],
  ['flags of which one is missing', 'flag', [1, null], Float64Array.of(1, Number.NaN)],
] as [string, ColumnKind, (ParameterValue | null)[], unknown][])(
  'a column of %s',
  (_what, kind, values, value) => {
    expect(columnOf(kind, values)).toEqual({ name: 'c', description: '', value })
  },
)

test('a column of lists says where each ends', () => {
  expect(columnOf('list', [[1, 2], null, 3, []])).toEqual({
    ...{ name: 'c', description: '' },
    value: Float64Array.of(1, 2, 3),
    ends: BigInt64Array.of(2n, 2n, 3n, 3n),
  })
})

test('some rows of a column, with what is said of it', () => {
  const column = {
    ...{ name: 'depth', kind: 'number' as const, description: 'in µm' },
    ...{ values: [10, 20, 30], codes: Int32Array.of(2, 1, 0) },
  }
  expect(nwbColumn(column, [0, 2])).toEqual({
    ...{ name: 'depth', description: 'in µm' },
    value: Float64Array.of(30, 10),
  })
})

test('whole numbers are signed as long as they may be', () => {
  expect(wholeNumbers([-1, 2n ** 63n - 1n])).toEqual(BigInt64Array.of(-1n, 2n ** 63n - 1n))
  expect(wholeNumbers([1, 2n ** 63n])).toEqual(BigUint64Array.of(1n, 2n ** 63n))
})
