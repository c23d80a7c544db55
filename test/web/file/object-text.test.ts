import { describe, expect, test } from 'vitest'
import {
  elementsText,
  groupsAbove,
  linkedPath,
  memberTowards,
  placeText,
  shapeText,
  typeText,
} from '../../../web/src/file/object-text.ts'
import { isNumeric, valueText } from '../../../web/src/file/value-text.ts'

describe('what stands beside an object', () => {
  test('is its shape in words', () => {
    expect([null, [], [0], [1250, 3]].map(shapeText)).toEqual([
      'nothing',
      'one element',
      '0',
      '1,250 × 3',
    ])
  })

  test('is what its elements are', () => {
    expect(elementsText({ holds: 'TEXT', dtype: '|O', shape: [] })).toBe('text')
    expect(elementsText({ holds: 'REFERENCE', dtype: '|O', shape: [3] })).toBe('3 references')
    expect(elementsText({ holds: 'TEXT', dtype: '|O', shape: [1] })).toBe('1 text')
    expect(elementsText({ holds: 'NUMBER', dtype: '<f8', shape: [2, 3] })).toBe('2 × 3 float64')
    expect(elementsText({ holds: 'TEXT', dtype: '|S4', shape: [] })).toBe('|S4')
    expect(
      ['>i4', '|u1', '|b1'].map((dtype) => typeText({ holds: 'NUMBER', dtype, shape: [] })),
    ).toEqual(['int32, big-endian', 'uint8', 'bool'])
  })

  test('are the groups above it', () => {
    expect(groupsAbove('/')).toEqual([])
    expect(groupsAbove('/units')).toEqual(['/'])
    expect(groupsAbove('/units/a/b')).toEqual(['/', '/units', '/units/a'])
  })

  test('is where a link leads', () => {
    expect(linkedPath('/a/link', '/b')).toBe('/b')
    expect(linkedPath('/a/link', 'b')).toBe('/a/b')
    expect(linkedPath('/link', 'b')).toBe('/b')
  })

  test('is where the file lies', () => {
    expect(placeText(null)).toBe('on the server’s own disk')
    expect(placeText('s3://bucket/1.nwb')).toBe('read by byte ranges from S3: s3://bucket/1.nwb')
    expect(placeText('https://host/1.nwb')).toBe(
      'read by byte ranges from the web: https://host/1.nwb',
    )
  })
})

test('a group has a member towards what lies in it', () => {
  expect(memberTowards('/', '/units/id')).toBe('/units')
  expect(memberTowards('/units', '/units/id')).toBe('/units/id')
  expect(memberTowards('/units', '/units')).toBe(null)
  expect(memberTowards('/', '/')).toBe(null)
  expect(memberTowards('/unit', '/units/id')).toBe(null)
})

describe('a value in words', () => {
  test('has all digits, and a minus of its own', () => {
    expect(valueText(-0.1, true)).toBe('−0.1')
    expect(valueText('9007199254740993', true)).toBe('9007199254740993')
    expect(valueText(null, true)).toBe('NaN')
  })

  test('names what is missing, lists and records', () => {
    expect(valueText(null, false)).toBe('–')
    expect(valueText([1, null], true)).toBe('[1, NaN]')
    expect(valueText({ x: 1, name: 'a' }, false)).toBe('{x: 1, name: a}')
    expect(valueText(true, false)).toBe('true')
  })

  test('is a number by its dtype', () => {
    expect(['<f8', '|u1', '>i4', '|b1', '|O', '|S4'].map(isNumeric)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
