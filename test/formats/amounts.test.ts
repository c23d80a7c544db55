import { expect, test } from 'vitest'
import { amount, fileSizeText } from '../../src/formats/amounts.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [2_216_000_000, '2.22 GB'],
  [12_345, '12.3 kB'],
  [3e12, '3 TB'],
  [2e15, '2000 TB'],
])('a file of %d bytes is one of %s', (bytes, text) => {
  expect(fileSizeText(bytes)).toBe(text)
})

test.each([
  [0, '0 units'],
  [1, '1 unit'],
  [999, '999 units'],
  [1705, '1,705 units'],
  [1_234_567, '1,234,567 units'],
])('%d are %s', (count, text) => {
  expect(amount(count, 'unit')).toBe(text)
})
