import { noList, type StoredList } from './stored-list.ts'

/**
 * What was read once, kept for later processes. An entry is believed only when it is whole, and
 * was written by the same code under the same key. No method throws: an index that fails holds
 * nothing.
 */
export interface StoredIndex {
  /**
   * @param key names the request, and the state of what it is about
   * @returns undefined: not kept
   */
  get<Value>(key: string): Promise<Value | undefined>
  /** @param value plain data and typed arrays, anything that can be cloned */
  set(key: string, value: unknown): Promise<void>
  /** The list of a name, empty at first. */
  list(name: string): StoredList
  /**
   * Claim the work that an entry takes, so that no other process does it at the same time. The
   * claim of a process that has ended is free after a minute.
   *
   * @returns null: another has claimed it
   */
  claim(key: string): Promise<Claim | null>
}

/** Held until it is released, or the process ends. */
export interface Claim {
  release(): Promise<void>
}

/** Where nothing is shared, or could not be, nothing is claimed either. */
export const freeClaim: Claim = { release: async () => {} }

/** Keeps nothing. */
export const noIndex: StoredIndex = {
  get: async () => undefined,
  set: async () => {},
  list: () => noList,
  claim: async () => freeClaim,
}
