import type { Address } from '../app/address.ts'
import { openSession } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Loading } from '../components/loading.tsx'
import { ViewTitle } from '../components/view-title.tsx'
import { SessionsDocument } from '../gql/graphql.ts'

/** The sessions served here. */
export function SessionsView({ address }: { readonly address: Address }) {
  const { sessionTypes, recordedAreas } = address
  const where = {
    ...(sessionTypes.length > 0 && { sessionTypes: [...sessionTypes] }),
    ...(recordedAreas.length > 0 && { areas: [...recordedAreas] }),
  }
  const { data, error, retry } = useQuery(SessionsDocument, { where })
  return (
    <>
      <ViewTitle>Sessions</ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!data && !error && <Loading what="sessions" />}
      <ul>
        {data?.sessions.nodes.map(({ id }) => (
          <li key={id}>
            <Link to={openSession(id)}>{id}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
