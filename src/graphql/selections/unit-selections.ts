import { sdkUnitFilter } from '../../domain/defaults.ts'
import { rememberPerTables } from '../../domain/session/memoize-per-tables.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { sortUnits, type UnitOrder } from '../../domain/units/sort-units.ts'
import { selectUnits, type UnitFilter } from '../../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { camelCase } from '../fields/camel-case.ts'
import type { UnitFilter as UnitFilterInput, UnitOrder as UnitOrderInput } from '../generated.ts'

/** More than anyone sorts by; each costs a pass over the units. */
const MAX_ORDERS = 8

/**
 * Units that pass, remembered for one request: fifteen epochs ask for the same six areas with the
 * same filter. Those that pass the filter of all who give none are remembered for all requests.
 */
export class UnitSelections {
  readonly #selections = new WeakMap<SessionTables, Map<string, Selection>>()
  readonly #keys = new WeakMap<UnitFilter, string>()

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
    return this.#select(tables, filter).inArea(acronym)
  }

  /** Whether a filter is that of all who give none. */
  isDefault(filter: UnitFilter): boolean {
    return this.#keyOf(filter) === sdkFilterKey
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
    const key = this.#keyOf(filter)
    if (key === sdkFilterKey) return sdkSelection(tables)
    const ofTables = this.#selections.get(tables) ?? new Map<string, Selection>()
    this.#selections.set(tables, ofTables)
    const known = ofTables.get(key)
    if (known) return known
    const selection = new Selection(tables, filter)
    ofTables.set(key, selection)
    return selection
  }

  /** The same for filters that ask the same. */
  #keyOf(filter: UnitFilter): string {
    const known = this.#keys.get(filter)
    if (known) return known
    const key = JSON.stringify(filter)
    this.#keys.set(filter, key)
    return key
  }
}

class Selection {
  readonly rows: Uint32Array
  readonly #tables: SessionTables
  readonly #byArea = new Map<string, Uint32Array>()

  constructor(tables: SessionTables, filter: UnitFilter) {
    this.#tables = tables
    this.rows = selectUnits(tables, filter)
  }

  inArea(acronym: string): Uint32Array {
    const known = this.#byArea.get(acronym)
    if (known) return known
    const inArea = this.rows.filter((row) => this.#tables.units.areas[row] === acronym)
    this.#byArea.set(acronym, inArea)
    return inArea
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
  }
}

const sdkFilterKey = JSON.stringify(withoutGaps({ ...sdkUnitFilter, metrics: null }))

const sdkSelection = rememberPerTables((tables) => new Selection(tables, sdkUnitFilter))
