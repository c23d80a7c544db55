import './tables.css'
import { type Address, otherTable } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { count } from '../components/texts/amounts.ts'
import { IntervalTablesDocument } from '../gql/graphql.ts'
import { TablePanel } from './table-panel.tsx'
import type { IntervalTable } from './table-rows.ts'

/** Whatever tables of intervals a file holds: trials, epochs, presentations, invalid times. */
export function TablesView({ address }: { readonly address: Address }) {
  const session = address.session ?? ''
  const { data, error, retry } = useQuery(IntervalTablesDocument, { session })
  const shownSession = data?.session?.id === session ? data.session : null
  const tables = shownSession?.intervalTables ?? null
  const shown = tables && chooseTable(tables, address.table)
  return (
    <>
      <ViewTitle note={`Session ${session}`}>Tables of intervals</ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!tables && !error && <Loading what="the tables" />}
      {tables?.length === 0 && (
        <Notice title="This file has no tables of intervals: no trials, no epochs, no stimuli." />
      )}
      {tables && tables.length > 0 && (
        <nav className="table-choice" aria-label="Tables">
          {tables.map(({ name, rowCount }) => (
            <Link
              key={name}
              className="chip"
              to={otherTable(name)}
              aria-current={name === shown?.name ? 'true' : undefined}
            >
              {name} <span className="chip-count">{count(rowCount)}</span>
            </Link>
          ))}
        </nav>
      )}
      {tables && tables.length > 0 && !shown && (
        <Notice title={`This file has no table “${address.table}”. Choose one of those above.`} />
      )}
      {shown && <TablePanel key={shown.name} {...{ address, session }} table={shown} />}
    </>
  )
}

/** The one that the address names; without a name trials, else the first with rows. */
function chooseTable(
  tables: readonly IntervalTable[],
  requested: string | null,
): IntervalTable | null {
  if (requested !== null) return tables.find(({ name }) => name === requested) ?? null
  return (
    tables.find(({ name }) => name === 'trials') ??
    tables.find(({ rowCount }) => rowCount > 0) ??
    tables[0] ??
    null
  )
}
