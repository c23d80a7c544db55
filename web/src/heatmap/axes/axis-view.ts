import { type Range, spanOf } from '../cells/range.ts'

/**
 * What part of an axis is shown, and which place on it is pointed at: in seconds, or in
 * rows. All plots on one time axis share one. It is a store of its own, so that zooming
 * draws canvases and nothing else.
 */
export class AxisView {
  /** what there is to see */
  readonly whole: Range
  #shown: Range
  #pointed: number | null = null
  readonly #listeners = new Set<() => void>()

  constructor(whole: Range, shown: Range = whole) {
    this.whole = whole
    this.#shown = shown
  }

  get shown(): Range {
    return this.#shown
  }

  get pointed(): number | null {
    return this.#pointed
  }

  get isWhole(): boolean {
    return spanOf(this.#shown) >= spanOf(this.whole)
  }

  show(range: Range): void {
    if (range.start === this.#shown.start && range.stop === this.#shown.stop) return
    this.#shown = range
    this.#tell()
  }

  pointAt(place: number | null): void {
    if (place === this.#pointed) return
    this.#pointed = place
    this.#tell()
  }

  /** @returns what ends it */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
