import { expect, test } from 'vitest'
import { capErrors } from '../../../src/graphql/server/cap-errors.ts'

const errors = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ message: `error ${i}` }))

test('tells how many errors are left out behind a hundred', () => {
  const capped = capErrors({ errors: errors(107) })
  expect(capped.errors).toHaveLength(101)
  expect(capped.errors?.[99]).toEqual({ message: 'error 99' })
  expect(capped.errors?.[100]).toEqual({
    message: '7 more errors are omitted. Fix these first and try again.',
    extensions: { code: 'TOO_MANY_ERRORS' },
  })
})

test('leaves an answer with few errors, or none, as it is', () => {
  const few = { errors: errors(100) }
  expect(capErrors(few)).toBe(few)
  const none = { data: { a: 1 } }
  expect(capErrors(none)).toBe(none)
})
