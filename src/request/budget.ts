import {
  HeavyListsError,
  TooManyCellsError,
  TooManyOperationsError,
  TooManyValuesError,
} from '../errors.ts'

/** Of a cell: a double. */
const CELL_BYTES = 8

/**
 * Operations per cell: a cell is read, counted and written in some 100 ns, in which a thread meets
 * 40 coincidences.
 */
export const OPERATIONS_PER_CELL = 40

/** Of a cell of counts: nearly all are bytes, and some need two. */
const COUNT_BYTES = 2

export interface BudgetLimits {
  readonly maxCells: number
  readonly maxValues: number
  /**
   * values that lists may hold before the request has to be made where only few are made at once;
   * as many as `maxValues` when left out
   */
  readonly lightValues?: number | undefined
}

/**
 * What one request may cost. Cells are charged while the query is resolved, before
 * anything is read; the loaders call `assertWithin` before they read, so that a request that wants
 * too much reads nothing at all.
 */
export class Budget {
  readonly #maxCells: number
  readonly #maxValues: number
  readonly #lightValues: number
  readonly #copies = new WeakMap<object, number>()
  readonly #charged = new WeakSet<object>()
  #cells = 0
  #operations = 0
  #bytes = 0
  #values = 0
  #refusal: TooManyValuesError | HeavyListsError | undefined

  constructor({ maxCells, maxValues, lightValues = maxValues }: BudgetLimits) {
    this.#maxCells = maxCells
    this.#maxValues = maxValues
    this.#lightValues = lightValues
  }

  /** charged so far */
  get cells(): number {
    return this.#cells
  }

  /** charged so far */
  get operations(): number {
    return this.#operations
  }

  /** of lists, charged so far */
  get values(): number {
    return this.#values
  }

  /** that all cells charged so far take in memory, about */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * Whether lists have more than `lightValues`, and the response is to be made
   * again with all that it may have.
   */
  get hasHeavyLists(): boolean {
    return this.#refusal instanceof HeavyListsError
  }

  /** Charge cells that are read and written once. */
  chargeCells(cells: number): void {
    this.#charge(cells, CELL_BYTES)
  }

  /**
   * Charge coincidences of spikes, or products of counts, that a thread goes through; once for each
   * request to a reader, whose response several fields may share.
   */
  chargeOperations(request: object, operations: number): void {
    if (this.#charged.has(request)) return
    this.#charged.add(request)
    this.#operations += operations
  }

  /** Charge counts that are read for a summary; free where they have been charged before. */
  chargeSummary(counts: object, cells: number): void {
    if (this.#copies.has(counts)) return
    this.#copies.set(counts, 0)
    this.#charge(cells, COUNT_BYTES)
  }

  /**
   * Charge counts that are written cell by cell; each time that they are, but
   * no more for their summaries.
   */
  chargeCopy(counts: object, cells: number): void {
    const copies = this.#copies.get(counts)
    this.#copies.set(counts, (copies ?? 0) + 1)
    if (copies !== 0) this.#charge(cells, COUNT_BYTES)
  }

  /** Charge cells that several fields share, once. */
  chargeShared(cells: object, count: number): void {
    if (this.#copies.has(cells)) return
    this.#copies.set(cells, 0)
    this.#charge(count, CELL_BYTES)
  }

  #charge(cells: number, bytesEach: number): void {
    this.#cells += cells
    this.#bytes += cells * bytesEach
  }

  /** @throws TooManyCellsError, TooManyOperationsError, HeavyListsError */
  assertWithin(): void {
    if (this.#refusal instanceof HeavyListsError) throw this.#refusal
    if (this.#cells > this.#maxCells) throw new TooManyCellsError(this.#cells, this.#maxCells)
    const maxOperations = OPERATIONS_PER_CELL * this.#maxCells
    if (this.#operations > maxOperations) {
      throw new TooManyOperationsError(this.#operations, maxOperations)
    }
  }

  /**
   * Charge a list, before it is made.
   *
   * @param valuesEach how many values each entry is written with; see {@link fieldsBelow}
   * @throws TooManyValuesError, HeavyListsError
   */
  chargeList(entries: number, valuesEach = 1): void {
    this.#values += entries * valuesEach
    // One for all: every field that waits already goes on, and an error is costly to make.
    if (this.#values > this.#maxValues) {
      if (!(this.#refusal instanceof TooManyValuesError)) {
        this.#refusal = new TooManyValuesError(this.#values, this.#maxValues)
      }
    } else if (this.#values > this.#lightValues) {
      this.#refusal ??= new HeavyListsError()
    }
    if (this.#refusal) throw this.#refusal
  }
}
