import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '../../src/client/index.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Seconds at which a client asks a server that is always busy, and how it ends. */
async function requestFromBusy(retryAfter: string | null, retries?: number, status = 503) {
  const requested: number[] = []
  const began = Date.now()
  const fetch = async () => {
    requested.push((Date.now() - began) / 1000)
    const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter }
    return new Response('', { status, headers })
  }
  const client = createClient('http://spikes.example', { fetch, retries })
  const failure = client.query('{ sessionTypes }').catch((error) => error)
  await vi.advanceTimersByTimeAsync(600_000)
  return { requested, failure: await failure }
}

test('a busy server is asked eight times more, less and less often', async () => {
  const { requested, failure } = await requestFromBusy('0')
  expect(requested).toEqual([0, 0, 2, 6, 14, 30, 50, 70, 90])
  expect(failure).toMatchObject({ name: 'ServerBusyError', retryAfterSeconds: 0 })
})

test('it is never asked sooner than it says', async () => {
  expect((await requestFromBusy('3', 4)).requested).toEqual([0, 3, 6, 10, 18])
})

test('thirty seconds are waited for, and no longer', async () => {
  expect((await requestFromBusy('30', 1)).requested).toEqual([0, 30])
  const { requested, failure } = await requestFromBusy('31', 1)
  expect(requested).toEqual([0])
  expect(failure).toMatchObject({ name: 'ServerBusyError', retryAfterSeconds: 31 })
})

test.each([502, 504])(
  'a proxy that answers %d is asked again at once, then later',
  async (status) => {
    const { requested, failure } = await requestFromBusy(null, 2, status)
    expect(requested).toEqual([0, 0, 2])
    expect(failure).toMatchObject({ name: 'HttpError', status })
    expect((await requestFromBusy('5', 1, status)).requested).toEqual([0, 5])
  },
)

test('who has reached a limit waits for as long as the server says, and is not told it is busy', async () => {
  const { requested, failure } = await requestFromBusy('7', 1, 429)
  expect(requested).toEqual([0, 7])
  expect(failure).toMatchObject({ name: 'HttpError', status: 429 })
  expect((await requestFromBusy(null, 1, 429)).requested).toEqual([0])
})

test('a connection that ends is tried again at once, then later', async () => {
  const requested: number[] = []
  const began = Date.now()
  const fetch = async () => {
    requested.push((Date.now() - began) / 1000)
    throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })
  }
  const client = createClient('http://spikes.example', { fetch, retries: 3 })
  const failure = client.query('{ sessionTypes }').catch((error) => error)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await failure).toMatchObject({ name: 'NetworkError' })
  expect(requested).toEqual([0, 0, 2, 6])
})

test('a request that is aborted before it is sent is not sent, nor while it waits', async () => {
  let requests = 0
  const controller = new AbortController()
  const fetch = async () => {
    requests++
    return new Response('', { status: 503, headers: { 'retry-after': '9' } })
  }
  const client = createClient('http://spikes.example', { fetch })
  const reason = new Error('moved on')
  const early = client.query('{ a }', {}, { signal: AbortSignal.abort(reason) })
  await expect(early).rejects.toBe(reason)
  expect(requests).toBe(0)
  const failure = client.query('{ a }', {}, { signal: controller.signal }).catch((error) => error)
  await vi.advanceTimersByTimeAsync(5000)
  controller.abort(reason)
  expect(await failure).toBe(reason)
  expect([requests, vi.getTimerCount()]).toEqual([1, 0])
})
