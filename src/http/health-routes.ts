import type { FastifyInstance } from 'fastify'

/** How long the catalog may take to say that it can serve. */
const PATIENCE_MS = 2000

export interface HealthOptions {
  /** settles when sessions can be served */
  readonly canServe: () => Promise<unknown>
  readonly isClosing: () => boolean
}

/** /health/live: the process answers. /health/ready: it can serve sessions; a load balancer may send requests here. */
export function addHealthRoutes(
  app: FastifyInstance,
  { canServe, isClosing }: HealthOptions,
): void {
  app.get('/health/live', async () => ({ status: 'live' }))

  app.get('/health/ready', async (request, reply) => {
    if (isClosing()) return reply.code(503).send({ status: 'closing' })
    try {
      await withinPatience(canServe())
      return { status: 'ready' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'not ready' })
    }
  })
}

async function withinPatience(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)
  })
  try {
    await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
