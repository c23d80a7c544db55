import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { RequestAbortedError, UserError } from '../../errors.ts'

/** Where faults of ours are reported in full. */
export interface ErrorLogger {
  error(details: unknown, message?: string): void
}

/**
 * What a client learns of an error: what it can act on, in full; of a fault of ours only that
 * there was one. That one is logged.
 */
export function createFormatError(logger: ErrorLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = rootCause(error)
    if (cause instanceof UserError) return withCode(formatted, cause.message, cause.code)
    if (isAbort(cause)) {
      const { message, code } = new RequestAbortedError()
      return withCode(formatted, message, code)
    }
    if (cause instanceof GraphQLError && isFaultOfTheRequest(cause, formatted)) {
      const code = hasOwnCode(formatted) ? String(formatted.extensions?.code) : 'BAD_USER_INPUT'
      return withCode(formatted, formatted.message, code)
    }
    logger.error({ err: cause, path: formatted.path }, 'a request failed with an internal error')
    return withCode(formatted, 'Internal error.', 'INTERNAL_SERVER_ERROR')
  }
}

/** The error that graphql-js and Apollo wrapped, perhaps several times. */
function rootCause(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

/** Aborted by a signal: the names that the platform gives such an error. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
}

/**
 * Parsing and validation give their errors a code; an argument or a variable that does not fit
 * names its place in the document, or comes before any field is resolved. A response of ours that
 * does not fit the schema does none of this.
 */
function isFaultOfTheRequest(cause: GraphQLError, formatted: GraphQLFormattedError): boolean {
  return hasOwnCode(formatted) || (cause.nodes?.length ?? 0) > 0 || !formatted.path
}

/** Apollo gives every error without a code that of an internal one. */
function hasOwnCode({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code !== undefined && extensions.code !== 'INTERNAL_SERVER_ERROR'
}

function withCode(
  { locations, path }: GraphQLFormattedError,
  message: string,
  code: string,
): GraphQLFormattedError {
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code },
  }
}
