import type { GraphQLFormattedError } from 'graphql'

/** One query can fail in each of thousands of entries; no one reads more. */
export const MAX_ERRORS = 100

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly GraphQLFormattedError[]
}

/** A response with no more errors than can be read; the last one says how many are left out. */
export function capErrors(answer: Answer): Answer {
  const { errors } = answer
  if (!errors || errors.length <= MAX_ERRORS) return answer
  const message = `${errors.length - MAX_ERRORS} more errors are omitted. Fix these first and try again.`
  return {
    ...answer,
    errors: [...errors.slice(0, MAX_ERRORS), { message, extensions: { code: 'TOO_MANY_ERRORS' } }],
  }
}
