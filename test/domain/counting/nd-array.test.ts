import { expect, test } from 'vitest'
import { transpose } from '../../../src/domain/counting/nd-array.ts'

test('a transposed matrix has rows for columns', async () => {
  const data = Float64Array.of(1, 2, 3, 4, 5, 6)
  expect(await transpose({ shape: [2, 3], data })).toEqual({
    shape: [3, 2],
    data: Float64Array.of(1, 4, 2, 5, 3, 6),
  })
  expect(await transpose({ shape: [0, 3], data: new Float64Array(0) })).toEqual({
    shape: [3, 0],
    data: new Float64Array(0),
  })
})
