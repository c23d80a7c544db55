import { TooManyCellsError, TooManyValuesError } from '../errors.ts'

/**
 * What one request may ask for. Cells are charged while the query is resolved, before anything is read; whoever reads calls
 * `assertWithin` first, so that a request that asks for too much reads nothing at all.
 */
export class Budget {
  readonly #maxCells: number
  readonly #maxValues: number
  readonly #copies = new WeakMap<object, number>()
  #cells = 0
  #values = 0
  #refusal: TooManyValuesError | undefined

  constructor(limits: { readonly maxCells: number; readonly maxValues: number }) {
    this.#maxCells = limits.maxCells
    this.#maxValues = limits.maxValues
  }

  /** Charge cells that are read and written once. */
  chargeCells(cells: number): void {
    this.#cells += cells
  }

  /** Charge a matrix that is read for a summary; free where it has been charged before. */
  chargeSummary(matrix: object, cells: number): void {
    if (this.#copies.has(matrix)) return
    this.#copies.set(matrix, 0)
    this.#cells += cells
  }

  /** Charge a matrix that is written cell by cell; each time that it is, but no more for its summaries. */
  chargeCopy(matrix: object, cells: number): void {
    const copies = this.#copies.get(matrix)
    this.#copies.set(matrix, (copies ?? 0) + 1)
    if (copies !== 0) this.#cells += cells
  }

  /** @throws TooManyCellsError */
  assertWithin(): void {
    if (this.#cells > this.#maxCells) throw new TooManyCellsError(this.#cells, this.#maxCells)
  }

  /**
   * Charge a list, before it is made.
   *
   * @param valuesEach how many values each entry is written with; see {@link fieldsBelow}
   * @throws TooManyValuesError
   */
  chargeList(entries: number, valuesEach = 1): void {
    this.#values += entries * valuesEach
    if (this.#values <= this.#maxValues) return
    // One for all: graphql-js goes on with every field that waits already, and an error is costly to make.
    this.#refusal ??= new TooManyValuesError(this.#values, this.#maxValues)
    throw this.#refusal
  }
}
