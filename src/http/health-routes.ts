import type { FastifyInstance } from 'fastify'
import type { PlaceStatus } from '../sessions/session-catalog.ts'

/** How long the catalog may take to say that it can serve. */
const PATIENCE_MS = 2000

export interface HealthOptions {
  /** settles when sessions can be served */
  readonly canServe: () => Promise<unknown>
  /** how far the first look at what is served has come */
  readonly places: () => readonly PlaceStatus[]
  readonly isClosing: () => boolean
  /** whether everyone may know the names of places */
  readonly isPublic: boolean
}

/**
 * /health/live: the process answers. /health/ready: every place was read, but for those
 * whose disks do not answer; a load balancer may send requests here. It names what is still
 * being read, and what is silent; where there are users, only how many.
 */
export function addHealthRoutes(
  app: FastifyInstance,
  { canServe, places, isClosing, isPublic }: HealthOptions,
): void {
  const report = ({ reading, silent }: ReturnType<typeof progress>) =>
    isPublic ? { reading, silent } : { reading: reading.length, silent: silent.length }

  app.get('/health/live', async () => ({ status: 'live' }))

  app.get('/health/ready', async (request, reply) => {
    if (isClosing()) return reply.code(503).send({ status: 'closing' })
    try {
      await withinPatience(canServe())
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'not ready', ...report(progress(places())) })
    }
    const now = progress(places())
    if (now.reading.length > 0) return reply.code(503).send({ status: 'reading', ...report(now) })
    return { status: 'ready', ...report(now) }
  })
}

function progress(places: readonly PlaceStatus[]) {
  const inState = (state: PlaceStatus['state']) => places.filter((place) => place.state === state)
  return {
    reading: inState('READING').map(({ name, fileCount, readCount }) => ({
      name,
      fileCount,
      readCount,
    })),
    silent: inState('SILENT').map(({ name }) => name),
  }
}

async function withinPatience(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no response in time')), PATIENCE_MS)
  })
  try {
    await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
