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
async function requestFromBusy(retryAfter: string, retries?: number) {
  const requested: number[] = []
  const began = Date.now()
  const fetch = async () => {
    requested.push((Date.now() - began) / 1000)
    return new Response('', { status: 503, headers: { 'retry-after': retryAfter } })
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
