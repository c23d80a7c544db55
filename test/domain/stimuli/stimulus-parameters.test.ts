import { describe, expect, test } from 'vitest'
import { parameterKey, parseParameter } from '../../../src/domain/stimuli/stimulus-parameters.ts'

describe('parseParameter', () => {
  test.each([
    ['0.04', 0.04],
    ['-1.0', -1],
    ['1e-3', 0.001],
    ['[250.0, 250.0]', [250, 250]],
    ['(0.5, -0.5)', [0.5, -0.5]],
    ['[1.0 1.0 1.0]', [1, 1, 1]],
    ['[7]', [7]],
  ])('takes %s for what it says', (text, value) => {
    expect(parseParameter(text)).toEqual(value)
  })

  test.each(['', '  ', 'N/A', 'null', 'nan'])('takes "%s" for a missing value', (text) => {
    expect(parseParameter(text)).toBeNull()
  })

  test.each([
    'circle',
    'None',
    '0x10',
    '1.2.3',
    '[]',
    '[a, b]',
    '[[1], [2]]',
    'Infinity',
    '1e400',
    '9007199254740993',
  ])('leaves %s a text', (text) => {
    expect(parseParameter(text)).toBe(text)
  })
})

test.each([
  [1, '1'],
  ['1', '"1'],
  [[1, 2], '1,2'],
  ['1,2', '"1,2'],
  [['a', 'b'], '["a","b"]'],
  [['1', '2'], '["1","2"]'],
])('the key of %j is %s', (value, key) => {
  expect(parameterKey(value)).toBe(key)
})

test('parameterKey tells a number from its text, and lists by their entries', () => {
  expect(parameterKey(1)).not.toBe(parameterKey('1'))
  expect(parameterKey([1, 2])).toBe(parameterKey([1, 2]))
  expect(parameterKey([1, 2])).not.toBe(parameterKey([2, 1]))
})
