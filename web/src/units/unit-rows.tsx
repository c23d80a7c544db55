import { useState } from 'react'
import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { type UnitFilter, UnitTableDocument } from '../gql/graphql.ts'
import { type AreaNames, apiOrder, type UnitTableOrder, unitColumns } from './unit-columns.ts'

interface UnitRowsProps {
  readonly session: string
  readonly where: UnitFilter
  readonly order: UnitTableOrder | null
  readonly areaNames: AreaNames
  /** cursor of the rows before; null: the first */
  readonly after: string | null
}

/** Rows of the table of units, and, on demand, those after them. */
export function UnitRows({ session, where, order, areaNames, after }: UnitRowsProps) {
  const orderBy = apiOrder(order)
  const { data, error, retry } = useQuery(UnitTableDocument, { session, where, orderBy, after })
  const [hasMore, setMore] = useState(false)
  const units = data?.session?.units
  if (error || !units) {
    return (
      <tr>
        <td colSpan={unitColumns.length + 1}>
          {error ? <ErrorNotice error={error} retry={retry} /> : <Loading what="units" />}
        </td>
      </tr>
    )
  }
  return (
    <>
      {units.nodes.map((unit) => (
        <tr key={unit.unitId}>
          <th scope="row">
            <Link to={{ view: 'unit', unit: unit.unitId }}>{unit.unitId}</Link>
          </th>
          {unitColumns.map(({ name, read, isNumber }) => (
            <td key={name} className={isNumber ? 'number' : undefined}>
              {read(unit, areaNames) ?? '–'}
            </td>
          ))}
        </tr>
      ))}
      {units.pageInfo.hasNextPage &&
        (hasMore ? (
          <UnitRows {...{ session, where, order, areaNames }} after={units.pageInfo.endCursor} />
        ) : (
          <tr>
            <td colSpan={unitColumns.length + 1}>
              <button type="button" className="button" onClick={() => setMore(true)}>
                Show more units
              </button>
            </td>
          </tr>
        ))}
    </>
  )
}
