import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { type RunningServer, type ServerOptions, startServer } from '../../../src/http/server.ts'
import type { ReadOptions } from '../../../src/sessions/session-reader.ts'
import type { BatchName, BatchRequest } from '../../../src/sessions/session-requests.ts'
import { forgetting, smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'

const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(reader: MemoryReader, options: Partial<ServerOptions> = {}) {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
    drainSeconds: 0.1,
    ...options,
    catalog: await forgetting(reader),
  })
  running.push(server)
  return server
}

async function sendQuery({ url }: RunningServer, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
  return { status: response.status, headers: response.headers, ...((await response.json()) as any) }
}

/** A client that asks, and takes nothing of the answer. */
async function requestWithoutReading({ url }: RunningServer, query: string) {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.pause()
  const body = JSON.stringify({ query })
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  return socket
}

const counts = (bins: number) =>
  `{ session(id: "1") { binnedActivity(start: 0, stop: ${bins / 1000}, binSize: 0.001, areas: []) { shape counts } } }`

/** A reader whose counts wait until they are let go. */
class HeldReader extends MemoryReader {
  letGo: () => void = () => {}
  readonly #held = new Promise<void>((resolve) => {
    this.letGo = resolve
  })
  onRequest: () => void = () => {}
  readonly isRequested = new Promise<void>((resolve) => {
    this.onRequest = resolve
  })

  override async read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    options?: ReadOptions,
  ) {
    this.onRequest()
    await this.#held
    return super.read(name, requests, options)
  }
}

async function metric({ url }: RunningServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(text.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1])
}

describe('light requests', () => {
  test('are answered while heavy ones run, wait and are refused', async () => {
    const reader = new HeldReader(smallSession)
    const server = await start(reader, { maxConcurrency: 1, maxQueue: 1 })
    const heavy = [
      sendQuery(server, counts(10)),
      sendQuery(server, counts(10)),
      sendQuery(server, counts(10)),
    ]
    await reader.isRequested
    expect(await Promise.race(heavy)).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVER_BUSY' } }],
    })
    expect(await sendQuery(server, '{ sessions(first: 1) { nodes { id } } }')).toMatchObject({
      status: 200,
      data: { sessions: { nodes: [{ id: '1' }] } },
    })
    expect(await metric(server, 'spikeql_heavy_operations_running')).toBe(1)
    expect(await metric(server, 'spikeql_heavy_operations_waiting')).toBe(1)
    expect(await metric(server, 'spikeql_operations_refused_total')).toBe(1)
    reader.letGo()
    const statuses = (await Promise.all(heavy)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 200, 503])
    expect(await metric(server, 'spikeql_heavy_operations_running')).toBe(0)
  })

  test('wait in no queue of heavy ones, even when there are more of these than light places', async () => {
    const reader = new HeldReader(smallSession)
    const server = await start(reader, { maxConcurrency: 1, maxQueue: 100 })
    const heavy = Array.from({ length: 40 }, () => sendQuery(server, counts(10)))
    await reader.isRequested
    const { data } = await sendQuery(server, '{ sessions(first: 1) { nodes { id } } }')
    expect(data).toEqual({ sessions: { nodes: [{ id: '1' }] } })
    reader.letGo()
    expect(new Set((await Promise.all(heavy)).map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('an answer', () => {
  test('takes memory also where it is a text that is made at once, unless it is short', async () => {
    const server = await start(new MemoryReader(smallSession), { responseMemoryBytes: 100_000 })
    const documented = '{ __schema { types { description fields { description } } } }'
    expect(await sendQuery(server, documented)).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVER_BUSY' } }],
    })
    expect(await sendQuery(server, '{ __schema { types { name } } }')).toMatchObject({
      status: 200,
    })
  })

  test('takes memory until its client has it; who takes nothing is cut off', async () => {
    const reader = new MemoryReader(smallSession)
    // 3 units x 900,000 bins x 2 bytes, and more than sockets hold
    const large = counts(900_000)
    const server = await start(reader, { responseMemoryBytes: 8_000_000, sendTimeoutSeconds: 4 })
    const socket = await requestWithoutReading(server, large)
    const isCut = once(socket, 'close')
    while ((await metric(server, 'spikeql_response_bytes')) === 0) await setTimeout(10)
    expect(await metric(server, 'spikeql_response_bytes')).toBe(5_400_000)
    // Does not fit beside the first; is answered when the first is cut off.
    const other = await sendQuery(server, large)
    expect(other.data.session.binnedActivity[0].shape).toEqual([900_000, 3])
    while ((await metric(server, 'spikeql_response_bytes')) > 0) await setTimeout(10)
    socket.on('error', () => {})
    socket.resume()
    await isCut
  })

  test('gives its memory back when its client goes away', async () => {
    const server = await start(new MemoryReader(smallSession), { responseMemoryBytes: 10_000_000 })
    const socket = await requestWithoutReading(server, counts(900_000))
    while ((await metric(server, 'spikeql_response_bytes')) === 0) await setTimeout(10)
    socket.destroy()
    while ((await metric(server, 'spikeql_response_bytes')) > 0) await setTimeout(10)
    expect(await metric(server, 'spikeql_heavy_operations_running')).toBe(0)
  })

  test('of long lists is made in the heavy lane, and whole', async () => {
    const units = Array.from({ length: 3000 }, (_, unit) => ({
      id: unit,
      area: 'VISp',
      spikes: [unit],
    }))
    const server = await start(new MemoryReader({ ...smallSession, units }))
    const { data, errors } = await sendQuery(
      server,
      '{ session(id: "1") { units(first: 3000) { nodes { unitId area quality spikeCount firingRate snr dPrime } } } }',
    )
    expect(errors).toBeUndefined()
    expect(data.session.units.nodes).toHaveLength(3000)
    expect(data.session.units.nodes[2999]).toMatchObject({ unitId: '2999', area: 'VISp' })
  })

  test('of long lists is refused when too many wait to make theirs', async () => {
    const units = Array.from({ length: 3000 }, (_, unit) => ({
      id: unit,
      area: 'VISp',
      spikes: [unit],
    }))
    const reader = new HeldReader({ ...smallSession, units })
    const server = await start(reader, { maxConcurrency: 1, maxQueue: 0 })
    const held = sendQuery(server, counts(10))
    await reader.isRequested
    const refused = await sendQuery(
      server,
      '{ session(id: "1") { units(first: 3000) { nodes { unitId area quality spikeCount firingRate snr dPrime } } } }',
    )
    expect(refused).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVER_BUSY' } }],
    })
    expect(refused.headers.get('retry-after')).toBe('1')
    reader.letGo()
    expect((await held).status).toBe(200)
  })
})
