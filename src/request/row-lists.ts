/**
 * Numbers lists of rows, equal lists alike, so that a matrix has a short key.
 * Many matrices share one list.
 */
export class RowLists {
  readonly #numbers = new WeakMap<Uint32Array, number>()
  readonly #numberOfContent = new Map<string, number>()

  numberOf(rows: Uint32Array): number {
    const known = this.#numbers.get(rows)
    if (known !== undefined) return known
    const content = rows.join()
    const number = this.#numberOfContent.get(content) ?? this.#numberOfContent.size
    this.#numberOfContent.set(content, number)
    this.#numbers.set(rows, number)
    return number
  }
}
