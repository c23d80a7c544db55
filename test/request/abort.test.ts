import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { unlessAborted } from '../../src/request/abort.ts'

const never = new Promise<never>(() => {})
const givenUp = expect.objectContaining({ code: 'REQUEST_ABORTED' })

test('what a promise brings is waited for', async () => {
  const { signal } = new AbortController()
  expect(await unlessAborted(Promise.resolve(3), signal)).toBe(3)
  await expect(unlessAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
})

test('it is given up as soon as the signal is aborted', async () => {
  const controller = new AbortController()
  const waiting = unlessAborted(never, controller.signal)
  controller.abort()
  await expect(waiting).rejects.toEqual(givenUp)
})

test('it is given up at once where the signal was aborted before', async () => {
  await expect(unlessAborted(never, AbortSignal.abort())).rejects.toEqual(givenUp)
})

test('nobody listens any more when it was settled', async () => {
  const { signal } = new AbortController()
  const waiting = [Promise.resolve(3), Promise.reject(new Error('no'))].map((promise) =>
    unlessAborted(promise, signal),
  )
  expect(getEventListeners(signal, 'abort')).toHaveLength(2)
  await Promise.allSettled(waiting)
  await new Promise(setImmediate)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
