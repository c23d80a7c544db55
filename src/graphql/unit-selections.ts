import type { SessionTables } from '../domain/session-tables.ts'
import { selectUnits, type UnitFilter } from '../domain/unit-filter.ts'
import { sortUnits, type UnitOrder } from '../domain/unit-sorting.ts'
import { InvalidArgumentError } from '../errors.ts'
import { camelCase } from './camel-case.ts'
import type { UnitFilter as UnitFilterInput, UnitOrder as UnitOrderInput } from './generated.ts'

/** More than anyone sorts by; each costs a pass over the units. */
const MAX_ORDERS = 8

/** Units that pass, remembered for one request: fifteen epochs ask for the same six areas with the same filter. */
export class UnitSelections {
  readonly #selections = new WeakMap<SessionTables, Map<string, Selection>>()

  /**
   * Rows of the units that pass, in the AllenSDK's order.
   *
   * @throws AreaNotFoundError, UnitNotFoundError, ProbeNotFoundError
   */
  rows(tables: SessionTables, filter: UnitFilter): Uint32Array {
    return this.#select(tables, filter).rows
  }

  /**
   * Those that lie in an area.
   *
   * @param acronym as the file names it
   */
  rowsInArea(tables: SessionTables, filter: UnitFilter, acronym: string): Uint32Array {
    const { rows, byArea } = this.#select(tables, filter)
    const known = byArea.get(acronym)
    if (known) return known
    const inArea = rows.filter((row) => tables.units.areas[row] === acronym)
    byArea.set(acronym, inArea)
    return inArea
  }

  /**
   * Rows in the order asked; those given where none is.
   *
   * @throws InvalidArgumentError
   */
  sorted(
    tables: SessionTables,
    rows: Uint32Array,
    orderBy: readonly UnitOrderInput[] | null | undefined,
  ): Uint32Array {
    const orders = toOrders(orderBy)
    return orders.length > 0 ? sortUnits(tables, rows, orders) : rows
  }

  #select(tables: SessionTables, filter: UnitFilter): Selection {
    const ofTables = this.#selections.get(tables) ?? new Map<string, Selection>()
    this.#selections.set(tables, ofTables)
    const key = JSON.stringify(filter)
    const known = ofTables.get(key)
    if (known) return known
    const selection = { rows: selectUnits(tables, filter), byArea: new Map() }
    ofTables.set(key, selection)
    return selection
  }
}

/**
 * What units are sorted by; nothing when it is left out.
 *
 * @throws InvalidArgumentError
 */
export function toOrders(orderBy: readonly UnitOrderInput[] | null | undefined): UnitOrder[] {
  if (!orderBy) return []
  if (orderBy.length > MAX_ORDERS) {
    throw new InvalidArgumentError(
      `orderBy has ${orderBy.length} entries; it may have ${MAX_ORDERS}.`,
    )
  }
  return orderBy.map(({ by, direction }) => ({
    by: camelCase(by),
    direction: direction === 'DESC' ? ('descending' as const) : ('ascending' as const),
  }))
}

interface Selection {
  readonly rows: Uint32Array
  readonly byArea: Map<string, Uint32Array>
}

/** A filter as it came with a query. The defaults are the schema's, filled in before: a limit that is null here was switched off. */
export function toUnitFilter(input: UnitFilterInput): UnitFilter {
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
  }
}
