import { expect, test } from 'vitest'
import type { ColumnKind, ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'
import { codedTableColumn } from '../../../src/formats/tables/coded-table-column.ts'

/** The rows hold the second value, none, and the first. */
const column = (kind: ColumnKind, ...values: ParameterValue[]) => ({
  name: 'x',
  kind,
  values,
  codes: Int32Array.of(1, -1, 0),
})

test.each<[string, ReturnType<typeof column>, string, unknown]>([
  ['numbers', column('number', 0.5, 2), 'float', Float64Array.of(2, Number.NaN, 0.5)],
  ['flags', column('flag', 0, 1), 'integer', Float64Array.of(1, Number.NaN, 0)],
  [
    'numbers of a column of texts',
    column('text', 1, 2),
    'float',
    Float64Array.of(2, Number.NaN, 1),
  ],
  [
    'whole numbers beyond 2^53',
    column('number', '9007199254740993', 4),
    'integer',
    [4n, null, 9_007_199_254_740_993n],
  ],
  ['numbers and a text', column('number', 'high', 4), 'text', ['4', null, 'high']],
  ['texts of digits', column('text', '12', '7'), 'text', ['7', null, '12']],
  ['lists', column('list', [1, 2], ['a']), 'text', ['["a"]', null, '[1,2]']],
])('%s', (_, coded, type, cells) => {
  expect(codedTableColumn(coded, [0, 1, 2])).toEqual({ name: 'x', type, cells })
})

test('only the rows that are wanted', () => {
  expect(codedTableColumn(column('text', 'a', 'b'), [2]).cells).toEqual(['a'])
})
