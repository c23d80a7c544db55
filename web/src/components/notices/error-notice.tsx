import { GraphQLRequestError } from '../../../../src/client/index.ts'
import { leaveSession } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { errorText } from './error-text.ts'
import { Notice } from './notice.tsx'

interface ErrorNoticeProps {
  readonly error: Error
  readonly retry?: (() => void) | undefined
}

/** What went wrong and what to do; a button where trying again can help. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  if (error instanceof GraphQLRequestError && error.code === 'SESSION_NOT_FOUND') {
    return (
      <Notice tone="danger" title="This session does not exist here.">
        <Link to={leaveSession()}>See all sessions</Link>
      </Notice>
    )
  }
  const { title, messages, isRetriable } = errorText(error)
  return (
    <Notice tone="danger" title={title}>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {retry && isRetriable && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </Notice>
  )
}
