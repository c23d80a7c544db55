import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EmbeddedServer } from '../../src/embedding/server.ts'

/** What an embedded server answers to a query, over a socket of its own. */
export async function callHandler(
  { handler }: EmbeddedServer,
  query: string,
  variables: Record<string, unknown> = {},
) {
  const http = createServer(handler)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = http.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return await response.json()
  } finally {
    http.close()
  }
}
