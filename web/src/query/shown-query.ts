/** The query behind what a view shows. */
export interface ShownQuery {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  /**
   * where its matrices are in the answer's data, such as
   * `session.stimulusEpoch.binnedActivity`; null: it has none
   */
  readonly matricesAt: readonly string[] | null
}

/** The same in GraphiQL, relative to the page. */
export function graphiqlLink({ text, variables }: ShownQuery): string {
  const parameters = new URLSearchParams({
    query: text,
    variables: JSON.stringify(variables, null, 2),
  })
  return `./graphiql?${parameters}`
}
