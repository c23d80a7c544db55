/** What the address bar of GraphiQL holds. */
export interface PageQuery {
  readonly query: string
  /** JSON */
  readonly variables: string
}

/** Servers refuse longer addresses; a query beyond that stays in the editor only. */
const MAX_ADDRESS = 8000

/** The query that an address brings: `?query=…&variables=…`. Null: none. */
export function parsePageQuery(search: string): PageQuery | null {
  const parameters = new URLSearchParams(search)
  const query = parameters.get('query')
  return query ? { query, variables: parameters.get('variables') ?? '' } : null
}

/** The query string that brings a query; empty for none, and for one that is too long. */
export function formatPageQuery({ query, variables }: PageQuery): string {
  if (!query.trim()) return ''
  const search = `?${new URLSearchParams({ query, ...(variables.trim() && { variables }) })}`
  return search.length > MAX_ADDRESS ? '' : search
}
