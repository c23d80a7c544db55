import { expect, test } from 'vitest'
import { mutantsOf, placeOf } from './mutants.mjs'

const changed = (source: string) =>
  mutantsOf('a.ts', source).map(
    ({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
  )

test.each([
  ['f((a as number) < b)', ['f((a as number) <= b)', ';']],
  ['const x = a && !b', ['const x = a || !b', 'const x = a && b']],
  ['const x = a ? b : c', ['const x = false ? b : c', 'const x = true ? b : c']],
  ['const x = list.some(f)', ['const x = list.every(f)']],
  ['const x = list.constructor', []],
  ['const x: Array<1 | 2> = [...y]', ['const x: Array<1 | 2> = []']],
  [`throw new Error(a + 'b')`, []],
])('%s is changed in each of these ways', (source, expected) => {
  expect(new Set(changed(source))).toEqual(new Set(expected))
})

test('a change has a place', () => {
  expect(placeOf('a\nb < c', 2)).toBe('2:1')
})
