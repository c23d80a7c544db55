import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { inVisualOrder } from '../app/areas.ts'
import { Link } from '../app/link.tsx'
import { unitFilter } from '../app/unit-filter.ts'
import { useQuery } from '../app/use-query.ts'
import { Panel } from '../components/layout/panel.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { amount, count } from '../components/texts/amounts.ts'
import { PassingAreasDocument, StoredAreasDocument } from '../gql/graphql.ts'
import { AreaBars } from './area-bars.tsx'
import { QualityLimitControls } from './quality-limit-controls.tsx'

interface AreasPanelProps {
  readonly address: Address
  readonly id: string
}

/**
 * Where units were found, and how many of them pass the limits, which
 * take effect as they are moved.
 */
export function AreasPanel({ address, id }: AreasPanelProps) {
  const units = useMemo(() => unitFilter(address.limits), [address.limits])
  const stored = useQuery(StoredAreasDocument, { id })
  const passing = useQuery(PassingAreasDocument, { id, units })
  const session = stored.data?.session
  const passed = passing.data?.session
  const error = stored.error ?? passing.error
  return (
    <Panel
      title="Areas and units"
      aside={
        session &&
        passed && (
          <p className="soft small" role="status">
            <strong className="passing-count">{count(passed.units.totalCount)}</strong> of{' '}
            {amount(session.unitCount ?? 0, 'unit')}{' '}
            {passed.units.totalCount === 1 ? 'passes' : 'pass'} ·{' '}
            <Link to={{ view: 'units', areas: [], probe: null, order: null }}>see the units</Link>
          </p>
        )
      }
    >
      <div className="areas-and-limits">
        <QualityLimitControls limits={address.limits} effects={passed?.unitFilterEffects ?? []} />
        <div className="area-bars-place" aria-busy={passing.isLoading}>
          {error && (
            <ErrorNotice error={error} retry={stored.error ? stored.retry : passing.retry} />
          )}
          {!error && (!session || !passed) && <Loading what="areas" />}
          {session && passed && session.areas.length === 0 && (
            <p className="soft">
              This file names no brain areas. The quality filter does not ask for one of units whose
              place is not known.
            </p>
          )}
          {session && passed && session.areas.length > 0 && (
            <AreaBars
              areas={inVisualOrder(session.areas).map((area) => ({
                ...area,
                passingCount:
                  passed.areas.find(({ acronym }) => acronym === area.acronym)?.unitCount ?? 0,
              }))}
            />
          )}
        </div>
      </div>
    </Panel>
  )
}
