import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a server can go wrong with one request. */
export const faults = {
  '503': (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(503, { 'retry-after': '0' }).end('<Error><Code>SlowDown</Code></Error>')
  },
  reset: (request: IncomingMessage) => {
    request.socket.destroy()
  },
  truncated: (request: IncomingMessage, response: ServerResponse, reply: RangeResponse) => {
    response.writeHead(206, reply.headers)
    response.write(reply.bytes.subarray(0, Math.floor(reply.bytes.length / 2)))
    setTimeout(() => request.socket.destroy(), 5)
  },
  slow: (_request: IncomingMessage, response: ServerResponse, reply: RangeResponse) => {
    setTimeout(() => response.writeHead(206, reply.headers).end(reply.bytes), 150)
  },
  'wrong range': (_request: IncomingMessage, response: ServerResponse, reply: RangeResponse) => {
    const { from, length, size } = reply
    const elsewhere = Math.max(0, Math.min(from + 1, size - length))
    const moved = from === elsewhere ? length - 1 : length
    response.writeHead(206, {
      ...reply.headers,
      'content-range': `bytes ${elsewhere}-${elsewhere + moved - 1}/${size}`,
      'content-length': moved,
    })
    response.end(reply.bytes.subarray(0, moved))
  },
  'changed tag': (_request: IncomingMessage, response: ServerResponse, reply: RangeResponse) => {
    response.writeHead(206, { ...reply.headers, etag: '"of a lagging replica"' })
    response.end(reply.bytes)
  },
} as const

export type Fault = keyof typeof faults

interface RangeResponse {
  readonly from: number
  readonly length: number
  readonly size: number
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string | number>>
}

export interface ServedFile {
  readonly bytes: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** What a test does with a request itself. */
type Handler = (request: IncomingMessage, response: ServerResponse) => boolean

/** Serves files by byte ranges on this machine, and fails on command. */
export class RangeServer implements AsyncDisposable {
  readonly files = new Map<string, ServedFile>()
  /** of all requests so far, in their order */
  readonly requests: IncomingMessage[] = []
  /** every so many requests, one of `faultKinds` in turn happens; 0: none */
  faultEvery = 0
  faultKinds: readonly Fault[] = Object.keys(faults) as Fault[]
  /** ms before each response */
  latency = 0
  /** what is not answered as a file; returns whether it was */
  handler: Handler = () => false
  readonly #server: Server

  static async start(files: Readonly<Record<string, Uint8Array>> = {}): Promise<RangeServer> {
    const server = new RangeServer()
    for (const [path, bytes] of Object.entries(files)) server.files.set(path, { bytes })
    await once(server.#server.listen(0, '127.0.0.1'), 'listening')
    return server
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request)
      const reply = () => {
        if (!this.handler(request, response)) this.#respond(request, response)
      }
      if (this.latency > 0) setTimeout(reply, this.latency)
      else reply()
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  url(path: string): string {
    return `${this.origin}${path}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.origin).pathname)
    const file = this.files.get(path)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    this.sendFile(file, request, response)
  }

  /** Answer with a file, or the range of it that is asked for. */
  sendFile(
    { bytes, headers = {} }: ServedFile,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const common = { etag: tagOf(bytes), ...headers }
    const match = request.headers['if-match']
    if (match !== undefined && match !== common.etag) {
      response.writeHead(412).end()
      return
    }
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (first === undefined) {
      response.writeHead(200, { ...common, 'content-length': bytes.length }).end(bytes)
      return
    }
    const from = Number(first)
    const to = Math.min(bytes.length, last ? Number(last) + 1 : bytes.length)
    if (from >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
      return
    }
    const reply: RangeResponse = {
      from,
      length: to - from,
      size: bytes.length,
      bytes: bytes.subarray(from, to),
      headers: {
        ...common,
        'content-range': `bytes ${from}-${to - 1}/${bytes.length}`,
        'content-length': to - from,
      },
    }
    const count = this.requests.length
    const isFaulty = this.faultEvery > 0 && count % this.faultEvery === 0
    const kind = this.faultKinds[Math.floor(count / this.faultEvery) % this.faultKinds.length]
    if (isFaulty && kind !== undefined) faults[kind](request, response, reply)
    else response.writeHead(206, reply.headers).end(reply.bytes)
  }
}

const tags = new WeakMap<Uint8Array, string>()

export function tagOf(bytes: Uint8Array): string {
  const known = tags.get(bytes)
  if (known) return known
  const tag = `"${createHash('md5').update(bytes).digest('hex')}"`
  tags.set(bytes, tag)
  return tag
}
