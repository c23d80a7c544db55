/**
 * Small entries that are read all at once, such as what lists say of the files of a place. Like
 * the other entries of a {@link StoredIndex} they are believed only when they are whole and were
 * written by the same code, and no method throws.
 */
export interface StoredList {
  /** Each entry that is kept; of a key that was added more than once, the last one comes last. */
  read(take: TakeEntry): Promise<void>
  add(entries: readonly ListEntry[]): Promise<void>
  /** Keep these entries and no others. */
  replace(entries: readonly ListEntry[]): Promise<void>
}

/** @param value a part of a larger array: what is kept of it keeps all of that */
export type TakeEntry = (key: string, value: Uint8Array) => void

export interface ListEntry {
  readonly key: string
  readonly value: Uint8Array
}

/** Keeps nothing. */
export const noList: StoredList = {
  read: async () => {},
  add: async () => {},
  replace: async () => {},
}
