import { GraphQLRequestError, HttpError, NetworkError } from '../../../../src/client/index.ts'

/** What went wrong, for people. */
export interface ErrorText {
  readonly title: string
  /** what happened and what to do, each once */
  readonly messages: readonly string[]
  /** whether the same request may succeed later */
  readonly isRetriable: boolean
}

/** Codes of errors that pass by themselves. */
const passing = new Set([
  'SERVER_BUSY',
  'STILL_READING',
  'FILE_CHANGED',
  'REMOTE_UNREACHABLE',
  'READER_CRASHED',
  'READER_FAILED',
  'READER_OUT_OF_MEMORY',
  'FILE_BEING_WRITTEN',
  'INTERNAL_SERVER_ERROR',
])

/** More than these of one response would hide the page. */
const MESSAGES_SHOWN = 3

export function errorText(error: Error): ErrorText {
  if (error instanceof NetworkError) {
    return {
      title: 'The server does not respond.',
      messages: ['Is spikeql serve still running? Start it, then try again.'],
      isRetriable: true,
    }
  }
  const title = 'This could not be shown.'
  if (error instanceof GraphQLRequestError) {
    const messages = [...new Set(error.errors.map(({ message }) => withoutQuery(message)))]
    const rest = messages.length - MESSAGES_SHOWN
    return {
      title,
      messages: [
        ...messages.slice(0, MESSAGES_SHOWN),
        ...(rest > 0 ? [`${rest} further reasons are not shown.`] : []),
      ],
      isRetriable: error.errors.every(({ extensions }) => passing.has(extensions?.code ?? '')),
    }
  }
  const isRetriable = error instanceof HttpError && error.status >= 500
  return { title, messages: [withoutQuery(error.message)], isRetriable }
}

/** The API's advice to programs, a query to send, is no help to who looks at a page. */
function withoutQuery(message: string): string {
  return message.replace(/ ?Query \{.*$/s, '').trim()
}
