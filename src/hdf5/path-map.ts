/** Paths of which something is remembered: more than any recording has. */
const MOST_PATHS = 2 ** 18

/** What is known of paths; bounded, for a group that contains itself has paths without end. */
export class PathMap<Value> {
  readonly #known = new Map<string, Value>()

  /** @param make of a path that is not known */
  get(path: string, make: () => Value): Value {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const made = make()
    if (this.#known.size >= MOST_PATHS) this.#known.clear()
    this.#known.set(path, made)
    return made
  }
}
