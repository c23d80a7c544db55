import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { type RunningServer, type ServerOptions, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

let server: RunningServer | undefined
afterEach(() => server?.close())

/** Status and body of a request that names a host. */
async function sendQuery(host: string, options: Partial<ServerOptions> = {}) {
  const { catalog } = await oneSession(smallSession)
  server = await startServer({ catalog, host: '127.0.0.1', port: 0, version: '0', ...options })
  const { port } = new URL(server.url)
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const address = options.host === '::1' ? '::1' : '127.0.0.1'
    const requested = request({ host: address, port, path: '/', headers: { host } }, (response) => {
      let body = ''
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    requested.on('error', reject)
    requested.end()
  })
}

describe('a server on loopback', () => {
  test.each(['localhost', 'localhost:4000', '127.0.0.1:80', '127.1.2.3', '[::1]:4000'])(
    'answers to %s',
    async (host) => {
      expect((await sendQuery(host)).status).toBe(200)
    },
  )

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'])(
    'does not answer to %s, which a page could point at it',
    async (host) => {
      const { status, body } = await sendQuery(host)
      expect(status).toBe(403)
      expect(JSON.parse(body).errors[0].extensions.code).toBe('HOST_NOT_ALLOWED')
    },
  )

  test('that listens on ::1 is guarded, too', async () => {
    expect((await sendQuery('evil.example', { host: '::1' })).status).toBe(403)
    expect((await sendQuery('[::1]:80', { host: '::1' })).status).toBe(200)
  })

  test('answers a request without a Host header, as HTTP/1.0 may be', async () => {
    const { catalog } = await oneSession(smallSession)
    server = await startServer({ catalog, host: '127.0.0.1', port: 0, version: '0' })
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write('GET /health/live HTTP/1.0\r\n\r\n')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('answers to the name of a proxy that it was told', async () => {
    expect(
      (await sendQuery('Spikes.lab.example', { allowedHosts: ['spikes.lab.example'] })).status,
    ).toBe(200)
  })
})

test('a server for other machines answers to any name', async () => {
  expect((await sendQuery('spikes.lab.example', { host: '0.0.0.0' })).status).toBe(200)
})
