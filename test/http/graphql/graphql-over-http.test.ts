import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

describe('GraphQL over HTTP', () => {
  let server: RunningServer

  beforeAll(async () => {
    const { catalog } = await oneSession(smallSession)
    server = await startServer({ catalog, host: '127.0.0.1', port: 0, version: '0.0.0-test' })
  })

  afterAll(() => server.close())

  const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch })

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect('reason' in result ? result.reason : result.status).toBe('ok')
  })
})
