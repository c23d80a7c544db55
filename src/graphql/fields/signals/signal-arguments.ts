import type { EdgeRule } from '../../../domain/alignment/edge-rule.ts'
import type { SignalRange } from '../../../domain/signals/signal-range.ts'
import type { SignalReference } from '../../../domain/signals/signal-source.ts'
import type { PresentationFilter } from '../../../domain/stimuli/presentation-filter.ts'
import type {
  EdgeRule as EdgeRuleName,
  PresentationFilter as PresentationFilterInput,
  SignalRange as SignalRangeInput,
  SignalSource,
} from '../../generated.ts'
import { camelCase } from '../camel-case.ts'

export const edgeRuleOf: Readonly<Record<EdgeRuleName, EdgeRule>> = {
  NUMPY: 'numpy',
  HALF_OPEN: 'halfOpen',
  ALLENSDK: 'allenSdk',
}

/** A signal as it came with a query. */
export function toSignal({ signal, timeSeries }: SignalSource): SignalReference {
  if (!timeSeries) return { name: camelCase(signal) }
  return { path: timeSeries.path, column: timeSeries.column ?? 0 }
}

/** A filter as it came with a query. */
export function toPresentationFilter({
  signals,
  ...filter
}: PresentationFilterInput): PresentationFilter {
  return { ...filter, signals: signals?.map(toRange) ?? null }
}

function toRange({ of, min, max, before, after, edgeRule }: SignalRangeInput): SignalRange {
  return {
    of: toSignal(of),
    min: min ?? null,
    max: max ?? null,
    before: before ?? 0,
    after: after ?? null,
    edgeRule: edgeRuleOf[edgeRule ?? 'NUMPY'],
  }
}
