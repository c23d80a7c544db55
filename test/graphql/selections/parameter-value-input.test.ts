import { parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import {
  parseParameterLiteral,
  parseParameterValue,
} from '../../../src/graphql/selections/parameter-value-input.ts'

const refusal = 'is a number, a text, true or false, a list of numbers or a list of texts; got '

describe('a value in a variable', () => {
  test.each([[1.5], ['a'], [false], [[1, 2]], [['a', 'b']], [[]]])('may be %j', (value) => {
    expect(parseParameterValue(value)).toEqual(value)
  })

  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'null'],
    [{ a: 1 }, '{"a":1}'],
    [[1, 'a'], '[1,"a"]'],
    [['a', 1], '["a",1]'],
    [[true], '[true]'],
    [[1, Number.POSITIVE_INFINITY], '[1,null]'],
  ])('may not be %j', (value, shown) => {
    expect(() => parseParameterValue(value)).toThrow(`${refusal}${shown}.`)
  })

  test.each([
    [100, `["${'x'.repeat(94)}",1]`],
    [101, `["${'x'.repeat(95)}",1…`],
  ])('of %d characters is shown as far as 100', (length, shown) => {
    expect(() => parseParameterValue(['x'.repeat(length - 6), 1])).toThrow(`got ${shown}.`)
  })
})

describe('a value in a query', () => {
  test.each([
    ['1.5', 1.5],
    ['"a"', 'a'],
    ['[1, 2]', [1, 2]],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740992', '9007199254740992'],
    ['[1, 9007199254740993]', ['1', '9007199254740993']],
    ['[9007199254740993, 9007199254740995]', ['9007199254740993', '9007199254740995']],
    ['$x', 7],
    ['[$x, 8]', [7, 8]],
  ])('%s is %j', (text, value) => {
    expect(parseParameterLiteral(parseValue(text), { x: 7 })).toEqual(value)
  })

  test.each([
    ['{ a: 1 }', '{a: 1}'],
    ['[1.5, 9007199254740993]', '[1.5,"9007199254740993"]'],
    ['[[1]]', '[[1]]'],
    ['null', 'null'],
  ])('may not be %s', (text, shown) => {
    expect(() => parseParameterLiteral(parseValue(text))).toThrow(`${refusal}${shown}.`)
  })
})
