import { NetworkError } from '../../../src/client/index.ts'
import { Notice } from './notice.tsx'

interface ErrorNoticeProps {
  readonly error: Error
  readonly retry?: (() => void) | undefined
}

/** What went wrong and what to do: the API's own words, which have the cure. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  const isUnreachable = error instanceof NetworkError
  return (
    <Notice
      tone="danger"
      title={isUnreachable ? 'The server does not answer.' : 'This could not be shown.'}
    >
      <p>
        {isUnreachable
          ? 'Is spikeql serve still running? Start it again, then try once more.'
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
