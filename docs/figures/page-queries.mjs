/**
 * The queries of a Markdown page, each with the name of the figure that stands right below it;
 * null: it has none.
 */
export function pageQueries(page) {
  const blocks = page.matchAll(
    /^```graphql\n(.*?)^```\n(?:\n!\[[^\]]+\]\(figures\/([a-z-]+)\.svg\))?/gms,
  )
  return [...blocks].map(([, query, name = null]) => ({ query, name }))
}
