import type { Server } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** What a container's host waits, by default, before it kills. */
export const DEFAULT_DRAIN_SECONDS = 30

export interface DrainOptions {
  /**
   * for which requests still come in while /health/ready says that they had better not: time
   * for a load balancer to notice
   */
  readonly delaySeconds: number
  /** for what runs then to finish, before it is cut off */
  readonly patienceSeconds: number
}

/** How a server ended. */
export interface Drained {
  /** requests that were cut off before their response was sent */
  readonly cutRequests: number
}

/**
 * The end of a server, in this order: /health/ready answers 503, and each connection
 * closes after its response; the listener closes; what runs is finished; what does
 * not finish in time is cut off.
 */
export class Drain {
  readonly #unfinished = new Set<object>()
  #hasBegun = false

  get hasBegun(): boolean {
    return this.#hasBegun
  }

  addTo(app: FastifyInstance): void {
    app.addHook('onRequest', (request, _reply, done) => {
      this.#unfinished.add(request)
      done()
    })
    // Also when its client went away.
    app.addHook('onResponse', (request, _reply, done) => {
      this.#unfinished.delete(request)
      done()
    })
    // A connection kept alive after the last response would keep the server
    // open until its client goes.
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.#hasBegun) reply.header('connection', 'close')
      done()
    })
  }

  async close(
    app: FastifyInstance,
    { delaySeconds, patienceSeconds }: DrainOptions,
  ): Promise<Drained> {
    this.#hasBegun = true
    if (delaySeconds > 0) await setTimeout(1000 * delaySeconds)
    await allAccepted(app.server, (1000 * patienceSeconds) / 2)
    let cutRequests = 0
    const cutting = new AbortController()
    void setTimeout(1000 * patienceSeconds, null, { signal: cutting.signal }).then(
      () => {
        const { server } = app
        server.closeIdleConnections()
        // Also those that had not been read yet.
        server.getConnections((_error, connections = 0) => {
          cutRequests = Math.max(this.#unfinished.size, connections)
          server.closeAllConnections()
        })
      },
      () => {},
    )
    try {
      await app.close()
    } finally {
      cutting.abort()
    }
    return { cutRequests }
  }
}

/**
 * Wait until no connection waits to be accepted. Node accepts one per turn of the event loop, and
 * to close the listener resets all others, although their requests have been sent.
 */
async function allAccepted(server: Server, longestMs: number): Promise<void> {
  const latest = performance.now() + longestMs
  let isAccepting = true
  const note = () => {
    isAccepting = true
  }
  server.on('connection', note)
  while (isAccepting && performance.now() < latest) {
    isAccepting = false
    // Between these are two turns: one accepts, and in the next the request is read.
    for (let turn = 0; turn < 3; turn++) await setImmediate()
  }
  server.off('connection', note)
}
