import { describe, expect, test } from 'vitest'
import {
  GraphQLRequestError,
  type GraphQLResponseError,
  HttpError,
  NetworkError,
} from '../../../src/client/index.ts'
import { errorText } from '../../../web/src/components/notices/error-text.ts'

const error = (message: string, code?: string): GraphQLResponseError =>
  code ? { message, extensions: { code } } : { message }
const requestError = (...errors: GraphQLResponseError[]) => new GraphQLRequestError(errors, null)

describe('an error for people', () => {
  test('leaves out the query that the API recommends to programs', () => {
    const message =
      'Session "7" has no unit "9". Query { session(id: "7") { units { nodes { unitId } } } } for ids; it stores 4 units.'
    expect(errorText(requestError(error(message, 'UNIT_NOT_FOUND')))).toEqual({
      title: 'This could not be shown.',
      messages: ['Session "7" has no unit "9".'],
      isRetriable: false,
    })
  })

  test('says each reason once, and how many it leaves out', () => {
    const errors = ['a', 'b', 'a', 'c', 'd', 'e'].map((message) => error(message))
    expect(errorText(requestError(...errors)).messages).toEqual([
      'a',
      'b',
      'c',
      '2 further reasons are not shown.',
    ])
  })

  test('offers to try again only what may succeed then', () => {
    expect(errorText(requestError(error('a', 'FILE_CHANGED'))).isRetriable).toBe(true)
    expect(errorText(requestError(error('a', 'TOO_MANY_CELLS'))).isRetriable).toBe(false)
    const both = requestError(error('a', 'FILE_CHANGED'), error('b', 'FILE_DAMAGED'))
    expect(errorText(both).isRetriable).toBe(false)
    expect(errorText(new HttpError('/', 503, 'Busy.', 'SERVER_BUSY')).isRetriable).toBe(true)
    expect(errorText(new HttpError('/', 410, 'Gone.', null)).isRetriable).toBe(false)
  })

  test('asks whether the server runs when nothing came', () => {
    expect(errorText(new NetworkError('/', 'fetch failed', null))).toEqual({
      title: 'The server does not respond.',
      messages: ['Is spikeql serve still running? Start it, then try again.'],
      isRetriable: true,
    })
  })
})
