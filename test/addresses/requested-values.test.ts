import { expect, test } from 'vitest'
import { valuesIn } from '../../src/addresses/requested-values.ts'

test.each([
  ['[]', []],
  ['[1,"a",true]', [1, 'a', true]],
  [
    '[[1,2],["a","b"]]',
    [
      [1, 2],
      ['a', 'b'],
    ],
  ],
])('%s are values', (json, values) => {
  expect(valuesIn(json)).toEqual(values)
})

test.each(['1', '{}', '[1,null]', '[[1,"a"]]', '[["a",1]]', '[[true]]', '[{}]', '[1'])(
  '%s are not',
  (json) => {
    expect(valuesIn(json)).toBeNull()
  },
)
