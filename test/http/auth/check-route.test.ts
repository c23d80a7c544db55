import fastify from 'fastify'
import { expect, test } from 'vitest'
import { SessionNotFoundError } from '../../../src/errors.ts'
import { addCheckRoute } from '../../../src/http/auth/check-route.ts'
import type { CatalogSession, SessionCatalog } from '../../../src/sessions/session-catalog.ts'

/** What a cache hears of a file, and which sessions were looked for. */
async function check(uri: string | null, basePath = '') {
  const sought: string[] = []
  const session = async (id: string) => {
    sought.push(id)
    if (id === 'broken') throw new Error('no disk')
    if (id !== 'day 1') throw new SessionNotFoundError(id, 1)
    return {} as CatalogSession
  }
  const app = fastify()
  app.decorateRequest('principal', null)
  app.decorateRequest('basePath', basePath)
  addCheckRoute(app, { session } as Partial<SessionCatalog> as SessionCatalog)
  const headers = uri === null ? {} : { 'x-original-uri': uri }
  const { statusCode, headers: sent } = await app.inject({ url: '/auth/check', headers })
  return { status: statusCode, sought, caching: sent['cache-control'] }
}

test('a file of a session that is served may be had, and no cache keeps that', async () => {
  const uri = '/arrays/v1/day%201/a1b2c3/counts.npy?area=VISp'
  expect(await check(uri)).toEqual({ status: 204, sought: ['day 1'], caching: 'no-store' })
})

test('the path that the server is known under is no part of it', async () => {
  const uri = '/lab/arrays/v1/day%201/a1b2c3/counts.npy'
  expect((await check(uri, '/lab')).status).toBe(204)
  expect((await check(uri)).status).toBe(403)
})

test.each([
  ['/arrays/v1/day2/a1b2c3/counts.npy', ['day2']],
  ['/arrays/v1/%E0%A4%A/a1b2c3/counts.npy', []],
  ['/arrays/v1/day%201', []],
  ['/arrays/day%201/a1b2c3', []],
  ['/other/arrays/v1/day%201/a1b2c3/counts.npy', []],
  ['', []],
  [null, []],
])('the address %s may not be had', async (uri, sought) => {
  expect(await check(uri)).toMatchObject({ status: 403, sought })
})

test('a fault of the server is one, and neither yes nor no', async () => {
  expect((await check('/arrays/v1/broken/a1b2c3/counts.npy')).status).toBe(500)
})
