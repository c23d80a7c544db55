import { readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { forgetting, smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { AuthorizedServer, bearer, testToken } from '../../support/servers/authorized-server.ts'

const all = testToken('all', { scopes: ['read', 'export'] })
const some = testToken('some', { scopes: ['read', 'export'], sessions: ['2'] })
const reader = testToken('reader', { scopes: ['read'] })
const metrics = testToken('metrics', { scopes: ['metrics'] })
const late = testToken('late', { expires: '2026-01-02T00:00:00Z' })
const slow = testToken('slow', { requestsPerMinute: 2 })
const small = testToken('small', { cellsPerMinute: 30, scopes: ['read', 'export'] })

const logged: { user?: string; path?: string }[] = []

const server = new AuthorizedServer({
  catalog: () =>
    forgetting(
      new MemoryReader({ ...smallSession, id: '1' }),
      new MemoryReader({ ...smallSession, id: '2' }),
    ),
  file: () => ({
    tokens: [all, some, reader, metrics, late, slow, small].map(({ stored }) => stored),
    proxy: { trusted: ['loopback'], grants: [{ claim: 'groups', value: 'lab', scopes: ['read'] }] },
  }),
  options: {
    logger: { level: 'info', stream: { write: (line: string) => logged.push(JSON.parse(line)) } },
  },
})

const count = '{ sessions { totalCount } }'

async function told(response: Response) {
  const { data, errors } = (await response.json()) as {
    data?: { sessions: { totalCount: number } }
    errors?: { message: string; extensions: { code: string } }[]
  }
  return {
    status: response.status,
    data,
    message: errors?.[0]?.message,
    code: errors?.[0]?.extensions.code,
  }
}

const npy = (id: string) =>
  `/arrays/v1/${id}/a1b2c3/binned-activity.npy?area=VISp&start=9&stop=13&binSize=2`

describe('a server with users', () => {
  test('answers who has a token, and says to others how to get in', async () => {
    expect(
      (await told(await server.query(count, bearer(all.text)))).data?.sessions.totalCount,
    ).toBe(2)
    const response = await server.query(count)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="SpikeQL"')
    expect(await told(response)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('Authorization: Bearer TOKEN'),
    })
  })

  test.each([
    ['of nobody', `spikeql_00000000_${'x'.repeat(43)}`],
    ['with another secret', `${all.text.slice(0, -1)}${all.text.endsWith('A') ? 'B' : 'A'}`],
    ['that has expired', late.text],
    ['that is none', 'Basic'],
    ['that is empty', ''],
  ])('refuses a token %s', async (_, text) => {
    const response = await server.query(count, bearer(text))
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(await told(response)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })

  test('never lets a wrong token pass because a cookie or a proxy would', async () => {
    const headers = { 'x-forwarded-user': 'a', 'x-forwarded-groups': 'lab' }
    expect((await server.query(count, headers)).status).toBe(200)
    expect((await server.query(count, { ...headers, ...bearer('wrong') })).status).toBe(401)
    expect((await server.query(count, { ...headers, authorization: 'Basic YTpi' })).status).toBe(
      401,
    )
  })

  test('asks for the scope of each route', async () => {
    const status = async (path: string, token: string) =>
      (await server.get(path, bearer(token))).status
    expect(await status('/metrics', metrics.text)).toBe(200)
    expect(await status('/metrics', all.text)).toBe(403)
    expect(await status(npy('1'), reader.text)).toBe(403)
    expect(await told(await server.query(count, bearer(metrics.text)))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      message: 'This token does not have the scope "read". Ask the operator for one that has.',
    })
  })

  test('tells everyone its health and its schema, and no names', async () => {
    expect((await server.get('/schema.graphql')).status).toBe(200)
    expect(await (await server.get('/health/ready')).json()).toEqual({
      status: 'ready',
      reading: 0,
      silent: 0,
    })
  })

  test('has no session that one may not see: in queries, files, or checks of a cache', async () => {
    const one = await told(await server.query('{ session(id: "1") { id } }', bearer(some.text)))
    expect(one).toMatchObject({
      code: 'SESSION_NOT_FOUND',
      message: 'No session "1". Query { sessions { nodes { id } } } for the 1 served here.',
    })
    const [hidden, unknown] = await Promise.all(
      ['1', '9'].map(async (id) => told(await server.get(npy(id), bearer(some.text)))),
    )
    expect({ ...hidden, message: hidden?.message?.replace('"1"', '"9"') }).toEqual(unknown)
    expect(unknown).toMatchObject({ status: 404, code: 'SESSION_NOT_FOUND' })
    const check = async (id: string) =>
      (await server.get('/auth/check', { ...bearer(some.text), 'x-original-uri': npy(id) })).status
    expect(await Promise.all(['1', '2', '9'].map(check))).toEqual([403, 204, 403])
  })

  test('lets no shared cache keep its files', async () => {
    const response = await server.get(npy('2'), bearer(some.text))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  })

  test('says who asked in its log, and never a token', async () => {
    await server.query(count, bearer(reader.text))
    await expect.poll(() => logged.some(({ user }) => user === 'reader')).toBe(true)
    expect(JSON.stringify(logged)).not.toContain(reader.text)
  })

  test('limits requests per minute', async () => {
    const sendQuery = () => server.query(count, bearer(slow.text))
    expect([(await sendQuery()).status, (await sendQuery()).status]).toEqual([200, 200])
    const third = await sendQuery()
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await told(third)).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      message: expect.stringContaining('More than 2 requests in a minute.'),
    })
  })

  test('limits cells per minute; what was refused does not count', async () => {
    const cells = (stop: number) =>
      server.query(
        `{ session(id: "1") { binnedActivity(areas: ["VISp"], start: 0, stop: ${stop}, binSize: 1, units: { inBrainOnly: false, validOnly: false, requireMetrics: false, amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null }) { counts } } }`,
        bearer(small.text),
      )
    // 2 units of VISp.
    expect((await cells(10)).status).toBe(200)
    const more = await cells(10)
    expect(await told(more)).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect((await cells(5)).status).toBe(200)
    const never = await cells(100)
    expect(never.headers.get('retry-after')).toBeNull()
    expect(await told(never)).toMatchObject({
      status: 429,
      message: expect.stringContaining('Request less at once.'),
    })
  })

  test('notices within a second that a token was revoked, and lets nobody in without a file', async () => {
    const text = await readFile(server.path, 'utf8')
    const file = JSON.parse(text)
    const status = async () => (await server.query(count, bearer(all.text))).status
    const without = {
      ...file,
      tokens: file.tokens.filter(({ name }: { name: string }) => name !== 'all'),
    }
    await writeFile(server.path, JSON.stringify(without))
    await expect.poll(status).toBe(401)
    await writeFile(server.path, text)
    await expect.poll(status).toBe(200)
    await rm(server.path)
    await expect.poll(status).toBe(401)
    await writeFile(server.path, text)
    await expect.poll(status).toBe(200)
  })
})

describe('a browser', () => {
  const html = { accept: 'text/html' }

  test('signs in with a token, which becomes a cookie, and out again', async () => {
    const page = await server.get('/login')
    expect(await page.text()).toContain('<form method="post" action="login">')
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body,
        redirect: 'manual',
      })
    const wrong = await post('/login', 'token=wrong')
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
    const right = await post('/login', `token=${reader.text}&to=graphiql`)
    expect([right.status, right.headers.get('location')]).toEqual([303, './graphiql'])
    expect(right.headers.get('set-cookie')).toBe(
      `spikeql_token=${reader.text}; Path=/; HttpOnly; SameSite=Strict`,
    )
    const cookie = `other=1; spikeql_token=${reader.text}`
    expect((await server.query(count, { cookie })).status).toBe(200)
    expect(await (await server.get('/login', { cookie })).text()).toContain(
      '<strong>reader</strong>',
    )
    const out = await post('/logout', '', { cookie })
    expect(out.headers.get('set-cookie')).toContain(
      'spikeql_token=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    )
  })

  test('is sent nowhere else after it has signed in', async () => {
    const response = await fetch(`${server.url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${reader.text}&to=${encodeURIComponent('https://evil.example')}`,
      redirect: 'manual',
    })
    expect(response.headers.get('location')).toBe('./')
  })

  test('without a token gets no answer as a page either', async () => {
    expect((await server.get(`/graphql?query=${encodeURIComponent(count)}`, html)).status).toBe(401)
  })
})

describe('the headers of a proxy', () => {
  const sendQuery = (headers: Record<string, string>) => server.query(count, headers)

  test('let in whom a grant names', async () => {
    const groups = { 'x-forwarded-groups': 'guests, lab' }
    expect((await sendQuery({ 'x-forwarded-user': 'a', ...groups })).status).toBe(200)
    expect((await sendQuery({ 'x-forwarded-email': 'a@b.example', ...groups })).status).toBe(200)
    expect((await sendQuery(groups)).status).toBe(401)
    expect((await sendQuery({ 'x-forwarded-user': 'a' })).status).toBe(403)
  })
})
