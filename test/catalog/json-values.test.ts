import { expect, test } from 'vitest'
import { objectIn, parseJson, textIn } from '../../src/catalog/json-values.ts'

test('what is not an object has nothing in it', () => {
  expect(objectIn({ a: 1 })).toEqual({ a: 1 })
  for (const value of [null, undefined, 'a', 7, [1]]) expect(objectIn(value)).toEqual({})
})

test('what is not a text is none', () => {
  expect([textIn('a'), textIn(''), textIn(7), textIn(null)]).toEqual(['a', '', null, null])
})

test('what is not JSON is nothing', () => {
  expect(parseJson(Buffer.from('{"a":[1]}'))).toEqual({ a: [1] })
  expect(parseJson(Buffer.from('{'))).toBeNull()
})
