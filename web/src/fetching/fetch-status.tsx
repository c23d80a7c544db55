import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { FetchLog } from './fetch-log.ts'
import { fetchText } from './fetch-text.ts'
import { CurrentLog } from './use-fetch-log.ts'

interface FetchStatusProps {
  /** where the recording lies; null: on the server */
  readonly location: string | null
  readonly children: ReactNode
}

/** What is shown of a recording; of one that lies elsewhere, with what is fetched for it. */
export function FetchStatus({ location, children }: FetchStatusProps) {
  const [log] = useState(() => new FetchLog())
  if (location === null) return children
  return (
    <CurrentLog value={log}>
      <FetchLine log={log} />
      {children}
    </CurrentLog>
  )
}

function FetchLine({ log }: { readonly log: FetchLog }) {
  const total = useSyncExternalStore(log.subscribe, () => log.total)
  return (
    <p className="fetch-status soft small" role="status">
      {total.partCount > 0 && fetchText(total)}
    </p>
  )
}
