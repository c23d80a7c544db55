import type { UnitOrder } from '../../../domain/units/sort-units.ts'
import type { UnitFilter } from '../../../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import type { UnitFilter as UnitFilterInput, UnitOrder as UnitOrderInput } from '../../generated.ts'
import { camelCase } from '../camel-case.ts'

/** More than anyone sorts by; each costs a pass over the units. */
const MAX_ORDERS = 8

/**
 * What units are sorted by; nothing when it is left out.
 *
 * @throws InvalidArgumentError
 */
export function toOrders(orderBy: readonly UnitOrderInput[] | null | undefined): UnitOrder[] {
  if (!orderBy) return []
  if (orderBy.length > MAX_ORDERS) {
    throw new InvalidArgumentError(
      `orderBy has ${orderBy.length} entries; at most ${MAX_ORDERS} are allowed.`,
    )
  }
  return orderBy.map(({ by, direction }) => ({
    by: camelCase(by),
    direction: direction === 'DESC' ? ('descending' as const) : ('ascending' as const),
  }))
}

/** graphql-js gives every field that leaves the filter out the same object. */
const filters = new WeakMap<UnitFilterInput, UnitFilter>()

/**
 * A filter as it came with a query. The defaults are the schema's, filled in before: a limit that
 * is null here was switched off.
 */
export function toUnitFilter(input: UnitFilterInput): UnitFilter {
  const known = filters.get(input)
  if (known) return known
  const filter = withoutGaps(input)
  filters.set(input, filter)
  return filter
}

function withoutGaps(input: UnitFilterInput): UnitFilter {
  return {
    amplitudeCutoffMax: input.amplitudeCutoffMax ?? null,
    presenceRatioMin: input.presenceRatioMin ?? null,
    isiViolationsMax: input.isiViolationsMax ?? null,
    requireMetrics: input.requireMetrics ?? true,
    validOnly: input.validOnly ?? true,
    inBrainOnly: input.inBrainOnly ?? true,
    areas: input.areas ?? null,
    ids: input.ids ?? null,
    probes: input.probes ?? null,
    snrMin: input.snrMin ?? null,
    firingRateMin: input.firingRateMin ?? null,
    metrics:
      input.metrics?.map(({ metric, min, max }) => ({
        metric: camelCase(metric),
        min: min ?? null,
        max: max ?? null,
      })) ?? null,
    columns: input.columns ?? null,
  }
}
