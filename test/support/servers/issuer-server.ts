import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll } from 'vitest'

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

/** An issuer of tokens as OpenID Connect has them, on a port of its own. */
export class IssuerServer {
  #server: Server | undefined
  #keys: KeyPair | undefined
  #others: KeyPair | undefined
  url = ''
  keysFetched = 0

  constructor() {
    beforeAll(async () => {
      this.#keys = await generateKeyPair('ES256')
      this.#others = await generateKeyPair('ES256')
      const jwk = { ...(await exportJWK(this.#keys.publicKey)), kid: 'test', alg: 'ES256' }
      const server = createServer((request, response) => {
        response.setHeader('content-type', 'application/json')
        if (request.url === '/keys') {
          this.keysFetched++
          response.end(JSON.stringify({ keys: [jwk] }))
        } else if (request.url === '/.well-known/openid-configuration') {
          response.end(JSON.stringify({ issuer: this.url, jwks_uri: `${this.url}/keys` }))
        } else response.writeHead(404).end('{}')
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      this.#server = server
    })
    afterAll(() => this.stop())
  }

  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  /** @param claims besides issuer, audience, subject, and an end in an hour */
  sign(
    claims: Readonly<Record<string, unknown>> = {},
    { byAnother = false } = {},
  ): Promise<string> {
    const pair = byAnother ? this.#others : this.#keys
    if (!pair) throw new Error('no keys yet')
    const hour = Math.floor(Date.now() / 1000) + 3600
    const payload = { iss: this.url, aud: 'spikeql', sub: 'u-1', exp: hour, ...claims }
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .sign(pair.privateKey)
  }
}
