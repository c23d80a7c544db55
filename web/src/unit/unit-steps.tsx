import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { listedUnits } from '../app/unit-filter.ts'
import { useQuery } from '../app/use-query.ts'
import { UnitNeighboursDocument } from '../gql/graphql.ts'
import { apiOrder, parseOrder } from '../units/unit-columns.ts'
import { UnitSearch } from '../units/unit-search.tsx'

/** To the units before and after this one in the table, or to any by its id. */
export function UnitSteps({ address }: { readonly address: Address }) {
  const { session, unit, areas, probe, limits, order } = address
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of the address it depends on
  const variables = useMemo(
    () => ({
      session: session ?? '',
      where: listedUnits(address),
      orderBy: apiOrder(parseOrder(order)),
    }),
    [session, areas, probe, limits, order],
  )
  const { data } = useQuery(UnitNeighboursDocument, variables)
  const ids = data?.session?.units.nodes.map(({ unitId }) => unitId) ?? []
  const position = ids.indexOf(unit ?? '')
  return (
    <nav className="unit-steps" aria-label="Other units">
      {position >= 0 && (
        <>
          <Step unit={ids[position - 1]}>Previous</Step>
          <Step unit={ids[position + 1]}>Next</Step>
        </>
      )}
      <UnitSearch />
    </nav>
  )
}

interface StepProps {
  /** undefined: there is none */
  readonly unit: string | undefined
  readonly children: string
}

function Step({ unit, children }: StepProps) {
  if (unit === undefined) return null
  return (
    <Link className="button" to={{ view: 'unit', unit }} title={`Unit ${unit}`}>
      {children}
    </Link>
  )
}
