import './stability.css'
import { useId, useMemo } from 'react'
import type { Address } from '../../app/address.ts'
import { listedUnits } from '../../app/unit-filter.ts'
import { go } from '../../app/use-address.ts'
import { useQuery } from '../../app/use-query.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { CrossCorrelogramDocument, UnitNeighboursDocument } from '../../gql/graphql.ts'
import { oneUnit } from '../one-unit.ts'
import { BarPlot } from '../spike-times/bar-plot.tsx'

/** Whether another unit, to be chosen, fires together with this one. */
export function CrossCorrelogram({ address }: { readonly address: Address }) {
  const { unit, target } = address
  const session = address.session ?? ''
  const id = useId()
  const where = useMemo(() => listedUnits({ ...address, areas: [], probe: null }), [address])
  const listed = useQuery(UnitNeighboursDocument, { session, where, orderBy: null })
  const ids = listed.data?.session?.units.nodes.map(({ unitId }) => unitId) ?? []
  const others = ids.filter((other) => other !== unit)
  return (
    <div className="cross-correlogram">
      <div className="select-field">
        <label htmlFor={id}>Cross-correlogram with</label>
        <select
          id={id}
          value={target ?? ''}
          onChange={(event) => go({ target: event.target.value || null }, { replace: true })}
        >
          <option value="">no other unit</option>
          {target !== null && !others.includes(target) && <option value={target}>{target}</option>}
          {others.map((other) => (
            <option key={other} value={other}>
              {other}
            </option>
          ))}
        </select>
      </div>
      {unit !== null && target !== null && <Pair {...{ session, unit, target }} />}
    </div>
  )
}

interface PairProps {
  readonly session: string
  readonly unit: string
  readonly target: string
}

function Pair({ session, unit, target }: PairProps) {
  const { data, error, isLoading, retry } = useQuery(CrossCorrelogramDocument, {
    session,
    units: oneUnit(unit),
    targets: oneUnit(target),
  })
  const response = isLoading ? null : data?.session?.correlograms
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!response) return <Loading what="the correlogram" />
  return (
    <>
      <BarPlot
        label={`Cross-correlogram of units ${unit} and ${target}, from 50 ms before a spike to 50 ms after it, in bins of 1 ms.`}
        counts={(response.counts as number[][])[0]}
        from={-50.5}
        to={50.5}
        title={`lag of unit ${target} (ms)`}
      />
      <p className="soft small">
        Spikes of unit {target} at each lag from those of unit {unit}, over the whole session.
      </p>
    </>
  )
}
