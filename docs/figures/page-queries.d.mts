/** A query of a Markdown page, and the name of its figure. */
export interface PageQuery {
  readonly query: string
  /** null: it has none */
  readonly name: string | null
}

export function pageQueries(page: string): PageQuery[]
