import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { bearer, testToken } from '../support/servers/authorized-server.ts'
import { startHaproxy } from '../support/servers/haproxy.ts'
import { Replicas } from '../support/servers/replicas.ts'
import type { RunningProxy } from '../support/servers/running-proxy.ts'

const folder = temporaryFolder()
const alice = testToken('alice', { scopes: ['read', 'export', 'metrics'] })

let haproxy: RunningProxy
let agent: Agent
let replicas: Replicas

beforeAll(async () => {
  await writeFile(join(folder, 'tokens.json'), JSON.stringify({ tokens: [alice.stored] }))
  await writeNwb(join(folder, 'a.nwb'), { identifier: '7', units: [{ id: 1, spikes: [0.25] }] })
  replicas = await Replicas.start(folder, 3, [
    ...['--base-path', '/spikeql', '--trust-proxy', '127.0.0.1'],
    ...['--auth', join(folder, 'tokens.json'), '--no-cache'],
    ...['--drain-delay', '0.7', '--rescan-seconds', '0', '--log-level', 'error'],
  ])
  haproxy = await startHaproxy(join(folder, 'haproxy'), replicas.ports)
  agent = new Agent({
    connections: 64,
    connect: { ca: haproxy.certificate, servername: 'localhost' },
  })
})

afterAll(async () => {
  await agent?.close()
  await haproxy?.stop()
  await replicas?.[Symbol.asyncDispose]()
})

const get = (path: string, headers: Record<string, string> = bearer(alice.text)) =>
  fetch(`https://127.0.0.1:${haproxy.httpsPort}${path}`, {
    headers: { host: 'localhost', ...headers },
    redirect: 'manual',
    dispatcher: agent,
  })

const query = `query Counts { session(id: "7") {
  binnedActivity(areas: [], start: 0, stop: 1, binSize: 1, units: { inBrainOnly: false }) { href }
} }`

/** @throws Error for anything but the address of a file under the path */
async function requestAddress(): Promise<string> {
  const response = await fetch(`https://127.0.0.1:${haproxy.httpsPort}/spikeql/graphql`, {
    method: 'POST',
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      ...bearer(alice.text),
    },
    body: JSON.stringify({ query }),
    dispatcher: agent,
  })
  const text = await response.text()
  const [, href] = /"href":"(\/spikeql\/arrays\/v1\/7\/[^"]+)"/.exec(text) ?? []
  if (response.status !== 200 || !href) throw new Error(`${response.status} ${text}`)
  return href
}

describe('three replicas behind HAProxy', () => {
  test('are under a path, over TLS', async () => {
    expect((await get(await requestAddress())).status).toBe(200)
    const home = await get('/spikeql')
    expect([home.status, home.headers.get('location')]).toEqual([308, '/spikeql/'])
    const plain = await fetch(`http://127.0.0.1:${haproxy.httpPort}/spikeql/`, {
      redirect: 'manual',
    })
    expect(plain.status).toBe(308)
    expect(plain.headers.get('location')).toMatch(/^https:\/\/[^/]+\/spikeql\/$/)
    expect((await get('/elsewhere')).status).toBe(404)
  })

  test('keep the id of a request, or get one', async () => {
    const own = await get('/spikeql/health', { 'x-request-id': 'of-a-client' })
    expect(own.headers.get('x-request-id')).toBe('of-a-client')
    const other = await get('/spikeql/health', {})
    expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  test('believe nobody who says that he is someone, and hide their metrics', async () => {
    const path = '/spikeql/graphql?query=%7Bsessions%7BtotalCount%7D%7D'
    expect((await get(path, { 'x-forwarded-user': 'root' })).status).toBe(401)
    expect((await get('/spikeql/metrics')).status).toBe(404)
  })

  test('are restarted one after the other, and no request is lost', async () => {
    const failures = await replicas.restartUnderClients(async () => {
      await requestAddress()
    })
    expect(failures).toEqual([])
  })
})
