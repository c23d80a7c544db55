import { expect, test } from 'vitest'
import { shuffled } from '../../../src/domain/numeric/shuffled.ts'

test('has the same entries, in any order that there is', () => {
  const entries = ['a', 'b', 'c']
  // That one of six orders is not among so many would be seen once in 10^78 runs.
  const orders = new Set(Array.from({ length: 1000 }, () => shuffled(entries).join()))
  expect([...orders].sort()).toEqual(['a,b,c', 'a,c,b', 'b,a,c', 'b,c,a', 'c,a,b', 'c,b,a'])
  expect(entries).toEqual(['a', 'b', 'c'])
})
