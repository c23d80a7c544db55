/**
 * A query that knows the types of its response and its variables, as graphql-codegen writes it with
 * `documentMode: 'string'` (TypedDocumentString).
 */
export interface TypedDocument<Result, Variables> {
  /** the query */
  toString(): string
  /** never there: it only carries the types */
  readonly __apiType?: (variables: Variables) => Result
}

/** The text of a query. */
export function documentText(document: { toString(): string }): string {
  const text = document.toString()
  if (text === '[object Object]') {
    throw new TypeError(
      "The query must be a string, or a document that codegen writes with documentMode: 'string'.",
    )
  }
  return text
}

/** What a generated document says of its response and its variables. */
export interface DocumentTypeDecoration<Result, Variables> {
  /** never there: it only carries the types */
  __apiType?: (variables: Variables) => Result
}
