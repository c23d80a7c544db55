import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { PanelSelectivityDocument, type ResponseStimulus } from '../../gql/graphql.ts'
import { responseKind } from '../../unit/selectivity/metric-names.ts'
import type { EventRequest } from '../loading/event-request.ts'

/** A metric of how few of a stimulus's conditions a unit prefers: from 0, all alike, to 1. */
interface SelectivityMetric {
  readonly field: 'gOsi' | 'imageSelectivity' | 'lifetimeSparseness'
  /** above a small plot */
  readonly short: string
  readonly name: string
}

const orientation: SelectivityMetric = {
  field: 'gOsi',
  short: 'gOSI',
  name: 'global orientation selectivity (gOSI)',
}
const sparseness: SelectivityMetric = {
  field: 'lifetimeSparseness',
  short: 'LS',
  name: 'lifetime sparseness (LS)',
}
const metrics: Readonly<Partial<Record<ResponseStimulus, SelectivityMetric>>> = {
  DRIFTING_GRATINGS: orientation,
  STATIC_GRATINGS: orientation,
  NATURAL_SCENES: {
    field: 'imageSelectivity',
    short: 'IS',
    name: 'image selectivity (IS)',
  },
}

/** The metric that fits an event; null: events other than these stimuli have none. */
export function selectivityMetric({ event }: EventRequest): SelectivityMetric | null {
  const kind = event.kind === 'stimulus' ? responseKind(event.name) : null
  return kind && (metrics[kind] ?? sparseness)
}

/** How selective the units of a request are, by their ids; null: not known yet, or no metric. */
export function useSelectivity(request: EventRequest) {
  const { event, shared } = request
  const metric = selectivityMetric(request)
  const stimulus = event.kind === 'stimulus' ? event.name : ''
  const kind = responseKind(stimulus)
  const { session, units } = shared
  const { data, error, isLoading, retry } = useQuery(
    PanelSelectivityDocument,
    kind ? { session, units, stimulus: kind, names: [stimulus] } : null,
  )
  const response = isLoading || !metric ? null : (data?.session?.responseMetrics ?? null)
  const values = useMemo(() => {
    if (!response || !metric) return null
    const column = response[metric.field]
    return new Map(response.unitIds.map((unitId, i) => [unitId, column?.[i] ?? null]))
  }, [response, metric])
  return { metric, values, error: metric && error, isLoading: metric !== null && isLoading, retry }
}
