import { HttpError, NetworkError, ServerBusyError } from './errors.ts'
import { backOffSeconds, retryAfterSeconds, wait } from './retry-after.ts'

export interface ConnectionOptions {
  /** instead of the global one: to log, to sign, or to test */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** sent with every request */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * how often a request is sent again that could not be answered yet (the server was busy, still
   * reading recordings, or restarted behind its proxy; the limit of a token was reached), less and
   * less often; 8 when left out: for about two minutes
   */
  readonly retries?: number | undefined
}

export interface ConnectionRequest {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal | undefined
}

/** A server that wants a longer wait than this is given up at once. */
const LONGEST_WAIT_SECONDS = 30

/**
 * Statuses of what may be answered a little later: limits of a token, replicas that a proxy does
 * not reach, a busy server. All requests only read, so that each may be sent again.
 */
const passing = [429, 502, 503, 504]

/** As Node's fetch names them; browsers do not say why a request failed. */
const resets = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']

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
  async send(url: string, request: ConnectionRequest): Promise<Response> {
    for (let retry = 0; ; retry++) {
      const response = await this.#send(url, request, retry)
      if (response === 'reset') {
        await wait(backOffSeconds(retry), request.signal)
        continue
      }
      const { status } = response
      const isPassing = passing.includes(status)
      if ((response.ok || isGraphQLResponse(response)) && !isPassing) return response
      const { message, code } = await refusalOf(response)
      if (!isPassing) throw new HttpError(url, status, message, code)
      const retryAfter = retryAfterSeconds(response.headers.get('retry-after'))
      // A proxy whose server has just gone does not know for how long.
      const seconds = retryAfter ?? (status === 502 || status === 504 ? 0 : null)
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS || retry >= this.#retries) {
        if (status !== 503) throw new HttpError(url, status, message, code)
        throw new ServerBusyError(url, message, code, retryAfter)
      }
      await wait(Math.max(seconds, backOffSeconds(retry)), request.signal)
    }
  }

  /** @returns `reset` where the connection ended before a response, and may be tried again */
  async #send(url: string, request: ConnectionRequest, retry: number): Promise<Response | 'reset'> {
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
      if (isReset(error) && retry < this.#retries) return 'reset'
      throw new NetworkError(
        url,
        `No response from ${url}. Is the server running there? If this page has a different origin, the server must allow it with serve --cors-origin.`,
        error,
      )
    }
  }
}

/** Whether a connection was there, and ended: a server that is stopped does so. */
function isReset(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } }
  return resets.includes(String(cause?.code))
}

function isGraphQLResponse(response: Response): boolean {
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
