import { expect, test } from 'vitest'
import { concatenate } from '../../../src/domain/numeric/concatenate.ts'

test('arrays are put one after the other', () => {
  const arrays = [Float64Array.of(1, 2), new Float64Array(0), Float64Array.of(3)]
  expect(concatenate(arrays)).toEqual(Float64Array.of(1, 2, 3))
  expect(concatenate([])).toEqual(new Float64Array(0))
})
