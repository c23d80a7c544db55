import { go } from '../app/use-address.ts'
import { useQuery } from '../app/use-query.ts'
import { Chip } from '../components/controls/chip.tsx'
import { SessionCountDocument } from '../gql/graphql.ts'

interface TypeChipProps {
  readonly type: string
  /** those that are chosen */
  readonly chosen: readonly string[]
}

/** A type of session, with how many there are of it. */
export function TypeChip({ type, chosen }: TypeChipProps) {
  const { data } = useQuery(SessionCountDocument, { where: { sessionTypes: [type] } })
  const isChosen = chosen.includes(type)
  const toggle = () =>
    go({
      sessionTypes: isChosen ? chosen.filter((other) => other !== type) : [...chosen, type],
    })
  return (
    <Chip isPressed={isChosen} onPress={toggle}>
      {type}
      <span className="chip-count">{data?.sessions.totalCount}</span>
    </Chip>
  )
}
