import { type GraphQLResponseError, NetworkError, UnexpectedResponseError } from './errors.ts'
import type { ResponseExtensions } from './response-extensions.ts'

/** What GraphQL answered. */
export interface GraphQLResponse<Result> {
  /** null where a field failed; null as a whole when nothing could be answered */
  readonly data: Result | null
  /** empty when all is well */
  readonly errors: readonly GraphQLResponseError[]
  /** what the server says of the response, with what `QueryOptions.extensions` requests */
  readonly extensions: ResponseExtensions
}

/**
 * GraphQL's answer in a response.
 *
 * @throws NetworkError when it breaks off, UnexpectedResponseError when it is not GraphQL's; the
 *   signal's reason when it is aborted
 */
export async function readGraphQLResponse<Result>(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<GraphQLResponse<Result>> {
  const {
    data = null,
    errors = [],
    extensions = {},
  } = parseGraphQLResponse(await readText(response, signal), response.url)
  return { data: data as Result | null, errors, extensions }
}

interface WrittenResponse {
  readonly data?: unknown
  readonly errors?: readonly GraphQLResponseError[]
  readonly extensions?: ResponseExtensions
}

async function readText(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text()
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new NetworkError(
      response.url,
      `The response from ${response.url} was interrupted.`,
      error,
    )
  }
}

function parseGraphQLResponse(text: string, url: string): WrittenResponse {
  let parsed: WrittenResponse | null = null
  try {
    parsed = JSON.parse(text)
  } catch {
    // reported below
  }
  if (parsed?.data !== undefined || parsed?.errors !== undefined) return parsed
  throw new UnexpectedResponseError(
    `${url} does not answer as GraphQL does: "${text.slice(0, 80)}". Is it a SpikeQL server?`,
  )
}
