import { describe, expect, test } from 'vitest'
import { Connection } from '../../src/client/connection.ts'
import { NetworkError } from '../../src/client/errors.ts'
import { readGraphQLResponse } from '../../src/client/graphql-response.ts'
import { readBytes } from '../../src/client/read-bytes.ts'

/** An answer whose body gives these pieces, and then fails, or ends. */
function responseOf(
  pieces: readonly number[][],
  failure: Error | null,
  headers: Record<string, string> = {},
): Response {
  const rest = pieces.map((piece) => Uint8Array.from(piece))
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = rest.shift()
      if (piece) controller.enqueue(piece)
      else if (failure) controller.error(failure)
      else controller.close()
    },
  })
  return new Response(body, { headers })
}

const gone = new Error('socket hang up')

describe('a body that breaks off', () => {
  test('is a NetworkError with its cause, and how far it came', async () => {
    const error = await readBytes(responseOf([[1, 2], [3]], gone), {}).catch((reason) => reason)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error.message).toContain('was interrupted after 3 bytes')
    expect(error.cause).toBe(gone)
  })

  test('is one of a GraphQL answer, too', async () => {
    const error = await readGraphQLResponse(responseOf([[0x7b]], gone), undefined).catch(
      (reason) => reason,
    )
    expect(error).toBeInstanceOf(NetworkError)
    expect(error.cause).toBe(gone)
  })

  test('of a refusal leaves its status', async () => {
    const body = responseOf([[0x7b]], gone).body
    const fetch = async () => new Response(body, { status: 500 })
    await expect(new Connection({ fetch }).send('http://a/', {})).rejects.toMatchObject({
      name: 'HttpError',
      status: 500,
      code: null,
      message: 'The server answered with status 500.',
    })
  })
})

describe('a body whose request is aborted meanwhile', () => {
  const reason = new Error('moved on')

  test.each([
    ['bytes', (signal: AbortSignal) => readBytes(responseOf([], gone), { signal })],
    ['answer', (signal: AbortSignal) => readGraphQLResponse(responseOf([], gone), signal)],
  ])('is rejected with the reason: %s', async (_, read) => {
    await expect(read(AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})

describe('progress', () => {
  async function progressOf(headers: Record<string, string>) {
    const told: unknown[] = []
    const bytes = await readBytes(responseOf([[1, 2], [3]], null, headers), {
      onProgress: (progress) => told.push(progress),
    })
    expect([...bytes]).toEqual([1, 2, 3])
    return told
  }

  test('has the total that the server says', async () => {
    expect(await progressOf({ 'content-length': '3' })).toEqual([
      { loaded: 2, total: 3 },
      { loaded: 3, total: 3 },
    ])
  })

  test.each([
    ['where it is not said', {}],
    ['of what is compressed', { 'content-length': '9', 'content-encoding': 'gzip' }],
    ['as soon as more came', { 'content-length': '1' }],
  ])('has no total %s', async (_, headers) => {
    expect(await progressOf(headers as Record<string, string>)).toEqual([
      { loaded: 2, total: null },
      { loaded: 3, total: null },
    ])
  })
})
