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
async function askBusy(retryAfter: string, retries?: number) {
  const asked: number[] = []
  const began = Date.now()
  const fetch = async () => {
    asked.push((Date.now() - began) / 1000)
    return new Response('', { status: 503, headers: { 'retry-after': retryAfter } })
  }
  const client = createClient('http://spikes.example', { fetch, retries })
  const failure = client.query('{ sessionTypes }').catch((error) => error)
  await vi.advanceTimersByTimeAsync(600_000)
  return { asked, failure: await failure }
}

test('a busy server is asked eight times more, less and less often', async () => {
  const { asked, failure } = await askBusy('0')
  expect(asked).toEqual([0, 0, 2, 6, 14, 30, 50, 70, 90])
  expect(failure).toMatchObject({ name: 'ServerBusyError', retryAfterSeconds: 0 })
})

test('it is never asked sooner than it says', async () => {
  expect((await askBusy('3', 4)).asked).toEqual([0, 3, 6, 10, 18])
})

test('thirty seconds are waited for, and no longer', async () => {
  expect((await askBusy('30', 1)).asked).toEqual([0, 30])
  const { asked, failure } = await askBusy('31', 1)
  expect(asked).toEqual([0])
  expect(failure).toMatchObject({ name: 'ServerBusyError', retryAfterSeconds: 31 })
})
