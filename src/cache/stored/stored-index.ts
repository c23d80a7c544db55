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
}

/** Keeps nothing. */
export const noIndex: StoredIndex = {
  get: async () => undefined,
  set: async () => {},
  list: () => noList,
}
