import { TooManyCellsError, UserError } from '../errors.ts'

/** More list entries in one answer than it may hold. */
export class TooManyEntriesError extends UserError {
  override readonly name = 'TooManyEntriesError'
  readonly code = 'TOO_MANY_ENTRIES'

  constructor(maxEntries: number) {
    super(
      `This request lists more than ${maxEntries} entries (units, channels, epochs, matrices, rates …, over all its lists). ` +
        'Ask for smaller pages, for fewer sessions at once, or for counts, which are not charged here.',
    )
  }
}

/**
 * What one request may ask for. Cells are charged while the query is resolved, before anything is read; whoever reads calls
 * `assertWithin` first, so that a request that asks for too much reads nothing at all.
 */
export class Budget {
  readonly #maxCells: number
  readonly #maxEntries: number
  readonly #copies = new WeakMap<object, number>()
  #cells = 0
  #entries = 0

  constructor(limits: { readonly maxCells: number; readonly maxEntries: number }) {
    this.#maxCells = limits.maxCells
    this.#maxEntries = limits.maxEntries
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
   * Charge the entries of a list, before it is made.
   *
   * @throws TooManyEntriesError
   */
  chargeEntries(entries: number): void {
    this.#entries += entries
    if (this.#entries > this.#maxEntries) throw new TooManyEntriesError(this.#maxEntries)
  }
}
