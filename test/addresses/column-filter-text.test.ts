import { expect, test } from 'vitest'
import { readColumnCondition } from '../../src/addresses/column-filter-text.ts'

test.each(['depth', '=2..', 'depth=[1', 'depth=[null]', '"depth=2..', '"a" =2..'])(
  '%s is not a condition on a column',
  (text) => {
    expect(() => readColumnCondition(text)).toThrow(/^A condition on a column is /)
  },
)

test.each(['depth=', 'depth=1', 'depth=1..2..3'])('%s has no range', (text) => {
  expect(() => readColumnCondition(text)).toThrow(/^depth is "[^"]*"; it must be a range such as/)
})
