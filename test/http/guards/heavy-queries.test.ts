import { expect, test } from 'vitest'
import { HeavyQueries } from '../../../src/http/guards/heavy-queries.ts'

test('remembers what was so the last time', () => {
  const known = new HeavyQueries()
  expect(known.has('{ a }')).toBe(false)
  known.set('{ a }', true)
  expect([known.has('{ a }'), known.has('{ b }')]).toEqual([true, false])
  known.set('{ a }', false)
  expect(known.has('{ a }')).toBe(false)
})

test('keeps the thousand asked last', () => {
  const known = new HeavyQueries()
  for (let i = 0; i < 1001; i++) known.set(`{ a${i} }`, true)
  expect([known.has('{ a0 }'), known.has('{ a1 }'), known.has('{ a1000 }')]).toEqual([
    false,
    true,
    true,
  ])
})

test('tells long ones apart by how they begin', () => {
  const known = new HeavyQueries()
  known.set(`${'x'.repeat(3000)}a`, true)
  expect(known.has(`${'x'.repeat(3000)}b`)).toBe(true)
  expect(known.has(`y${'x'.repeat(3000)}b`)).toBe(false)
})

test('knows a query by its first two thousand characters', () => {
  const known = new HeavyQueries()
  known.set(`${'x'.repeat(1999)}ab`, true)
  expect(known.has(`${'x'.repeat(1999)}ac`)).toBe(true)
  expect(known.has(`${'x'.repeat(1999)}bb`)).toBe(false)
})
