/**
 * Whatever the client throws, but for the reason of a signal that was
 * aborted: that is thrown as it is.
 */
export class SpikeQLError extends Error {
  override readonly name: string = 'SpikeQLError'
}

/** An error as GraphQL writes it. */
export interface GraphQLResponseError {
  readonly message: string
  /** the field that failed, and the way to it; absent when the whole request did */
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  /** `code` says the same as the message for programs: `SESSION_NOT_FOUND` */
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown }
}

/** The server understood the request and answered with errors. The message is the first one's. */
export class GraphQLRequestError extends SpikeQLError {
  override readonly name = 'GraphQLRequestError'
  readonly errors: readonly GraphQLResponseError[]
  /** what was answered all the same: null where a field failed; null as a whole when nothing was */
  readonly data: unknown

  constructor(errors: readonly GraphQLResponseError[], data: unknown) {
    const [first] = errors
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more errors)` : ''
    super(`${first?.message ?? 'The request failed.'}${more}`)
    this.errors = errors
    this.data = data
  }

  /**
   * Code of the first error, such as `SESSION_NOT_FOUND` or
   * `TOO_MANY_CELLS`; null where it has none.
   */
  get code(): string | null {
    return this.errors[0]?.extensions?.code ?? null
  }
}

/** The server refused the request, or failed, before GraphQL could answer. */
export class HttpError extends SpikeQLError {
  override readonly name: string = 'HttpError'
  readonly status: number
  /** the server's code for programs, such as `NOT_FOUND`; null where it gave none */
  readonly code: string | null
  readonly url: string

  constructor(url: string, status: number, message: string, code: string | null) {
    super(message)
    this.url = url
    this.status = status
    this.code = code
  }
}

/**
 * The server could not answer yet (status 503), even after retries. `code` says why:
 * `SERVER_BUSY`, or `STILL_READING` when it has not read all recordings. Ask later.
 */
export class ServerBusyError extends HttpError {
  override readonly name = 'ServerBusyError'
  /** when the server wants the next attempt; null where it does not say */
  readonly retryAfterSeconds: number | null

  constructor(url: string, message: string, code: string | null, retryAfterSeconds: number | null) {
    super(url, 503, message, code)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** No response came, or it broke off. `cause` says what the network said. */
export class NetworkError extends SpikeQLError {
  override readonly name = 'NetworkError'
  readonly url: string

  constructor(url: string, what: string, cause: unknown) {
    super(what, { cause })
    this.url = url
  }
}

/** The response is not what a SpikeQL server gives. */
export class UnexpectedResponseError extends SpikeQLError {
  override readonly name = 'UnexpectedResponseError'
}
