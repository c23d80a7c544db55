import { type GraphQLAnswerError, NetworkError, UnexpectedAnswerError } from './errors.ts'

/** What GraphQL answered. */
export interface GraphQLAnswer<Result> {
  /** null where a field failed; null as a whole when nothing could be answered */
  readonly data: Result | null
  /** empty when all is well */
  readonly errors: readonly GraphQLAnswerError[]
}

/**
 * GraphQL's answer in a response.
 *
 * @throws NetworkError when it breaks off, UnexpectedAnswerError when it is not GraphQL's; the
 *   signal's reason when it is aborted
 */
export async function readAnswer<Result>(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<GraphQLAnswer<Result>> {
  const { data = null, errors = [] } = parseAnswer(await readText(response, signal), response.url)
  return { data: data as Result | null, errors }
}

interface WrittenAnswer {
  readonly data?: unknown
  readonly errors?: readonly GraphQLAnswerError[]
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

function parseAnswer(text: string, url: string): WrittenAnswer {
  let answer: WrittenAnswer | null = null
  try {
    answer = JSON.parse(text)
  } catch {
    // reported below
  }
  if (answer?.data !== undefined || answer?.errors !== undefined) return answer
  throw new UnexpectedAnswerError(
    `${url} does not answer as GraphQL does: "${text.slice(0, 80)}". Is it a SpikeQL server?`,
  )
}
