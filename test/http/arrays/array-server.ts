import { afterEach } from 'vitest'
import { type RunningServer, type ServerOptions, startServer } from '../../../src/http/server.ts'
import { forgetting, smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'

const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

/** A server over one session in memory, for the length of a test, and ways to ask it. */
export async function startArrays(
  options: Partial<ServerOptions> = {},
  reader = new MemoryReader(smallSession),
) {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
    ...options,
    catalog: await forgetting(reader),
  })
  running.push(server)
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(server.url + address, { headers, method })
  const sendQuery = async (field: string) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ session(id: "1") { ${field} } }` }),
    })
    // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
    return (await response.json()) as any
  }
  const bytes = async (address: string) => Buffer.from(await (await get(address)).arrayBuffer())
  return { reader, server, get, sendQuery, bytes }
}

/** Status, and what the first error tells. */
export async function errorOf(response: Response) {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[]
  }
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message }
}
