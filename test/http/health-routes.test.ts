import fastify from 'fastify'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addHealthRoutes, type HealthOptions } from '../../src/http/health-routes.ts'
import type { PlaceStatus } from '../../src/sessions/session-catalog.ts'

afterEach(() => {
  vi.useRealTimers()
})

const place = (name: string, state: PlaceStatus['state']): PlaceStatus => ({
  name,
  state,
  fileCount: 9,
  readCount: 4,
})

/** Asks a server that is well, but for what is given. */
function requestReady(options: Partial<HealthOptions>) {
  const app = fastify()
  addHealthRoutes(app, {
    canServe: async () => {},
    places: () => [],
    isClosing: () => false,
    isPublic: true,
    ...options,
  })
  return app.inject('/health/ready').then((reply) => [reply.statusCode, reply.json()])
}

describe('a server is not ready', () => {
  test('when it cannot say so within two seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let answer: unknown
    const asked = new Promise<void>((resolve) => {
      const never = () => {
        resolve()
        return new Promise<never>(() => {})
      }
      void requestReady({ canServe: never }).then((reply) => {
        answer = reply
      })
    })
    await asked
    await vi.advanceTimersByTimeAsync(1999)
    expect(answer).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    vi.useRealTimers()
    await expect.poll(() => answer).toEqual([503, { status: 'not ready', reading: [], silent: [] }])
  })

  test('while a place is being read, and where users are known only says of how many', async () => {
    const places = () => [
      place('near', 'READING'),
      place('next', 'READING'),
      place('far', 'SILENT'),
      place('old', 'READ'),
    ]
    const reading = ['near', 'next'].map((name) => ({ name, fileCount: 9, readCount: 4 }))
    expect(await requestReady({ places })).toEqual([
      503,
      { status: 'reading', reading, silent: ['far'] },
    ])
    expect(await requestReady({ places, isPublic: false })).toEqual([
      503,
      { status: 'reading', reading: 2, silent: 1 },
    ])
  })

  test('while it closes, whatever else', async () => {
    const canServe = () => Promise.reject(new Error('no disk'))
    expect(await requestReady({ isClosing: () => true, canServe })).toEqual([
      503,
      { status: 'closing' },
    ])
  })
})

test('a server that is ready leaves no timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const before = vi.getTimerCount()
  expect(await requestReady({})).toEqual([200, { status: 'ready', reading: [], silent: [] }])
  expect(vi.getTimerCount()).toBe(before)
})
