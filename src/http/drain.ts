import type { FastifyInstance } from 'fastify'

/** The end of a server: what runs is finished, and each connection closes behind its answer. */
export class Drain {
  #hasBegun = false

  get hasBegun(): boolean {
    return this.#hasBegun
  }

  // A connection kept alive behind the last answer would keep the server open until its client goes.
  addTo(app: FastifyInstance): void {
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.#hasBegun) reply.header('connection', 'close')
      done()
    })
  }

  /** @param patienceSeconds after which connections are cut, finished or not */
  async close(app: FastifyInstance, patienceSeconds: number): Promise<void> {
    this.#hasBegun = true
    const timer = setTimeout(() => app.server.closeAllConnections(), 1000 * patienceSeconds)
    try {
      await app.close()
    } finally {
      clearTimeout(timer)
    }
  }
}
