import { sdkUnitFilter } from '../domain/defaults.ts'
import { rememberPerTables } from '../domain/session/memoize-per-tables.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import { sortUnits, type UnitOrder } from '../domain/units/sort-units.ts'
import { everyUnit, selectUnits, type UnitFilter } from '../domain/units/unit-filter.ts'

/**
 * Units that pass, kept for one request: fifteen epochs want the same six areas with the
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

  /** Rows in the order requested; those given if there is none. */
  sorted(tables: SessionTables, rows: Uint32Array, orders: readonly UnitOrder[]): Uint32Array {
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

  /** The same for equal filters. */
  #keyOf(filter: UnitFilter): string {
    const known = this.#keys.get(filter)
    if (known) return known
    const key = filterKey(filter)
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

/** No conditions; their order here is their order in every key. */
const noConditions: Required<UnitFilter> = {
  ...everyUnit,
  areas: null,
  ids: null,
  probes: null,
  snrMin: null,
  firingRateMin: null,
  metrics: null,
  columns: null,
}

const filterKey = (filter: UnitFilter) => JSON.stringify({ ...noConditions, ...filter })

const sdkFilterKey = filterKey(sdkUnitFilter)

const sdkSelection = rememberPerTables((tables) => new Selection(tables, sdkUnitFilter))
