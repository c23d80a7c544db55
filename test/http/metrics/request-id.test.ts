import { describe, expect, test } from 'vitest'
import { startArrays } from '../../http/arrays/array-server.ts'

async function start() {
  const lines: { reqId?: string; traceId?: string }[] = []
  const stream = { write: (line: string) => lines.push(JSON.parse(line)) }
  const { get } = await startArrays({ logger: { level: 'info', stream } })
  return { get, lines }
}

describe('a request', () => {
  test('keeps the id and the trace that a proxy gave it, in the log and in its response', async () => {
    const { get, lines } = await start()
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const response = await get('/health/live', { 'x-request-id': 'proxy-17', traceparent })
    expect(response.headers.get('x-request-id')).toBe('proxy-17')
    expect(lines.at(-1)).toMatchObject({
      reqId: 'proxy-17',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    })
  })

  test.each([
    ['none was given', undefined],
    ['it is too long', 'x'.repeat(129)],
    ['it could be taken for something else in a log', 'a" b'],
  ])('gets an id of its own where %s', async (_, given) => {
    const { get, lines } = await start()
    const response = await get('/health/live', given === undefined ? {} : { 'x-request-id': given })
    const id = response.headers.get('x-request-id')
    expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    expect(lines.at(-1)?.reqId).toBe(id)
  })

  test.each(['nonsense', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'])(
    'is part of no trace where its traceparent is %s',
    async (traceparent) => {
      const { get, lines } = await start()
      await get('/health/live', { traceparent })
      expect(lines.at(-1)).not.toHaveProperty('traceId')
    },
  )
})
