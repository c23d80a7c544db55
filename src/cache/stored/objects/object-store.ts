/** Objects by name, as in a bucket of S3. Every method fails where the store does. */
export interface ObjectStore {
  /** @returns null: there is none */
  get(name: string): Promise<StoredObject | null>
  /**
   * Put an object in place in one step.
   *
   * @returns its tag; null: the condition does not hold
   */
  put(name: string, bytes: Uint8Array, condition?: PutCondition): Promise<string | null>
  remove(name: string): Promise<void>
  /** Names that begin so, in any order. */
  list(prefix: string): Promise<string[]>
}

/** Only where there is no object, or one with this tag. */
export type PutCondition = 'absent' | { readonly tag: string }

export interface StoredObject {
  readonly bytes: Buffer
  /** another one each time that other bytes are put in place */
  readonly tag: string
  /** since it was put in place, by the clock of the store, in ms */
  readonly age: number
}
