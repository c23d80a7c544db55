import type { GraphQLError } from 'graphql'

/** Where a value stands in the response: its name or index, and where that lies. */
export interface ResponsePath {
  readonly prev: ResponsePath | undefined
  readonly key: string | number
  readonly typename: string | undefined
}

/**
 * Errors of an execution; what fails below a place that an error has
 * already made null is not added.
 */
export class FieldErrors {
  readonly #places = new Set<ResponsePath | undefined>()
  readonly #errors: GraphQLError[] = []

  get all(): readonly GraphQLError[] {
    return [...this.#errors]
  }

  /** @param place that becomes null; undefined: all data */
  add(error: GraphQLError, place: ResponsePath | undefined): void {
    let above = place
    while (above) {
      if (this.#places.has(above)) return
      above = above.prev
    }
    if (this.#places.has(undefined)) return
    this.#places.add(place)
    this.#errors.push(error)
  }
}
