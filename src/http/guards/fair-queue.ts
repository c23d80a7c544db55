/**
 * Entries that wait, taken from their clients in turn, each client's oldest first: who asks for
 * much does not keep others waiting.
 */
export class FairQueue<Entry> {
  readonly #maxLength: number
  /** in the order of their turns */
  readonly #byClient = new Map<string, Entry[]>()
  #length = 0

  constructor(maxLength: number) {
    this.#maxLength = maxLength
  }

  get length(): number {
    return this.#length
  }

  /**
   * Add an entry. Where there is no room, the client with the most entries loses its
   * newest, which may be this one.
   *
   * @returns the entry that has lost its place; null: there was room
   */
  add(client: string, entry: Entry): Entry | null {
    const entries = this.#byClient.get(client) ?? []
    this.#byClient.set(client, entries)
    entries.push(entry)
    this.#length++
    if (this.#length <= this.#maxLength) return null
    let loser = client
    let most = entries.length
    for (const [other, { length }] of this.#byClient) {
      if (length > most) [loser, most] = [other, length]
    }
    const lost = this.#byClient.get(loser)?.at(-1) as Entry
    this.delete(loser, lost)
    return lost
  }

  /** The entry whose turn it is; it stays. */
  peek(): Entry | undefined {
    const [first] = this.#byClient.values()
    return first?.[0]
  }

  /** Take the entry whose turn it is; the next turn is another client's. */
  take(): Entry | undefined {
    const [first] = this.#byClient
    if (!first) return undefined
    const [client, entries] = first
    const entry = entries.shift()
    this.#length--
    this.#byClient.delete(client)
    if (entries.length > 0) this.#byClient.set(client, entries)
    return entry
  }

  /** Forget an entry, wherever it waits. */
  delete(client: string, entry: Entry): void {
    const entries = this.#byClient.get(client) ?? []
    const position = entries.indexOf(entry)
    if (position < 0) return
    entries.splice(position, 1)
    this.#length--
    if (entries.length === 0) this.#byClient.delete(client)
  }
}
