import { GraphQLRequestError, NetworkError } from '../../../src/client/index.ts'
import { leaveSession } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Notice } from './notice.tsx'

interface ErrorNoticeProps {
  readonly error: Error
  readonly retry?: (() => void) | undefined
}

/** What went wrong and what to do: the API's own words, which have the cure. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  if (error instanceof GraphQLRequestError && error.code === 'SESSION_NOT_FOUND') {
    return (
      <Notice tone="danger" title="This session does not exist here.">
        <Link to={leaveSession()}>See all sessions</Link>
      </Notice>
    )
  }
  const isUnreachable = error instanceof NetworkError
  return (
    <Notice
      tone="danger"
      title={isUnreachable ? 'The server does not respond.' : 'This could not be shown.'}
    >
      <p>
        {isUnreachable
          ? 'Is spikeql serve still running? Start it, then try again.'
          : error.message}
      </p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </Notice>
  )
}
