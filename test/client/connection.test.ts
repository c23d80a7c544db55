import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import {
  createClient,
  HttpError,
  NetworkError,
  ServerBusyError,
  SpikeQLError,
  UnexpectedResponseError,
} from '../../src/client/index.ts'
import { stubServer } from './stub-server.ts'

const busy = JSON.stringify({
  errors: [{ message: 'Too many requests wait.', extensions: { code: 'SERVER_BUSY' } }],
})
const fine = JSON.stringify({ data: { sessionTypes: ['a'] } })

/** A server without room for the first requests, and how many came. */
async function busyServer(refusals: number, headers: Record<string, string> = {}) {
  const requested = { times: 0 }
  const url = await stubServer((_, response) => {
    const isBusy = requested.times++ < refusals
    response.writeHead(isBusy ? 503 : 200, { 'content-type': 'application/json', ...headers })
    response.end(isBusy ? busy : fine)
  })
  return { url, requested }
}

describe('a request that only passes by chance', () => {
  test.each([429, 502, 503, 504])('is sent again after status %i', async (status) => {
    let times = 0
    const url = await stubServer((_, response) => {
      const isRefused = times++ < 1
      const headers = status === 502 || status === 504 ? {} : { 'retry-after': '0' }
      response.writeHead(isRefused ? status : 200, {
        'content-type': 'application/json',
        ...headers,
      })
      response.end(isRefused ? busy : fine)
    })
    expect(await createClient(url).query('{ sessionTypes }')).toEqual({ sessionTypes: ['a'] })
    expect(times).toBe(2)
  })

  test('is sent again after its connection was reset, as often as allowed', async () => {
    let resets = 0
    const url = await stubServer((request, response) => {
      if (resets++ < 2) request.socket.destroy()
      else response.writeHead(200, { 'content-type': 'application/json' }).end(fine)
    })
    await expect(createClient(url, { retries: 1 }).query('{ sessionTypes }')).rejects.toThrow(
      NetworkError,
    )
    expect(resets).toBe(2)
    expect(await createClient(url).query('{ sessionTypes }')).toEqual({ sessionTypes: ['a'] })
  })
})

describe('a server that is busy', () => {
  test('is asked again when it says so', async () => {
    const { url, requested } = await busyServer(2, { 'retry-after': '0' })
    expect(await createClient(url).query('{ sessionTypes }')).toEqual({ sessionTypes: ['a'] })
    expect(requested.times).toBe(3)
  })

  test('is given up after as many retries as allowed', async () => {
    const { url, requested } = await busyServer(10, { 'retry-after': '0' })
    const error = await createClient(url, { retries: 1 })
      .query('{ sessionTypes }')
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ServerBusyError)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({
      name: 'ServerBusyError',
      message: 'Too many requests wait.',
      code: 'SERVER_BUSY',
      status: 503,
      retryAfterSeconds: 0,
    })
    expect(requested.times).toBe(2)
  })

  test.each([{}, { 'retry-after': '3600' }])('is given up at once with %o', async (headers) => {
    const { url, requested } = await busyServer(1, headers)
    await expect(createClient(url).query('{ sessionTypes }')).rejects.toThrow(ServerBusyError)
    expect(requested.times).toBe(1)
  })

  test('is asked again while it still reads recordings, although GraphQL answered', async () => {
    const stillReading = JSON.stringify({
      data: { session: null },
      errors: [{ message: 'It may appear.', extensions: { code: 'STILL_READING' } }],
    })
    let requested = 0
    const url = await stubServer((_, response) => {
      const type = 'application/graphql-response+json'
      response.writeHead(requested++ < 2 ? 503 : 200, { 'content-type': type, 'retry-after': '0' })
      response.end(requested <= 2 ? stillReading : fine)
    })
    await expect(createClient(url, { retries: 0 }).query('{ sessionTypes }')).rejects.toThrow(
      expect.objectContaining({
        name: 'ServerBusyError',
        code: 'STILL_READING',
        message: 'It may appear.',
      }),
    )
    expect(await createClient(url).query('{ sessionTypes }')).toEqual({ sessionTypes: ['a'] })
    expect(requested).toBe(3)
  })

  test('is not waited for once the caller aborts', async () => {
    const { url, requested } = await busyServer(1, { 'retry-after': '20' })
    const controller = new AbortController()
    const reply = createClient(url).query('{ sessionTypes }', {}, { signal: controller.signal })
    const reason = new Error('the user moved on')
    const waited = expect(reply).rejects.toBe(reason)
    while (requested.times === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(reason)
    await waited
    expect(requested.times).toBe(1)
  })
})

describe('abort', () => {
  test('before the request sends nothing', async () => {
    const { url, requested } = await busyServer(0)
    const signal = AbortSignal.abort(new Error('never mind'))
    await expect(createClient(url).query('{ sessionTypes }', {}, { signal })).rejects.toThrow(
      'never mind',
    )
    expect(requested.times).toBe(0)
  })

  test('in flight hangs up on the server', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const reason = new Error('the user moved on')
    let hangUp = () => {}
    const hungUp = new Promise<void>((resolve) => {
      hangUp = resolve
    })
    const url = await stubServer((request) => {
      request.socket.on('close', hangUp)
      controller.abort(reason)
    })
    await expect(createClient(url).query('{ sessionTypes }', {}, { signal })).rejects.toBe(reason)
    await hungUp
  })

  test('while bytes come rejects with the reason', async () => {
    const url = await stubServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('some')
    })
    const controller = new AbortController()
    const reason = new Error('the user moved on')
    const bytes = createClient(url).bytes('/arrays/1', {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    })
    await expect(bytes).rejects.toBe(reason)
  })
})

describe('an error', () => {
  test('of a route that is not there tells status, code and the cure', async () => {
    const url = await stubServer((_, response) => {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ errors: [{ message: 'Nothing.', extensions: { code: 'NOT_FOUND' } }] }),
      )
    })
    await expect(createClient(url).bytes('/arrays/1')).rejects.toMatchObject({
      name: 'HttpError',
      status: 404,
      code: 'NOT_FOUND',
      message: 'Nothing.',
      url: `${url}/arrays/1`,
    })
  })

  test('of something else in between tells the status', async () => {
    const url = await stubServer((_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    })
    await expect(createClient(url, { retries: 0 }).query('{ sessionTypes }')).rejects.toMatchObject(
      {
        name: 'HttpError',
        status: 502,
        code: null,
        message: 'The server answered with status 502.',
      },
    )
  })

  test('of a server that is not there is a NetworkError with its cause', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await new Promise((closed) => server.close(closed))
    const error = await createClient(`http://127.0.0.1:${port}`)
      .query('{ sessionTypes }')
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toBeInstanceOf(SpikeQLError)
    expect(error).toMatchObject({
      url: `http://127.0.0.1:${port}/graphql`,
      message: expect.stringContaining('Is the server running there'),
      cause: expect.any(TypeError),
    })
  })

  test.each(['/graphql', '/arrays/1'])(
    'of an answer from %s that breaks off is a NetworkError',
    async (path) => {
      const url = await stubServer((_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('some', () => response.destroy())
      })
      const client = createClient(url)
      const reply = path === '/graphql' ? client.query('{ sessionTypes }') : client.bytes(path)
      await expect(reply).rejects.toMatchObject({
        name: 'NetworkError',
        message: expect.stringContaining('was interrupted'),
      })
    },
  )

  test.each(['<h1>Hello</h1>', '[]', 'null', '{}'])(
    'of a server that answers %s is an UnexpectedResponseError',
    async (text) => {
      const url = await stubServer((_, response) => response.end(text))
      await expect(createClient(url).query('{ sessionTypes }')).rejects.toThrow(
        UnexpectedResponseError,
      )
    },
  )
})

test('headers are sent with every request, and another fetch may send it', async () => {
  const url = await stubServer((request, response) => {
    const sessionTypes = [request.headers.authorization, request.headers['content-type']]
    response.end(JSON.stringify({ data: { sessionTypes } }))
  })
  const sent: string[] = []
  const client = createClient(url, {
    headers: { authorization: 'Bearer 1' },
    fetch: (input, init) => {
      sent.push(String(input))
      return fetch(input, init)
    },
  })
  expect(await client.query('{ sessionTypes }')).toEqual({
    sessionTypes: ['Bearer 1', 'application/json'],
  })
  expect(sent).toEqual([`${url}/graphql`])
})

describe('the address', () => {
  test.each([
    ['http://spikes.example', 'http://spikes.example/'],
    ['http://spikes.example/graphql', 'http://spikes.example/'],
    ['http://spikes.example/lab/', 'http://spikes.example/lab/'],
    ['http://spikes.example/lab', 'http://spikes.example/lab/'],
    ['http://spikes.example/lab/graphql/?a=b#c', 'http://spikes.example/lab/'],
    ['http://spikes.example/notgraphql', 'http://spikes.example/notgraphql/'],
  ])('%s is the server %s', (given, url) => {
    const client = createClient(given)
    expect(client.url).toBe(url)
    expect(createClient(new URL(given)).url).toBe(url)
    expect(client.urlOf('/arrays/1?format=NPY')).toBe(`${url}arrays/1?format=NPY`)
  })

  test.each(['http://evil.example/', '//evil.example/', 'arrays/1'])(
    'of an href does not follow %s elsewhere',
    (href) => {
      expect(() => createClient('http://spikes.example').urlOf(href)).toThrow(TypeError)
    },
  )
})
