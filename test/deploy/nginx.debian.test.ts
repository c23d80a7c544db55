import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { bearer, testToken } from '../support/servers/authorized-server.ts'
import { startNginx } from '../support/servers/nginx.ts'
import { PostgresServer } from '../support/servers/postgres-server.ts'
import { Replicas } from '../support/servers/replicas.ts'
import type { RunningProxy } from '../support/servers/running-proxy.ts'

const folder = temporaryFolder()
const alice = testToken('alice', { scopes: ['read', 'export', 'metrics'] })
const bob = testToken('bob', { scopes: ['read', 'export'], sessions: ['8'] })

let nginx: RunningProxy
let agent: Agent
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
    ...['--drain-delay', '0.5', '--rescan-seconds', '0', '--log-level', 'error'],
  ])
  nginx = await startNginx(join(folder, 'nginx'), replicas.ports)
  agent = new Agent({
    connections: 64,
    connect: { ca: nginx.certificate, servername: 'localhost' },
  })
})

afterAll(async () => {
  await agent?.close()
  await nginx?.stop()
  await replicas?.[Symbol.asyncDispose]()
  await postgres?.[Symbol.asyncDispose]()
})

const fromNginx = (path: string, headers: Record<string, string> = bearer(alice.text)) =>
  fetch(`https://127.0.0.1:${nginx.httpsPort}${path}`, {
    headers: { host: 'localhost', ...headers },
    redirect: 'manual',
    dispatcher: agent,
  })

async function sendQuery(url: string, query: string, token = alice.text) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json', ...bearer(token) },
    body: JSON.stringify({ query }),
    ...(url.startsWith('https') && { dispatcher: agent }),
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

const behindNginx = () => `https://127.0.0.1:${nginx.httpsPort}/spikeql`

const activity = (id: string) => `session(id: "${id}") {
  binnedActivity(areas: [], start: 0, stop: 3, binSize: 1, units: { inBrainOnly: false }) { href }
}`

async function hrefOf(id: string): Promise<string> {
  const { json } = await sendQuery(behindNginx(), `{ ${activity(id)} }`)
  return json.data.session.binnedActivity[0]?.href ?? ''
}

describe('three replicas behind nginx', () => {
  test('give the same ids, cursors, addresses and tags', async () => {
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

  test('are under a path, in addresses and pages', async () => {
    expect(await hrefOf('7')).toMatch(/^\/spikeql\/arrays\/v1\/7\//)
    const home = await fromNginx('/spikeql')
    expect([home.status, home.headers.get('location')]).toEqual([
      308,
      expect.stringMatching(/\/spikeql\/$/),
    ])
    const html = { accept: 'text/html' }
    const login = await fromNginx('/spikeql/graphiql', html)
    expect([login.status, login.headers.get('location')]).toEqual([302, 'login?to=graphiql'])
    for (const page of ['/spikeql/', '/spikeql/graphiql']) {
      const text = await (await fromNginx(page, { ...html, ...bearer(alice.text) })).text()
      const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(text) ?? []
      const { pathname } = new URL(script, `https://localhost${page}`)
      const loaded = await fromNginx(pathname, {})
      expect([pathname.startsWith('/spikeql/assets/'), loaded.status]).toEqual([true, 200])
    }
  })

  test('speak TLS, and a cookie never leaves it', async () => {
    const plain = await fetch(`http://127.0.0.1:${nginx.httpPort}/spikeql/`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([
      308,
      'https://127.0.0.1/spikeql/',
    ])
    const login = await fetch(`${behindNginx()}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${alice.text}`,
      redirect: 'manual',
      dispatcher: agent,
    })
    expect(login.headers.get('set-cookie')).toBe(
      `spikeql_token=${alice.text}; Path=/spikeql; HttpOnly; SameSite=Strict; Secure`,
    )
  })

  test('count a file once; the second time the cache has it, for those who may', async () => {
    const href = await hrefOf('7')
    const first = await fromNginx(href)
    const second = await fromNginx(href)
    const statuses = [first, second].map(({ headers }) => headers.get('x-cache-status'))
    expect(statuses).toEqual(['MISS', 'HIT'])
    expect(await second.bytes()).toEqual(await first.bytes())
    const hidden = await fromNginx(href, bearer(bob.text))
    expect([hidden.status, hidden.headers.get('x-cache-status')]).toEqual([404, null])
    expect(await hidden.json()).toMatchObject({
      errors: [{ extensions: { code: 'SESSION_NOT_FOUND' } }],
    })
    const nobody = await fromNginx(href, {})
    expect(nobody.status).toBe(401)
    expect(nobody.headers.get('www-authenticate')).toContain('Bearer realm="SpikeQL"')
    expect((await fromNginx(await hrefOf('8'), bearer(bob.text))).status).toBe(200)
  })

  test('believe nobody who says that he is someone', async () => {
    const headers = {
      'x-forwarded-user': 'root',
      'x-forwarded-groups': 'lab',
      'x-forwarded-prefix': '/x',
    }
    expect(
      (await fromNginx('/spikeql/graphql?query=%7Bsessions%7BtotalCount%7D%7D', headers)).status,
    ).toBe(401)
    expect((await fromNginx('/spikeql/metrics')).status).toBe(404)
    expect((await fromNginx('/spikeql/auth/check')).status).toBe(404)
  })

  test('that share an index in PostgreSQL are restarted one after the other, and no request is lost', async () => {
    const failures = await replicas.restartUnderClients(async (client) => {
      const query = `query C${client} { ${activity('7')} }`
      const { status, json } = await sendQuery(behindNginx(), query)
      if (status !== 200 || !json.data.session.binnedActivity[0]?.href) {
        throw new Error(`${status} ${JSON.stringify(json)}`)
      }
    })
    expect(failures).toEqual([])
  })
})
