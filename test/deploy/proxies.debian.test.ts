import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { bearer, testToken } from '../support/servers/authorized-server.ts'
import { PostgresServer } from '../support/servers/postgres-server.ts'
import { startHaproxy } from '../support/servers/proxies/haproxy.ts'
import { startNginx } from '../support/servers/proxies/nginx.ts'
import { Replicas } from '../support/servers/proxies/replicas.ts'
import type { RunningProxy } from '../support/servers/proxies/running-proxy.ts'

const folder = temporaryFolder()
const alice = testToken('alice', { scopes: ['read', 'export', 'metrics'] })
const bob = testToken('bob', { scopes: ['read', 'export'], sessions: ['8'] })

/** A proxy, and connections to it. */
type ConnectedProxy = RunningProxy & { readonly agent: Agent }

let nginx: ConnectedProxy
let haproxy: ConnectedProxy
let postgres: PostgresServer
let replicas: Replicas

beforeAll(async () => {
  const tokens = [alice, bob].map(({ stored }) => stored)
  await writeFile(join(folder, 'tokens.json'), JSON.stringify({ tokens }))
  const units = [
    { id: 1, spikes: [0.25, 1.25, 2] },
    { id: 2, spikes: [0.5] },
  ]
  await writeNwb(join(folder, 'a.nwb'), { identifier: '7', units })
  await writeNwb(join(folder, 'b.nwb'), { identifier: '8', units })
  postgres = await PostgresServer.start()
  replicas = await Replicas.start(folder, 3, [
    ...['--base-path', '/spikeql', '--trust-proxy', '127.0.0.1'],
    ...['--auth', join(folder, 'tokens.json'), '--index', postgres.url],
    ...['--drain-delay', '0.7', '--rescan-seconds', '0', '--log-level', 'error'],
  ])
  nginx = connected(await startNginx(join(folder, 'nginx'), replicas.ports))
  haproxy = connected(await startHaproxy(join(folder, 'haproxy'), replicas.ports))
})

afterAll(async () => {
  for (const proxy of [nginx, haproxy]) {
    await proxy?.agent.close()
    await proxy?.stop()
  }
  await replicas?.[Symbol.asyncDispose]()
  await postgres?.[Symbol.asyncDispose]()
})

const connected = (proxy: RunningProxy): ConnectedProxy => ({
  ...proxy,
  agent: new Agent({
    connections: 64,
    connect: { ca: proxy.certificate, servername: 'localhost' },
  }),
})

const placeOf = (proxy: ConnectedProxy) => `https://127.0.0.1:${proxy.httpsPort}/spikeql`

/** A request over TLS to a path of a proxy. */
const get = (
  proxy: ConnectedProxy,
  path: string,
  headers: Record<string, string> = bearer(alice.text),
) =>
  fetch(new URL(path, placeOf(proxy)), {
    headers: { host: 'localhost', ...headers },
    redirect: 'manual',
    dispatcher: proxy.agent,
  })

async function sendQuery(url: string, query: string, agent?: Agent) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json', ...bearer(alice.text) },
    body: JSON.stringify({ query }),
    ...(agent && { dispatcher: agent }),
  })
  return { status: response.status, json: (await response.json()) as ResponseData }
}

interface ResponseData {
  readonly data: {
    readonly session: { readonly binnedActivity: readonly { readonly href: string }[] }
    readonly sessions: {
      readonly nodes: readonly { readonly id: string }[]
      readonly pageInfo: { readonly endCursor: string }
    }
  }
}

const activity = (id: string) => `session(id: "${id}") {
  binnedActivity(areas: [], start: 0, stop: 3, binSize: 1, units: { inBrainOnly: false }) { href }
}`

/** @throws Error for anything but the address of a file under the path */
async function requestAddress(proxy: ConnectedProxy, id = '7', name = 'Counts'): Promise<string> {
  const query = `query ${name} { ${activity(id)} }`
  const { status, json } = await sendQuery(placeOf(proxy), query, proxy.agent)
  const [{ href = '' } = {}] = json.data?.session?.binnedActivity ?? []
  if (status !== 200 || !href.startsWith(`/spikeql/arrays/v1/${id}/`)) {
    throw new Error(`${status} ${JSON.stringify(json)}`)
  }
  return href
}

test('three replicas give the same ids, cursors, addresses and tags', async () => {
  const query = `{ sessions(first: 1) { nodes { id } pageInfo { endCursor } } ${activity('7')} }`
  const responses = await Promise.all(
    replicas.ports.map(async (port) => {
      const url = `http://127.0.0.1:${port}`
      const { json } = await sendQuery(url, query)
      const [{ href = '' } = {}] = json.data.session.binnedActivity
      const file = await fetch(url + href, { headers: bearer(alice.text) })
      const tag = file.headers.get('etag')
      return { json, status: file.status, tag, bytes: (await file.bytes()).length }
    }),
  )
  expect(responses[0]).toMatchObject({ status: 200, tag: expect.any(String) })
  expect(responses[0]?.json.data.sessions.nodes).toEqual([{ id: '7' }])
  expect(responses[1]).toEqual(responses[0])
  expect(responses[2]).toEqual(responses[0])
})

describe.each(['nginx', 'HAProxy'])('three replicas behind %s', (name) => {
  const proxy = () => (name === 'nginx' ? nginx : haproxy)

  test('are under a path, over TLS', async () => {
    expect((await get(proxy(), await requestAddress(proxy(), '8'))).status).toBe(200)
    const home = await get(proxy(), '/spikeql')
    expect(home.status).toBe(308)
    expect(home.headers.get('location')).toMatch(/\/spikeql\/$/)
    const plain = await fetch(`http://127.0.0.1:${proxy().httpPort}/spikeql/`, {
      redirect: 'manual',
    })
    expect(plain.status).toBe(308)
    expect(plain.headers.get('location')).toMatch(/^https:\/\/[^/]+\/spikeql\/$/)
    expect((await get(proxy(), '/elsewhere')).status).toBe(404)
  })

  test('believe nobody who says that he is someone, and hide their metrics', async () => {
    const headers = {
      'x-forwarded-user': 'root',
      'x-forwarded-groups': 'lab',
      'x-forwarded-prefix': '/x',
    }
    const path = '/spikeql/graphql?query=%7Bsessions%7BtotalCount%7D%7D'
    expect((await get(proxy(), path, headers)).status).toBe(401)
    expect((await get(proxy(), '/spikeql/metrics')).status).toBe(404)
  })
})

describe('three replicas behind nginx', () => {
  test('hide what nginx asks them', async () => {
    expect((await get(nginx, '/spikeql/auth/check')).status).toBe(404)
  })

  test('have pages under a path', async () => {
    const html = { accept: 'text/html' }
    const login = await get(nginx, '/spikeql/graphiql', html)
    expect([login.status, login.headers.get('location')]).toEqual([302, 'login?to=graphiql'])
    for (const page of ['/spikeql/', '/spikeql/graphiql']) {
      const text = await (await get(nginx, page, { ...html, ...bearer(alice.text) })).text()
      const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(text) ?? []
      const { pathname } = new URL(script, `https://localhost${page}`)
      const loaded = await get(nginx, pathname, {})
      expect([pathname.startsWith('/spikeql/assets/'), loaded.status]).toEqual([true, 200])
    }
  })

  test('set a cookie that never leaves TLS', async () => {
    const login = await fetch(`${placeOf(nginx)}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${alice.text}`,
      redirect: 'manual',
      dispatcher: nginx.agent,
    })
    expect(login.headers.get('set-cookie')).toBe(
      `spikeql_token=${alice.text}; Path=/spikeql; HttpOnly; SameSite=Strict; Secure`,
    )
  })

  test('count a file once; the second time the cache has it, for those who may', async () => {
    const href = await requestAddress(nginx)
    const first = await get(nginx, href)
    const second = await get(nginx, href)
    const statuses = [first, second].map(({ headers }) => headers.get('x-cache-status'))
    expect(statuses).toEqual(['MISS', 'HIT'])
    expect(await second.bytes()).toEqual(await first.bytes())
    const hidden = await get(nginx, href, bearer(bob.text))
    expect([hidden.status, hidden.headers.get('x-cache-status')]).toEqual([404, null])
    expect(await hidden.json()).toMatchObject({
      errors: [{ extensions: { code: 'SESSION_NOT_FOUND' } }],
    })
    const nobody = await get(nginx, href, {})
    expect(nobody.status).toBe(401)
    expect(nobody.headers.get('www-authenticate')).toContain('Bearer realm="SpikeQL"')
    const other = await requestAddress(nginx, '8')
    expect((await get(nginx, other, bearer(bob.text))).status).toBe(200)
  })
})

test('HAProxy keeps the id of a request, or gives one', async () => {
  const own = await get(haproxy, '/spikeql/health', { 'x-request-id': 'of-a-client' })
  expect(own.headers.get('x-request-id')).toBe('of-a-client')
  const other = await get(haproxy, '/spikeql/health', {})
  expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})

test('replicas that share an index in PostgreSQL are restarted one after the other, and neither proxy loses a request', async () => {
  const failures = await replicas.restartUnderClients(async (client) => {
    await requestAddress(client % 2 === 0 ? nginx : haproxy, '7', `C${client}`)
  })
  expect(failures).toEqual([])
})
