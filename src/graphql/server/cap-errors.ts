import type { GraphQLFormattedError } from 'graphql'

/** One query can fail in each of thousands of entries; no one reads more. */
export const MAX_ERRORS = 100

interface Result {
  readonly data?: unknown
  readonly errors?: readonly GraphQLFormattedError[]
}

/** A result with no more errors than can be read; the last one says how many are left out. */
export function capErrors(result: Result): Result {
  const { errors } = result
  if (!errors || errors.length <= MAX_ERRORS) return result
  const message = `${errors.length - MAX_ERRORS} more errors are omitted. Fix these first and try again.`
  return {
    ...result,
    errors: [...errors.slice(0, MAX_ERRORS), { message, extensions: { code: 'TOO_MANY_ERRORS' } }],
  }
}
