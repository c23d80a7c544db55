import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type RunningServer, type ServerOptions, startServer } from '../../src/http/server.ts'
import type { PlaceStatus } from '../../src/sessions/session-catalog.ts'
import type { ReadOptions } from '../../src/sessions/session-reader.ts'
import type { BatchName, BatchRequest } from '../../src/sessions/session-requests.ts'
import { forgetting, oneSession, smallSession } from '../graphql/execute.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'

const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const catalog = options.catalog ?? (await oneSession(smallSession)).catalog
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
    ...options,
    catalog,
  })
  running.push(server)
  return server
}

function post(url: string, query: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...init,
  })
}

// biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
const readJson = (response: Response): Promise<any> => response.json()

const countsQuery =
  '{ session(id: "1") { binnedActivity(start: 9, stop: 13, binSize: 2, areas: []) { counts data { bytes } sparse { indptr } } } }'

/** A reader whose counts wait until the test lets them go. */
class HeldReader extends MemoryReader {
  readonly signals: AbortSignal[] = []
  letGo: () => void = () => {}
  readonly #held = new Promise<void>((resolve) => {
    this.letGo = resolve
  })
  onRequest: () => void = () => {}
  /** settles when counts are asked */
  readonly wasRequested = new Promise<void>((resolve) => {
    this.onRequest = resolve
  })

  override async read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    options?: ReadOptions,
  ) {
    if (options?.signal) this.signals.push(options.signal)
    this.onRequest()
    await this.#held
    return super.read(name, requests, options)
  }
}

async function startHeld(options: Partial<ServerOptions> = {}) {
  const reader = new HeldReader(smallSession)
  const server = await start({ catalog: await forgetting(reader), ...options })
  return { reader, server }
}

/** Settles when the signal is aborted. */
async function aborted(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) throw new Error('nothing was asked')
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

/** Whether the server accepts a connection. */
async function canConnect(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Send bytes as they are; gives the first line of the answer. */
function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    socket.once('data', (bytes) => {
      socket.destroy()
      resolve(bytes.toString().split('\r\n')[0] ?? '')
    })
    socket.once('error', reject)
  })
}

describe('/graphql', () => {
  test('writes counts as JSON, to the byte', async () => {
    const { url } = await start()
    const response = await post(url, countsQuery)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.text()).toBe(
      '{"data":{"session":{"binnedActivity":[{"counts":[[2,1,0],[1,2,1]],"data":{"bytes":"AgEAAQIB"},"sparse":{"indptr":[0,2,5]}}]}}}',
    )
  })

  test('writes bytes that decode to the counts', async () => {
    const { url } = await start()
    const { data } = await readJson(await post(url, countsQuery))
    const { counts, data: encoded } = data.session.binnedActivity[0]
    expect([...Buffer.from(encoded.bytes, 'base64')]).toEqual(counts.flat())
  })

  test('answers plain data beside errors', async () => {
    const { url } = await start()
    const body = await (
      await post(url, '{ a: session(id: "1") { id } b: session(id: "2") { id } }')
    ).json()
    expect(body).toMatchObject({
      data: { a: { id: '1' }, b: null },
      errors: [{ extensions: { code: 'SESSION_NOT_FOUND' } }],
    })
  })

  test('answers no stack and no path of ours for a fault of ours', async () => {
    const reader = new MemoryReader(smallSession)
    const catalog = await forgetting(reader)
    reader.tables = async () => {
      throw new Error('/data/private/path.nwb: read failed')
    }
    const { url } = await start({ catalog })
    const text = await (await post(url, '{ session(id: "1") { stimulusNames } }')).text()
    expect(text).toContain('Internal error.')
    expect(text).not.toContain('private')
    expect(text).not.toContain('node_modules')
  })

  test('refuses several operations in one request', async () => {
    const { url } = await start()
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }])
    const response = await post(url, '', { body })
    expect(response.status).toBe(400)
  })

  test('refuses a body that is too large', async () => {
    const { url } = await start()
    const response = await post(url, `{ __typename } #${'x'.repeat(1024 * 1024)}`)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    })
  })

  test('refuses text that is not JSON, and other types', async () => {
    const { url } = await start()
    expect((await post(url, '', { body: '{ not json' })).status).toBe(400)
    const plain = await post(url, '', {
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    })
    expect(plain.status).toBe(400)
    const form = await post(url, '', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={__typename}',
    })
    expect(form.status).toBe(415)
  })

  test('knows GET and POST only', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/graphql`, {
      method: 'DELETE',
      headers: { 'apollo-require-preflight': '1' },
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST')
  })

  test.each([
    ['a program that wants JSON', { accept: 'application/json' }, 200],
    ['a page of this server', { accept: '*/*', 'sec-fetch-site': 'same-origin' }, 200],
    ['the address bar', { accept: 'text/html, */*', 'sec-fetch-site': 'none' }, 200],
    ['a foreign page', { accept: 'application/json', 'sec-fetch-site': 'cross-site' }, 400],
    ['a foreign page on plain HTTP', { accept: 'application/json', origin: 'http://x.org' }, 400],
    ['a foreign script on plain HTTP', { accept: '*/*' }, 400],
    [
      'a foreign page that passed a preflight',
      { 'apollo-require-preflight': '1', 'sec-fetch-site': 'cross-site' },
      200,
    ],
  ])('GET by %s', async (_name, headers, status) => {
    const { url } = await start()
    const wasReceived = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest(`${url}/graphql?query={__typename}`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .once('error', reject)
        .end()
    })
    expect(wasReceived).toBe(status)
  })

  test('gives the client up when it takes too long', async () => {
    // Only the timer of the request: the client's own run on.
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const { server, reader } = await startHeld({ requestTimeoutSeconds: 12.345 })
    const reply = post(server.url, countsQuery)
    await reader.wasRequested
    const [giveUp] = timers.mock.calls.find(([, delay]) => delay === 12_345) ?? []
    timers.mockRestore()
    giveUp?.()
    const body = await readJson(await reply)
    expect(body.errors).toMatchObject([{ extensions: { code: 'REQUEST_ABORTED' } }])
    expect(reader.signals.map((signal) => signal.aborted)).toEqual([true])
  })

  test("aborts the reader's work when the client goes away", async () => {
    const { server, reader } = await startHeld()
    const client = new AbortController()
    const reply = post(server.url, countsQuery, { signal: client.signal })
    await reader.wasRequested
    expect(reader.signals[0]?.aborted).toBe(false)
    client.abort()
    await expect(reply).rejects.toThrow()
    await aborted(reader.signals[0])
  })

  test('answers 503 with Retry-After when as many wait as may', async () => {
    const { server, reader } = await startHeld({ maxConcurrency: 1, maxQueue: 1 })
    const first = post(server.url, countsQuery)
    await reader.wasRequested
    const second = post(server.url, countsQuery)
    await vi.waitFor(async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text()
      expect(metrics).toMatch(/^spikeql_heavy_operations_waiting 1$/m)
    }, 60_000)
    const third = await post(server.url, countsQuery)
    expect(third.status).toBe(503)
    expect(third.headers.get('retry-after')).toBe('1')
    expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVER_BUSY' } }] })
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    reader.letGo()
    expect((await first).status).toBe(200)
    expect((await second).status).toBe(200)
  })
})

describe('the server', () => {
  test('is live, and ready', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
      status: 'ready',
      reading: [],
      silent: [],
    })
  })

  test('is live but not ready while it cannot serve', async () => {
    const { url } = await start({ canServe: () => Promise.reject(new Error('no disk')) })
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    const ready = await fetch(`${url}/health/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.text()).not.toContain('disk')
  })

  test('says what is still being read, and is not ready until it was; a silent place is not waited for', async () => {
    const { catalog } = await oneSession(smallSession)
    const place = (name: string, state: PlaceStatus['state'], readCount: number) =>
      ({ name, state, fileCount: 9, readCount }) as const
    const silent = place('far', 'SILENT', 0)
    let places = [place('near', 'READING', 4), silent]
    const { url } = await start({ catalog: { ...catalog, places: () => places } })
    const ready = async () => {
      const response = await fetch(`${url}/health/ready`)
      return [response.status, await response.json()]
    }
    const reading = [{ name: 'near', fileCount: 9, readCount: 4 }]
    expect(await ready()).toEqual([503, { status: 'reading', reading, silent: ['far'] }])
    const query = '{ places { name state fileCount readCount } }'
    expect(await readJson(await post(url, query))).toEqual({ data: { places } })
    places = [place('near', 'READ', 9), silent]
    expect(await ready()).toEqual([200, { status: 'ready', reading: [], silent: ['far'] }])
  })

  describe('what cannot be taken for a request', () => {
    const bytesBack = async (url: string, sent: string): Promise<string> => {
      const { port } = new URL(url)
      const socket = connect(Number(port), '127.0.0.1')
      let received = ''
      socket.on('data', (bytes) => {
        received += bytes
      })
      socket.write(sent)
      await once(socket, 'close')
      return received
    }

    test.each([
      ['no HTTP at all', 'hello\r\n\r\n', 400, 'This is not an HTTP/1.1 request.'],
      [
        'two lengths',
        'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
        400,
        'This is not an HTTP/1.1 request.',
      ],
      [
        'headers without an end',
        `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
        431,
        'The headers of the request are longer than 16 KB. Send long queries and variables in the body of a POST.',
      ],
    ])('is answered in the form of the API: %s', async (_, sent, status, message) => {
      const { url } = await start()
      const reply = await bytesBack(url, sent)
      const [head = '', body = ''] = reply.split('\r\n\r\n')
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      expect(head).toContain('content-type: application/json')
      expect(head).toContain(`content-length: ${body.length}`)
      expect(JSON.parse(body)).toEqual({
        errors: [{ message, extensions: { code: 'BAD_REQUEST' } }],
      })
      expect((await fetch(`${url}/health/live`)).status).toBe(200)
    })
  })

  test('says at / what it is', async () => {
    const { url } = await start()
    const response = await fetch(url)
    expect(await response.json()).toMatchObject({ name: 'SpikeQL', graphql: '/graphql' })
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('answers 404 with where to go', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/nothing?secret=1`)
    expect(response.status).toBe(404)
    const [error] = (await readJson(response)).errors
    expect(error.message).toContain('POST /graphql')
    expect(error.message).not.toContain('secret')
  })

  test.each(['a b', 'x/y', '[::1', 'user@host', 'h:99999999'])(
    'answers 400 to the Host %j',
    async (host) => {
      const { url } = await start()
      const line = await sendRaw(url, `GET /graphql HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
      expect(line).toBe('HTTP/1.1 400 Bad Request')
    },
  )

  test('lets no foreign page ask, unless told', async () => {
    const closed = await start()
    const open = await start({ corsOrigins: ['https://lab.example'] })
    const preflight = (url: string, origin: string) =>
      fetch(`${url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    const allowed = (response: Response) => response.headers.get('access-control-allow-origin')
    expect(allowed(await preflight(closed.url, 'https://lab.example'))).toBeNull()
    expect(allowed(await preflight(open.url, 'https://other.example'))).toBeNull()
    const granted = await preflight(open.url, 'https://lab.example')
    expect(granted.status).toBe(204)
    expect(allowed(granted)).toBe('https://lab.example')
    const reply = await post(open.url, '{ __typename }', {
      headers: { 'content-type': 'application/json', origin: 'https://lab.example' },
    })
    expect(allowed(reply)).toBe('https://lab.example')
  })

  test.each([
    'content-type',
    'authorization',
    'apollo-require-preflight',
    'apollographql-client-name',
    'apollographql-client-version',
    'if-none-match',
    'if-range',
    'range',
    'traceparent',
    'tracestate',
    'x-request-id',
  ])('lets a foreign page that may ask send the header %s', async (header) => {
    const { url } = await start({ corsOrigins: ['https://lab.example'] })
    const { headers } = await fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://lab.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': header,
      },
    })
    expect(headers.get('access-control-allow-headers')?.split(', ')).toContain(header)
    expect(headers.get('access-control-max-age')).toBe('600')
  })

  test('lets a foreign page read a refusal, too', async () => {
    const { url } = await start({ corsOrigins: ['https://lab.example', 'https://two.example'] })
    const response = await fetch(`${url}/nowhere`, { headers: { origin: 'https://two.example' } })
    expect(response.status).toBe(404)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://two.example')
    expect(response.headers.get('vary')).toContain('Origin')
  })

  test('answers OPTIONS without an Origin by the methods that pages may use', async () => {
    const { url } = await start({ corsOrigins: ['https://lab.example'] })
    const response = await fetch(`${url}/graphql`, { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('lets every page ask where all origins are allowed', async () => {
    const { url } = await start({ corsOrigins: ['*'] })
    const response = await fetch(url, { headers: { origin: 'https://any.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('finishes what runs before it closes', async () => {
    const { server, reader } = await startHeld()
    const reply = post(server.url, countsQuery)
    await reader.wasRequested
    const closed = server.close()
    // Until the listener is closed.
    await vi.waitFor(() => expect(canConnect(server.url)).resolves.toBe(false), 60_000)
    reader.letGo()
    expect((await readJson(await reply)).data.session.binnedActivity).toHaveLength(1)
    await closed
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow()
  })

  test('cuts off what does not end in time', async () => {
    const { server, reader } = await startHeld({ drainSeconds: 0.05 })
    // What has ended is not cut off.
    await post(server.url, '{ sessions { totalCount } }')
    const reply = post(server.url, countsQuery)
    const failed = expect(reply).rejects.toThrow()
    await reader.wasRequested
    expect(await server.close()).toEqual({ cutRequests: 1 })
    await failed
    await aborted(reader.signals[0])
  })

  test('says first that it is not ready, and goes on answering until the delay is over', async () => {
    const { server, reader } = await startHeld({ drainDelaySeconds: 3 })
    const running = post(server.url, countsQuery)
    await reader.wasRequested
    const closed = server.close()
    const ready = await fetch(`${server.url}/health/ready`)
    expect(ready.status).toBe(503)
    expect(ready.headers.get('connection')).toBe('close')
    expect(await ready.json()).toMatchObject({ status: 'closing' })
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    const late = await post(server.url, '{ sessions { totalCount } }')
    expect(await readJson(late)).toEqual({ data: { sessions: { totalCount: 1 } } })
    reader.letGo()
    expect((await running).status).toBe(200)
    expect(await closed).toEqual({ cutRequests: 0 })
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow()
  })

  test('logs one line a request, without the query', async () => {
    const lines: string[] = []
    const { url } = await start({
      logger: { level: 'info', stream: { write: (line: string) => lines.push(line) } },
    })
    await post(url, 'query Sessions { sessions { totalCount } }')
    const requests = await vi.waitFor(() => {
      const found = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
      expect(found).not.toEqual([])
      return found
    }, 60_000)
    expect(requests).toMatchObject([
      { method: 'POST', path: '/graphql', status: 200, operationName: 'Sessions' },
    ])
    expect(lines.join()).not.toContain('totalCount')
  })
})
