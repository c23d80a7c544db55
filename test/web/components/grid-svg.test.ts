import { expect, test } from 'vitest'
import { breakLine } from '../../../web/src/components/figures/grid-svg.ts'

test('lines of a figure are broken between words, and an address anywhere', () => {
  expect(breakLine('a line', 10)).toEqual(['a line'])
  expect(breakLine('one two three', 8)).toEqual(['one two', 'three'])
  expect(breakLine('http://host/path', 6)).toEqual(['http:/', '/host/', 'path'])
})
