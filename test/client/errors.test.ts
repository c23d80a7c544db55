import { describe, expect, test } from 'vitest'
import { GraphQLRequestError } from '../../src/client/errors.ts'

const first = { message: 'No session "7".', extensions: { code: 'SESSION_NOT_FOUND' } }

describe('the error of a request', () => {
  test('says what the only one says', () => {
    const error = new GraphQLRequestError([first], null)
    expect(error.message).toBe('No session "7".')
    expect(error.code).toBe('SESSION_NOT_FOUND')
  })

  test('says how many more there are', () => {
    const second = { message: 'No area "X".', extensions: { code: 'AREA_NOT_FOUND' } }
    expect(new GraphQLRequestError([first, second, second], { a: null })).toMatchObject({
      message: 'No session "7". (and 2 more errors)',
      code: 'SESSION_NOT_FOUND',
      data: { a: null },
      errors: [first, second, second],
    })
  })

  test('has no code where the first has none', () => {
    expect(new GraphQLRequestError([{ message: 'no' }, first], null).code).toBeNull()
    expect(new GraphQLRequestError([{ message: 'no', extensions: {} }], null).code).toBeNull()
  })

  test('has a message where there is no error at all', () => {
    expect(new GraphQLRequestError([], null)).toMatchObject({
      message: 'The request failed.',
      code: null,
    })
  })
})
