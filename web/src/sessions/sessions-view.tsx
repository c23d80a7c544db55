import './sessions.css'
import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { amount, count } from '../components/texts/amounts.ts'
import { CatalogDocument, SessionCountDocument, type SessionFilter } from '../gql/graphql.ts'
import { PlacesReading } from './places-reading.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { SessionFilters } from './session-filters.tsx'
import { SessionPage } from './session-page.tsx'

/** The sessions served here, those that match first. */
export function SessionsView({ address }: { readonly address: Address }) {
  const { sessionTypes, recordedAreas } = address
  const where = useMemo(() => filterOf(sessionTypes, recordedAreas), [sessionTypes, recordedAreas])
  const catalog = useQuery(CatalogDocument, {})
  const matching = useQuery(SessionCountDocument, { where })
  const all = catalog.data?.all.totalCount
  const isFiltered = Object.keys(where).length > 0
  const error = catalog.error ?? matching.error
  return (
    <>
      <ViewTitle note={catalog.data && catalogText(catalog.data)}>Sessions</ViewTitle>
      {catalog.error && <ErrorNotice error={catalog.error} retry={catalog.retry} />}
      {!catalog.data && !error && <Loading what="the sessions" />}
      {all === 0 && (
        <Notice title="No sessions yet.">
          <p>
            NWB files that are put into the folders served here appear by themselves: reload this
            page. <code>spikeql sample</code> writes three sample sessions.
          </p>
        </Notice>
      )}
      {catalog.data && all !== 0 && (
        <>
          <SessionFilters address={address} catalog={catalog.data} />
          <div className="session-results">
            <p className="soft" role="status">
              {matching.data && resultText(matching.data.sessions.totalCount, isFiltered)}
            </p>
            {isFiltered && (
              <Link className="small" to={{ sessionTypes: [], recordedAreas: [] }}>
                Show all sessions
              </Link>
            )}
          </div>
          {matching.data?.sessions.totalCount === 0 && (
            <Notice title="No sessions match.">
              <p>No session has one of the chosen types and all of the chosen areas.</p>
            </Notice>
          )}
          <SessionPage where={where} after={null} areas={catalog.data.areas} />
        </>
      )}
      {catalog.data && <PlacesReading places={catalog.data.places} />}
      {catalog.data && <RefusedFiles files={catalog.data.refusedFiles} />}
    </>
  )
}

function filterOf(sessionTypes: readonly string[], areas: readonly string[]): SessionFilter {
  return {
    ...(sessionTypes.length > 0 && { sessionTypes }),
    ...(areas.length > 0 && { areas }),
  }
}

function catalogText({
  all,
  absent,
  areas,
}: {
  readonly all: { readonly totalCount: number }
  readonly absent: { readonly totalCount: number }
  readonly areas: readonly unknown[]
}): string {
  const here = amount(all.totalCount - absent.totalCount, 'recording')
  const known =
    absent.totalCount > 0
      ? `, and ${count(absent.totalCount)} known only from the tables of an AllenSDK cache`
      : ''
  return `${here}${known}, in ${amount(areas.length, 'brain area')}.`
}

const resultText = (total: number, isFiltered: boolean) =>
  `${amount(total, 'session')}${isFiltered ? (total === 1 ? ' matches' : ' match') : ''}`
