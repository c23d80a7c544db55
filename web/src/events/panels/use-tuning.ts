import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useQuery } from '../../app/use-query.ts'
import { PanelTuningDocument } from '../../gql/graphql.ts'
import type { ParameterValue } from '../../unit/responses/grouping.ts'
import type { EventRequest } from '../loading/event-request.ts'

/** Mean rates of units by the value of a parameter. */
export interface PanelTuning {
  readonly values: readonly ParameterValue[]
  /** positions of units among the columns, by their ids */
  readonly columns: ReadonlyMap<string, number>
  /** Hz, NaN: none; shape [values][units] */
  readonly means: readonly ArrayLike<number>[]
  /** Hz, NaN: of fewer than two presentations; shape [values][units] */
  readonly errors: readonly ArrayLike<number>[]
}

/** Asks for the rates during the presentations, numbers ascending, the rest as they came. */
export function useTuning({ grouping, shared, presentations }: EventRequest, isWanted: boolean) {
  const { session, units } = shared
  const { data, error, isLoading, retry } = useQuery(
    PanelTuningDocument,
    isWanted && grouping !== null
      ? { session, units, presentations, parameters: [grouping] }
      : null,
  )
  const response = isLoading || !isWanted ? null : (data?.session?.presentationActivity ?? null)
  const tuning = useMemo((): PanelTuning | null => {
    if (!response) return null
    const known = response.groups.flatMap(({ parameters: [parameter], mean, standardError }) =>
      parameter ? [{ value: parameter.value, mean, standardError }] : [],
    )
    const groups = known.every(({ value }) => typeof value === 'number')
      ? known.toSorted((one, other) => Number(one.value) - Number(other.value))
      : known
    return {
      values: groups.map(({ value }) => value),
      columns: new Map(response.unitIds.map((unitId, column) => [unitId, column])),
      means: groups.map(({ mean }) => decodeArray(mean).data as ArrayLike<number>),
      errors: groups.map(
        ({ standardError }) => decodeArray(standardError).data as ArrayLike<number>,
      ),
    }
  }, [response])
  return { tuning, error: isWanted ? error : null, retry }
}
