import { HttpError, NetworkError, ServerBusyError } from './errors.ts'
import { backOffSeconds, retryAfterSeconds, wait } from './retry-after.ts'

export interface ConnectionOptions {
  /** instead of the global one: to log, to sign, or to test */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** sent with every request */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * how often a request is sent again that the server could not answer yet (it was busy, or still
   * reading recordings), less and less often; 8 when left out: for about two minutes
   */
  readonly retries?: number | undefined
}

export interface ConnectionRequest {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal | undefined
}

/** A server that asks for more patience than this is given up at once. */
const LONGEST_WAIT_SECONDS = 30

/** What a GraphQL server responds with, whatever the status, when the body is GraphQL's. */
const GRAPHQL_ANSWER = 'application/graphql-response+json'

/** Asks a server, again where it could not answer yet, and distinguishes errors. */
export class Connection {
  readonly #fetch: typeof globalThis.fetch
  readonly #headers: Readonly<Record<string, string>>
  readonly #retries: number

  constructor(options: ConnectionOptions) {
    // Called as a plain function: a browser's fetch refuses to be a method of something else.
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
    this.#headers = options.headers ?? {}
    this.#retries = options.retries ?? 8
  }

  /**
   * A response that is fine, or GraphQL's own, whose errors are in its body.
   *
   * @throws HttpError, ServerBusyError, NetworkError; the signal's reason when it is aborted
   */
  async ask(url: string, request: ConnectionRequest): Promise<Response> {
    for (let retry = 0; ; retry++) {
      const response = await this.#send(url, request)
      const isAnswer = response.ok || isGraphQLAnswer(response)
      if (isAnswer && response.status !== 503) return response
      const { message, code } = await refusalOf(response)
      const seconds = retryAfterSeconds(response.headers.get('retry-after'))
      if (response.status !== 503) throw new HttpError(url, response.status, message, code)
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS || retry >= this.#retries) {
        throw new ServerBusyError(url, message, code, seconds)
      }
      await wait(Math.max(seconds, backOffSeconds(retry)), request.signal)
    }
  }

  async #send(url: string, request: ConnectionRequest): Promise<Response> {
    const { method = 'GET', headers, body, signal } = request
    signal?.throwIfAborted()
    const fetch = this.#fetch
    try {
      return await fetch(url, {
        method,
        headers: { ...headers, ...this.#headers },
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      })
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      throw new NetworkError(
        url,
        `No response from ${url}. Is the server running there? If this page has a different origin, the server must allow it with serve --cors-origin.`,
        error,
      )
    }
  }
}

function isGraphQLAnswer(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith(GRAPHQL_ANSWER)
}

/** What the server says of a request it refused: its routes write errors as GraphQL does. */
async function refusalOf(response: Response): Promise<{ message: string; code: string | null }> {
  const text = await response.text().catch(() => '')
  try {
    const { message, extensions } = JSON.parse(text).errors[0]
    return { message: String(message), code: extensions?.code ?? null }
  } catch {
    return { message: `The server answered with status ${response.status}.`, code: null }
  }
}
