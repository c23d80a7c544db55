import { useState } from 'react'
import { useQuery } from '../app/use-query.ts'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { type CatalogQuery, type SessionFilter, SessionsDocument } from '../gql/graphql.ts'
import { SessionCard } from './session-card.tsx'

interface SessionPageProps {
  readonly where: SessionFilter
  /** cursor of the page before; null: the first */
  readonly after: string | null
  readonly areas: CatalogQuery['areas']
}

/** A page of the list, and, on demand, those after it. */
export function SessionPage({ where, after, areas }: SessionPageProps) {
  const { data, error, isLoading, retry } = useQuery(SessionsDocument, { where, after })
  const [hasMore, setMore] = useState(false)
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!data) return <Loading what="sessions" />
  const { nodes, pageInfo } = data.sessions
  return (
    <>
      <ul className="session-list" aria-busy={isLoading}>
        {nodes.map((session) => (
          <SessionCard key={session.id} session={session} areas={areas} />
        ))}
      </ul>
      {pageInfo.hasNextPage &&
        (hasMore ? (
          <SessionPage where={where} after={pageInfo.endCursor} areas={areas} />
        ) : (
          <button type="button" className="button" onClick={() => setMore(true)}>
            Show more sessions
          </button>
        ))}
    </>
  )
}
