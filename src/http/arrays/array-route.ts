import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RULE_VERSION } from '../../domain/counting/rule-version.ts'
import { AddressOutdatedError, RateLimitedError, UserError } from '../../errors.ts'
import { type AddressedExport, findExport } from '../../exports/addressed-export.ts'
import type { GraphQLContext } from '../../graphql/context.ts'
import { inSpan } from '../../tracing.ts'
import { retryAfter } from '../auth/access.ts'
import { type Lanes, RequestWork, type WorkContext } from '../guards/request-work.ts'
import { ArrayNotFoundError, statusOf } from './array-errors.ts'
import { sendArray } from './array-reply.ts'
import type { FileCache } from './file-cache.ts'

export interface ArrayRouteOptions {
  readonly files: FileCache
  readonly lanes: Lanes
  /** of SpikeQL: another release may write the same array in other bytes */
  readonly version: string
  readonly createContext: (request: FastifyRequest, work: WorkContext) => GraphQLContext
  /** whether everyone may have what anyone may: caches may share it */
  readonly isPublic: boolean
}

interface ArrayPath {
  readonly rules: string
  readonly sessionId: string
  readonly fileVersion: string
  readonly fileName: string
}

/**
 * /arrays: what `href` fields name, as files. An address answers the same for ever, or 410 when the
 * file of its session changed.
 */
export function addArrayRoute(app: FastifyInstance, options: ArrayRouteOptions): void {
  app.route<{ Params: ArrayPath }>({
    method: ['GET', 'HEAD'],
    url: '/arrays/:rules/:sessionId/:fileVersion/:fileName',
    config: { scope: 'export' },
    handler: (request, reply) => respond(request, reply, options),
  })
}

async function respond(
  request: FastifyRequest<{ Params: ArrayPath }>,
  reply: FastifyReply,
  { files, lanes, version, createContext, isPublic }: ArrayRouteOptions,
): Promise<FastifyReply> {
  using work = new RequestWork(lanes, request, reply)
  const { signal, reserve, chargeCells } = work
  try {
    return await work.run(request.url, async () => {
      const context = createContext(request, { signal, reserve, chargeCells })
      const array = await inSpan('plan', {}, () => find(request, context))
      return sendArray(request, reply, array, { files, version, isPublic, writing: lanes.writing })
    })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return refuse(reply, error, lanes)
  }
}

async function find(
  { params, url }: FastifyRequest<{ Params: ArrayPath }>,
  context: GraphQLContext,
): Promise<AddressedExport> {
  const { loaders } = context
  const { rules, sessionId, fileVersion, fileName } = params
  const session = await loaders.session(sessionId)
  if (rules !== `v${RULE_VERSION}`) throw new AddressOutdatedError(sessionId, 'rule')
  const tables = await loaders.tables(session)
  if (fileVersion !== (await loaders.load(session, 'fileVersion'))) {
    throw new AddressOutdatedError(sessionId, 'file')
  }
  const search = url.includes('?') ? url.slice(url.indexOf('?') + 1) : ''
  const array = await findExport(fileName, search, { ...context, session, tables, fileVersion })
  if (!array) throw new ArrayNotFoundError(fileName)
  return array
}

function refuse(reply: FastifyReply, error: UserError, { retryAdvice }: Lanes): FastifyReply {
  const { message, code } = error
  const status = statusOf(error)
  if (error instanceof RateLimitedError) reply.headers(retryAfter(error))
  if (status === 503) reply.header('retry-after', retryAdvice.next())
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] })
}
