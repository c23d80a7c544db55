import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { HttpContext } from '../../../src/http/graphql/http-context.ts'
import { addRequestLog, nameOfOperation } from '../../../src/http/metrics/request-log.ts'

type Hook = (request: object, reply: object, done: () => void) => void

/** What is logged of a request that took 12.345 ms. */
function loggedOf(request: object) {
  const logged: unknown[] = []
  let isDone = false
  const app = {
    decorateRequest: () => {},
    addHook: (_name: string, hook: Hook) => {
      const log = { info: (...line: unknown[]) => logged.push(line) }
      const whole = { method: 'POST', url: '/graphql', headers: {}, log, ...request }
      hook(whole, { statusCode: 200, elapsedTime: 12.345 }, () => {
        isDone = true
      })
    },
  }
  addRequestLog(app as unknown as FastifyInstance)
  expect(isDone).toBe(true)
  return logged
}

describe('the line of a request', () => {
  test('says what it was and how it ended, in tenths of a millisecond', () => {
    const nothing = { errorCodes: null, operationName: null, principal: null }
    const line = { method: 'POST', path: '/graphql', status: 200, ms: 12.3 }
    expect(loggedOf(nothing)).toEqual([[line, 'request']])
    expect(loggedOf({ ...nothing, url: '/graphql?query=secret' })).toEqual([[line, 'request']])
  })

  test('says who sent it, its operation, its errors and its trace, where they are known', () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    const request = {
      errorCodes: { SESSION_NOT_FOUND: 2 },
      operationName: 'Epochs',
      principal: { name: 'ann' },
      headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    }
    expect(loggedOf(request)).toEqual([
      [
        expect.objectContaining({
          operationName: 'Epochs',
          user: 'ann',
          errors: { SESSION_NOT_FOUND: 2 },
          traceId: trace,
        }),
        'request',
      ],
    ])
  })
})

test.each([
  ['Epochs', 'Epochs'],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), 'x'.repeat(100)],
  [null, null],
])('of the name of an operation, at most a hundred letters are kept: %s', async (given, kept) => {
  const request = { operationName: 'before' as string | null }
  const contextValue = { request } as unknown as HttpContext
  const listener = await nameOfOperation.requestDidStart?.({} as never)
  await listener?.didResolveOperation?.({ operationName: given, contextValue } as never)
  expect(request.operationName).toBe(kept)
})
