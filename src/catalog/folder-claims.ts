/**
 * Which place each folder belongs to, where several lead to it: the one that found it
 * first, for as long as it does.
 */
export class FolderClaims {
  readonly #owners = new Map<string, object>()

  /**
   * @returns whether the folder belongs to the place, which is its from now on if it was nobody's
   */
  take(place: object, realFolder: string): boolean {
    const owner = this.#owners.get(realFolder)
    if (owner === undefined) this.#owners.set(realFolder, place)
    return owner === undefined || owner === place
  }

  /** Give up all that a place has not found again. */
  keepOnly(place: object, realFolders: ReadonlySet<string>): void {
    for (const [folder, owner] of this.#owners) {
      if (owner === place && !realFolders.has(folder)) this.#owners.delete(folder)
    }
  }
}
