import { expect, test } from 'vitest'
import { requestedRange } from '../../../src/http/arrays/byte-range.ts'

const tag = '"a"'

test.each([
  [{}, undefined],
  [{ range: 'bytes=2-4' }, { start: 2, end: 4 }],
  [{ range: 'bytes=-1' }, { start: 9, end: 9 }],
  [{ range: 'bytes=8-20' }, { start: 8, end: 9 }],
  [{ range: 'bytes=10-' }, 'unsatisfiable'],
  [{ range: 'nonsense' }, undefined],
  [{ range: 'lines=2-4' }, undefined],
  [{ range: 'bytes=0-1,4-5' }, undefined],
  [
    { range: 'bytes=2-4', 'if-range': tag },
    { start: 2, end: 4 },
  ],
  [{ range: 'bytes=2-4', 'if-range': '"b"' }, undefined],
  [{ 'if-range': tag }, undefined],
])('of 10 bytes, the headers %j want %j', (headers, expected) => {
  expect(requestedRange(headers, tag, 10)).toEqual(expected)
})
