import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { FormattedExecutionResult } from 'graphql'
import { RecordingError } from '../../errors.ts'
import { readingText } from '../../sessions/reading-progress.ts'
import type { PlaceStatus } from '../../sessions/session-catalog.ts'
import type { HttpContext } from './http-context.ts'

/** Wait before the next request for a session that may appear: some files are read by then. */
const RETRY_AFTER_SECONDS = '2'

const ofEveryRequest: GraphQLRequestListener<HttpContext> = {
  async willSendResponse({ contextValue: { loaders }, response: { body, http } }) {
    const { unread } = loaders
    if (unread.length === 0 || body.kind !== 'single') return
    const result = body.singleResult
    result.extensions = { ...result.extensions, warnings: warningsOf(unread) }
    if (!isAllUnread(result)) return
    http.status = 503
    http.headers.set('retry-after', RETRY_AFTER_SECONDS)
  },
}

/**
 * Says in each response that was made while sessions may be missing that this is so; one that found
 * nothing for this reason alone has status 503, which clients and proxies know to repeat.
 */
export const unreadPlaces: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => ofEveryRequest,
}

function warningsOf(unread: readonly PlaceStatus[]) {
  const reading = unread.filter(({ state }) => state !== 'SILENT')
  const silent = unread.filter(({ state }) => state === 'SILENT')
  const missing = 'sessions, and what the tables of an AllenSDK cache know of them, may be missing'
  return [
    ...(reading.length > 0
      ? [{ code: 'STILL_READING', message: `${readingText(reading)}; until then ${missing}.` }]
      : []),
    ...silent.map(({ name }) => {
      const { code, message } = new RecordingError('DISK_SILENT', name, missing)
      return { code, message }
    }),
  ]
}

/** Whether every field requested failed because its session may still appear. */
function isAllUnread({ data, errors = [] }: FormattedExecutionResult): boolean {
  return (
    errors.length > 0 &&
    errors.every(({ extensions }) => extensions?.code === 'STILL_READING') &&
    Object.values(data ?? {}).every((field) => field === null)
  )
}
