import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../run-command.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url))

let server: Server
let address: string

beforeAll(async () => {
  server = createServer(
    { key: readFileSync(fixture('localhost.key')), cert: readFileSync(fixture('localhost.crt')) },
    (_, response) => {
      response.writeHead(206, {
        etag: '"one"',
        'content-range': 'bytes 0-0/1',
        'content-length': 1,
      })
      response.end('x')
    },
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  address = `https://localhost:${(server.address() as AddressInfo).port}/a.nwb`
})

afterAll(() => server.close())

describe('the certificate of a server', () => {
  test('that no known authority signed is refused, at once', async () => {
    const { code, stdout } = await run(['doctor', address, '--no-cache'])
    expect(code).toBe(1)
    expect(stdout).toContain('NODE_EXTRA_CA_CERTS')
    expect(stdout).toContain('DEPTH_ZERO_SELF_SIGNED_CERT')
  })

  test('that the operator vouches for is accepted', async () => {
    const env = { NODE_EXTRA_CA_CERTS: fixture('localhost.crt') }
    const { stdout } = await run(['doctor', address, '--no-cache'], { env })
    expect(stdout).not.toContain('CERT')
    expect(stdout).toMatch(/range\s.*bytes 0 to 1 as requested/)
  })
})
