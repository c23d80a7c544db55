/** What the server fetches of a recording that lies elsewhere, for what a view shows. */
export interface FetchCounts {
  /** bytes expected, with what the server has kept of them */
  readonly estimate: number
  /** bytes that were fetched so far */
  readonly bytes: number
  /** responses with spikes or samples: requested, and come */
  readonly partCount: number
  readonly doneCount: number
}

const nothing: FetchCounts = { estimate: 0, bytes: 0, partCount: 0, doneCount: 0 }

/** The requests of a view, each with what it fetches. */
export class FetchLog {
  readonly #requests = new Map<string, FetchCounts>()
  readonly #listeners = new Set<() => void>()
  #total = nothing

  /** Of all requests. The same object until one of them changes. */
  get total(): FetchCounts {
    return this.#total
  }

  /** A request is about to be sent, in parts, for which so many bytes are expected. */
  begin(request: string, estimate: number, partCount = 1): void {
    this.#set(request, { ...nothing, estimate, partCount })
  }

  /** A part of it has come, for which so many bytes were fetched. */
  came(request: string, bytes: number): void {
    const counts = this.#requests.get(request)
    if (!counts) return
    const { bytes: before, doneCount } = counts
    this.#set(request, { ...counts, bytes: before + bytes, doneCount: doneCount + 1 })
  }

  /** It failed, or is not shown any more. */
  forget(request: string): void {
    this.#set(request, null)
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #set(request: string, counts: FetchCounts | null): void {
    if (counts) this.#requests.set(request, counts)
    else if (!this.#requests.delete(request)) return
    this.#total = [...this.#requests.values()]
      .filter(({ estimate }) => estimate > 0)
      .reduce(
        (sum, each) => ({
          estimate: sum.estimate + each.estimate,
          bytes: sum.bytes + each.bytes,
          partCount: sum.partCount + each.partCount,
          doneCount: sum.doneCount + each.doneCount,
        }),
        nothing,
      )
    for (const listener of this.#listeners) listener()
  }
}
