import { expect, test } from 'vitest'
import { arrayDtype, compoundDtype, numberDtype } from '../../../src/hdf5/elements/numpy-dtype.ts'

test.each([
  [true, true, 8, true, '<f8'],
  [true, true, 4, false, '>f4'],
  [false, true, 2, true, '<i2'],
  [false, false, 2, false, '>u2'],
  [false, true, 1, true, '|i1'],
  [false, false, 1, false, '|u1'],
])('a number, float %s, signed %s, of %i bytes, little-endian %s: %s', (...args) => {
  const [isFloat, isSigned, bytes, isLittleEndian, expected] = args
  expect(numberDtype(isFloat, isSigned, bytes, isLittleEndian)).toBe(expected)
})

test('arrays and records, one in the other', () => {
  expect(arrayDtype('<f8', [3])).toBe("('<f8', (3,))")
  expect(arrayDtype('<f8', [2, 3])).toBe("('<f8', (2, 3))")
  const record = compoundDtype([
    ['x', '<f8'],
    ["it's", arrayDtype('|u1', [2])],
  ])
  expect(record).toBe(String.raw`[('x', '<f8'), ('it\'s', ('|u1', (2,)))]`)
  expect(arrayDtype(record, [1])).toBe(`(${record}, (1,))`)
})
