/** Operations of a dashboard or a pipeline; each is one more time series for Prometheus to keep. */
const MOST_LABELS = 100

/** Labels that clients choose: the first so many as they are, all further ones as `other`. */
export class BoundedLabels {
  readonly #known = new Set<string>()
  readonly #most: number

  constructor(most = MOST_LABELS) {
    this.#most = most
  }

  labelOf(text: string): string {
    if (this.#known.has(text)) return text
    if (this.#known.size >= this.#most) return 'other'
    this.#known.add(text)
    return text
  }
}
