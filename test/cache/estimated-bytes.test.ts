import { expect, test } from 'vitest'
import { estimatedBytes } from '../../src/cache/estimated-bytes.ts'

test('columns of numbers weigh what they hold', () => {
  expect(estimatedBytes(new Float64Array(1_000_000))).toBe(8_000_024)
})

test('tables weigh their columns, names and rows', () => {
  expect(estimatedBytes({ ids: new Float64Array(10), areas: ['VISp', null] })).toBe(
    24 + (8 + 104) + (8 + 24 + (8 + 28) + (8 + 8)),
  )
})
