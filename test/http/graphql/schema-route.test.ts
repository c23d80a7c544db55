import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

const written = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')

let server: RunningServer
beforeAll(async () => {
  const { catalog } = await oneSession(smallSession)
  server = await startServer({ catalog, host: '127.0.0.1', port: 0, version: '0' })
})
afterAll(() => server.close())

const get = (headers: Record<string, string> = {}) =>
  fetch(`${server.url}/schema.graphql`, { headers })

describe('/schema.graphql', () => {
  test('is the schema as it is written, as text that a browser shows', async () => {
    const response = await get()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const text = await response.text()
    expect(text).toBe(written)
    expect(buildSchema(text).getType('BinnedActivity')).toBeDefined()
  })

  test('is not sent again to who has it', async () => {
    const etag = (await get()).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    for (const tags of [etag, `"other", W/${etag}`]) {
      const again = await get({ 'if-none-match': tags })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
  })
})
