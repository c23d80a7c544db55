import '../components/controls/number-field.css'
import './units.css'
import { useId, useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { areaName, inVisualOrder } from '../app/areas.ts'
import { listedUnits, unitFilter } from '../app/unit-filter.ts'
import { go } from '../app/use-address.ts'
import { useQuery } from '../app/use-query.ts'
import { SortHead } from '../components/controls/sort-head.tsx'
import { Panel } from '../components/layout/panel.tsx'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { amount, count } from '../components/texts/amounts.ts'
import { UnitChoicesDocument, type UnitChoicesQuery } from '../gql/graphql.ts'
import {
  nextOrder,
  parseOrder,
  type UnitColumn,
  type UnitTableOrder,
  unitColumns,
} from './unit-columns.ts'
import { UnitRows } from './unit-rows.tsx'
import { UnitSearch } from './unit-search.tsx'

/** The units of a session as a table: to be filtered, sorted, and opened. */
export function UnitsView({ address }: { readonly address: Address }) {
  const session = address.session ?? ''
  const passing = useMemo(() => unitFilter(address.limits), [address.limits])
  const where = listedUnits(address)
  const { data, error, retry } = useQuery(UnitChoicesDocument, {
    session,
    units: passing,
    listed: where,
  })
  const order = parseOrder(address.order)
  const choices = data?.session
  const areaNames = useMemo(
    () => new Map(choices?.areas.map((area) => [area.acronym, areaName(area)])),
    [choices],
  )
  return (
    <>
      <ViewTitle note={`Session ${session}`}>Units</ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!choices && !error && <Loading what="the session" />}
      {choices && (
        <Panel
          title="Units that pass the quality filter"
          aside={
            <p className="soft small">
              {count(choices.units.totalCount)} of {amount(choices.unitCount ?? 0, 'unit')}
            </p>
          }
        >
          <UnitChoice address={address} choices={choices} />
          <div className="table-scroll">
            <table className="table unit-table">
              <thead>
                <tr>
                  <th scope="col">Unit</th>
                  {unitColumns.map((column) => (
                    <SortHead
                      key={column.name}
                      title={column.unit ? `${column.title} (${column.unit})` : column.title}
                      isNumber={column.isNumber}
                      direction={directionOf(order, column)}
                      onSort={() => go({ order: nextOrder(order, column) }, { replace: true })}
                    />
                  ))}
                </tr>
              </thead>
              <tbody>
                <UnitRows
                  key={JSON.stringify([where, address.order])}
                  session={session}
                  where={where}
                  order={order}
                  areaNames={areaNames}
                  after={null}
                />
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </>
  )
}

function directionOf(order: UnitTableOrder | null, column: UnitColumn) {
  if (order?.column !== column) return null
  return order.isDescending ? 'descending' : 'ascending'
}

interface UnitChoiceProps {
  readonly address: Address
  readonly choices: NonNullable<UnitChoicesQuery['session']>
}

/** Which units: by area and probe; or one by its id. */
function UnitChoice({ address, choices }: UnitChoiceProps) {
  const ids = { area: useId(), probe: useId() }
  const [area = ''] = address.areas
  return (
    <div className="unit-choice">
      {choices.areas.length > 0 && (
        <div className="select-field">
          <label htmlFor={ids.area}>Area</label>
          <select
            id={ids.area}
            value={address.areas.length > 1 ? 'several' : area}
            onChange={({ target }) => go({ areas: target.value ? [target.value] : [] })}
          >
            <option value="">all areas</option>
            {address.areas.length > 1 && (
              <option value="several">{address.areas.join(', ')}</option>
            )}
            {inVisualOrder(choices.areas).map((choice) => (
              <option key={choice.acronym} value={choice.acronym}>
                {areaName(choice)}: {amount(choice.unitCount, 'unit')}
              </option>
            ))}
          </select>
        </div>
      )}
      {choices.probes.length > 1 && (
        <div className="select-field">
          <label htmlFor={ids.probe}>Probe</label>
          <select
            id={ids.probe}
            value={address.probe ?? ''}
            onChange={({ target }) => go({ probe: target.value || null })}
          >
            <option value="">all probes</option>
            {choices.probes.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <UnitSearch />
    </div>
  )
}
